"""Which fracties declared the regulation to apply (art. 1): what is known, what changed and when, and what is new.

config/fracties.toml is what is known, and stays readable. Each text of it under which something was checked or that was
recorded here is kept in the journal, as the rules are; so what changed, when and by whom can be proven.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.instellingen.bestand import GROOTSTE, lees_bytes
from klachtcli.instellingen.commissies import lees_fracties
from klachtcli.instellingen.fractiebestand import met_periode
from klachtcli.instellingen.lezer import lees_veld
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regelboek import Regelboek
from klachtcli.journaal.regeltekst import lees_tekst, tekst_van
from klachtcli.recht.datum import voluit
from klachtcli.schijf import reden, vervang
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.fracties import Fractie, Fracties, gelijkend, nabij, verschil
from klachtcli.zaak.gebeurtenissen import RegelsVastgelegd


class Wijziging(NamedTuple):
    """What one entry of the journal changed, when (UTC, ISO 8601) and by whom; not recorded yet: no number."""

    nummer: int | None
    vastgelegd_op: str
    door: str
    zegt: list[str]


class Fractieoverzicht(NamedTuple):
    """What is known of all fracties or of one, in order, and what changed."""

    op: date
    periodes: list[Fractie]
    wijzigingen: list[Wijziging]


class Gemeld(NamedTuple):
    """The period that was recorded, and the one that it ended."""

    fractie: Fractie
    eindigt: Fractie | None
    opmerkingen: list[str]
    proef: bool


def overzicht(werkmap: Werkmap, fractie: str | None, op: date) -> Fractieoverzicht:
    """What is known, and what changed. Raises Invoerfout that names the nearest for a fractie of which nothing is."""
    register = lees_fracties(werkmap.config)
    with werkmap.journaal() as journaal:
        alles = _wijzigingen(journaal, register)
    bekend = {gelijkend(f.naam): f.naam for _, gewijzigd in alles for f, _ in gewijzigd}
    if fractie is not None and gelijkend(fractie) not in bekend:
        raise Invoerfout(
            "fractie-onbekend",
            f"van deze fractie is niets bekend{nabij(fractie, bekend.values())}",
            grondslag="onbekend is iets anders dan nee (art. 1)",
            herstel="Vraag het haar, en leg het vast: klacht fracties FRACTIE --status STATUS --van DATUM --bron TEKST",
        )
    gekozen = [f for f in register.fractie if fractie is None or gelijkend(f.naam) == gelijkend(fractie)]
    wijzigingen = [
        w._replace(zegt=[zin for f, zin in gewijzigd if fractie is None or gelijkend(f.naam) == gelijkend(fractie)])
        for w, gewijzigd in alles
    ]
    return Fractieoverzicht(
        op, sorted(gekozen, key=lambda f: (gelijkend(f.naam), f.van)), [w for w in wijzigingen if w.zegt]
    )


def meld(werkmap: Werkmap, nieuw: Fractie, *, proef: bool = False) -> Gemeld:
    """Add a period to config/fracties.toml, and keep that text in the journal; a running period ends the day before.

    The file is replaced before the entry is final: what was not recorded then, is at the next check or report.
    """
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        pad = werkmap.config / "fracties.toml"
        oud = lees_fracties(werkmap.config)
        nieuw = _zoals_bekend(nieuw, oud)
        register, eindigt = oud.erbij(nieuw)
        ruw = met_periode(lees_bytes(pad, "config/fracties.toml", GROOTSTE), oud, register)
        boek = Regelboek(journaal)
        for regels in (oud, register):  # what was edited by hand is an entry of its own
            boek.leg_regels_vast(schrijver, regels)
        if not proef:
            try:
                with vervang(pad) as bestand:
                    bestand.write(ruw)
            except OSError as fout:
                feit = f"config/fracties.toml is niet te schrijven: {reden(fout)}; er is niets vastgelegd"
                raise Onbruikbaar("fracties-niet-te-schrijven", feit) from None
    return Gemeld(nieuw, eindigt, list(_opmerkingen(nieuw, oud, register)), proef)


def lees_melding(naam: str, status: str, van: date, tot_en_met: date | None, bron: str) -> Fractie:
    """A period out of what was typed. Raises Invoerfout."""
    if tot_en_met and tot_en_met < van:
        raise Invoerfout("einde-voor-begin", "--tot-en-met ligt vóór --van")
    velden = {"naam": naam.strip(), "status": status.strip().lower(), "bron": " ".join(bron.split())}
    for veld, waarde in velden.items():
        if not waarde:
            raise Invoerfout("gegeven-leeg", f"{veld} is leeg")
        lees_veld(Fractie, veld, waarde, wat="de melding", code="melding-fout")
    return Fractie(velden["naam"], velden["status"], van, velden["bron"], tot_en_met)  # type: ignore[arg-type]


def _zoals_bekend(nieuw: Fractie, register: Fracties) -> Fractie:
    """The fractie under the name that it has already."""
    naam = next((f.naam for f in register.fractie if gelijkend(f.naam) == gelijkend(nieuw.naam)), nieuw.naam)
    return Fractie(naam, nieuw.status, nieuw.van, nieuw.bron, nieuw.tot_en_met)


def _opmerkingen(nieuw: Fractie, oud: Fracties, register: Fracties) -> Iterator[str]:
    """A name that is like another, and a day from which nothing is known any more."""
    if not oud.kent(nieuw.naam) and (lijkt := nabij(nieuw.naam, (f.naam for f in oud.fractie))):
        yield f"{nieuw.naam} is nieuw in het overzicht{lijkt}"
    if nieuw.tot_en_met and nieuw.tot_en_met < date.max:
        daarna = nieuw.tot_en_met + timedelta(days=1)
        if oud.op(nieuw.naam, daarna) and not register.op(nieuw.naam, daarna):
            yield f"Vanaf {voluit(daarna)} is van deze fractie nu niets meer bekend."


def _wijzigingen(journaal: Journaal, register: Fracties) -> list[tuple[Wijziging, list[tuple[Fractie, str]]]]:
    """Each text of the register that the journal keeps, against the one before; last the file as it now is."""
    uit, vorige, gehouden = [], Fracties(), set()
    for v in journaal.lees_werkmap("regels_vastgelegd"):
        if isinstance(v.gebeurtenis, RegelsVastgelegd) and v.gebeurtenis.bron.id == "fracties":
            nu = lees_tekst(v.gebeurtenis.tekst, Fracties)
            uit.append((Wijziging(v.nummer, v.vastgelegd_op, v.door, []), list(verschil(vorige, nu))))
            vorige = nu
            gehouden.add(v.gebeurtenis.bron.sha256)
    if tekst_van(register)[0].sha256 not in gehouden or register != vorige:
        uit.append((Wijziging(None, "", "", []), list(verschil(vorige, register))))
    return uit
