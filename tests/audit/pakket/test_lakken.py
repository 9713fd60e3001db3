"""Without personal facts: nothing of a person stays, and all that a check looks at does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings, strategies as st
from msgspec import inspect as vorm

from klachtcli.audit.lakken import KEURVORM, Lak
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import lees_regelingen
from klachtcli.journaal.codec import Inhoud, codeer, decodeer
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Bron
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.fracties import Fractie, Fracties, gelijkend
from klachtcli.zaak.klaagschrift import Gedraging, Klaagschrift, OndernomenStap, Persoon
from klachtcli.zaak.namen import mogelijk_dezelfde
from klachtcli.zaak.samenstelling import gebreken
from klachtcli.zaak.toetsen import lijkt_naam
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import toets
from klachtcli.zaak.zaak import vouw

CONFIG = Path(__file__).parents[3] / "config"
KLASSEN = get_args(g.Gebeurtenis)
BRON = Bron("tk-ongewenste-omgangsvormen", "2021-05-01", "a" * 64)
DAG = date(2026, 4, 24)
# A word of a person, as it may stand in any text: with a capital, so that it can be no id of ours.
PERSOONLIJK = st.from_regex(r"[A-Z][a-zéü]{2,9}( (van der )?[A-Z][a-zé]{2,9})?", fullmatch=True)


def gelakt(lak: Lak, nummer: int, e: g.Gebeurtenis) -> g.Gebeurtenis:
    """An event as the package without personal facts has it."""
    return decodeer(e.soort, lak.inhoud(nummer, e.soort, codeer(Inhoud("jan", e, ())))).gebeurtenis


def gevuld(type_: vorm.Type, tekst: str) -> Any:
    """A value of a type as JSON, with this text in every field that is a text and no field left out."""
    match type_:
        case vorm.StructType(array_like=True):
            return [gevuld(f.type, tekst) for f in type_.fields]
        case vorm.StructType():
            label = {type_.tag_field: type_.tag} if type_.tag_field else {}
            return label | {f.encode_name: gevuld(f.type, tekst) for f in type_.fields}
        case vorm.UnionType():
            return gevuld(next(t for t in type_.types if not isinstance(t, vorm.NoneType)), tekst)
        case vorm.VarTupleType():
            return [gevuld(type_.item_type, tekst)]
        case vorm.TupleType():
            return [gevuld(t, tekst) for t in type_.item_types]
        case vorm.DictType():
            return {tekst: tekst}
        case vorm.LiteralType():
            return type_.values[0]
        case vorm.DateType():
            return "2026-04-24"
        case vorm.BoolType():
            return True
        case vorm.IntType():
            return 3
    assert isinstance(type_, vorm.StrType), type_
    return tekst


@settings(max_examples=20)
@given(tekst=PERSOONLIJK)
def test_geen_tekst_blijft_staan_in_welk_veld_ook(tekst: str) -> None:
    """Of every kind of event, with the word in every field that holds a text, also where a table calls it harmless."""
    for klasse in KLASSEN:
        los = gevuld(vorm.type_info(klasse), tekst)
        ruw = msgspec.json.encode({"door": tekst, "gebeurtenis": los, "termijnen": [[tekst, *["2026-04-24"] * 4]]})
        uit = Lak().inhoud(7, los["soort"], ruw)
        assert not [w for w in tekst.split() if w[0].isupper() and w in uit.decode()], uit
        assert decodeer(los["soort"], uit).gebeurtenis.soort == los["soort"]


def velden(type_: vorm.Type, plek: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Every place in a type that holds a text."""
    match type_:
        case vorm.StructType():
            for f in type_.fields:
                yield from velden(f.type, (type_.cls.__name__, f.name))
        case vorm.UnionType():
            for t in type_.types:
                yield from velden(t, plek)
        case vorm.VarTupleType():
            yield from velden(type_.item_type, plek)
        case vorm.TupleType():
            for n, t in enumerate(type_.item_types):
                yield from velden(t, (plek[0], f"{plek[1]}[{n}]"))
        case vorm.StrType():
            yield plek


