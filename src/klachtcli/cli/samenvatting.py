"""What was answered, as it will be recorded: shown once before that, on the terminal alone."""

from __future__ import annotations

from collections.abc import Sequence

from klachtcli.cli import scherm
from klachtcli.cli.antwoorden import zeg
from klachtcli.cli.vragenlijst import lijst
from klachtcli.instellingen.papieren import Papier
from klachtcli.secretariaat.onafgemaakt import Stand

_ONGENOEMD = ("nog", "bijlagen")  # these only say what is asked next
_INSPRONG = "\n" + " " * 22


def vat_samen(stand: Stand, papieren: Sequence[Papier]) -> None:
    """Every answer under its head, what stayed open, and the papers that are kept."""
    scherm.meld("\nSamenvatting\n────────────")
    open_ = []
    for kop, antwoorden in _blokken(stand).items():
        gegeven = [(naam, waarde) for naam, waarde in antwoorden if waarde]
        if gegeven:
            scherm.meld(kop)
        for naam, waarde in gegeven:
            scherm.meld(f"  {naam:19} {_INSPRONG.join(waarde.splitlines())}")
        if leeg := [naam for naam, waarde in antwoorden if not waarde]:
            open_.append(f"  {kop}: {', '.join(leeg)}")
    if papieren:
        scherm.meld("Wordt verzegeld bewaard")
    for papier in papieren:
        scherm.meld(f"  {papier.bijlage.bestand} ({papier.bijlage.omschrijving})")
    if open_:
        scherm.meld("\nNog open; wat daarvan nodig is, zegt straks klacht toets")
    for regel in open_:
        scherm.meld(regel)


def _blokken(stand: Stand) -> dict[str, list[tuple[str, str]]]:
    """Head of a block -> its fields with their answers in words."""
    gang = lijst(stand.overslaan)
    vraag, kop = next(gang), ""
    uit: dict[str, list[tuple[str, str]]] = {}
    for plek in stand.gevraagd:
        antwoord = stand.bekend.get(plek)
        kop = _kop(vraag.plek) if "." in vraag.plek else vraag.kop or kop
        if vraag.veld not in _ONGENOEMD:
            uit.setdefault(kop, []).append((vraag.veld.replace("_", " "), zeg(vraag, antwoord)))
        try:
            vraag = gang.send(antwoord)
        except StopIteration:
            break
    return uit


def _kop(plek: str) -> str:
    """`aangeklaagde.2.naam` -> `Aangeklaagde 2`; the first of several bears no number."""
    blok, nummer, *_ = plek.split(".")
    return f"{blok.capitalize()} {nummer}" if nummer.isdigit() and nummer != "1" else blok.capitalize()
