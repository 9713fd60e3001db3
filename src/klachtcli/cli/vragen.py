"""A klaagschrift by question and answer, at a terminal: forward, back, off and on again, a summary, and only then kept.

What is typed is kept sealed at each answer (`secretariaat.onafgemaakt`), and gone once it is recorded.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.cli.antwoorden import ja_nee, lees_antwoord, zeg
from klachtcli.cli.samenvatting import vat_samen
from klachtcli.cli.toetsenbord import lees_regel
from klachtcli.cli.vragenlijst import Antwoord, Vraag, ongevraagd, vindplaats, volgende
from klachtcli.fouten import Invoerfout, KlachtFout, Onbruikbaar
from klachtcli.instellingen.klaagschriften import als_klaagschrift, lees_bijlagen
from klachtcli.instellingen.papieren import Papier
from klachtcli.recht.regeling import Vereiste
from klachtcli.secretariaat import onafgemaakt
from klachtcli.secretariaat.onafgemaakt import Stand
from klachtcli.secretariaat.ontvangst import geldende_regeling
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Klaagschrift

_UITLEG = (
    "Enter laat een vraag open. Verder kunt u typen:\n"
    "  terug   naar de vorige vraag\n"
    "  klaar   naar de samenvatting; de rest blijft zoals het is\n"
    "  stop    stoppen en later verder (ook met Ctrl-C)\n"
    "  -       dit leeg laten, waar al iets staat\n"
    "  ?       deze uitleg"
)


class Antwoorden(NamedTuple):
    """What was agreed to: the klaagschrift, its own attachments, and the draft to remove once it is recorded."""

    klaagschrift: Klaagschrift
    bijlagen: list[bytes]
    klad: Path | None


class Gestopt(KeyboardInterrupt):
    """The conversation was stopped; what was typed is kept, or there was nothing."""


class _Terug(Exception):
    """Back to the question before."""


class _Klaar(Exception):
    """On to the summary."""


def eis_terminal() -> None:
    """Refuse to ask where nobody can answer. Raises Invoerfout."""
    if not scherm.kan_vragen():
        raise Invoerfout(
            "geen-terminal",
            "zonder bestand stelt klacht vragen, en hier is geen terminal om ze te beantwoorden",
            herstel="Geef een bestand, of '-' voor standaardinvoer",
        )


def vraag_klaagschrift(
    werkmap: Werkmap, stand: Stand, papieren: Sequence[Papier], *, proef: bool, klad: Path | None = None
) -> Antwoorden:
    """Ask what is not known yet, show the summary, and give what was agreed to.

    klad: where the conversation was kept that goes on; with `proef` nothing is kept. Raises KeyboardInterrupt where it
    was stopped or thrown away, and Invoerfout.
    """
    eis_terminal()
    for zin in stand.opmerkingen:
        scherm.meld(f"Let op: {zin}")
    scherm.meld(_UITLEG)
    if proef:
        scherm.meld("Dit is een proef: wat u typt, wordt niet bewaard.")
    gesprek = _Gesprek(werkmap, stand, papieren, None if proef else klad or onafgemaakt.nieuw(werkmap), klad is None)
    try:
        return gesprek.voer()
    except (KeyboardInterrupt, KlachtFout):
        gesprek.neem_afscheid()
        raise


def ja(tekst: str) -> bool | None:
    """Yes or no; None where Enter left it open."""
    while True:
        scherm.meld(tekst)
        getypt = lees_regel()
        try:
            return ja_nee(getypt) if getypt else None
        except Invoerfout as fout:
            scherm.meld(f"  {fout.feit}.")


class _Gesprek:
    """One conversation: what is known, what was brought along, and where it is kept meanwhile."""

    def __init__(
        self, werkmap: Werkmap, stand: Stand, papieren: Sequence[Papier], klad: Path | None, nieuw: bool
    ) -> None:
        self.werkmap, self.stand, self.papieren, self.klad = werkmap, stand, papieren, klad
        self._bewaart, self._stukken_bewaard = klad is not None, not nieuw
        self.vereisten: Sequence[Vereiste] = geldende_regeling(werkmap, klok.vandaag()).vereiste
        stand.overslaan = ongevraagd(self.vereisten)

    def voer(self) -> Antwoorden:
        """Question by question, to the summary, and back where that is asked for."""
        kop = ""  # of a block of which the first answer was read
        while True:
            while isinstance(vraag := volgende(self.stand), Vraag):
                kop = vraag.kop or kop
                if vraag.plek in self.stand.genomen:
                    self.stand.gevraagd.append(vraag.plek)
                else:
                    self._beantwoord(vraag._replace(kop=kop))
                    kop = ""
            klaagschrift = als_klaagschrift(vraag)
            vat_samen(self.stand, self.papieren)
            if self._akkoord():
                return Antwoorden(klaagschrift, lees_bijlagen(klaagschrift.bijlage, Path.cwd()), self.klad)
            self._ga_terug()

    def neem_afscheid(self) -> None:
        """Say what became of what was typed."""
        if self.klad is not None and self.klad.exists():
            scherm.meld("\nNiets vastgelegd. Wat u typte, is verzegeld bewaard; verder met: klacht ontvang --hervat")

    def _beantwoord(self, vraag: Vraag) -> None:
        """One question: answered, left open, or back to the one before."""
        try:
            bekend, gezegd = self.stand.bekend.get(vraag.plek), self.stand.gezegd.get(vraag.plek, "")
            antwoord = _stel(vraag, bekend, vindplaats(vraag, self.vereisten), gezegd)
        except _Terug:
            if self.stand.gevraagd:
                self._ga_terug()
                self._bewaar()
            else:
                scherm.meld("  Dit is de eerste vraag.")
            return
        except _Klaar:
            self._sla_over()
            return
        self.stand.bekend[vraag.plek] = antwoord
        self.stand.gevraagd.append(vraag.plek)
        self._bewaar()

    def _ga_terug(self) -> None:
        """To the question before; also where its answer was read, it is asked now."""
        plek = self.stand.gevraagd.pop()
        self.stand.genomen = [p for p in self.stand.genomen if p != plek]

    def _sla_over(self) -> None:
        """Leave what was not asked as it is known, up to the summary or to what must be answered."""
        while isinstance(vraag := volgende(self.stand), Vraag):
            if vraag.verplicht and self.stand.bekend.get(vraag.plek) is None:
                scherm.meld("  Deze vraag kan niet open blijven.")
                return
            self.stand.gevraagd.append(vraag.plek)
        self._bewaar()

    def _bewaar(self) -> None:
        """Keep what is known, sealed; where that cannot be, say so once and go on."""
        if self.klad is None or not self._bewaart:
            return
        try:
            if not self._stukken_bewaard:
                onafgemaakt.bewaar_stukken(self.werkmap, self.klad, self.papieren)
                self._stukken_bewaard = True
            onafgemaakt.bewaar(self.werkmap, self.klad, self.stand)
        except Onbruikbaar as fout:
            scherm.meld(f"  Let op: {fout.feit}. U kunt verder, maar niet stoppen en later verdergaan.")
            self._bewaart = False

    def _akkoord(self) -> bool:
        """Yes to record it; False to go back. Raises KeyboardInterrupt where it is left, or thrown away."""
        while True:
            scherm.meld("\nVastleggen? (j, of: terug, stop, weg)")
            getypt = lees_regel().lower()
            if getypt in ("j", "ja"):
                return True
            if getypt == "terug":
                return False
            if getypt == "stop":
                raise Gestopt
            if getypt in ("n", "nee", "weg"):
                if ja("Alles weggooien wat u typte? (j/n)"):
                    self._gooi_weg()
                    raise Gestopt
            else:
                scherm.meld("  Typ j om vast te leggen, terug om te wijzigen, stop voor later, weg om weg te gooien.")

    def _gooi_weg(self) -> None:
        if self.klad is not None:
            onafgemaakt.gooi_weg(self.klad)
        scherm.meld("Weggegooid; er is niets vastgelegd.")


def _stel(vraag: Vraag, bekend: Antwoord, artikel: str, gezegd: str) -> Antwoord:
    """Ask until the answer is good, is left open, or stays what it was. Raises _Terug, _Klaar, KeyboardInterrupt."""
    _toon(vraag, bekend, artikel, gezegd)
    while True:
        getypt = lees_regel(alinea=vraag.veld == "omschrijving")
        if (doe := _OPDRACHTEN.get(getypt.lower())) is not None:
            doe()
            _toon(vraag, bekend, artikel, gezegd)
            continue
        if not getypt and bekend is not None:
            return bekend
        if getypt in ("", "-"):
            if not vraag.verplicht:
                return None
            scherm.meld("  Deze vraag kan niet open blijven.")
            continue
        try:
            antwoord = lees_antwoord(vraag, getypt)
        except Invoerfout as fout:
            feit = "; ".join(g.feit for g in fout.gebreken) or fout.feit
            scherm.meld(f"  Dat lukt niet: {feit}{'' if feit.endswith('?') else '.'}")
            continue
        if vraag.vorm in ("dag", "moment", "wanneer"):
            scherm.meld(f"  = {zeg(vraag, antwoord)}")
        return antwoord


def _toon(vraag: Vraag, bekend: Antwoord, artikel: str, gezegd: str) -> None:
    if vraag.kop:
        scherm.meld(f"\n{vraag.kop}\n{'─' * len(vraag.kop)}")
    scherm.meld(f"{'' if vraag.kop else chr(10)}{vraag.tekst}{' (j/n)' if vraag.vorm == 'janee' else ''}")
    if vraag.keuzes:
        scherm.meld("  " + "  ".join(f"{n} {keuze}".replace(" ", "\xa0") for n, keuze in enumerate(vraag.keuzes, 1)))
    waarom = f"Gevraagd in {artikel}" if artikel and not vraag.waarom else vraag.waarom
    if artikel and vraag.waarom:
        waarom += f" ({artikel})"
    moet = "Deze vraag kan niet open blijven." if vraag.verplicht else ""
    if uitleg := " ".join(filter(None, (waarom and f"{waarom}.", _VOORBEELDEN.get(vraag.vorm), moet))):
        scherm.meld(f"  {uitleg}")
    if gezegd:
        scherm.meld(f"  Op het formulier staat: {textwrap.shorten(gezegd, 200, placeholder=' …')}")
    if bekend is not None:
        nu = textwrap.shorten(zeg(vraag, bekend), 200, placeholder=" …")
        scherm.meld(f"  Nu: {nu} (Enter houdt dit)")


def _ga_terug() -> None:
    raise _Terug


def _maak_klaar() -> None:
    raise _Klaar


def _stop() -> None:
    raise Gestopt


_OPDRACHTEN: dict[str, Callable[[], None]] = {
    "terug": _ga_terug, "klaar": _maak_klaar, "stop": _stop, "?": lambda: scherm.meld(_UITLEG),
}  # fmt: skip
_VOORBEELDEN = {
    "moment": "Bijvoorbeeld: 24 april, gisteren, of 24-4-2026 16:42.",
    "dag": "Bijvoorbeeld: 22 april 2026.",
    "wanneer": "Bijvoorbeeld: 3 maart, maart 2026, of november 2025 tot februari 2026.",
}
