"""A forged journal, made with the keys and the program itself: what it says of its cases as a whole must follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pytest

from klachtcli import klok
from klachtcli.audit import register
from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.schrijver import Schrijver, volgt_op
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat.herspelen import herspeel_journaal
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g

Doe = Callable[[Schrijver, g.KlaagschriftOntvangen], object]
ZAAK = "K2026-001"


def vernietigd(**velden: Any) -> Doe:
    """The case destroyed by the program's own act, with other fields than may be."""
    dagen = {"op": date(2026, 9, 1), "ontvangen_op": date(2026, 4, 24), "gesloten_op": date(2026, 8, 28)}
    goed = dagen | {"bewaartermijn": "x", "grond": "x", "verstreken_op": date(2026, 8, 31), "tweede": "Ander Mens"}
    return lambda s, _: s.vernietig(ZAAK, g.ZaakVernietigd(**goed | velden))


def vastgehouden(s: Schrijver, k: g.KlaagschriftOntvangen) -> None:
    """Destroyed while it was held."""
    s.voeg_toe(ZAAK, g.VernietigingTegengehouden(date(2026, 9, 1), "beroep"))
    vernietigd()(s, k)


def heropend(s: Schrijver, k: g.KlaagschriftOntvangen) -> None:
    """Destroyed while it was open again."""
    s.voeg_toe(ZAAK, g.ZaakHeropend(date(2026, 9, 1), "nieuw"))
    vernietigd()(s, k)


class Vervalsing(NamedTuple):
    """What somebody adds, and what must be told of it."""

    naam: str
    doe: Doe
    wat: str
    nu: str


VERVALSINGEN = [
    Vervalsing("een zaak overgeslagen", lambda s, k: s.voeg_toe("K2026-003", k), "zaaknummer", "K2026-002"),
    Vervalsing("een zaak zonder begin", lambda s, _: s.voeg_toe("K2026-009", g.AdviesOntvangen(date(2026, 9, 1))),
               "zaak K2026-009", "begint niet met een klaagschrift"),
    Vervalsing("te vroeg vernietigd", vernietigd(verstreken_op=date(2031, 8, 28)),
               f"zaak {ZAAK}: vernietigd", "bewaard tot en met 28 augustus 2031"),
    Vervalsing("vernietigd zonder tweede", vernietigd(tweede=""), f"zaak {ZAAK}: vernietigd", "een tweede naam"),
    Vervalsing("vernietigd door een ander die zelf is", vernietigd(tweede="TESTER"), f"zaak {ZAAK}: vernietigd",
               "een tweede naam"),
    Vervalsing("vernietigd op een dag die moet komen", vernietigd(op=date(2026, 9, 2)), f"zaak {ZAAK}: vernietigd",
               "moest nog komen"),
    Vervalsing("vernietigd met dagen door elkaar", vernietigd(ontvangen_op=date(2026, 8, 29)),
               f"zaak {ZAAK}: vernietigd", "volgen niet op elkaar"),
    Vervalsing("vernietigd wat werd vastgehouden", vastgehouden, f"zaak {ZAAK}: vernietigd", "vastgehouden"),
    Vervalsing("vernietigd wat weer liep", heropend, f"zaak {ZAAK}: vernietigd", "niet gesloten"),
]  # fmt: skip


def kijk(werkmap: Werkmap, doe: Doe = lambda *_: None) -> list[Any]:
    """What stands out in the journal after that was added."""
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="tester") as schrijver:
        doe(schrijver, next(journaal.lees(ZAAK)).gebeurtenis)  # type: ignore[arg-type]  # it opens the case
    with werkmap.journaal() as journaal:
        return list(register.kijk(journaal, journaal.controleer_keten().nummer))


@pytest.mark.parametrize("geval", VERVALSINGEN, ids=lambda x: x.naam)
def test_wat_het_journaal_van_zijn_zaken_zegt(geval: Vervalsing, gespeeld: Werkmap) -> None:
    """The entry is named, with what it should have been."""
    gevonden = kijk(gespeeld, geval.doe)
    assert [(v.wat, geval.nu in v.nu) for v in gevonden] == [(geval.wat, True)], gevonden
    with herspeel_journaal(gespeeld) as spel:
        assert "anders" in {h.uitkomst for h in spel.zaken}


def test_wat_klopt_wordt_niet_genoemd(gespeeld: Werkmap) -> None:
    """A next case, and one that was destroyed as it may be."""
    assert kijk(gespeeld) == []
    assert kijk(gespeeld, lambda s, k: s.voeg_toe("K2026-002", k)) == []
    assert kijk(gespeeld, vernietigd()) == []


