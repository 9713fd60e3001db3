"""A docx template: read, checked and compiled once, then filled many times with the same bytes for the same data.

Filling is strict: a placeholder that nobody fills, an empty one, a list where a text belongs, a sign that XML cannot
hold: each is refused by the name of the placeholder, and never with its value, which may be a person's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache, partial
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, meta
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from klachtcli.fouten import Gebrek, Invoerfout, Onbruikbaar
from klachtcli.stukken.pakket import KOP, Deel, PakketFout, W, lees_xml, pak_uit, tekstdelen, vast_pakket, xml_tekst
from klachtcli.stukken.sjabloontaal import FILTERS, HERSTEL, lees_bron

_GEEN_TEKEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template ready to be filled. soort: the kind of letter; namen: every placeholder in text, header and footer."""

    soort: str
    namen: frozenset[str]
    _vast: tuple[Deel, ...]
    _bronnen: Mapping[str, Template]

    def vul(self, gegevens: Mapping[str, object]) -> bytes:
        """The letter as a docx. Values are texts or lists of texts (or of tables of texts); no value is ever code.

        Errors: Invoerfout plaatshouder-onbekend, -leeg, -geen-tekst, -geen-lijst and -teken; Onbruikbaar
        sjabloon-onveilig and sjabloon-schrijffout for what shows only when the template is filled.
        """
        self._kent_alle_namen(gegevens)
        try:
            nieuw = [Deel.los(pad, _blad(bron.render(gegevens))) for pad, bron in self._bronnen.items()]
        except (TemplateError, PakketFout, TypeError, AttributeError):
            feit = f"sjabloon {self.soort} is met deze gegevens niet te vullen"
            raise Onbruikbaar("sjabloon-schrijffout", feit, herstel=HERSTEL) from None
        return vast_pakket([*self._vast, *nieuw])

    def _kent_alle_namen(self, gegevens: Mapping[str, object]) -> None:
        gebreken = []
        for naam in sorted(self.namen - gegevens.keys()):
            lijkt = get_close_matches(naam, list(gegevens), n=1)
            gebreken.append(Gebrek(naam, "bestaat niet" + (f"; bedoelt u {lijkt[0]}?" if lijkt else "")))
        if gebreken:
            namen = ", ".join(g.plaats for g in gebreken)
            feit = f"sjabloon {self.soort}: deze brief kent de plaatshouder niet: {namen}"
            raise Invoerfout("plaatshouder-onbekend", feit, gebreken=gebreken, herstel=HERSTEL)


@lru_cache(32)
def laad(ruw: bytes, naam: str) -> Sjabloon:
    """Read and compile a template; `naam` is the kind of letter, for messages. The same bytes are compiled once.

    Errors (Onbruikbaar): sjabloon-onleesbaar for a file that is no sound docx, sjabloon-schrijffout for a tag that is
    written wrong, sjabloon-onveilig for a tag that does more than print, choose or repeat.
    """
    try:
        delen, inhoud = pak_uit(ruw)
        paden = tekstdelen(inhoud)
    except PakketFout as fout:
        feit = f"sjabloon {naam} is niet te lezen: {fout}"
        raise Onbruikbaar("sjabloon-onleesbaar", feit, herstel=HERSTEL) from None
    omgeving = _omgeving(naam)
    bomen = {pad: lees_bron(inhoud[pad], omgeving, naam) for pad in paden}
    namen = frozenset[str]().union(*(meta.find_undeclared_variables(boom) for boom in bomen.values()))
    bronnen = {pad: Template.from_code(omgeving, omgeving.compile(boom), {}) for pad, boom in bomen.items()}
    return Sjabloon(naam, namen, tuple(d for d in delen if d.naam not in bronnen), bronnen)


