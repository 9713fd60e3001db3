"""Whether two names may be of the same person: for earlier cases, for witnesses, for the committee's independence."""

from __future__ import annotations

import unicodedata

# What stands in a name without saying whose it is; letters that lose nothing but their stroke.
_WEGLATEN = frozenset({
    "mr", "drs", "dr", "ir", "ing", "prof", "mevrouw", "mevr", "mw", "heer", "dhr",
    "de", "den", "der", "het", "ten", "ter", "van", "von", "el", "al", "bin",
})  # fmt: skip
_PLAT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


def mogelijk_dezelfde(een: str | None, ander: str | None) -> bool:
    """Whether two names share a part that says whose they are, and their initials do not contradict it."""
    (delen, letters), (delen_, letters_) = _delen(een), _delen(ander)
    return bool(delen & delen_) and (not letters or not letters_ or bool(letters & letters_))


def _delen(naam: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The parts of a name without accents, case, titles and prefixes; and apart from them its initials."""
    plat = unicodedata.normalize("NFKD", (naam or "").casefold().translate(_PLAT))
    letters = "".join(c if c.isalpha() else " " for c in plat if not unicodedata.combining(c)).split()
    delen = frozenset(d for d in letters if len(d) > 1 and d not in _WEGLATEN)
    return delen or frozenset(letters), frozenset(d for d in letters if len(d) == 1)
