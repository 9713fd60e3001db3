"""The tables of the form that a klager filled in: which block each is, which question a row, and what stands in a box.

A box is known by its tag, or else by the label beside it: LibreOffice drops the tags when it saves. What was not read
from its own box bears a doubt, for a person to agree to. A box where it does not belong is told, and not read: in the
table of another block, beside another question, or together with another box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from klachtcli.fouten import Invoerfout
from klachtcli.stukken.celtekst import TABEL, WIJZIGINGEN, Inhoud, lees_inhoud
from klachtcli.stukken.formulier import PLAATSHOUDERS, UW_ANTWOORD
from klachtcli.stukken.formuliervelden import BLOKKEN, Blok, Veld
from klachtcli.stukken.pakket import W

ALS_STUK = "Is het een brief, geef hem dan als stuk: klacht ontvang --stuk BESTAND"
MEESTE = 100  # of one block; more nobody fills in
ZONDER_VAK = "gelezen bij de vraag ernaast, want het vak zelf is weg"
ERNAAST, VOORGEDRUKT = "het staat naast het vak", "de voorgedrukte tekst staat er nog bij"
ANDERE_VRAAG = "de vraag ernaast is veranderd"
ERBIJ = "er is een rij bij gezet, dus ga na bij welke dit hoort"
# What Word itself puts in a box that was emptied, in Dutch and English, of now and before.
_VAN_WORD = (
    "Klik of tik om tekst in te voeren.", "Klik of tik om een datum in te voeren.", "Kies een item.",
    "Klik hier als u tekst wilt invoeren.", "Klik hier als u een datum wilt invoeren.",
    "Click or tap here to enter text.", "Click or tap to enter a date.", "Choose an item.",
    "Click here to enter text.", "Click here to enter a date.",
)  # fmt: skip
_CIJFERS = "0123456789"
Plaats = tuple[Blok, Veld]
_MERKEN: dict[str, Plaats] = {".".join(filter(None, (b.plek, v.naam))): (b, v) for b in BLOKKEN for v in b.velden}
Uitleg = Mapping[tuple[str, str], str]  # head of a block and name of a field -> what the form says below its label


class Vakinhoud(NamedTuple):
    """What stands in a box, and why somebody must agree to it; no reason where it was read from its own box."""

    tekst: str
    twijfel: str = ""


class Deel:
    """A block as it was found: its head as it is printed, and what was read for each field, once or more."""

    def __init__(self, blok: Blok, nummer: int) -> None:
        self.blok = blok
        self.kop = f"{blok.kop} {nummer}" if blok.aantal else blok.kop
        self.velden: dict[str, list[Vakinhoud]] = {}
        self.gedeeld = False  # its table holds another without a head between them

    def waar(self, veld: Veld) -> str:
        """A field in words: `Gebeurtenis 1, 'Waar was dat?'`."""
        return f"{self.kop}, '{veld.label}'"

    @property
    def leeg(self) -> bool:
        """Whether nothing was filled in."""
        return not any(gelezen.tekst for alle in self.velden.values() for gelezen in alle)


class _Rij(NamedTuple):
    """A row: the cell of the question as text, that of the answer, the other cells, and the fields with a box in it."""

    links: Inhoud
    rechts: Any
    rest: list[Any]
    vakken: dict[str, Plaats]

    @classmethod
    def van(cls, cellen: list[Any]) -> _Rij:
        """The answer stands in the cell with the box, behind the question; where the boxes are gone in the second."""
        n = next((n for n, cel in enumerate(cellen) if n and _velden_in(cel)), 1)
        rechts = cellen[n] if n < len(cellen) else None
        vakken = {merk: plaats for cel in cellen for merk, plaats in _velden_in(cel).items()}
        return cls(lees_inhoud(cellen[n - 1]), rechts, cellen[: n - 1] + cellen[n + 1 :], vakken)

    @property
    def kop(self) -> Blok | None:
        """Of which block it is the head."""
        kop = plat(self.links.tekst.split("\n")[0].strip().rstrip(_CIJFERS))
        return next((b for b in BLOKKEN if plat(b.kop) == kop), None)

    @property
    def naast_kop(self) -> bool:
        """Whether something was written beside the question that is not printed there in a head."""
        teksten = (plat(lees_inhoud(cel).tekst) for cel in (self.rechts, *self.rest) if cel is not None)
        return any(tekst not in ("", plat(UW_ANTWOORD)) for tekst in teksten)


def lees_tafels(wortel: Any, uitleg: Uitleg, let_op: list[str]) -> list[Deel]:
    """Every table of the form, block by block, in the order in which they stand."""
    delen: list[Deel] = []
    vreemd = 0
    for tafel in wortel.iter(f"{W}tbl"):
        if binnen(tafel, "tc") is not None or binnen(tafel, "txbxContent") is not None:
            continue  # belongs to the cell that it stands in
        rijen = [_Rij.van(cellen) for rij in tafel.iter(f"{W}tr") if (cellen := _cellen(rij, tafel))]
        blok = _blok_van(rijen)
        if blok is not None:
            _lees_tafel(rijen, blok, delen, uitleg, let_op)
        elif lees_inhoud(tafel).tekst:
            vreemd += 1
    if vreemd:
        let_op.append(f"Tabellen die niet van het formulier zijn: {vreemd}; niet overgenomen.")
    return delen


def _cellen(rij: Any, tafel: Any) -> list[Any]:
    """The cells of a row of this very table; none of one of which the removal was tracked."""
    if binnen(rij, "tbl") is not tafel or rij.find(f"{W}trPr/{W}del") is not None:
        return []
    return [cel for cel in rij.iter(f"{W}tc") if binnen(cel, "tr") is rij]


def _blok_van(rijen: Sequence[_Rij]) -> Blok | None:
    """Which block a table begins as: by its head or a box, whichever comes first, or else by its labels."""
    for rij in rijen:
        if rij.kop is not None:
            return rij.kop
        if len(blokken := {blok.kop: blok for blok, _ in rij.vakken.values()}) == 1:
            return next(iter(blokken.values()))
    aantallen = [sum(_veld_met_label(b, r.links.tekst) is not None for r in rijen) for b in BLOKKEN]
    return BLOKKEN[aantallen.index(max(aantallen))] if aantallen.count(max(aantallen)) == 1 else None


def _lees_tafel(rijen: Sequence[_Rij], blok: Blok, delen: list[Deel], uitleg: Uitleg, let_op: list[str]) -> None:
    """The rows of one table. Where a head, or its first question, comes again there begins another block."""
    deel = _nieuw(blok, delen)
    for rij in rijen:
        if (kop := rij.kop) is not None and (kop is deel.blok or not rij.naast_kop):
            deel = _nieuw(kop, delen) if deel.velden or kop is not deel.blok else deel
            deel.kop = _vrije_kop(_gedrukte_kop(rij.links.tekst, deel), delen)
            if "\n" in rij.links.tekst or rij.naast_kop:
                let_op.append(f"{deel.kop}: in de kop van de tabel staat iets; niet overgenomen.")
            continue
        op_label = _veld_met_label(deel.blok, rij.links.tekst)
        if mis := _mis(rij, deel, op_label):
            let_op.append(mis)
            continue
        veld = next((v for _, v in rij.vakken.values()), op_label)
        if veld is None or rij.rechts is None:
            if rij.links.tekst or rij.naast_kop:
                let_op.append(f"{deel.kop}: hier staat een rij die het formulier niet kent; niet overgenomen.")
            continue
        if veld is deel.blok.velden[0] and veld.naam in deel.velden and deel.blok.aantal:
            deel.gedeeld, kop_ = True, deel.kop
            deel = _nieuw(deel.blok, delen)
            deel.gedeeld, deel.kop = True, _vrije_kop(kop_, delen)
        waar = deel.waar(veld)
        let_op += _naast_de_vraag(rij.links, veld, uitleg.get((deel.blok.kop, veld.naam)), waar)
        if any(lees_inhoud(cel).tekst for cel in rij.rest):
            let_op.append(f"{waar}: ernaast staat nog een cel met tekst; die is niet overgenomen.")
        gelezen = _lees_vak(rij.rechts, veld, waar, let_op)
        if gelezen.tekst:
            erbij = ERBIJ if deel.gedeeld else "", ANDERE_VRAAG if op_label is None and rij.links.tekst else ""
            gelezen = Vakinhoud(gelezen.tekst, "; ".join(filter(None, (gelezen.twijfel, *erbij))))
        deel.velden.setdefault(veld.naam, []).append(gelezen)


def _mis(rij: _Rij, deel: Deel, op_label: Veld | None) -> str:
    """Why the boxes in a row are not read: they are of other questions than the row. Those count as seen."""
    vreemd = [f"{b.kop}, '{v.label}'" for b, v in rij.vakken.values() if b is not deel.blok]
    namen = {v.naam for b, v in rij.vakken.values() if b is deel.blok} | ({op_label.naam} if op_label else set())
    if not rij.vakken or (not vreemd and len(namen) == 1):
        return ""
    for naam in namen:
        deel.velden.setdefault(naam, [])
    if vreemd:
        return f"{deel.kop}: hier staat een vak van een andere tabel ({'; '.join(sorted(vreemd))}); niet overgenomen."
    bij = " en ".join(f"'{v.label}'" for v in deel.blok.velden if v.naam in namen)
    return f"{deel.kop}: hier staan {bij} door elkaar; niet overgenomen."


def _gedrukte_kop(tekst: str, deel: Deel) -> str:
    """The head as it is printed, with its number; of what cannot be a number of ours the head that belongs to it."""
    kop = " ".join(tekst.split("\n")[0].split())
    return kop if len(kop) <= len(deel.blok.kop) + len(f" {MEESTE}") else deel.kop


def _vrije_kop(kop: str, delen: Sequence[Deel]) -> str:
    """The head as it is printed, so that a person finds it; of a copy with what tells it apart."""
    bezet = {d.kop for d in delen if d.velden}
    return next(naam for naam in (kop, *(f"{kop} ({n}e keer)" for n in range(2, MEESTE + 3))) if naam not in bezet)


def _nieuw(blok: Blok, delen: list[Deel]) -> Deel:
    deel = Deel(blok, sum(d.blok is blok for d in delen) + 1)
    delen.append(deel)
    if sum(d.blok is blok for d in delen) > MEESTE:
        raise Invoerfout("formulier-te-veel", f"op dit formulier staan meer dan {MEESTE} van de tabel '{blok.kop}'",
                         herstel=ALS_STUK)  # fmt: skip
    return deel


def _velden_in(cel: Any) -> dict[str, Plaats]:
    """The fields that have a box in a cell, or around it, by their tag."""
    rondom = takewhile(lambda om: om.tag != f"{W}tr", cel.iterancestors())
    vakken = (*_vakken(cel), *(om for om in rondom if om.tag == f"{W}sdt"))
    return {merk: _MERKEN[merk] for vak in vakken if (merk := _merk_van(vak)) in _MERKEN}


def _merk_van(vak: Any) -> str:
    """The tag of a box, without its number."""
    merk = vak.find(f"{W}sdtPr/{W}tag")
    return "" if merk is None else re.sub(r"\.\d{1,3}\.", ".", merk.get(f"{W}val", ""))


def _vakken(cel: Any) -> Iterator[Any]:
    """The boxes in a cell, not those within another."""
    return (v for v in cel.iter(f"{W}sdt") if (om := binnen(v, "sdt")) is None or cel not in om.iterancestors(f"{W}tc"))


def _veld_met_label(blok: Blok, tekst: str) -> Veld | None:
    """The question that the left cell begins with; the longest, where one begins as another."""
    heel, eerste = plat(tekst), plat(tekst.split("\n")[0])
    precies = next((v for v in blok.velden if plat(v.label) == eerste), None)
    begint = (v for v in sorted(blok.velden, key=lambda v: -len(v.label)) if f"{heel} ".startswith(f"{plat(v.label)} "))
    return precies or next(begint, None)


def _naast_de_vraag(links: Inhoud, veld: Veld, uitleg: str | None, waar: str) -> Iterator[str]:
    """What was written, or put, in the cell of the question itself."""
    rest = _zonder_artikel(plat(links.tekst).removeprefix(plat(veld.label)))
    if uitleg is not None and rest not in ("", _zonder_artikel(plat(uitleg))):
        yield f"{waar}: in het vak met de vraag staat nog iets; dat is niet overgenomen."
    for merk in sorted(links.merken):
        yield f"{waar}: bij de vraag staat {merk}; niet overgenomen."


def _zonder_artikel(tekst: str) -> str:
    """A form of before may name another article."""
    return re.sub(r"\(art\. [^()]*\)$", "", tekst.strip(" ?")).strip()


# ---- one box ----


def _lees_vak(cel: Any, veld: Veld, waar: str, let_op: list[str]) -> Vakinhoud:
    """What stands in the cell of an answer."""
    eigen = [vak for vak in _vakken(cel) if _merk_van(vak) in _MERKEN]
    heel = lees_inhoud(cel)
    tekst = "\n".join(lees_inhoud(v).tekst for v in eigen) if eigen else heel.tekst
    tekst, gedrukt = _zonder_plaatshouder(tekst, veld)
    twijfel = set() if _velden_in(cel) else {ZONDER_VAK}
    if eigen and (naast := lees_inhoud(cel, zonder=eigen).tekst):
        if tekst:
            let_op.append(f"{waar}: naast het vak staat nog tekst; die is niet overgenomen.")
        else:
            tekst, twijfel, gedrukt = naast, {ERNAAST}, False
    if veld.vorm == "handtekening":
        staat = " en ".join([*sorted(heel.merken), *(["tekst"] if tekst else [])]) or "niets"
        let_op.append(
            f"In het vak '{veld.label}' staat {staat}. Of het is ondertekend, stelt u zelf vast. "
            "Leg het vast vóór u toetst: klacht vul-aan, met ondertekend = true of false."
        )
        return Vakinhoud("")
    for merk in sorted(heel.merken - {WIJZIGINGEN, TABEL}):
        let_op.append(f"{waar}: in het vak staat ook {merk}; niet overgenomen.")
    if WIJZIGINGEN in heel.merken and not tekst:
        let_op.append(f"{waar}: hier staan {WIJZIGINGEN}, en daarna blijft niets over.")
    twijfel |= heel.merken & {WIJZIGINGEN, TABEL} | ({VOORGEDRUKT} if gedrukt else set())
    tekst = tekst if veld.vorm == "alinea" else " ".join(tekst.split())
    return Vakinhoud(tekst, "; ".join(sorted(twijfel)) if tekst else "")


def _zonder_plaatshouder(tekst: str, veld: Veld) -> tuple[str, bool]:
    """The text without what is printed in an empty box, before or behind it; and whether that was anywhere in it."""
    gedrukt = (PLAATSHOUDERS[veld.vorm], *_VAN_WORD)
    uit = tekst
    for zin in gedrukt:
        uit = uit.removeprefix(zin).removesuffix(zin)
    return uit.strip(), any(zin in tekst for zin in gedrukt)


def binnen(element: Any, naam: str) -> Any:
    """The nearest element of this name that it stands in; None where there is none."""
    return next(element.iterancestors(f"{W}{naam}"), None)


def plat(tekst: str) -> str:
    """A text as it is compared: on one line, without case, and without the mark that it ends in."""
    return " ".join(tekst.split()).casefold().rstrip(" ?:.")
