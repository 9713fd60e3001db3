"""What stands in a piece of a Word document as a person reads it, and what else is there: marks of what is not read.

Text as it is after the changes that were tracked; nothing that bears the mark of hidden text, nothing from a
margin, a footnote or a text box.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from klachtcli.stukken.pakket import W

# What is no text that stands there: properties, what was taken out, the same once more for an older Word.
_OVERSLAAN = {f"{W}{naam}" for naam in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr",
                                        "instrText", "delText", "delInstrText")}  # fmt: skip
_WEG, _ERBIJ = {f"{W}del", f"{W}moveFrom"}, {f"{W}ins", f"{W}moveTo"}
_TEKENS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_STUURTEKEN = re.compile("[\x7f-\x84\x86-\x9f]")  # XML may hold them; a terminal may do as they say
WIJZIGINGEN, TABEL, TEKSTVAK = "bijgehouden wijzigingen", "een tabel", "een tekstvak"
AFBEELDING, VERBORGEN, BESTAND = "een afbeelding", "verborgen tekst", "een ingevoegd bestand"
_MERKEN = {
    f"{W}commentReference": "een opmerking in de kantlijn", f"{W}footnoteReference": "een voetnoot",
    f"{W}endnoteReference": "een eindnoot", f"{W}drawing": AFBEELDING, f"{W}pict": AFBEELDING,
    f"{W}object": BESTAND, f"{W}altChunk": BESTAND, f"{W}subDoc": BESTAND, f"{W}sym": "een symbool",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "een formule",
}  # fmt: skip


class Inhoud(NamedTuple):
    """The text, a line for each paragraph or break, without the white around it; and what else is there, in words."""

    tekst: str
    merken: frozenset[str] = frozenset()


def lees_inhoud(element: Any, zonder: Collection[Any] = ()) -> Inhoud:
    """What stands in an element, but not in those of `zonder`."""
    merken: set[str] = set()
    tekst = _STUURTEKEN.sub("\ufffd", "".join(_loop(element, frozenset(zonder), merken)))
    regels = tekst.split("\n")
    return Inhoud("\n".join(" ".join(regel.split()) for regel in regels).strip(), frozenset(merken))


def _loop(element: Any, zonder: frozenset[Any], merken: set[str]) -> Iterator[str]:
    for deel in element:
        soort = deel.tag
        if deel in zonder or soort in _OVERSLAAN or not isinstance(soort, str):
            continue
        if soort == f"{W}t":
            yield (deel.text or "") + "".join(opmerking.tail or "" for opmerking in deel)  # XML comments in between
        elif soort in _TEKENS:
            yield _TEKENS[soort]
        elif soort in _WEG:
            merken.add(WIJZIGINGEN)
        elif soort in _MERKEN:
            vak = soort in (f"{W}drawing", f"{W}pict") and deel.find(f".//{W}txbxContent") is not None
            merken.add(TEKSTVAK if vak else _MERKEN[soort])
        elif soort == f"{W}r" and _is_verborgen(deel):
            if "".join(_loop(deel, zonder, set())).strip():
                merken.add(VERBORGEN)
        elif etree.QName(soort).localname != "Fallback":
            if soort in _ERBIJ:
                merken.add(WIJZIGINGEN)
            if soort == f"{W}tbl":
                merken.add(TABEL)
            yield from _loop(deel, zonder, merken)
            if soort == f"{W}p":
                yield "\n"


def _is_verborgen(loop: Any) -> bool:
    merk = loop.find(f"{W}rPr/{W}vanish")
    return merk is not None and merk.get(f"{W}val", "true") not in ("0", "false", "off")
