"""Replay: what was recorded as the product records it is the same; whatever else stands there shows, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from klachtcli import __version__
from klachtcli.audit.uitkomst import Herspeeld
from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.duur import Duur
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.narekening import Narekenaar

Verloop = list[Vastlegging]
Speel = Callable[..., Herspeeld]


def test_wat_is_vastgelegd_volgt_uit_de_feiten(herspeeld: Speel) -> None:
    """The whole way, with a correction, acts done all the same, both extensions, letters: everything is the same."""
    h = herspeeld()
    assert (h.uitkomst, h.verschillen, h.onberekend) == ("gelijk", [], [])
    assert (h.handelingen, h.brieven, h.bevindingen) == (15, 6, 16)
    assert h.termijnen == 10
    assert h.plichten == 28  # of what a correction undid there was no duty


def test_een_plicht_die_te_laat_is_vervuld_of_niet(herspeeld: Speel) -> None:
    """Late is no difference: it is told with the day and the article, and whether that day binds."""
    te_laat = {t.wat: t for t in herspeeld().te_laat}
    zitting = te_laat["nodig uit voor de hoorzitting (aan de klager)"]
    assert (zitting.uiterlijk, zitting.voldaan_op, zitting.vindplaats) == (date(2026, 6, 2), None, "art. 11 lid 4")
    assert not any("bevestig de ontvangst" in wat for wat in te_laat)


# ---- one entry changed ----


def elke(soort: str, **velden: Any) -> Callable[[Verloop], Verloop]:
    """Every entry of a kind with other fields in its event."""

    def verander(verloop: Verloop) -> Verloop:
        return [replace(v, gebeurtenis=replace(v.gebeurtenis, **velden)) if v.soort == soort else v for v in verloop]

    return verander


def zonder(soort: str) -> Callable[[Verloop], Verloop]:
    """Without the entries of a kind."""
    return lambda verloop: [v for v in verloop if v.soort != soort]


def bon(soort: str, **dagen: date) -> Callable[[Verloop], Verloop]:
    """The receipt of an entry with other days in its first term."""

    def verander(verloop: Verloop) -> Verloop:
        return [replace(v, termijnen=(replace(v.termijnen[0], **dagen), *v.termijnen[1:]))
                if v.soort == soort and v.termijnen else v for v in verloop]  # fmt: skip

    return verander


def van_versie(versie: str, verander: Callable[[Verloop], Verloop]) -> Callable[[Verloop], Verloop]:
    """The same, recorded by another version of the program."""
    return lambda verloop: [replace(v, versie=versie) for v in verander(verloop)]


def na(soort: str, erbij: g.Gebeurtenis) -> Callable[[Verloop], Verloop]:
    """One more entry after the first of a kind."""

    def verander(verloop: Verloop) -> Verloop:
        n = next(n for n, v in enumerate(verloop) if v.soort == soort)
        nieuw = replace(verloop[n], soort=erbij.soort, gebeurtenis=erbij, termijnen=())
        return [*verloop[: n + 1], nieuw, *verloop[n + 1 :]]

    return verander


def correctie(soort: str, **wijzigt: Any) -> Callable[[Verloop], Verloop]:
    """At the end, before the case was closed: a correction of the first entry of a kind."""

    def verander(verloop: Verloop) -> Verloop:
        nummer = next(v.nummer for v in verloop if v.soort == soort)
        return na("beslissing_genomen", g.VastleggingGecorrigeerd(date(2026, 8, 20), nummer, "zo", wijzigt))(verloop)

    return verander


def brief(**velden: Any) -> Callable[[Verloop], Verloop]:
    """The first letter with other fields."""

    def verander(verloop: Verloop) -> Verloop:
        n = next(n for n, v in enumerate(verloop) if v.soort == "brief_gemaakt")
        e = verloop[n].gebeurtenis
        anders = {k: w(getattr(e, k)) if callable(w) else w for k, w in velden.items()}
        return [*verloop[:n], replace(verloop[n], gebeurtenis=replace(e, **anders)), *verloop[n + 1 :]]

    return verander


def oud_zegel(verloop: Verloop) -> Verloop:
    """Every letter with the zegel of the first."""
    brieven = [v.gebeurtenis for v in verloop if isinstance(v.gebeurtenis, g.BriefGemaakt)]
    return elke("brief_gemaakt", zegel=brieven[0].zegel)(verloop)


class Vervalst(NamedTuple):
    """A change, and what must be told of it: what differs, then, now, and why."""

    naam: str
    verander: Callable[[Verloop], Verloop]
    wat: str
    toen: str
    nu: str
    waarom: str


_GEEN = "niet te verklaren"
VERVALST = [
    Vervalst("een uiterste dag verschoven", bon("ontvankelijk_bevonden", uiterlijk=date(2026, 7, 16)),
             "termijn advies", "16 juli 2026", "15 juli 2026", _GEEN),
    Vervalst("een veilige dag verschoven", bon("klacht_compleet", veilig=date(2026, 5, 19)),
             "termijn ontvankelijkheid", "19 mei 2026", "20 mei 2026", _GEEN),
    Vervalst("geteld door een oudere versie", van_versie("0.2.0", bon("ontvankelijk_bevonden",
             uiterlijk=date(2026, 7, 16))), "termijn advies", "16 juli 2026", "15 juli 2026",
             f"programma: vastgelegd met versie 0.2.0, nagerekend met {__version__}"),
    Vervalst("een termijn niet vastgelegd", lambda vs: [replace(v, termijnen=()) if v.soort == "advies_ontvangen" else v
             for v in vs], "termijn beslissing", "niet geteld", "30 juli 2026", _GEEN),
    Vervalst("een feit een dag later", elke("advies_ontvangen", op=date(2026, 7, 3)),
             "termijn beslissing", "30 juli 2026", "31 juli 2026", _GEEN),
    Vervalst("de uitkomst van de toets", elke("getoetst", uitkomst="weigeringsgrond"),
             "toets: uitkomst", "weigeringsgrond", "compleet", _GEEN),
    Vervalst("een eerdere zaak verzonnen", elke("getoetst", eerdere_zaken=("K2026-001",)),
             "toets: eerdere zaken", "K2026-001", "geen", _GEEN),
    Vervalst("een waarde in een brief", brief(gegevens=lambda w: w | {"kenmerk": "K2026-009"}),
             "brief ontvangstbevestiging aan klager: kenmerk", "K2026-009", "K2026-001", _GEEN),
    Vervalst("een ander bestand", brief(sha256="0" * 64),
             "brief ontvangstbevestiging aan klager: bestand", "000000", "", _GEEN),
    Vervalst("een zegel dat er nooit was", brief(zegel="5-0123456789abcdef"),
             "brief ontvangstbevestiging aan klager: zegel", "5-0123456789abcdef", "hoort niet bij deze keten", _GEEN),
    Vervalst("een handeling die nog niet kon", zonder("klacht_compleet"),
             "ontvankelijk bevonden", "vastgelegd", "nog niet vastgelegd is dat de klacht compleet is", _GEEN),
    Vervalst("een handeling na de sluiting", na("zaak_gesloten", g.KlachtIngetrokken(date(2026, 8, 28))),
             "klacht ingetrokken", "vastgelegd", "gesloten", _GEEN),
    Vervalst("een dag die toen nog moest komen", elke("ontvankelijk_bevonden", op=date(2026, 5, 21)),
             "ontvankelijk bevonden", "vastgelegd", "21 mei 2026 moet nog komen", _GEEN),
    Vervalst("te lang verdaagd", elke("beslissing_verdaagd", duur=Duur(weken=5)),
             "beslissing verdaagd", "vastgelegd", "ten hoogste 4 weken", _GEEN),
    Vervalst("gedaan zonder de reden die erbij hoorde", zonder("afwijking_vastgelegd"),
             "hoorzitting gehouden: wat er niet was", "niets", "nog niet gedaan: nodig uit", _GEEN),
    Vervalst("een reden waar niets ontbrak", na("klacht_compleet", g.AfwijkingVastgelegd(
             date(2026, 5, 12), "compleet", ("art. 9 lid 1: iets",), "zomaar")),
             "klacht compleet: wat er niet was", "art. 9 lid 1: iets", "niets", _GEEN),
    Vervalst("een reden bij een handeling die er niet is", na("advies_ontvangen", g.AfwijkingVastgelegd(
             date(2026, 7, 2), "adviseer", ("art. 1: iets",), "zomaar")),
             "afwijking vastgelegd", "vastgelegd", "staat er niet bij", _GEEN),
    Vervalst("een toets met een andere dag", elke("getoetst", op=date(2026, 4, 20)),
             "getoetst: dag", "20 april 2026", "24 april 2026", _GEEN),
    Vervalst("een reden met een andere dag", elke("afwijking_vastgelegd", op=date(2026, 1, 1)),
             "afwijking vastgelegd: dag", "1 januari 2026", "9 juni 2026", _GEEN),
    Vervalst("een tweede klaagschrift in dezelfde zaak", lambda vs: na("getoetst", vs[0].gebeurtenis)(vs),
             "klaagschrift ontvangen", "vastgelegd", "niet toegestaan", _GEEN),
    Vervalst("een klaagschrift van voor de regeling", elke("klaagschrift_ontvangen", op=date(2019, 1, 1)),
             "klaagschrift ontvangen", "vastgelegd", "geldt vanaf", _GEEN),
    Vervalst("een klaagschrift dat nog moest komen", elke("klaagschrift_ontvangen", op=date(2026, 4, 30)),
             "klaagschrift ontvangen", "vastgelegd", "30 april 2026 moet nog komen", _GEEN),
    Vervalst("wat de werkmap alleen voor zichzelf houdt", na("getoetst", g.WerkmapAangemaakt("x")),
             "werkmap aangemaakt", "vastgelegd", "niet toegestaan", _GEEN),
    Vervalst("een correctie waarna een latere handeling niet kon", correctie("klacht_compleet"),
             "vastlegging gecorrigeerd", "vastgelegd", "de klacht compleet is", _GEEN),
    Vervalst("een correctie van een brief", correctie("brief_gemaakt"),
             "vastlegging gecorrigeerd", "vastgelegd", "niet zo te corrigeren", _GEEN),
    Vervalst("een correctie van een toets", correctie("getoetst", uitkomst="te_beoordelen"),
             "vastlegging gecorrigeerd", "vastgelegd", "niet zo te corrigeren", _GEEN),
    Vervalst("een correctie die een aangeklaagde weghaalt",
             correctie("klaagschrift_ontvangen", klaagschrift={"aangeklaagde": []}),
             "vastlegging gecorrigeerd", "vastgelegd", "de plaats van een ander", _GEEN),
    Vervalst("een correctie van een veld dat er niet is", correctie("advies_ontvangen", zomaar=1),
             "vastlegging gecorrigeerd", "vastgelegd", "'zomaar' is geen veld", _GEEN),
    Vervalst("een vastlegging met een moment van later", lambda vs: [replace(v, vastgelegd_op=
             "2026-07-30T10:00:00.000000Z") if v.soort == "advies_ontvangen" else v for v in vs],
             "moment", "2026-07-20", "niet vóór 2026-07-30", _GEEN),
    Vervalst("andere regels die al golden", lambda vs: na("getoetst", g.RegelsInGebruikGenomen(
             date(2026, 4, 24), vs[0].gebeurtenis.regeling, vs[0].gebeurtenis.kalender, "zo"))(vs),
             "regels in gebruik genomen", "vastgelegd", "golden al", _GEEN),
    Vervalst("andere regels in een gesloten zaak", lambda vs: na("zaak_gesloten", g.RegelsInGebruikGenomen(
             date(2026, 8, 28), vs[0].gebeurtenis.regeling, vs[0].gebeurtenis.kalender, "zo"))(vs),
             "regels in gebruik genomen", "vastgelegd", "gesloten", _GEEN),
    Vervalst("geen bon, van een versie die er een maakt", lambda vs: [replace(v, termijnen=None) for v in vs],
             "termijnen (jaartermijn, ontvangstbevestiging)", "niet vastgelegd", "4 mei 2026", _GEEN),
    Vervalst("geen bon, van een versie van voor de vorige vastlegging", lambda vs: [
             replace(v, termijnen=None, versie="0.2.0") if v.soort == "advies_ontvangen" else v for v in vs],
             "versie", "0.2.0", f"niet ouder dan {__version__}", "programma: vastgelegd met versie 0.2.0"),
    Vervalst("niet vastgelegd welke eerdere zaken", elke("getoetst", eerdere_zaken=None),
             "toets: eerdere zaken", "niet vastgelegd", "geen", _GEEN),
    Vervalst("niet vastgelegd welke commissie", brief(commissie=None),
             "brief ontvangstbevestiging aan klager: commissie", "niet vastgelegd", "die van toen", _GEEN),
    Vervalst("wat uit de zaak volgt als eigen tekst", brief(vrij=("kenmerk",), gegevens=lambda w:
             w | {"kenmerk": "K2026-009"}),
             "brief ontvangstbevestiging aan klager: kenmerk", "K2026-009", "K2026-001", _GEEN),
    Vervalst("een waarde die niemand gaf", brief(gegevens=lambda w: w | {"toevoeging": "iets"}),
             "brief ontvangstbevestiging aan klager: toevoeging", "tekst van 4 tekens", "volgt niet uit", _GEEN),
    Vervalst("het zegel van een veel eerdere brief", oud_zegel,
             "brief mededeling-ontvankelijk aan klager: zegel", "", "een van na vastlegging", _GEEN),
    Vervalst("vrijgegeven wat niet werd vastgehouden", na("zaak_gesloten", g.VernietigingVrijgegeven(
             date(2026, 8, 28), "zo")), "vernietiging vrijgegeven", "vastgelegd", "dat was al zo", _GEEN),
]  # fmt: skip


@pytest.mark.parametrize("geval", VERVALST, ids=lambda x: x.naam)
def test_wat_er_niet_uit_volgt_wordt_genoemd(geval: Vervalst, herspeeld: Speel) -> None:
    """The entry is named, with what it says, what it should say, and why it may differ."""
    h = herspeeld(geval.verander)
    gevonden = [v for v in h.verschillen if v.wat.startswith(geval.wat)]
    assert gevonden, h.verschillen
    assert any(geval.toen in v.toen and geval.nu in v.nu and geval.waarom in v.waarom for v in gevonden), gevonden
    assert h.uitkomst == "anders"


def test_een_verschil_in_een_brief_noemt_niemand(herspeeld: Speel, persoonlijk: tuple[str, ...]) -> None:
    """Replay shows no name and records no look: of what a letter said, it tells how long it is."""
    verschillen = herspeeld(brief(gegevens=lambda w: w | {naam: f"x{w[naam]}" for naam in w})).verschillen
    assert len(verschillen) > 10
    assert [w for w in persoonlijk if w in str(verschillen)] == []


class Open(NamedTuple):
    """A change that leaves something not to be computed, and what is said of it."""

    naam: str
    verander: Callable[[Verloop], Verloop]
    wat: str
    waarom: str


_ONBEKEND = "f" * 64
OPEN = [
    Open("een oudere versie hield geen bon bij", van_versie("0.3.0", lambda vs: [replace(v, termijnen=None)
         for v in vs]), "termijnen (jaartermijn, ontvangstbevestiging)", "versie 0.3.0 legde niet vast wat zij telde"),
    Open("de commissie van toen is onbekend", van_versie("0.3.0", brief(commissie=None)),
         "brief ontvangstbevestiging aan klager: inhoud", "wie toen de commissie was"),
    Open("het sjabloon is weg", brief(sjabloon=_ONBEKEND),
         "brief ontvangstbevestiging aan klager: bestand", "het sjabloon dat de brief noemt, ontbreekt"),
    Open("de regeling is weg", lambda vs: [replace(v, gebeurtenis=replace(v.gebeurtenis, regeling=replace(
         v.gebeurtenis.regeling, sha256=_ONBEKEND))) if v.soort == "klaagschrift_ontvangen" else v for v in vs],
         "alles vanaf hier", "de tekst van de regeling of van de kalender"),
    Open("de zaak begint niet", zonder("klaagschrift_ontvangen"), "alles vanaf hier",
         "begint niet met een klaagschrift"),
]  # fmt: skip


@pytest.mark.parametrize("geval", OPEN, ids=lambda x: x.naam)
def test_wat_niet_na_te_rekenen_is_wordt_genoemd(geval: Open, herspeeld: Speel) -> None:
    """Not computable is no difference, and never passed over in silence."""
    h = herspeeld(geval.verander)
    assert any(o.wat.startswith(geval.wat) and geval.waarom in o.waarom for o in h.onberekend), h.onberekend
    assert h.uitkomst == ("deels" if not h.verschillen else "anders")


def test_de_twee_berekeningen_moeten_het_eens_zijn(herspeeld: Speel, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in either of them shows, also where the receipt agrees with the first."""
    goed = Narekenaar.dagen

    def fout(self: Narekenaar, reeks: Any, peildatum: date) -> Any:
        uit = goed(self, reeks, peildatum)
        return {id_: replace(d, uiterlijk=date(2027, 1, 1)) if id_ == "advies" else d for id_, d in uit.items()}

    monkeypatch.setattr(Narekenaar, "dagen", fout)
    verschillen = herspeeld().verschillen
    assert {v.wat for v in verschillen} == {"termijn advies: eerste en tweede berekening"}
    assert all("1 januari 2027" in v.nu for v in verschillen)


def test_een_lege_werkmap(klacht: Callable[..., Any]) -> None:
    """Nothing to replay is said."""
    uit = klacht("audit", "herspeel")
    assert (uit.code, uit.uit.splitlines()[0]) == (0, "Er zijn geen zaken om na te rekenen.")