def test_elk_onschuldig_veld_bestaat() -> None:
    """The table names no field that is not there (any more): of what it names nothing is a slip."""
    er = {plek for klasse in [*KLASSEN, g.Dagen] for plek in velden(vorm.type_info(klasse), ("", ""))}
    assert set(KEURVORM) - er == set()


@pytest.mark.parametrize("plek", KEURVORM, ids=".".join)
def test_de_keurvorm_laat_geen_naam_door(plek: tuple[str, str]) -> None:
    """No form of the table lets a name, a sentence or an address through."""
    for tekst in ("K. Verbeek", "Verbeek", "Lange Voorhout 1", "2514 EA", "k.verbeek@voorbeeld.nl", "06-12345678",
                  "Hij zuchtte.", "klager\nVerbeek", "2026-04-24 Verbeek"):  # fmt: skip
        assert not re.fullmatch(KEURVORM[plek], tekst, re.ASCII), tekst


BLIJFT = (
    ("dagen", g.HoorzittingGepland(DAG, DAG, DAG, ("klager", "aangeklaagde-2"), "10:00", None, True)),
    ("getallen", g.AdviesUitgebracht(DAG, None, g.Advies(voor=2, tegen=1, hoorverslag=False))),
    ("soort en partij", g.BriefVerzonden(DAG, "ontvangstbevestiging", "aangeklaagde-1", eigen=True)),
    ("gronden", g.NietOntvankelijkGeadviseerd(DAG, None, ("9.5.b", "10.2"))),
    ("bron", g.RegelsInGebruikGenomen(DAG, BRON, BRON)),
    ("zaken", g.SignaalBesproken(DAG, "persoon", ("K2026-001", "K2026-002"), "", "aangeklaagde-1")),
    ("duur", g.BeslissingVerdaagd(DAG, "", msgspec.convert({"weken": 4}, g.uitkomst.Duur))),
)


@pytest.mark.parametrize(("wat", "e"), BLIJFT, ids=[b[0] for b in BLIJFT])
def test_wat_over_niemand_iets_zegt_blijft(wat: str, e: g.Gebeurtenis) -> None:
    """Days, numbers, ids, parties, versions of rules: to the value."""
    assert gelakt(Lak(), 1, e) == e


def test_aanwezig_blijft_aanwezig_en_afwezig_afwezig() -> None:
    """An empty text stays empty, one that is not there stays away: the checks look at that."""
    e = g.KlaagschriftOntvangen(DAG, Klaagschrift("2026-04-24", klager=Persoon("A. Jansen", adres=" ")), BRON, BRON)
    uit = gelakt(Lak(), 1, e)
    assert isinstance(uit, g.KlaagschriftOntvangen)
    klager = uit.klaagschrift.klager
    assert (klager.adres, klager.postcode, klager.onderdeel) == ("", None, None)
    assert klager.naam


def test_een_correctie_verandert_hetzelfde_en_zegt_het_niet() -> None:
    """What it changes is redacted by the type of what it corrects; where it takes back, it still does."""
    k = Klaagschrift("2026-04-24", klager=Persoon("A. Jansen"), gedraging=(Gedraging(omschrijving="Zo."),))
    wijzigt: dict[str, object] = {
        "klaagschrift": {"klager": {"naam": "B. Pietersen", "hoedanigheid": "stagiair"}, "dagtekening": "2026-04-20"}
    }
    reeks: list[tuple[int, g.Gebeurtenis]] = [
        (4, g.KlaagschriftOntvangen(DAG, k, BRON, BRON)),
        (5, g.KlachtCompleet(DAG)),
        (6, g.VastleggingGecorrigeerd(DAG, 4, "Verkeerd gelezen.", wijzigt)),
        (7, g.VastleggingGecorrigeerd(DAG, 5, "Te vroeg.")),
    ]
    lak = Lak()
    uit = [(nr, gelakt(lak, nr, e)) for nr, e in reeks]
    assert "Pietersen" not in str(uit)
    (_, eerste), *rest = na_correctie(uit)
    assert isinstance(eerste, g.KlaagschriftOntvangen)
    assert eerste.klaagschrift.klager.hoedanigheid == "stagiair"
    assert eerste.klaagschrift.dagtekening == date(2026, 4, 20)
    assert 5 not in [nr for nr, _ in rest]


