"""What was answered, as it will be recorded: shown once before that, on the terminal alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klachtcli.cli import scherm
from klachtcli.cli.antwoorden import zeg
from klachtcli.cli.vragenlijst import lijst
from klachtcli.instellingen.papieren import Papier
from klachtcli.secretariaat.onafgemaakt import Stand

_NAMEN = {"eerder_beoordeeld": "eerder beoordeeld", "cao_procedure": "procedure cao", "nog": "", "bijlagen": ""}


def vat_samen(stand: Stand, papieren: Sequence[Papier]) -> None:
    """Every answer under its head, what stayed open, and the papers that are kept."""
    scherm.meld("\nSamenvatting\n────────────")
    open_: list[str] = []
    for kop, naam, waarde in _regels(stand):
        if kop:
            scherm.meld(kop)
        if waarde:
            scherm.meld(f"  {naam:20} {waarde}")
        else:
            open_.append(naam)
    for papier in papieren:
        scherm.meld(f"  {'stuk':20} {papier.bijlage.bestand} ({papier.bijlage.omschrijving})")
    if open_:
        scherm.meld(f"Nog open: {', '.join(dict.fromkeys(open_))}. Wat daarvan moet, zegt straks: klacht toets")


def _regels(stand: Stand) -> Iterator[tuple[str, str, str]]:
    """Head (where a block begins), name of the field, and the answer in words."""
    gang = lijst()
    vraag = next(gang)
    for plek in stand.gevraagd:
        antwoord = stand.bekend.get(plek)
        naam = _NAMEN.get(vraag.veld, vraag.veld.replace("_", " "))
        if naam:
            yield vraag.kop, naam, zeg(vraag, antwoord)
        try:
            vraag = gang.send(antwoord)
        except StopIteration:
            return
