"""Corrections: what an earlier entry should have said, and what was then no longer allowed.

The entries of the case, by number: 1 the klaagschrift (24 April 2026), 2 compleet (6 May), 3 ontvankelijk (20 May),
4 the hearing of 9 June, planned on 26 May, 5 that hearing held, 6 the advice (1 July), 7 its receipt (2 July),
8 the decision (28 July).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, strategies as st

from klachtcli.fouten import Invoerfout
from klachtcli.zaak.correctie import Genummerd, na_correctie, wijzig
from klachtcli.zaak.gebeurtenissen import Gebeurtenis, KlaagschriftOntvangen, VastleggingGecorrigeerd
from klachtcli.zaak.naleving import overtredingen
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, vouw

Dossier = Callable[..., Zaak]
Verloop = Callable[..., list[Gebeurtenis]]
VANDAAG = date(2026, 8, 3)
ZAAK = (
    "2026-05-06 klacht_compleet",
    "2026-05-20 ontvankelijk_bevonden",
    "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26",
    "2026-06-09 hoorzitting_gehouden gehoord=klager,aangeklaagde-1 samen=ja",
    "2026-07-01 advies_uitgebracht",
    "2026-07-02 advies_ontvangen",
    "2026-07-28 beslissing_genomen",
)
# (nummer, wat er anders aan is); niets anders: zij geldt niet meer
Correctie = tuple[int, dict[str, object]]


def rijen(*alle: tuple[Any, ...]) -> list[Any]:
    """The rows of a table, each known by its first word."""
    return [pytest.param(*rij, id=rij[0]) for rij in alle]


@pytest.fixture(scope="session")
def reeks(dossier: Dossier, verloop: Verloop) -> Callable[..., list[Genummerd]]:
    """The entries of a case, numbered, with corrections behind them."""

    def maak(*regels: str, correcties: tuple[Correctie, ...] = ()) -> list[Genummerd]:
        alles = [dossier().gebeurd[0], *verloop(*regels)]
        alles += [VastleggingGecorrigeerd(VANDAAG, nummer, "vergissing", anders) for nummer, anders in correcties]
        return list(enumerate(alles, 1))

    return maak


# ---- wat geldt, na een correctie ----


class Geval(NamedTuple):
    """The corrections, and the days of the entries 2 to 5 as they count then (None: the entry does not count)."""

    naam: str
    correcties: tuple[Correctie, ...]
    dagen: tuple[str | None, ...]


GEVALLEN = [
    Geval("niets gecorrigeerd", (), ("2026-05-06", "2026-05-20", "2026-06-09", "2026-06-09")),
    Geval("een andere dag", ((2, {"op": "2026-05-07"}),), ("2026-05-07", "2026-05-20", "2026-06-09", "2026-06-09")),
    Geval("geldt niet meer", ((3, {}),), ("2026-05-06", None, "2026-06-09", "2026-06-09")),
    Geval("twee verschillende", ((2, {"op": "2026-05-07"}), (5, {})), ("2026-05-07", "2026-05-20", "2026-06-09", None)),
    Geval("nog eens gecorrigeerd: de laatste telt", ((2, {"op": "2026-05-07"}), (2, {"op": "2026-05-08"})),
          ("2026-05-08", "2026-05-20", "2026-06-09", "2026-06-09")),
    Geval("gecorrigeerd, en daarna toch weg", ((2, {"op": "2026-05-07"}), (2, {})),
          (None, "2026-05-20", "2026-06-09", "2026-06-09")),
    Geval("weg, en daarna toch niet", ((2, {}), (2, {"op": "2026-05-08"})),
          ("2026-05-08", "2026-05-20", "2026-06-09", "2026-06-09")),
    Geval("tweemaal weg", ((2, {}), (2, {})), (None, "2026-05-20", "2026-06-09", "2026-06-09")),
    Geval("een nummer dat er niet is", ((99, {}),), ("2026-05-06", "2026-05-20", "2026-06-09", "2026-06-09")),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_wat_geldt(geval: Geval, reeks: Callable[..., list[Genummerd]]) -> None:
    geldt = dict(na_correctie(reeks(*ZAAK, correcties=geval.correcties)))
    dagen = tuple(str(geldt[nr].op) if nr in geldt else None for nr in range(2, 6))  # type: ignore[union-attr]
    assert dagen == geval.dagen


def test_een_tweede_correctie_bewaart_de_eerste(reeks: Callable[..., list[Genummerd]]) -> None:
    """Another field corrected later: both corrections count."""
    correcties = ((4, {"op": "2026-06-10"}), (4, {"plaats": "zaal 2"}))
    (_, e), *_ = [x for x in na_correctie(reeks(*ZAAK, correcties=correcties)) if x[0] == 4]
    assert (str(e.op), e.plaats, str(e.gepland_op)) == ("2026-06-10", "zaal 2", "2026-05-26")  # type: ignore[union-attr]


def test_elke_vastlegging_blijft_op_haar_plek(reeks: Callable[..., list[Genummerd]]) -> None:
    """Also with a day after that of the next; and the corrections themselves stay in the row."""
    geldt = na_correctie(reeks(*ZAAK, correcties=((2, {"op": "2026-06-30"}), (3, {}))))
    assert [nr for nr, _ in geldt] == [1, 2, 4, 5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("naam", "regels", "correctie", "termijn", "uiterlijk"),
    rijen(
        ("compleet was een dag later: twee weken vanaf 7 mei", ZAAK[:1], (2, {"op": "2026-05-07"}),
         "ontvankelijkheid", "2026-05-21"),
        ("ontvankelijk was een dag later: acht weken vanaf 21 mei", ZAAK[:2], (3, {"op": "2026-05-21"}), "advies",
         "2026-07-16"),
        ("toch niet verdaagd", (*ZAAK[:2], "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"), (4, {}), "advies",
         "2026-07-15"),
        ("verdaagd tot een andere dag", (*ZAAK[:2], "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"),
         (4, {"tot_en_met": "2026-08-05"}), "advies", "2026-08-05"),
        ("de zitting is op een andere dag", ZAAK[:3], (4, {"op": "2026-06-16"}), "nadere_stukken", "2026-06-06"),
        ("toch niet compleet", ZAAK[:1], (2, {}), "ontvankelijkheid", None),
        # vijf werkdagen vanaf donderdag 23 april: 24, 28, 29 en 30 april, 1 mei
        ("het klaagschrift kwam een dag eerder", (), (1, {"op": "2026-04-23"}), "ontvangstbevestiging", "2026-05-01"),
    ),
)  # fmt: skip
def test_de_termijnen_volgen_de_correctie(
    naam: str, regels: tuple[str, ...], correctie: Correctie, termijn: str, uiterlijk: str | None,
    reeks: Callable[..., list[Genummerd]], rekenaar: Rekenaar,
) -> None:  # fmt: skip
    zaak = vouw("K2026-001", (e for _, e in na_correctie(reeks(*regels, correcties=(correctie,)))))
    assert zaak is not None
    standen = {s.regel.id: str(s.berekening.uiterlijk) for s in rekenaar.standen(zaak, date(2026, 5, 8))}
    assert standen.get(termijn) == uiterlijk


# ---- een vastlegging met andere waarden ----


@pytest.mark.parametrize(
    ("naam", "regel", "wijzigt", "wordt"),
    rijen(
        ("de dag", "2026-05-20 ontvankelijk_bevonden", {"op": "2026-05-19"}, "2026-05-19 ontvankelijk_bevonden"),
        ("de reden erbij", "2026-05-20 ontvankelijk_bevonden", {"reden": "zie-notitie"},
         "2026-05-20 ontvankelijk_bevonden reden=zie-notitie"),
        ("de reden eraf", "2026-05-20 ontvankelijk_bevonden reden=zie-notitie", {"reden": None},
         "2026-05-20 ontvankelijk_bevonden"),
        ("twee velden", "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26", {"op": "2026-06-16", "tijd": "10:00"},
         "2026-06-16 hoorzitting_gepland gepland_op=2026-05-26 tijd=10:00"),
        ("wie er was", "2026-06-09 hoorzitting_gehouden gehoord=klager,aangeklaagde-1 samen=ja",
         {"gehoord": ["klager"], "afwezig": ["aangeklaagde-1"], "samen": False},
         "2026-06-09 hoorzitting_gehouden gehoord=klager afwezig=aangeklaagde-1"),
        ("een duur", "2026-07-20 beslissing_verdaagd reden=zomer duur=P4W", {"duur": {"weken": 2}},
         "2026-07-20 beslissing_verdaagd reden=zomer duur=P2W"),
        ("een duur in andere eenheden is een andere duur", "2026-07-20 beslissing_verdaagd reden=zomer duur=P2W",
         {"duur": {"dagen": 7}}, "2026-07-20 beslissing_verdaagd reden=zomer duur=P7D"),
        ("de stemmen", '2026-07-01 advies_uitgebracht advies={"voor":3}', {"advies": {"voor": 2, "onthouding": 1}},
         '2026-07-01 advies_uitgebracht advies={"voor":2,"onthouding":1}'),
        ("van het advies alleen de stemmen: de strekking blijft",
         '2026-07-01 advies_uitgebracht advies={"strekking":"Begeleid.","voor":3}',
         {"advies": {"voor": 2, "onthouding": 1}},
         '2026-07-01 advies_uitgebracht advies={"strekking":"Begeleid.","voor":2,"onthouding":1}'),
        ("van een adres alleen de plaats", '2026-05-08 contact_vermeld van=klager contact={"adres":"A1","plaats":"X"}',
         {"contact": {"plaats": "Y"}}, '2026-05-08 contact_vermeld van=klager contact={"adres":"A1","plaats":"Y"}'),
        ("van een adres iets weer leeg", '2026-05-08 contact_vermeld van=klager contact={"email":"a@b","plaats":"X"}',
         {"contact": {"email": None}}, '2026-05-08 contact_vermeld van=klager contact={"plaats":"X"}'),
        ("van een getuige alleen de rol",
         '2026-05-26 betrokkene_vermeld betrokkene={"naam":"S.Bakker","rol":"getuige","plaats":"X"}',
         {"betrokkene": {"rol": "deskundige"}},
         '2026-05-26 betrokkene_vermeld betrokkene={"naam":"S.Bakker","rol":"deskundige","plaats":"X"}'),
        ("een lijst wordt vervangen, niet aangevuld",
         '2026-07-28 beslissing_genomen beslissing={"strekking":"Ja.","voor_aangeklaagde":["a","b"]}',
         {"beslissing": {"voor_aangeklaagde": ["c"]}},
         '2026-07-28 beslissing_genomen beslissing={"strekking":"Ja.","voor_aangeklaagde":["c"]}'),
        ("aan wie de brief was", "2026-05-20 brief_verzonden brief=afschrift-klacht aan=aangeklaagde-1",
         {"aan": "aangeklaagde-2"}, "2026-05-20 brief_verzonden brief=afschrift-klacht aan=aangeklaagde-2"),
    ),
)  # fmt: skip
def test_wijzigen(naam: str, regel: str, wijzigt: dict[str, object], wordt: str, verloop: Verloop) -> None:
    """Only what is named changes."""
    (was,) = verloop(regel)
    (verwacht,) = verloop(wordt)
    assert wijzig(was, wijzigt) == verwacht != was


@pytest.mark.parametrize(
    ("naam", "regel", "wijzigt", "code", "zegt"),
    rijen(
        ("een veld dat er niet is", "2026-05-06 klacht_compleet", {"datum": "2026-05-07"}, "veld-onbekend",
         "'datum' is geen veld van klacht compleet"),
        ("een veld van een andere soort", "2026-05-06 klacht_compleet", {"tot_en_met": "2026-05-07"}, "veld-onbekend",
         "'tot_en_met' is geen veld van klacht compleet"),
        ("een onzinnig lang veld", "2026-05-06 klacht_compleet", {"x" * 200: "1"}, "veld-onbekend",
         f"'{'x' * 40}' is geen veld"),
        ("geen dag", "2026-05-06 klacht_compleet", {"op": "gisteren"}, "waarde-past-niet", "past niet bij op"),
        ("een dag die niet bestaat", "2026-05-06 klacht_compleet", {"op": "2026-02-30"}, "waarde-past-niet",
         "past niet bij op"),
        ("geen dag gegeven", "2026-05-06 klacht_compleet", {"op": None}, "waarde-past-niet", "past niet bij op"),
        ("een woord als lijst", "2026-06-09 hoorzitting_gehouden gehoord=klager", {"gehoord": "klager"},
         "waarde-past-niet", "past niet bij gehoord"),
        ("geen ja of nee", "2026-05-19 voorziening_besloten getroffen=ja", {"getroffen": "misschien"},
         "waarde-past-niet", "past niet bij getroffen"),
        ("de toets onthoudt zelf welke regels golden", "2026-04-28 getoetst uitkomst=compleet", {"regeling": None},
         "veld-onbekend", "'regeling' is geen veld van getoetst"),
        ("stukken worden niet zo gecorrigeerd", "2026-05-08 aanvulling_ontvangen aanvulling={}", {"stukken": []},
         "veld-onbekend", "'stukken' is geen veld van aanvulling ontvangen"),
    ),
)  # fmt: skip
def test_wat_niet_te_wijzigen_is(
    naam: str, regel: str, wijzigt: dict[str, object], code: str, zegt: str, verloop: Verloop
) -> None:
    (e,) = verloop(regel)
    with pytest.raises(Invoerfout) as fout:
        wijzig(e, wijzigt)
    assert fout.value.code == code
    assert zegt in fout.value.feit


def test_een_onbekend_veld_noemt_de_velden_die_er_zijn(verloop: Verloop) -> None:
    (e,) = verloop("2026-05-06 klacht_compleet")
    with pytest.raises(Invoerfout) as fout:
        wijzig(e, {"dag": "2026-05-07"})
    assert fout.value.herstel == "Er zijn: op, reden"


def test_een_fout_herhaalt_de_waarde_niet(verloop: Verloop) -> None:
    """It may be a name."""
    (e,) = verloop("2026-05-06 klacht_compleet")
    with pytest.raises(Invoerfout) as fout:
        wijzig(e, {"op": "K. Verbeek-Ünal"})
    assert "Verbeek" not in str(fout.value)


@pytest.mark.parametrize(
    ("naam", "wijzigt", "op", "ontvangen_op"),
    rijen(
        ("de dag van ontvangst", {"op": "2026-04-23"}, "2026-04-23", "2026-04-23"),
        ("het klaagschrift zelf", {"klaagschrift": {"ontvangen_op": "2026-04-22"}}, "2026-04-22", "2026-04-22"),
        ("een mail van een minuut voor middernacht hoort bij die dag",
         {"klaagschrift": {"ontvangen_op": "2026-04-22T23:59:00+02:00"}}, "2026-04-22", "2026-04-22T23:59:00+02:00"),
        ("beide: de dag gaat voor", {"op": "2026-04-23", "klaagschrift": {"ontvangen_op": "2026-04-22"}},
         "2026-04-23", "2026-04-23"),
    ),
)  # fmt: skip
def test_de_dag_van_ontvangst_staat_maar_op_een_dag(
    naam: str, wijzigt: dict[str, object], op: str, ontvangen_op: str, dossier: Dossier
) -> None:
    """The event and the klaagschrift in it say the same day, whichever of the two was corrected."""
    nieuw = wijzig(dossier().gebeurd[0], wijzigt)
    assert isinstance(nieuw, KlaagschriftOntvangen)
    assert (str(nieuw.op), nieuw.klaagschrift.ontvangen_op) == (op, ontvangen_op)
    assert nieuw.klaagschrift.ontvangstdag == nieuw.op


def test_een_ander_klaagschrift_met_dezelfde_dag(dossier: Dossier) -> None:
    nieuw = wijzig(dossier().gebeurd[0], {"klaagschrift": {"ontvangen_op": "2026-04-24", "klager": {"naam": "Q"}}})
    assert isinstance(nieuw, KlaagschriftOntvangen)
    assert (nieuw.klaagschrift.klager.naam, str(nieuw.op)) == ("Q", "2026-04-24")


def test_van_het_klaagschrift_verandert_alleen_wat_is_genoemd(dossier: Dossier) -> None:
    """A table in a table: the town of the klager, and not the street or what happened."""
    was = dossier().gebeurd[0]
    nieuw = wijzig(was, {"klaagschrift": {"klager": {"plaats": "Delft"}}})
    assert isinstance(was, KlaagschriftOntvangen)
    k = was.klaagschrift
    verwacht = msgspec.structs.replace(k, klager=msgspec.structs.replace(k.klager, plaats="Delft"))
    assert nieuw == msgspec.structs.replace(was, klaagschrift=verwacht) != was


@pytest.mark.parametrize("regel", [
    *ZAAK, "2026-04-28 aanvulling_gevraagd", '2026-05-08 aanvulling_ontvangen aanvulling={"ondertekend":true}',
    "2026-05-11 termijnen_opgeschort instemming_op=2026-05-10", "2026-05-12 bemiddeling_aanvaard door=klager",
    '2026-05-21 commissie_samengesteld leden=[{"naam":"V.Oud","rol":"voorzitter","vrouw":true}]',
    '2026-05-26 betrokkene_vermeld betrokkene={"naam":"S.Bakker","rol":"getuige"}',
    "2026-06-15 verslag_opgemaakt zitting=2026-06-09 van=klager delen=niet reden=veiligheid",
    "2026-07-20 beslissing_verdaagd reden=zomer duur=P4W",
    '2026-05-08 contact_vermeld van=klager contact={"plaats":"X"}',
], ids=lambda r: r.split()[1])  # fmt: skip
def test_wijzigen_in_wat_het_al_was_verandert_niets(regel: str, verloop: Verloop) -> None:
    """Every value that an event holds can be given back as a correction."""
    (e,) = verloop(regel)
    velden = {veld: waarde for veld, waarde in msgspec.to_builtins(e).items() if veld not in ("soort", "stukken")}
    assert wijzig(e, velden) == e


# ---- wat na een correctie niet meer had gemogen ----


class Overtreding(NamedTuple):
    """The entries and the corrections; which entries were then not allowed, and with which refusal."""

    naam: str
    correcties: tuple[Correctie, ...]
    verwacht: dict[int, str]
    regels: tuple[str, ...] = ZAAK


EERST, TE_VROEG, AL, DICHT = "eerst-iets-anders", "dag-te-vroeg", "al-gebeurd", "zaak-gesloten"
INTREKKING = (*ZAAK[:2], "2026-05-21 klacht_ingetrokken", ZAAK[2], ZAAK[3])
OVERTREDINGEN = [
    Overtreding("niets gecorrigeerd", (), {}),
    # de dag
    Overtreding("compleet op de dag van ontvankelijk mag", ((2, {"op": "2026-05-20"}),), {}),
    Overtreding("compleet na ontvankelijk", ((2, {"op": "2026-05-21"}),), {3: TE_VROEG}),
    Overtreding("ontvankelijk na het plannen", ((3, {"op": "2026-05-27"}),), {4: TE_VROEG}),
    Overtreding("ontvankelijk na de zitting", ((3, {"op": "2026-06-10"}),), {4: TE_VROEG, 5: TE_VROEG}),
    Overtreding("de zitting voor ontvankelijk", ((4, {"op": "2026-05-19"}),), {4: TE_VROEG}),
    Overtreding("eerder gehouden dan gepland stond", ((4, {"op": "2026-06-16"}),), {}),
    Overtreding("gehouden voordat zij was gepland", ((5, {"op": "2026-05-25"}),), {5: TE_VROEG}),
    Overtreding("advies na de ontvangst ervan", ((6, {"op": "2026-07-03"}),), {7: TE_VROEG}),
    Overtreding("beslist voor de ontvangst van het advies", ((8, {"op": "2026-07-01"}),), {8: TE_VROEG}),
    Overtreding("klaagschrift na compleet ontvangen", ((1, {"op": "2026-05-07"}),), {2: TE_VROEG}),
    Overtreding("beslist op een dag die nog komt", ((8, {"op": "2026-08-04"}),), {8: "dag-in-de-toekomst"}),
    Overtreding("een zitting die nog komt mag", ((4, {"op": "2026-09-15"}),), {}, ZAAK[:3]),
    Overtreding("een zitting, gepland op een dag die nog komt", ((4, {"gepland_op": "2026-08-04"}),),
                {4: "dag-in-de-toekomst"}, ZAAK[:3]),
    Overtreding("een brief van voor de ontvangst", ((2, {"op": "2026-04-23"}),), {2: TE_VROEG},
                ("2026-04-28 brief_verzonden brief=ontvangstbevestiging",)),
    # de volgorde
    Overtreding("toch niet compleet", ((2, {}),), {3: EERST}),
    Overtreding("toch niet ontvankelijk: geen zitting, geen advies", ((3, {}),), {4: EERST, 5: EERST, 6: EERST}),
    Overtreding("toch geen zitting gepland", ((4, {}),), {5: EERST}),
    Overtreding("toch niet gehoord: dat belet het advies niet", ((5, {}),), {}),
    Overtreding("toch geen advies", ((6, {}),), {7: EERST}),
    Overtreding("advies toch niet ontvangen", ((7, {}),), {8: EERST}),
    Overtreding("alles wat volgt ook weg", ((3, {}), (4, {}), (5, {}), (6, {}), (7, {}), (8, {})), {}),
    # wat niet meer kon
    Overtreding("ingetrokken: daarna kon niets", (), {5: AL, 6: AL}, INTREKKING),
    Overtreding("de intrekking was een vergissing", ((4, {}),), {}, INTREKKING),
    Overtreding("tweemaal ontvankelijk", (), {4: AL}, (*ZAAK[:2], "2026-05-21 ontvankelijk_bevonden")),
    Overtreding("tweemaal ontvankelijk: de eerste telt niet", ((3, {}),), {},
                (*ZAAK[:2], "2026-05-21 ontvankelijk_bevonden")),
    Overtreding("in een gesloten zaak", (), {4: DICHT}, (ZAAK[0], "2026-05-18 zaak_gesloten reden=rust", ZAAK[1])),
    Overtreding("heropend", (), {}, (ZAAK[0], "2026-05-18 zaak_gesloten reden=rust",
                "2026-05-19 zaak_heropend reden=vergissing", ZAAK[1])),
    Overtreding("heropend, maar nooit gesloten", ((3, {}),), {4: EERST}, (ZAAK[0],
                "2026-05-18 zaak_gesloten reden=rust", "2026-05-19 zaak_heropend reden=vergissing", ZAAK[1])),
]  # fmt: skip


@pytest.mark.parametrize("geval", OVERTREDINGEN, ids=lambda g: g.naam)
def test_wat_niet_had_gemogen(geval: Overtreding, reeks: Callable[..., list[Genummerd]], rekenaar: Rekenaar) -> None:
    geldt = na_correctie(reeks(*geval.regels, correcties=geval.correcties))
    gevonden = overtredingen("K2026-001", geldt, rekenaar, VANDAAG)
    assert {nr: fout.code for nr, fout in gevonden.items()} == geval.verwacht
    assert all("K2026-001" in fout.feit or "2026" in fout.feit for fout in gevonden.values())


@given(correcties=st.lists(st.tuples(
    st.integers(2, 8),
    st.one_of(st.just({}), st.builds(lambda d: {"op": str(d)}, st.dates(date(2026, 4, 1), date(2026, 9, 1)))),
), max_size=4))  # fmt: skip
def test_wat_weg_is_wordt_niet_verweten(
    correcties: list[Correctie], reeks: Callable[..., list[Genummerd]], rekenaar: Rekenaar
) -> None:
    """Whatever is corrected: only entries that count are found, and an entry that itself is right on its day stays."""
    geldt = na_correctie(reeks(*ZAAK, correcties=tuple(correcties)))
    gevonden = overtredingen("K2026-001", geldt, rekenaar, VANDAAG)
    assert set(gevonden) <= {nr for nr, _ in geldt} & set(range(2, 9))
    if not correcties:
        assert not gevonden
    weg = {nr for nr in range(2, 9) if nr not in dict(geldt)}
    if 7 in weg and 8 not in weg:
        assert gevonden[8].code in (EERST, "dag-in-de-toekomst")
