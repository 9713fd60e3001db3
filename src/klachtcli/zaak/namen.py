"""Whether two names may be of the same person: for earlier cases, for witnesses, for the committee's independence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from klachtcli.zaak.klaagschrift import Klaagschrift

# What stands in a name without saying whose it is; letters that lose nothing but their stroke.
_WEGLATEN = frozenset({
    "mr", "drs", "dr", "ir", "ing", "prof", "mevrouw", "mevr", "mw", "heer", "dhr",
    "de", "den", "der", "het", "ten", "ter", "van", "von", "el", "al", "bin",
})  # fmt: skip
_PLAT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_LETTERS = re.compile("[a-z]+")
# Two spellings of one name have the same: `R. Dekker`, `dekker, R` and `dhr. R Dékker`; `Rob Dekker` has another.
Naamdelen = tuple[frozenset[str], frozenset[str]]


def mogelijk_dezelfde(een: str | None, ander: str | None) -> bool:
    """Whether two names share a part that says whose they are, and their initials do not contradict it."""
    return lijken(naamdelen(een), naamdelen(ander))


def zelfde_mensen(een: Klaagschrift, ander: Klaagschrift | None) -> bool:
    """Whether two klaagschriften may be of the same klager about the same aangeklaagde; one too many is cheap."""
    if ander is None or not mogelijk_dezelfde(een.klager.naam, ander.klager.naam):
        return False
    return any(mogelijk_dezelfde(x.naam, y.naam) for x in een.aangeklaagde for y in ander.aangeklaagde)


def lijken(een: Naamdelen, ander: Naamdelen) -> bool:
    """The same, of names that were taken apart before."""
    (delen, letters), (delen_, letters_) = een, ander
    return bool(delen & delen_) and (not letters or not letters_ or bool(letters & letters_))


@lru_cache(4096)
def naamdelen(naam: str | None) -> Naamdelen:
    """The parts of a name without accents, case, titles and prefixes; and apart from them its initials."""
    plat = unicodedata.normalize("NFKD", (naam or "").casefold().translate(_PLAT))
    if plat.isascii():
        letters = _LETTERS.findall(plat)
    else:
        letters = "".join(c if c.isalpha() else " " for c in plat if not unicodedata.combining(c)).split()
    delen = frozenset(d for d in letters if len(d) > 1 and d not in _WEGLATEN)
    return delen or frozenset(letters), frozenset(d for d in letters if len(d) == 1)
