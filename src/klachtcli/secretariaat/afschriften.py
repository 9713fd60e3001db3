"""The copy of the klacht for the aangeklaagde (art. 10 lid 3): what of the klager its papers still show."""

from __future__ import annotations

import html
import re

from klachtcli import klok
from klachtcli.fouten import Gebrek, Geweigerd
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.stukken.gegevens import meegestuurd
from klachtcli.stukken.gegevens_horen import WEGGELATEN, afschrift, getuigen, privefeiten, staat_in
from klachtcli.zaak.gebeurtenissen import AfwijkingVastgelegd, Stuk
from klachtcli.zaak.zaak import Zaak

AFSCHRIFT = "afschrift-klacht"
# Where one piece of text ends and another begins, in Word and in OpenDocument: all else within a word is no border.
_GRENS = re.compile(r"</w:(?:p|tc)>|<w:(?:br|cr|tab)\b[^>]*>|</text:(?:p|h)>|<text:(?:line-break|tab|s)\b[^>]*>")
_BEELD = ("word/media/", "Pictures/")


def kijk_bijlagen_na(journaal: Journaal, dossier: Zaak, schrijver: Schrijver, gelakt: bool) -> tuple[str, ...]:
    """Art. 10 lid 3: the papers that go along do not show where the klager can be reached, as far as can be seen.

    Raises Geweigerd for a paper in which it stands, unless it is covered in the copy: that is recorded.
    """
    k = dossier.klaagschrift
    feiten = [(f, _BEREIKBAAR) for f in privefeiten(k.klager)] + [(naam, _GETUIGE) for naam in getuigen(k)]
    gebreken, dicht = [], []
    for n, stuk in meegestuurd(dossier):
        tekst, heel = _leesbare_tekst(journaal.lees_stuk(stuk), stuk)
        if not heel:
            dicht.append(f"{n} ({stuk.bestand})")
        gevonden = (wat for feit, wat in feiten if staat_in(feit, tekst))
        gebreken += [Gebrek(f"bijlage {n}", wat) for wat in dict.fromkeys(gevonden)]
    if gebreken and not gelakt:
        raise Geweigerd(
            "afschrift-toont-adres",
            f"de bijlagen bij het afschrift in zaak {dossier.nummer} laten zien wat de aangeklaagde niet krijgt",
            grondslag="art. 10 lid 3",
            gebreken=gebreken,
            herstel=f"Haal de stukken op met klacht toon {dossier.nummer} --stukken MAP, lak ze, en stuur die mee; zeg "
            "dan: --gelakt",
        )
    if gebreken:
        van = tuple(f"{x.plaats}: {x.feit}" for x in gebreken)
        schrijver.voeg_toe(
            dossier.nummer, AfwijkingVastgelegd(klok.vandaag(), AFSCHRIFT, van, "in het afschrift gelakt")
        )
    weg = ["In de tekst is een adres of de naam van een getuige weggelaten: lees het afschrift na."]
    opmerkingen = weg if WEGGELATEN in str(afschrift(dossier)) else []
    if not dicht:
        return tuple(opmerkingen)
    return (
        *opmerkingen,
        f"In bijlage {', '.join(dicht)} kan klacht niet kijken: lees die zelf na op gegevens van de klager.",
    )


def _leesbare_tekst(ruw: bytes, stuk: Stuk) -> tuple[str, bool]:
    """What can be read of an attachment, and whether that is all: not of a scan, or of a picture in a Word document."""
    if stuk.bestand.lower().endswith((".docx", ".odt")):
        return _tekst_uit_zip(ruw)
    if b"\0" in ruw[:1024] or ruw[:5] == b"%PDF-":
        return "", False
    try:
        return ruw.decode("utf-8"), True
    except UnicodeDecodeError:
        return ruw.decode("cp1252", errors="replace"), True


def _tekst_uit_zip(ruw: bytes) -> tuple[str, bool]:
    """All text in it, also what was taken out or is hidden: whoever gets the file can find that."""
    from klachtcli.stukken.pakket import PakketFout, pak_uit

    try:
        _, inhoud = pak_uit(ruw)
    except PakketFout:
        return "", False
    delen = [xml.decode("utf-8", errors="replace") for naam, xml in inhoud.items() if naam.endswith((".xml", ".rels"))]
    ruw_xml = "\n".join(delen)  # a link says in its tag where it leads
    tekst = html.unescape(f"{re.sub(r'<[^>]*>', '', _GRENS.sub(chr(10), ruw_xml))}\n{ruw_xml}")
    return tekst, not any(naam.startswith(_BEELD) for naam in inhoud)


_BEREIKBAAR = "toont een adres, telefoonnummer of e-mailadres van de klager"
_GETUIGE = "noemt een getuige, en in het afschrift staat dat hun namen er niet in staan"
