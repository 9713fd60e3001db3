"""MDTO 1.0.1 (Nationaal Archief): metadata of a case and of each of its files, as XML.

The order of elements is fixed, and one file describes one object. Mandatory of an informatieobject: identificatie,
naam, waardering, archiefvormer, beperkingGebruik; of a bestand: identificatie, naam, omvang, bestandsformaat, checksum,
isRepresentatieVan. Neither naam nor omschrijving names a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

import msgspec

from klachtcli.recht.duur import Duur

_NAAMRUIMTE = "https://www.nationaalarchief.nl/mdto"
_GEEN_TEKEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Deel = tuple[str, "str | Sequence[Deel]"]
# PRONOM, the register of file formats; of what others sent in, only the extension is known.
_FORMATEN = {"docx": ("Microsoft Word for Windows", "fmt/412"), "json": ("JSON Data Interchange Format", "fmt/817"),
             "txt": ("Plain Text File", "x-fmt/111")}  # fmt: skip


class Bewaartermijn(msgspec.Struct, frozen=True, omit_defaults=True):
    """How long a case is kept, from which fact, and its day (None while it is not there yet), as config then said."""

    duur: Duur
    feit: str
    vanaf: date | None = None


class Bestand(NamedTuple):
    """One file of a package: where it stands below data/, its size and hash; eigen: written by klacht."""

    pad: str
    grootte: int
    sha256: str
    eigen: bool = True


class Dossier(NamedTuple):
    """What MDTO tells of a case. archiefvormer: the committee, a body and no person; moment: of the package."""

    zaak: str
    werkmap: str
    archiefvormer: str
    ontvangen_op: date
    gesloten_op: date | None
    moment: str
    anoniem: bool
    bewaartermijn: Bewaartermijn | None
    bestanden: Sequence[Bestand]

    @property
    def naam(self) -> str:
        """What the file is called."""
        return f"Klachtdossier {self.zaak}"

    @property
    def bron(self) -> str:
        """Who gives the numbers and paths out."""
        return f"klacht, werkmap {self.werkmap}"


def informatieobject(d: Dossier) -> bytes:
    """The case as an informatieobject."""
    return _blad("informatieobject", [
        _identificatie(d.zaak, d.bron),
        ("naam", d.naam),
        _begrip("aggregatieniveau", "Dossier", "Begrippenlijst Aggregatieniveaus MDTO"),
        ("omschrijving", _omschrijving(d)),
        ("dekkingInTijd", [
            _begrip("dekkingInTijdType", "Looptijd van de zaak", _EIGEN),
            ("dekkingInTijdBegindatum", str(d.ontvangen_op)),
            *([("dekkingInTijdEinddatum", str(d.gesloten_op))] if d.gesloten_op else []),
        ]),
        ("taal", "nl"),
        ("event", [_begrip("eventType", "Creatie", "Begrippenlijst Eventtypen MDTO"),
                   ("eventTijd", str(d.ontvangen_op))]),
        ("event", [_begrip("eventType", "Pakket gemaakt", _EIGEN), ("eventTijd", d.moment)]),
        _begrip("waardering", "Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", "V"),
        *([_bewaartermijn(d.bewaartermijn)] if d.bewaartermijn else []),
        *(("heeftRepresentatie", _verwijzing(b.pad, b.pad, d.bron)) for b in d.bestanden),
        ("archiefvormer", _verwijzing(d.archiefvormer)),
        ("beperkingGebruik", [
            _begrip("beperkingGebruikType", "Vertrouwelijk", _EIGEN),
            ("beperkingGebruikNadereBeschrijving",
             "Zonder persoonsgegevens; wel herleidbaar voor wie de zaak kent." if d.anoniem else
             "Persoonsgegevens, ook bijzondere (AVG art. 9). Alleen voor wie het dossier mag zien."),
        ]),
    ])  # fmt: skip


def bestand(b: Bestand, d: Dossier) -> bytes:
    """One file of the case as a bestand."""
    return _blad("bestand", [
        _identificatie(b.pad, d.bron),
        ("naam", b.pad.rpartition("/")[2]),
        ("omvang", str(b.grootte)),
        _formaat(b),
        ("checksum", [
            _begrip("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"),
            ("checksumWaarde", b.sha256),
            ("checksumDatum", d.moment),
        ]),
        ("isRepresentatieVan", _verwijzing(d.naam, d.zaak, d.bron)),
    ])  # fmt: skip


def looptijd(duur: Duur) -> str:
    """A length as xsd:duration, which knows no weeks: P56D, P2Y. Raises ValueError for working days."""
    if duur.werkdagen:
        raise ValueError("werkdagen zijn geen kalenderduur")
    delen = ((duur.jaren, "Y"), (duur.maanden, "M"), (7 * duur.weken + duur.dagen, "D"))
    kalender = "".join(f"{aantal}{letter}" for aantal, letter in delen if aantal)
    return f"P{kalender}" + (f"T{duur.uren}H" if duur.uren else "") if kalender or duur.uren else "P0D"


_EIGEN = "Eigen lijst van klacht"


def _omschrijving(d: Dossier) -> str:
    wat = "Het verloop zonder persoonsgegevens" if d.anoniem else "Klaagschrift, stukken, brieven en verloop"
    return f"{wat} van een klacht over ongewenste omgangsvormen, met het bewijs dat het zo is vastgelegd."


def _bewaartermijn(t: Bewaartermijn) -> Deel:
    begin: list[Deel] = [("termijnStartdatumLooptijd", str(t.vanaf))] if t.vanaf else []
    return ("bewaartermijn", [
        _begrip("termijnTriggerStartLooptijd", t.feit, _EIGEN), *begin, ("termijnLooptijd", looptijd(t.duur)),
    ])  # fmt: skip


def _formaat(b: Bestand) -> Deel:
    soort = b.pad.rpartition(".")[2]
    if b.eigen and soort in _FORMATEN:
        label, code = _FORMATEN[soort]
        return _begrip("bestandsformaat", label, "PRONOM", code)
    return _begrip("bestandsformaat", soort, "Achtervoegsel van de bestandsnaam")


def _identificatie(kenmerk: str, bron: str) -> Deel:
    return ("identificatie", [("identificatieKenmerk", kenmerk), ("identificatieBron", bron)])


def _verwijzing(naam: str, kenmerk: str = "", bron: str = "") -> list[Deel]:
    uit: list[Deel] = [("verwijzingNaam", naam)]
    if kenmerk:
        uit.append(("verwijzingIdentificatie", [("identificatieKenmerk", kenmerk), ("identificatieBron", bron)]))
    return uit


def _begrip(element: str, label: str, lijst: str, code: str = "") -> Deel:
    met_code: list[Deel] = [("begripCode", code)] if code else []
    return (element, [("begripLabel", label), *met_code, ("begripBegrippenlijst", _verwijzing(lijst))])


def _blad(soort: str, delen: Sequence[Deel]) -> bytes:
    regels = ['<?xml version="1.0" encoding="UTF-8"?>', f'<MDTO xmlns="{_NAAMRUIMTE}">', *_xml((soort, delen), 1)]
    return "\n".join([*regels, "</MDTO>", ""]).encode()


def _xml(deel: Deel, diepte: int) -> list[str]:
    naam, inhoud = deel
    wit = "  " * diepte
    if isinstance(inhoud, str):
        return [f"{wit}<{naam}>{escape(_GEEN_TEKEN.sub(' ', inhoud))}</{naam}>"]
    return [f"{wit}<{naam}>", *(regel for d in inhoud for regel in _xml(d, diepte + 1)), f"{wit}</{naam}>"]
