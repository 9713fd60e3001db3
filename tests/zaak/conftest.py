"""What the tests of a case share: the regulations as shipped, and small ways to tell facts and acts.

schets(klager={"adres": None})                       the complete klaagschrift with those fields changed
verloop("2026-05-06 klacht_compleet", ...)           events, as `day kind key=value`
dossier("2026-05-06 klacht_compleet", regeling=awb)  the state of a case after receipt and these events
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from klachtcli.instellingen.regelingen import lees_regeling
from klachtcli.recht.duur import lees_duur
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Bron, Regeling
from klachtcli.zaak.gebeurtenissen import Gebeurtenis, KlaagschriftOntvangen
from klachtcli.zaak.klaagschrift import Gedraging, Klaagschrift, OndernomenStap, Persoon
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, vouw

BRON = Bron("proef", "2026-01-01", "0" * 64)
REGELINGEN = Path(__file__).parents[2] / "config" / "regelingen"
_LIJSTEN: dict[str, type[msgspec.Struct]] = {
    "aangeklaagde": Persoon, "gedraging": Gedraging, "stap": OndernomenStap,
}  # fmt: skip


@pytest.fixture(scope="session")
def kamer() -> Regeling:
    """The regulation of the Kamer, as shipped."""
    return _meegeleverd("tk-ongewenste-omgangsvormen/2021-05-01.toml")


@pytest.fixture(scope="session")
def awb() -> Regeling:
    """Awb chapter 9, as shipped: with an advisory committee."""
    return _meegeleverd("awb-9/2026-01-01.toml")


@pytest.fixture(scope="session")
def meegeleverd() -> dict[str, Regeling]:
    """Every regulation as shipped, by its id; of more versions the last."""
    return {r.id: r for r in map(lees_regeling, sorted(REGELINGEN.glob("*/*.toml")))}


@pytest.fixture(scope="session")
def rekenaar(kamer: Regeling, kalender: Kalender) -> Rekenaar:
    """Counts the terms of the Kamer's regulation."""
    return Rekenaar(kamer, kalender)


@pytest.fixture(scope="session")
def rekenaars(kamer: Regeling, awb: Regeling, kalender: Kalender) -> tuple[Rekenaar, Rekenaar]:
    """One for each regulation."""
    return Rekenaar(kamer, kalender), Rekenaar(awb, kalender)


@pytest.fixture(scope="session")
def schets(klaagschrift: Callable[..., Klaagschrift]) -> Callable[..., Klaagschrift]:
    """Make the complete klaagschrift with fields changed; a list replaces the list, each of its items completed."""

    def maak(**feiten: Any) -> Klaagschrift:
        heel = klaagschrift()
        return klaagschrift(**{veld: _over(heel, veld, waarde) for veld, waarde in feiten.items()})

    return maak


@pytest.fixture(scope="session")
def verloop() -> Callable[..., list[Gebeurtenis]]:
    """Read events from lines such as `2026-06-01 advies_verdaagd tot_en_met=2026-08-14`."""
    return lambda *regels: [_gebeurtenis(regel) for regel in regels]


@pytest.fixture(scope="session")
def dossier(schets: Callable[..., Klaagschrift], verloop: Callable[..., list[Gebeurtenis]]) -> Callable[..., Zaak]:
    """Make the state of case K2026-001 after receipt and some events."""

    def maak(*regels: str, **feiten: Any) -> Zaak:
        k = schets(**feiten)
        zaak = vouw("K2026-001", [KlaagschriftOntvangen(k.ontvangstdag, k, BRON, BRON), *verloop(*regels)])
        assert zaak is not None
        return zaak

    return maak


def _meegeleverd(naam: str) -> Regeling:
    return lees_regeling(REGELINGEN / naam)


# How a value is read: a length, JSON (without spaces), yes or no, or several with a comma between them.
_LEZERS: dict[str, Callable[[str], Any]] = {
    "duur": lees_duur,
    **dict.fromkeys(("aanvulling", "advies", "beslissing", "betrokkene", "contact", "leden", "nummer"), json.loads),
    **dict.fromkeys(("eigen", "getroffen", "instemming", "oplossing", "samen", "zienswijze"), lambda w: w == "ja"),
    **dict.fromkeys(("afwezig", "gehoord", "grond", "verslag_opgemaakt van", "wie"), lambda w: tuple(w.split(","))),
    **dict.fromkeys(("delen", "voorziening_gevraagd grond"), lambda w: w.replace("-", " ")),
}  # fmt: skip
# A toets that ends in asking for more saw the name and address missing, as each regulation has it.
_GEBREK = [[id_, "ontbreekt", "naam en adres"] for id_ in ("9.1.a", "9:4.2.a", "6.2.b", "4.naam", "4.1.a")]
# What an event must hold and no test asks for.
_REGELS = msgspec.to_builtins(BRON)
_VERDER: dict[str, dict[str, Any]] = {
    "getoetst": {"bevindingen": [], "regeling": _REGELS, "kalender": _REGELS, "fracties": _REGELS},
    "signaal_besproken": {"over": "onderdeel", "zaken": ["K2026-001"], "gedaan": "besproken"},
    "brief_gemaakt": {"bestand": "brief.docx", "sjabloon": "", "gegevens": {}, "sha256": "", "zegel": ""},
}


def _over(heel: Klaagschrift, veld: str, waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return msgspec.structs.replace(getattr(heel, veld), **waarde)
    if isinstance(waarde, list):
        leeg = _LIJSTEN[veld]()
        begin = getattr(heel, veld)[0] if veld == "gedraging" else leeg
        return tuple(msgspec.structs.replace(begin, **deel) for deel in waarde)
    return waarde


def _gebeurtenis(regel: str) -> Gebeurtenis:
    op, soort, *rest = regel.split(maxsplit=2)
    velden: dict[str, Any] = {"soort": soort, "op": op, **_VERDER.get(soort, {})}
    for paar in rest[0].split(" ") if rest else ():
        naam, _, waarde = paar.partition("=")
        velden[naam] = _LEZERS.get(f"{soort} {naam}", _LEZERS.get(naam, str))(waarde)
    if velden.pop("mist", "") or velden.get("uitkomst") == "aanvulling":
        velden["bevindingen"] = _GEBREK
    return msgspec.convert(msgspec.to_builtins(velden), Gebeurtenis)  # type: ignore[arg-type]
