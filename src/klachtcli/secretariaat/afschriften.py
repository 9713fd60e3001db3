"""The copy of the klacht for the aangeklaagde (art. 10 lid 3): what of the klager its papers still show."""

from __future__ import annotations

import re

from klachtcli import klok
from klachtcli.fouten import Gebrek, Geweigerd
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.stukken.gegevens_horen import WEGGELATEN, afschrift, privefeiten, staat_in
from klachtcli.zaak.gebeurtenissen import AfwijkingVastgelegd, Stuk
from klachtcli.zaak.zaak import Zaak

AFSCHRIFT = "afschrift-klacht"


def kijk_bijlagen_na(journaal: Journaal, dossier: Zaak, schrijver: Schrijver, gelakt: bool) -> tuple[str, ...]:
    """Art. 10 lid 3: the papers that go along do not show where the klager can be reached, as far as can be seen.

    Raises Geweigerd for a paper in which it stands, unless it is covered in the copy: that is recorded.
    """
    feiten = privefeiten(dossier.klaagschrift.klager)
    gebreken, dicht = [], []
    for n, stuk in enumerate(dossier.stukken, 1):
        tekst = _leesbare_tekst(journaal.lees_stuk(stuk), stuk)
        if tekst is None:
            dicht.append(f"{n} ({stuk.bestand})")
        elif any(staat_in(f, tekst) for f in feiten):
            gebreken.append(Gebrek(f"bijlage {n}", "toont een adres, telefoonnummer of e-mailadres van de klager"))
    if gebreken and not gelakt:
        raise Geweigerd(
            "afschrift-toont-adres",
            f"het afschrift in zaak {dossier.nummer} zou laten zien waar de klager te bereiken is",
            grondslag="art. 10 lid 3",
            gebreken=gebreken,
            herstel=f"Haal de stukken op met klacht toon {dossier.nummer} --stukken MAP, lak ze, en zeg dan: --gelakt",
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


def _leesbare_tekst(ruw: bytes, stuk: Stuk) -> str | None:
    """The text of an attachment that is text or a Word document; None for what cannot be looked into."""
    if stuk.bestand.lower().endswith((".docx", ".odt")):
        return _tekst_uit_zip(ruw)
    if b"\0" in ruw[:1024] or ruw[:5] == b"%PDF-":
        return None
    try:
        return ruw.decode("utf-8")
    except UnicodeDecodeError:
        return ruw.decode("cp1252", errors="replace")


def _tekst_uit_zip(ruw: bytes) -> str | None:
    from klachtcli.stukken.pakket import PakketFout, pak_uit

    try:
        _, inhoud = pak_uit(ruw)
    except PakketFout:
        return None
    delen = [xml.decode("utf-8", errors="replace") for naam, xml in inhoud.items() if naam.endswith(".xml")]
    return re.sub(r"<[^>]*>", "", "\n".join(delen))