class _Omgeving(ImmutableSandboxedEnvironment):
    """The sandbox: of a value only the fields of a table can be read, and of a loop its counters."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in ("index", "first", "last", "length"):
            return getattr(obj, attribute)
        if not isinstance(obj, Mapping):
            raise Onbruikbaar("sjabloon-onveilig", f"het sjabloon vraagt .{attribute} van iets dat geen velden heeft")
        if attribute not in obj:
            raise Invoerfout("plaatshouder-onbekend", f"het sjabloon vraagt .{attribute} van een regel zonder dat veld")
        return obj[attribute]


def _omgeving(soort: str) -> _Omgeving:
    omgeving = _Omgeving(undefined=StrictUndefined, autoescape=True)
    omgeving.globals.clear()
    omgeving.tests.clear()
    mag: tuple[Callable[..., Any], ...] = (_opsomming, len, str.upper, str.lower)
    omgeving.filters = dict(zip(FILTERS, mag, strict=True))
    omgeving.filters |= {"afdruk": partial(_afdruk, soort), "lijst": partial(_lijst, soort)}
    return omgeving


def _opsomming(regels: list[str], tussen: str = ", ") -> str:
    return tussen.join(regels)


def _afdruk(soort: str, waarde: object, naam: str) -> Markup:
    """A value as it stands in a run: escaped, with the breaks and tabs of Word. No hole, no list."""
    if isinstance(waarde, int) and not isinstance(waarde, bool):  # a counter
        waarde = str(waarde)
    if _is_leeg(waarde):
        raise _weiger(soort, naam, "leeg", "is leeg")
    if not isinstance(waarde, str):
        raise _weiger(soort, naam, "geen-tekst", "is geen tekst; een lijst hoort in {%p for … in … %}")
    tekst = re.sub("\r\n?|[\x0b\x0c]", "\n", waarde)
    if _GEEN_TEKEN.search(tekst):
        raise _weiger(soort, naam, "teken", "bevat een teken dat in een brief niet kan")
    los = str(escape(str(tekst)))
    for teken, merk in (("\n", "br"), ("\t", "tab")):
        los = los.replace(teken, f'</w:t><w:{merk}/><w:t xml:space="preserve">')
    return Markup(los)  # noqa: S704 -- escaped above, and what came after is ours


def _lijst(soort: str, waarde: object, naam: str) -> list[object] | tuple[object, ...]:
    """A list to repeat, none of its lines empty."""
    if not isinstance(waarde, list | tuple):
        raise _weiger(soort, naam, "geen-lijst", "is geen lijst en kan niet worden herhaald")
    if any(_is_leeg(regel) for regel in waarde):
        raise _weiger(soort, naam, "leeg", "heeft een lege regel")
    return waarde


def _is_leeg(waarde: object) -> bool:
    return waarde is None or (isinstance(waarde, str) and not waarde.strip())


def _weiger(soort: str, naam: str, code: str, wat: str) -> Invoerfout:
    return Invoerfout(f"plaatshouder-{code}", f"sjabloon {soort}: {naam} {wat}", gebreken=[Gebrek(naam, wat)])


def _blad(tekst: str) -> bytes:
    """A filled part as bytes, after a strict reading. A table cell that lost all its lines gets the one it needs."""
    wortel = lees_xml(KOP + tekst.encode())
    leeg = [cel for cel in wortel.iter(f"{W}tc") if not len(cel) or cel[-1].tag != f"{W}p"]
    for cel in leeg:
        cel.append(cel.makeelement(f"{W}p"))
    scheef = [tabel for tabel in wortel.iter(f"{W}tbl") if _is_scheef(tabel)]
    for tabel in scheef:
        _verdeel(tabel)
    return KOP + (xml_tekst(wortel) if leeg or scheef else tekst).encode()


def _is_scheef(tabel: Any) -> bool:
    """Whether `{%tc for %}` gave the rows another number of cells than the table has columns."""
    rooster, rij = tabel.find(f"{W}tblGrid"), tabel.find(f"{W}tr")
    return rij is not None and len(rij.findall(f"{W}tc")) != len(rooster) and rij.find(f".//{W}gridSpan") is None


def _verdeel(tabel: Any) -> None:
    """The first column keeps its width; the others share what is left."""
    rooster, rijen = tabel.find(f"{W}tblGrid"), tabel.findall(f"{W}tr")
    breedtes = [int(kolom.get(f"{W}w", "0")) for kolom in rooster]
    aantal = max(len(rij.findall(f"{W}tc")) for rij in rijen)
    nieuw = [breedtes[0], *[sum(breedtes[1:]) // max(1, aantal - 1)] * (aantal - 1)]
    rooster[:] = [rooster.makeelement(f"{W}gridCol", {f"{W}w": str(breedte)}) for breedte in nieuw]
    for rij in rijen:
        for cel, breedte in zip(rij.findall(f"{W}tc"), nieuw, strict=False):
            if (maat := cel.find(f"{W}tcPr/{W}tcW")) is not None:
                maat.set(f"{W}w", str(breedte))