NAMEN = st.sampled_from(
    ["K. Verbeek", "Kim Verbeek", "verbeek, K.", "R. Dekker", "R Dékker", "mr. P. de Wit", "P. Wit", "Wit-Dekker",
     "J. van den Heuvel-Ünal", "Ünal", "A. Çelik", "B. Çelik", "Øster", "Oster"]
)  # fmt: skip
ONDERDELEN = st.sampled_from(
    ["Griffie", "griffie ", "Dienst Verslag", "Fractie ABC", "ABC", "fractie-abc", "XYZ", "", None]
)


@settings(max_examples=40)
@given(st.lists(NAMEN, min_size=2, max_size=6))
def test_namen_lijken_op_elkaar_als_tevoren(namen: list[str]) -> None:
    """Whether two names may be of one person is the same among the pseudonyms."""
    lak = Lak()
    k = Klaagschrift("2026-04-24", aangeklaagde=tuple(Persoon(n) for n in namen))
    uit = gelakt(lak, 1, g.KlaagschriftOntvangen(DAG, k, BRON, BRON))
    assert isinstance(uit, g.KlaagschriftOntvangen)
    schijn = [p.naam for p in uit.klaagschrift.aangeklaagde]
    for i, een in enumerate(namen):
        for j, ander in enumerate(namen):
            assert mogelijk_dezelfde(een, ander) == mogelijk_dezelfde(schijn[i], schijn[j]), (een, ander)
    assert not [n for n in schijn for deel in ("erbeek", "ekker", "elik", "nal", "ster") if n and deel in n]


@pytest.fixture(scope="module")
def regels() -> tuple[Any, Kalender]:
    """The regulation and the calendar as shipped."""
    regeling = lees_regelingen(CONFIG / "regelingen", BRON.id)[-1]
    return regeling, Kalender(lees_kalender(CONFIG / "kalender"))


