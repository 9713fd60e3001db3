"""The generic reader: a table in, a typed value out, or every fault with its place and no name of anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given, strategies as st

from klachtcli.fouten import Gebrek, Invoerfout, KlachtFout
from klachtcli.instellingen.lezer import dichtste, lees
from klachtcli.recht.duur import Duur


class Partij(msgspec.Struct, frozen=True):
    """A small schema with one field of each kind that the reader knows."""

    naam: str
    hoedanigheid: Literal["klager", "aangeklaagde"]
    postcode: Annotated[str, "postcode"] | None = None


class Zaak(msgspec.Struct, frozen=True):
    """A table of tables."""

    nummer: str
    partij: tuple[Partij, ...]
    ontvangen: Annotated[str, "moment"] | None = None
    gedraging: Annotated[str, "wanneer"] | None = None
    gesteld: date | None = None
    termijn: Annotated[Duur, "duur"] | None = None
    aantal: int = 0
    getekend: bool = False
    dagen: tuple[date, ...] = ()


KLAGER = {"naam": "A", "hoedanigheid": "klager"}
GOED: dict[str, Any] = {"nummer": "2026-001", "partij": [KLAGER]}


def _lees(**velden: Any) -> Zaak:
    return lees(Zaak, GOED | velden, wat="zaak", code="zaak-fout")


def _gebreken(ruw: object) -> list[tuple[str, str]]:
    with pytest.raises(Invoerfout) as fout:
        lees(Zaak, ruw, wat="zaak", code="zaak-fout")
    assert fout.value.code == "zaak-fout"
    return [tuple(g) for g in fout.value.gebreken]


def _gebrek(**velden: Any) -> tuple[str, str]:
    (gebrek,) = _gebreken(GOED | velden)
    return gebrek


def test_een_goede_tabel_wordt_een_waarde() -> None:
    assert _lees() == Zaak("2026-001", (Partij("A", "klager"),))


def test_een_lege_waarde_is_een_weggelaten_sleutel() -> None:
    assert _lees(gedraging=None, aantal=None) == _lees()
    assert _gebrek(nummer=None) == ("nummer", "ontbreekt, en is verplicht")


@pytest.mark.parametrize(
    ("veld", "ruw", "waarde"),
    [
        ("gesteld", date(2026, 7, 3), date(2026, 7, 3)),
        ("gesteld", "3 juli 2026", date(2026, 7, 3)),
        ("gesteld", "2026-07-03", date(2026, 7, 3)),
        ("ontvangen", date(2026, 7, 3), "2026-07-03"),
        ("ontvangen", "3-7-2026", "2026-07-03"),
        ("ontvangen", datetime(2026, 7, 3, 12), "2026-07-03T12:00:00+02:00"),
        ("ontvangen", "2026-07-03T12:00", "2026-07-03T12:00:00+02:00"),
        ("ontvangen", datetime(2026, 1, 3, 12, tzinfo=UTC), "2026-01-03T13:00:00+01:00"),
        ("ontvangen", "2026-07-10T22:15:00Z", "2026-07-11T00:15:00+02:00"),
        ("gedraging", "2026-01", "2026-01"),
        ("gedraging", " 2025-11/2026-02 ", "2025-11/2026-02"),
        ("gedraging", date(2026, 1, 15), "2026-01-15"),
        ("gedraging", datetime(2026, 1, 15, 10), "2026-01-15"),
        ("termijn", "vijf werkdagen", Duur(werkdagen=5)),
        ("aantal", 3, 3),
        ("getekend", True, True),
        ("dagen", [date(2026, 1, 2), "3-1-2026"], (date(2026, 1, 2), date(2026, 1, 3))),
        ("nummer", "regel\nmet\ttab\r\n", "regel\nmet\ttab\r\n"),
        ("nummer", "Zoë Ünal-Đorđević 😀", "Zoë Ünal-Đorđević 😀"),
    ],
)
def test_soorten_die_goed_zijn(veld: str, ruw: object, waarde: object) -> None:
    assert getattr(_lees(**{veld: ruw}), veld) == waarde


@pytest.mark.parametrize(
    ("postcode", "waarde"), [("2514EA", "2514 EA"), ("2514 ea", "2514 EA"), (" 2514  Ea ", "2514 EA")]
)
def test_een_postcode_krijgt_een_vorm(postcode: str, waarde: str) -> None:
    assert _lees(partij=[KLAGER | {"postcode": postcode}]).partij[0].postcode == waarde


@pytest.mark.parametrize(
    "postcode",
    ["2514", "1000", "B-1000", "SW1A 1AA", "sw1a 1aa", "D02 X285", "1010 Wien", "00-950", "AD500", "123456789012"],
)
def test_een_postcode_uit_het_buitenland_blijft_zoals_zij_er_staat(postcode: str) -> None:
    """A Belgian one is four digits; a British one is written as its owner does."""
    assert _lees(partij=[KLAGER | {"postcode": f" {postcode} "}]).partij[0].postcode == postcode


@pytest.mark.parametrize(
    "postcode",
    ["0514 EA", "2514 E", "25 14 EA", "251 EA", "25144 EA", "2514 EA.", "2514EA1", "٢514 EA", "2514 É", "",
     " ", "geen", "Den Haag", "1234567890123", "SW1Å 1AA"],
)  # fmt: skip
def test_wat_geen_postcode_is(postcode: str) -> None:
    fout = ("partij[1].postcode", "geen postcode zoals 2514 EA")
    assert _gebrek(partij=[KLAGER | {"postcode": postcode}]) == fout


@pytest.mark.parametrize("postcode", ["2514 EAB", "2514-EA", "2514.EA", "2514 E A"])
def test_wat_bijna_een_nederlandse_postcode_is(postcode: str) -> None:
    fout = ("partij[1].postcode", "geen postcode zoals 2514 EA")
    assert _gebrek(partij=[KLAGER | {"postcode": postcode}]) == fout


@pytest.mark.parametrize(
    ("sleutel", "feit"),
    [
        ("numer", "onbekende sleutel; bedoelt u 'nummer'?"),
        ("gedragingen", "onbekende sleutel; bedoelt u 'gedraging'?"),
        ("Ontvangen", "onbekende sleutel; bedoelt u 'ontvangen'?"),
        ("xyz", "onbekende sleutel"),
    ],
)
def test_een_onbekende_sleutel_noemt_de_dichtste(sleutel: str, feit: str) -> None:
    assert _gebrek(**{sleutel: "x"}) == (sleutel, feit)


def test_een_onbekende_sleutel_in_een_lijst_heeft_zijn_plek() -> None:
    partijen = [KLAGER, KLAGER | {"postcod": "2514 EA"}]
    assert _gebrek(partij=partijen) == ("partij[2].postcod", "onbekende sleutel; bedoelt u 'postcode'?")


def test_een_lange_sleutel_wordt_afgekapt() -> None:
    assert _gebrek(**{"x" * 500: 1})[0] == "x" * 40 + "…"


@pytest.mark.parametrize(
    ("velden", "plaats", "feit"),
    [
        ({"nummer": 5}, "nummer", "tekst verwacht, maar hier staat een geheel getal"),
        ({"nummer": ["a"]}, "nummer", "tekst verwacht, maar hier staat een lijst"),
        ({"nummer": date(2026, 1, 1)}, "nummer", "tekst verwacht, maar hier staat een datum"),
        ({"aantal": "3"}, "aantal", "een geheel getal verwacht, maar hier staat tekst"),
        ({"aantal": True}, "aantal", "een geheel getal verwacht, maar hier staat true of false"),
        ({"aantal": 3.0}, "aantal", "een geheel getal verwacht, maar hier staat een getal"),
        ({"getekend": 1}, "getekend", "true of false verwacht, maar hier staat een geheel getal"),
        ({"getekend": "ja"}, "getekend", "true of false verwacht, maar hier staat tekst"),
        ({"partij": {"naam": "A"}}, "partij",
         "een lijst verwacht, maar hier staat een tabel; zet de naam ervan tussen dubbele haken: [[…]]"),
        ({"partij": "A"}, "partij",
         'een lijst verwacht, maar hier staat tekst; zet er vierkante haken om: ["…"]'),
        ({"partij": ["A"]}, "partij[1]", "een tabel verwacht, maar hier staat tekst"),
        ({"partij": [KLAGER, 5]}, "partij[2]", "een tabel verwacht, maar hier staat een geheel getal"),
        ({"partij": [KLAGER | {"hoedanigheid": 1}]}, "partij[1].hoedanigheid",
         "tekst verwacht, maar hier staat een geheel getal"),
        ({"partij": [KLAGER | {"hoedanigheid": ["klager"]}]}, "partij[1].hoedanigheid",
         "tekst verwacht, maar hier staat een lijst"),
        ({"partij": [KLAGER | {"hoedanigheid": "klagr"}]}, "partij[1].hoedanigheid",
         "onbekende keuze; kies uit klager, aangeklaagde; bedoelt u 'klager'?"),
        ({"partij": [KLAGER | {"hoedanigheid": "Klager"}]}, "partij[1].hoedanigheid",
         "onbekende keuze; kies uit klager, aangeklaagde; bedoelt u 'klager'?"),
        ({"partij": [KLAGER | {"hoedanigheid": "xyz"}]}, "partij[1].hoedanigheid",
         "onbekende keuze; kies uit klager, aangeklaagde"),
        ({"partij": [KLAGER | {"postcode": 2514}]}, "partij[1].postcode",
         "tekst verwacht, maar hier staat een geheel getal"),
        ({"gesteld": datetime(2026, 7, 3, 12)}, "gesteld",
         "een datum (zonder tijd) verwacht, maar hier staat een tijdstip"),
        ({"gesteld": 20260703}, "gesteld", "een datum verwacht, maar hier staat een geheel getal"),
        ({"gesteld": time(10)}, "gesteld", "een datum verwacht, maar hier staat iets anders"),
        ({"gesteld": "31 februari 2026"}, "gesteld", "31 februari 2026 bestaat niet"),
        ({"gesteld": "gisteren"}, "gesteld", "geen datum zoals 2026-07-03, 3-7-2026 of 3 juli 2026"),
        ({"ontvangen": "2026-07-03T25:00"}, "ontvangen", "geen tijdstip zoals 2026-03-06T16:42:00+01:00"),
        ({"ontvangen": "16:42"}, "ontvangen", "geen tijdstip zoals 2026-03-06T16:42:00+01:00"),
        ({"gedraging": 2026}, "gedraging", "een datum of tekst verwacht, maar hier staat een geheel getal"),
        ({"gedraging": "2026-13"}, "gedraging", "maand 13 bestaat niet"),
        ({"termijn": 2}, "termijn", "een duur als tekst verwacht, maar hier staat een geheel getal"),
        ({"termijn": "twee"}, "termijn", "geen duur zoals P2W, 2 weken, 5 werkdagen of 1 jaar"),
        ({"dagen": [date(2026, 1, 2), 5]}, "dagen[2]", "een datum verwacht, maar hier staat een geheel getal"),
    ],
)  # fmt: skip
def test_een_verkeerde_waarde(velden: dict[str, Any], plaats: str, feit: str) -> None:
    assert _gebrek(**velden) == (plaats, feit)


@pytest.mark.parametrize("ruw", [[], "tekst", 5, None], ids=repr)
def test_wat_geen_tabel_is(ruw: object) -> None:
    ((plaats, feit),) = _gebreken(ruw)
    assert plaats == "bestand"
    assert feit.startswith("een tabel verwacht, maar hier staat ")


def test_alle_fouten_van_een_bestand_in_een_keer_op_volgorde() -> None:
    gebreken = _gebreken(
        {"numer": "1", "partij": [KLAGER, {"naam": 5, "hoedanigheid": "x"}, "y"], "aantal": "z", "dagen": [1, 2]}
    )
    assert [plaats for plaats, _ in gebreken] == [
        "numer", "nummer", "partij[2].naam", "partij[2].hoedanigheid", "partij[3]", "aantal", "dagen[1]", "dagen[2]",
    ]  # fmt: skip


def test_de_melding_telt_de_fouten() -> None:
    with pytest.raises(Invoerfout, match=r"^zaak: 1 fout"):
        lees(Zaak, GOED | {"x": 1}, wat="zaak", code="c")
    with pytest.raises(Invoerfout, match=r"^zaak: 2 fouten") as fout:
        lees(Zaak, GOED | {"x": 1, "y": 2}, wat="zaak", code="c")
    assert fout.value.gebreken == (Gebrek("x", "onbekende sleutel"), Gebrek("y", "onbekende sleutel"))
    assert "\n  - x: onbekende sleutel.\n" in str(fout.value)


@pytest.mark.parametrize(
    "teken",
    ["\x00", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\ud800", "\ufffe", "\uffff"],
    ids=ascii,
)
def test_een_besturingsteken_kan_in_geen_brief_staan(teken: str) -> None:
    feit = "de tekst bevat een onzichtbaar besturingsteken dat in geen brief kan staan"
    assert _gebrek(nummer=f"a{teken}b") == ("nummer", feit)
    assert _gebrek(partij=[KLAGER | {"naam": teken}]) == ("partij[1].naam", feit)


NAAM = "Jantina Q. Vandenberghe"
VERKEERD_MET_NAAM: list[Any] = [NAAM, [NAAM], {NAAM: NAAM}, [{"naam": NAAM, "hoedanigheid": NAAM}], NAAM + "\x00"]


@pytest.mark.parametrize("veld", ["ontvangen", "gedraging", "gesteld", "termijn", "aantal", "getekend", "partij"])
@pytest.mark.parametrize("ruw", VERKEERD_MET_NAAM, ids=["tekst", "lijst", "tabel", "lijst-van-tabellen", "onzichtbaar"])
def test_geen_melding_herhaalt_een_naam(veld: str, ruw: Any) -> None:
    """A name typed in the wrong field must not reach a screen or a log."""
    with pytest.raises(Invoerfout) as fout:
        _lees(**{veld: ruw})
    assert "Vandenberghe" not in str(fout.value)
    assert "Vandenberghe" not in repr(fout.value)


@given(st.text(st.characters(codec="utf-8"), max_size=30), st.sampled_from(sorted(Zaak.__struct_fields__)))
def test_geen_melding_herhaalt_een_waarde(tekst: str, veld: str) -> None:
    merk = f"QZX{tekst}"
    partij = {"naam": merk + "\x00", "hoedanigheid": merk, "postcode": merk}
    with pytest.raises(Invoerfout) as fout:
        _lees(**({veld: merk} if veld not in ("nummer", "partij") else {}), partij=[partij])
    assert "QZX" not in str(fout.value)
    assert "qzx" not in str(fout.value)


ruwe_waarden = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates() | st.datetimes(),
    lambda kind: (
        st.lists(kind, max_size=3) | st.dictionaries(st.sampled_from(Zaak.__struct_fields__), kind, max_size=4)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*Zaak.__struct_fields__, "vreemd"]), ruwe_waarden))
def test_elke_tabel_wordt_een_waarde_of_een_lijst_van_fouten(ruw: dict[str, Any]) -> None:
    try:
        uit = lees(Zaak, ruw, wat="zaak", code="c")
    except KlachtFout as fout:
        assert fout.gebreken  # noqa: PT017 either outcome is right
    else:
        assert isinstance(uit, Zaak)


def test_dichtste() -> None:
    assert dichtste("klagr", ["klager", "aangeklaagde"]) == "; bedoelt u 'klager'?"
    assert dichtste("secretaris", ["klager", "aangeklaagde"]) == ""
    assert dichtste("x", []) == ""


@pytest.mark.parametrize("teken", ["\x0b", "\x0c", "\x1c", "\x1f"], ids=ascii)
def test_een_besturingsteken_in_een_wanneer(teken: str) -> None:
    _gebrek(gedraging=f"3 juli{teken}2026")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+02:00", "9999-12-31T23:59:59Z"])
def test_een_tijdstip_buiten_de_kalender_in_het_nederlands(moment: str) -> None:
    assert "out of range" not in _gebrek(ontvangen=moment)[1]


def test_een_sleutel_met_een_besturingsteken_komt_niet_op_het_scherm() -> None:
    assert "\x1b" not in _gebrek(**{"\x1b[31mrood": 1})[0]