def test_een_correctie_die_niet_kan_houdt_de_rest_niet_op(gespeeld: Werkmap) -> None:
    """It is told of its own case; another between the same people, whose check looked at it, is played all the same."""

    def doe(s: Schrijver, k: g.KlaagschriftOntvangen) -> None:
        with gespeeld.journaal() as journaal:
            fracties = _tekst(journaal, "fracties").bron
            begin = next(journaal.lees("K2026-001")).nummer
        s.voeg_toe("K2026-001", g.VastleggingGecorrigeerd(k.op, begin, "Zo was het.", {"bestaat_niet": 1}))
        s.voeg_toe("K2026-002", k)
        s.voeg_toe("K2026-002", g.Getoetst(k.op, "compleet", (), k.regeling, k.kalender, fracties, ()))

    assert kijk(gespeeld, doe) == []
    with herspeel_journaal(gespeeld) as spel:
        assert {h.zaak: h.uitkomst for h in spel.zaken} == {"K2026-001": "anders", "K2026-002": "anders"}


# ---- other text under a name that entries use ----


def _tekst(journaal: Journaal, id_: str) -> g.RegelsVastgelegd:
    alle = (v.gebeurtenis for v in journaal.lees_werkmap("regels_vastgelegd"))
    return next(e for e in alle if isinstance(e, g.RegelsVastgelegd) and e.bron.id == id_)


def test_een_latere_tekst_onder_dezelfde_hash_telt_niet(gespeeld: Werkmap) -> None:
    """What entries were counted under stays: a second text of the same name changes nothing."""
    with gespeeld.journaal(schrijven=True) as journaal, journaal.handeling(door="tester") as schrijver:
        schrijver.voeg_toe("", g.RegelsVastgelegd(_tekst(journaal, "kalender").bron, "{}"))
    with herspeel_journaal(gespeeld) as spel:
        assert [h.uitkomst for h in spel.zaken] == ["gelijk"]


@pytest.mark.parametrize("naam", ["een andere tekst", "een andere versie", "een andere soort"])
def test_regels_zijn_die_van_hun_hash_en_naam(naam: str, gespeeld: Werkmap) -> None:
    """A case under rules whose text is another, or that go by another name, is damage; no traceback."""

    def doe(s: Schrijver, k: g.KlaagschriftOntvangen) -> None:
        bron = Bron(k.kalender.id, k.kalender.versie, "a" * 64)
        if naam == "een andere versie":
            bron = Bron(k.kalender.id, "tot en met 1999-12-31", k.kalender.sha256)
        elif naam == "een andere soort":
            bron = k.regeling
        else:
            with gespeeld.journaal() as journaal:
                s.voeg_toe("", g.RegelsVastgelegd(bron, _tekst(journaal, "kalender").tekst))
        s.voeg_toe("K2026-002", g.KlaagschriftOntvangen(k.op, k.klaagschrift, k.regeling, bron, k.stukken))

    kijk(gespeeld, doe)
    with pytest.raises(Onbruikbaar) as fout, herspeel_journaal(gespeeld) as spel:
        list(spel.zaken)
    assert fout.value.code == "regels-veranderd"


def test_niets_is_geen_moment() -> None:
    """The first entry has none before it."""
    assert not volgt_op("", "")


@pytest.mark.parametrize("moment", ["2026-05-01T10:00:00.000000Z", "gisteren", "2026-13-01T10:00:00.000000Z"])
def test_een_moment_dat_er_niet_kan_staan(moment: str, gespeeld: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry of before the one before it, in a chain that holds: named as damage."""
    with monkeypatch.context() as patch:
        patch.setattr(klok, "stempel", lambda _: moment)
        with gespeeld.journaal(schrijven=True) as journaal, journaal.handeling(door="tester") as schrijver:
            schrijver.voeg_toe("", g.WerkmapAangemaakt("x"))
    with gespeeld.journaal() as journaal:
        for kijk_na in (journaal.controleer_keten, lambda: list(journaal.lees_alles())):
            with pytest.raises(Onbruikbaar) as fout:
                kijk_na()
    assert fout.value.code == "journaal-beschadigd"


def test_een_klok_die_is_bijgesteld_mag(gespeeld: Werkmap, bevries: Callable[[str], datetime]) -> None:
    """Half a minute back is what every computer does."""
    bevries("2026-09-01T10:00:30")
    kijk(gespeeld)
    with gespeeld.journaal(schrijven=True) as journaal:
        for moment in ("10:00:30", "10:00:00"):
            assert bevries(f"2026-09-01T{moment}").tzinfo is UTC
            with journaal.handeling(door="tester") as schrijver:
                schrijver.voeg_toe("", g.JaarbriefVerzonden(date(2026, 9, 1), 2025, "x", "werkgever"))
        journaal.controleer_keten()