MENSEN = st.builds(
    Persoon, naam=st.one_of(st.none(), st.just("een collega"), NAMEN), adres=st.sampled_from([None, "", "Weg 1"]),
    onderdeel=ONDERDELEN, hoedanigheid=st.sampled_from([None, "ambtenaar", "fractiemedewerker", "ingehuurd", "derde"]),
)  # fmt: skip
PAPIER = st.sampled_from(["mail.pdf", "map/mail.pdf", "brief.docx", "Mail.pdf"])
KLAAGSCHRIFTEN = st.builds(
    Klaagschrift, st.just("2026-04-24"), klager=MENSEN, aangeklaagde=st.lists(MENSEN, max_size=2).map(tuple),
    dagtekening=st.sampled_from([None, DAG]), ondertekend=st.sampled_from([None, True]),
    gedraging=st.lists(st.builds(Gedraging, categorie=st.sampled_from([None, "pesten"]), omschrijving=PAPIER,
                                 wanneer=st.sampled_from([None, "2026-01", "2024", "2025-04-01/2025-05-01"])),
                       max_size=2).map(tuple),
    stap=st.lists(st.builds(OndernomenStap, omschrijving=st.sampled_from([None, "", "Gesprek"]),
                            stukken=st.lists(PAPIER, max_size=2).map(tuple)), max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=60)
@given(k=KLAAGSCHRIFTEN, papier=st.lists(PAPIER, max_size=2, unique=True))
def test_de_toets_vindt_hetzelfde(regels: tuple[Any, Kalender], k: Klaagschrift, papier: list[str]) -> None:
    """Every finding of art. 1, 2, 9 and 10 is the same over the case without names: requirement and status."""
    register = Fracties((Fractie("ABC", "van toepassing", date(2020, 1, 1), "brief van de heer ABC"),
                         Fractie("Z", "eigen regeling", date(2020, 1, 1), "telefoon")))  # fmt: skip
    lak, stukken = Lak(), tuple(g.Stuk(p, "0" * 64, 9, 1) for p in papier)
    uit = gelakt(lak, 1, g.KlaagschriftOntvangen(DAG, k, BRON, BRON, stukken))
    assert isinstance(uit, g.KlaagschriftOntvangen)
    anoniem = lak.fracties(register)
    assert "ABC" not in str(anoniem)
    assert "telefoon" not in str(anoniem)

    def gevonden(k: Klaagschrift, stukken: tuple[g.Stuk, ...], fracties: Fracties) -> list[tuple[str, str, str]]:
        feiten = Feiten(k, frozenset(s.bestand for s in stukken), *regels, fracties, ())
        return [(b.vereiste, b.status, b.gevolg) for b in toets(feiten)]

    assert gevonden(uit.klaagschrift, uit.stukken, anoniem) == gevonden(k, stukken, register)


@settings(max_examples=40)
@given(mens=MENSEN, lid=NAMEN, onderdeel=ONDERDELEN)
def test_artikel_7_vindt_hetzelfde(mens: Persoon, lid: str, onderdeel: str | None) -> None:
    """Who sits too close to a party, does so among the pseudonyms."""
    leden = (g.Zetel(lid, "voorzitter", "extern", True, onderdeel, date(2026, 5, 1)),)
    k = Klaagschrift("2026-04-24", klager=mens, gedraging=(Gedraging(getuigen=("R. Dekker",)),))
    reeks: list[g.Gebeurtenis] = [g.KlaagschriftOntvangen(DAG, k, BRON, BRON), g.CommissieSamengesteld(DAG, leden)]
    lak = Lak()
    uit = [gelakt(lak, n, e) for n, e in enumerate(reeks, 1)]

    def gevonden(reeks: list[g.Gebeurtenis]) -> list[tuple[str, str]]:
        zaak, samen = vouw("K2026-001", reeks), reeks[1]
        assert zaak is not None
        assert isinstance(samen, g.CommissieSamengesteld)
        return [(x.plaats, x.feit) for x in gebreken(samen.leden, zaak, DAG)]

    if mens.naam != "een collega":
        assert gevonden(uit) == gevonden(reeks)


def test_een_omschrijving_blijft_geen_naam() -> None:
    """Art. 9 lid 1: what is no name is no name afterwards, and a name stays one."""
    for naam, is_naam in (("een collega", False), ("onbekend", False), ("anoniem", False), ("N.N.", False),
                          ("K. Verbeek", True), ("N. Nieuwenhuis", True)):  # fmt: skip
        k = Klaagschrift("2026-04-24", klager=Persoon(naam))
        uit = gelakt(Lak(), 1, g.KlaagschriftOntvangen(DAG, k, BRON, BRON))
        assert isinstance(uit, g.KlaagschriftOntvangen)
        assert lijkt_naam(uit.klaagschrift.klager.naam) is is_naam, naam


def test_een_onderdeel_houdt_wat_het_is() -> None:
    """`Fractie ABC` and `abc` are one, `Griffie` is another, and the word fractie stays: the checks look at it."""
    k = Klaagschrift("2026-04-24", aangeklaagde=tuple(Persoon(onderdeel=o) for o in ("Fractie ABC", "abc", "Griffie")))
    uit = gelakt(Lak(), 1, g.KlaagschriftOntvangen(DAG, k, BRON, BRON))
    assert isinstance(uit, g.KlaagschriftOntvangen)
    een, ander, derde = (p.onderdeel or "" for p in uit.klaagschrift.aangeklaagde)
    assert gelijkend(een) == gelijkend(ander) != gelijkend(derde)
    assert ("fractie" in een, "fractie" in ander) == (True, False)
