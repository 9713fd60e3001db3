"""The files of a package, made of what it is made of: the same bytes for the same entries, whenever and wherever."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from klachtcli.audit import mdto
from klachtcli.audit.leesmij import leesmij
from klachtcli.audit.stof import Stof, Zaakstof, briefnaam, vouw_zaak
from klachtcli.audit.verloopblad import maak as maak_verloop
from klachtcli.audit.zaakbestand import schrijf_zaak
from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.instellingen.commissies import Commissie
from klachtcli.journaal.regeltekst import lees_tekst
from klachtcli.zaak.gebeurtenissen import BriefGemaakt

Delen = Iterator[tuple[str, bytes]]
Bestanden = Iterator[tuple[str, bytes, str]]
KETEN, ZAAK, VERLOOP, LEESMIJ = "keten.txt", "gebeurtenissen.json", "verloop.docx", "lees-mij.txt"
_ONBEKEND = "Niet bekend: in deze zaak is geen brief van een commissie vastgelegd"
_WEGGELATEN = "Niet opgenomen in een pakket zonder persoonsgegevens"


# What entries can raise when they are told that are of no real case: of a package without personal facts the content
# is not proven, and may say anything.
_ONMOGELIJK = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, KlachtFout, msgspec.MsgspecError)


def bestanden(stof: Stof) -> Bestanden:
    """Every file: its place below data/, its bytes, their hash. Raises Onbruikbaar where no case follows."""
    try:
        yield from _bestanden(stof)
    except _ONMOGELIJK:
        zaken = ", ".join(z.zaak for z in stof.zaken)
        feit = f"uit de vastleggingen in {ZAAK} van {zaken} volgt geen zaak"
        raise Onbruikbaar("pakket-zonder-zaak", feit, herstel="Kijk het journaal na: klacht audit controleer") from None


def _bestanden(stof: Stof) -> Bestanden:
    gedeeld: list[mdto.Bestand] = []
    for pad, inhoud in _gedeeld(stof):
        gedeeld.append(b := _beschrijf(pad, inhoud, stof.geraamte.tekst_sha256 if pad == KETEN else None))
        yield pad, inhoud, b.sha256
    for deel in stof.zaken:
        beschreven = list(gedeeld)
        for naam, inhoud in _van_zaak(stof, deel):
            beschreven.append(b := _beschrijf(f"{deel.zaak}/{naam}", inhoud))
            yield b.pad, inhoud, b.sha256
        for naam, inhoud in _metagegevens(stof, deel, beschreven):
            yield f"{deel.zaak}/mdto/{naam}.xml", inhoud, sha256(inhoud).hexdigest()


def is_afgeleid(pad: str) -> bool:
    """Whether a file only retells others, so that another version of klacht may write it otherwise."""
    return pad == LEESMIJ or pad.endswith(f"/{VERLOOP}") or "/mdto/" in pad


def _gedeeld(stof: Stof) -> Delen:
    yield KETEN, stof.geraamte.tekst
    yield LEESMIJ, leesmij(stof).encode()
    for hash_, tekst in sorted(stof.regels.items()):
        yield f"regels/{hash_}.json", tekst.encode()
    for hash_, ruw in sorted(stof.sjablonen.items()):
        yield f"sjablonen/{hash_}.docx", ruw


def _van_zaak(stof: Stof, deel: Zaakstof) -> Delen:
    yield ZAAK, schrijf_zaak(stof, deel)
    yield VERLOOP, maak_verloop(stof, deel)
    for nummer, e in deel.brieven_gemaakt:
        if nummer in deel.brieven:
            yield f"brieven/{briefnaam(nummer, e)}", deel.brieven[nummer]
    for nummer, ruw in deel.stukken.items():
        yield f"stukken/{deel.stuknaam(nummer)}", ruw


def _metagegevens(stof: Stof, deel: Zaakstof, beschreven: list[mdto.Bestand]) -> Delen:
    zaak = vouw_zaak(deel)
    dossier = mdto.Dossier(
        deel.zaak, stof.geraamte.werkmap, _archiefvormer(stof, deel), zaak.ankers["ontvangst"],
        zaak.ankers.get("gesloten"), stof.moment, stof.anoniem, deel.bewaartermijn, beschreven,
    )  # fmt: skip
    yield "informatieobject", mdto.informatieobject(dossier)
    for b in beschreven:
        yield b.pad.removeprefix(f"{deel.zaak}/"), mdto.bestand(b, dossier)


def _beschrijf(pad: str, inhoud: bytes, hash_: str | None = None) -> mdto.Bestand:
    return mdto.Bestand(pad, len(inhoud), hash_ or sha256(inhoud).hexdigest(), eigen="/stukken/" not in pad)


def _archiefvormer(stof: Stof, deel: Zaakstof) -> str:
    """The committee as its last letter here was made under: a body, no person."""
    if stof.anoniem:
        return _WEGGELATEN
    for v in reversed(deel.verloop):
        if isinstance(e := v.gebeurtenis, BriefGemaakt) and e.commissie and e.commissie.sha256 in stof.regels:
            return lees_tekst(stof.regels[e.commissie.sha256], Commissie).naam or _ONBEKEND
    return _ONBEKEND
