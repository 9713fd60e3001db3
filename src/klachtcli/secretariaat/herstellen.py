"""A copy of a work folder put back: into a folder that is empty, or, when one is told to, over an older self.

Everything is verified before anything is written. The journal gets its place last, so half a work folder is none; what
it takes the place of stays beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Invoerfout, KlachtFout, Onbruikbaar
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.kopie import Gekeurd, keur, stand, vervang, zaken_in
from klachtcli.journaal.kopielezer import Kopie
from klachtcli.journaal.kopievorm import HERKEN, kapot
from klachtcli.journaal.ringherstel import ontbrekend
from klachtcli.journaal.sleutelkopie import lees_ring
from klachtcli.journaal.sleutels import Sleutelring
from klachtcli.schijf import geef_naam, gooi_weg, open_klad, reden
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.herstelplan import Plan, eis_leeg, maak_plan, neem_terug, zet_bestanden
from klachtcli.secretariaat.hersteltegenover import Tegenover, eis_toestemming, kijk_wat_er_staat
from klachtcli.secretariaat.opruimen import maak_vernietiging_af, oude_sleutels
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.sleutelloos import opsomming
from klachtcli.secretariaat.vernietigen import vernietig
from klachtcli.secretariaat.werkmap import Werkmap, eis_sleutels_elders


class Hersteld(NamedTuple):
    """A work folder that was put back. laatste: the day of its last entry; oud: where the journal stands that went.

    bestanden: how many files came, of which `opzij` in the place of another, which stays beside it.
    """

    map: Path
    zegel: Zegel
    zaken: int
    laatste: date
    bestanden: int
    opzij: int
    oud: Path | None
    opmerkingen: list[str]


class Wens(NamedTuple):
    """What may be done. bevestig: asks for the zegel that goes, after a sentence that says what does."""

    vervang: bool = False
    bevestig: Callable[[str], str] = lambda _: ""
    onvolledig: bool = False
    proef: bool = False


def is_werkmapkopie(pad: Path) -> bool:
    """Whether a file is, or was, a copy of a work folder. Raises Invoerfout where it cannot be read."""
    try:
        with pad.open("rb") as bestand:
            return HERKEN in bestand.read(200)
    except (OSError, ValueError) as fout:
        waarom = "zij is er niet" if isinstance(fout, FileNotFoundError) else reden(fout)
        feit = f"de kopie is niet te lezen: {waarom}"
        raise Invoerfout("bestand-onleesbaar", feit, herstel="Controleer de naam") from None


def herstel_werkmap(pad: Path, map_: Path, wens: Wens) -> Hersteld:
    """Put the copy in a file back in a folder. Raises Invoerfout, Geweigerd, Onbruikbaar; nothing is changed then."""
    eis_sleutels_elders(map_)
    with _geschreven(), Kopie(pad) as kopie, _ring(kopie.manifest.werkmap) as ring:  # noqa: SIM117 - too long in one
        with _plaats(map_, wens.proef) as plek, _journaal(kopie, plek) as klad:
            zonder, opmerkingen = _zonder_sleutel(ring.werkmap, klad, wens.onvolledig)
            gekeurd = keur(klad, zonder)
            if gekeurd.zegel != kopie.manifest.zegel or stand(klad).werkmap != ring.werkmap:
                raise kapot()
            tegenover = kijk_wat_er_staat(map_, klad)
            eis_toestemming(tegenover, stand(klad), wens.vervang, wens.bevestig)
            plan = maak_plan(kopie, map_, ring, zonder)
            if tegenover is None:
                eis_leeg(map_, plan)
            oud = None if wens.proef else _zet_terug(plan, klad, tegenover)
            opmerkingen += [] if wens.proef else _na(Werkmap(map_), ring.werkmap, zonder)
    return _hersteld(map_, gekeurd, plan, oud, opmerkingen)


def _zet_terug(plan: Plan, klad: Path, tegenover: Tegenover | None) -> Path | None:
    """The files, and then the journal; where it went wrong in a folder that was empty, it is that again."""
    geschreven: list[Path] = []
    try:
        zet_bestanden(plan, geschreven)
        if tegenover is not None:
            return vervang(klad, plan.map / JOURNAAL, tegenover.zegel)
        geef_naam(klad, plan.map / JOURNAAL)
    except BaseException:
        if tegenover is None:
            neem_terug(plan.map, geschreven)
        raise
    return None


def _na(werkmap: Werkmap, id_: str, zonder: Collection[str]) -> list[str]:
    """What a restored work folder needs: that destroyed cases stay destroyed, and that all of it is sound."""
    opnieuw = [_vernietig_weer(werkmap, zaak) for zaak in sorted(lees_ring(id_).vernietigd.keys() & set(zonder))]
    with werkmap.journaal() as journaal:
        weg = oude_sleutels(journaal)
    for zaak in weg:
        maak_vernietiging_af(werkmap, zaak)
    controle.controleer(werkmap)
    return [*opnieuw, *(f"De sleutel van {zaak} stond nog in de sleutelring; de zaak is vernietigd, dus hij is eruit."
                        for zaak in weg)]  # fmt: skip


def _vernietig_weer(werkmap: Werkmap, zaak: str) -> str:
    """End in this older journal what the ring remembers; the second person agreed to it then."""
    try:
        vernietig(werkmap, zaak, "")
    except KlachtFout as fout:
        return (f"{zaak}: na deze kopie vernietigd, maar hierin nog niet: {fout.feit}. Tot dan weigeren ontvangen, "
                f"vandaag en overzichten: klacht beheer vernietig {zaak}")  # fmt: skip
    return f"{zaak}: na deze kopie vernietigd, en nu ook hierin; haar brieven kwamen niet terug."


def _zonder_sleutel(werkmap: str, klad: Path, onvolledig: bool) -> tuple[set[str], list[str]]:
    """The cases in the copy that stay shut, and what to say of it. Raises Onbruikbaar where that was not foreseen."""
    zonder = ontbrekend(werkmap, zaken_in(klad))
    vernietigd = zonder & lees_ring(werkmap).vernietigd.keys()
    if (kwijt := zonder - vernietigd) and not onvolledig:
        raise Onbruikbaar(
            "sleutels-ontbreken", f"de sleutelring heeft geen sleutel van {opsomming(kwijt)}, en die in de kopie zit",
            herstel="Zet een nieuwere sleutelkopie terug; is die er niet, zet dan met --onvolledig terug wat open gaat",
        )  # fmt: skip
    zin = (
        "er is geen sleutel van; wat erin stond is niet te lezen, en de brieven bleven in de kopie. Wat over alle "
        "zaken gaat, slaat dit over en zegt dat erbij, tot er een sleutelkopie met die sleutel is teruggezet"
    )
    return zonder, [f"{opsomming(kwijt)}: {zin}."] if kwijt else []


@contextmanager
def _ring(werkmap: str) -> Iterator[Sleutelring]:
    """The ring of the copy; without it nothing of it can be opened."""
    try:
        ring = Sleutelring(werkmap)
    except KlachtFout as fout:
        herstel = "Zet eerst de sleutelring terug: klacht beheer herstel SLEUTELKOPIE"
        raise Onbruikbaar(fout.code, fout.feit, grondslag=fout.grondslag, herstel=herstel) from None
    try:
        yield ring
    finally:
        ring.sluit()


@contextmanager
def _plaats(map_: Path, proef: bool) -> Iterator[Path]:
    """Where the draft of the journal may stand: the folder, made for it; as a rehearsal the nearest that is there."""
    if proef or map_.exists():
        yield next(pad for pad in (map_.absolute(), *map_.absolute().parents) if pad.exists())
        return
    map_.mkdir(parents=True)
    try:
        yield map_
    except BaseException:
        neem_terug(map_, [])
        if not any(map_.iterdir()):
            map_.rmdir()
        raise


@contextmanager
def _journaal(kopie: Kopie, plek: Path) -> Iterator[Path]:
    """The journal of the copy as a draft; gone after it, unless it got its place."""
    with open_klad(plek / JOURNAAL) as (klad, bestand):
        for stuk in kopie.journaal():
            bestand.write(stuk)
    try:
        yield klad
    finally:
        for rest in ("", "-journal"):
            gooi_weg(klad.with_name(f"{klad.name}{rest}"))


@contextmanager
def _geschreven() -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        feit = f"de kopie is niet terug te zetten: {reden(fout)}"
        raise Onbruikbaar("herstel-mislukt", feit, herstel="Kies een andere map") from None


def _hersteld(map_: Path, gekeurd: Gekeurd, plan: Plan, oud: Path | None, opmerkingen: list[str]) -> Hersteld:
    laatste = klok.dag_van(gekeurd.laatste)
    opzij = sum(b.stand == "anders" for b in plan.bestanden)
    aantal = sum(b.stand != "gelijk" for b in plan.bestanden)
    return Hersteld(map_, gekeurd.zegel, gekeurd.zaken, laatste, aantal, opzij, oud, opmerkingen)
