"""What goes into the agenda: the hearings of a case and the days on which something is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.recht.datum import voluit
from klachtcli.schijf import reden, vervang
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.agenda import Punt
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.partijen import noem, partijen
from klachtcli.zaak.taken import EIGEN, taken
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak
from klachtcli.zaak.zittingen import Zitting


class Agenda(NamedTuple):
    """The points of an agenda, of which work folder, and the moment of the last entry that it shows."""

    punten: list[Punt]
    werkmap: str
    stand: datetime


def punten(werkmap: Werkmap, zaak: str | None, *, alles: bool, vandaag: date) -> Agenda:
    """Hearings and what secretary and committee must do; with `alles` also what others must, and what is over."""
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        gekozen = [dossiers.zaak(zaaknummer(zaak, vandaag.year))] if zaak else dossiers.zaken(alle=alles)
        uit = [p for z in gekozen for p in (*_zittingen(z), *_dagen(z, dossiers.rekenaar(z), vandaag, alles))]
        return Agenda(uit, journaal.werkmap, datetime.fromisoformat(journaal.laatste_handeling()[1]))


def schrijf(doel: Path, inhoud: bytes) -> None:
    """The file, over the agenda that was there; over nothing else. Raises Invoerfout or Onbruikbaar."""
    try:
        if doel.exists() and not doel.read_bytes()[:15] == b"BEGIN:VCALENDAR":
            raise Invoerfout(
                "geen-agenda", "daar staat al iets anders dan een agenda", herstel="Kies met -o een andere naam"
            )
        with vervang(doel) as bestand:
            bestand.write(inhoud)
    except OSError as fout:
        feit = f"de agenda is niet te schrijven: {reden(fout)}"
        raise Onbruikbaar("agenda-niet-te-schrijven", feit, herstel="Kies met -o een andere plek") from None


def _zittingen(zaak: Zaak) -> Iterator[Punt]:
    """A hearing has one key for its people: moved it keeps it, so that a calendar moves it too."""
    verplaatst = len(zaak.van(g.HoorzittingGepland, g.HoorzittingVerplaatst, g.HoorzittingGeannuleerd))
    per_groep: dict[tuple[str, ...], int] = {}
    for z in zaak.zittingen:
        keer = per_groep[z.wie] = per_groep.get(z.wie, 0) + 1
        weg = z.stand == "geannuleerd" or (z.gepland and "ingetrokken" in zaak.ankers)
        sleutel = f"{zaak.nummer}-hoorzitting-{'-'.join(z.wie)}-{keer}".lower()
        yield Punt(sleutel, z.dag, f"{zaak.nummer} hoorzitting", _wie(z, zaak), z.tijd, verplaatst, weg)


def _wie(z: Zitting, zaak: Zaak) -> str:
    """Who is heard, by their part in the case; never by name."""
    if set(z.wie) == set(partijen(zaak.klaagschrift)):
        return f"Partijen, {'samen' if z.samen else 'apart'} (art. 11 lid 5)."
    return f"Gesprek met {' en '.join(noem(w, zaak.klaagschrift) for w in z.wie)}."


def _dagen(zaak: Zaak, rekenaar: Rekenaar, vandaag: date, alles: bool) -> Iterator[Punt]:
    """Each day on which something is due, and what was done about it."""
    keren = sum(map(len, zaak.verdagingen.values()))
    for t in taken(zaak, rekenaar, vandaag, 7):
        if t.berekening is None or t.sleutel == "houd_hoorzitting" or not (alles or t.wie in EIGEN):
            continue
        b = t.berekening
        uitleg = f"{t.vindplaats}. Veilig: {voluit(b.veilig)}. {t.opdracht}"
        yield Punt(
            f"{zaak.nummer}-{t.sleutel}".lower(), b.uiterlijk, f"{zaak.nummer} uiterlijk: {t.wat}", uitleg, None, keren
        )
    if alles:
        for s in rekenaar.standen(zaak, vandaag):
            if not s.vraagt_aandacht and not s.regel.venster:
                stand = "voldaan" if s.voldaan_op else "voorbij"
                sleutel, titel = f"{zaak.nummer}-{s.regel.id}".lower(), f"{zaak.nummer} {s.regel.naam} ({stand})"
                uitleg = f"{s.regel.vindplaats}."
                yield Punt(sleutel, s.berekening.uiterlijk, titel, uitleg, None, keren, waarschuw=False)
