"""The people in a case and how they are called: never by name, so that it can stand in a command, an error or a title.

A party is `klager` or `aangeklaagde-1`, `aangeklaagde-2`, ...; a letter can also go to `werkgever`, `ondernemingsraad`,
or to somebody invited: `genodigde-1`, ...
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from klachtcli.fouten import Invoerfout
from klachtcli.zaak.gebeurtenissen import Ontvanger, Partij
from klachtcli.zaak.klaagschrift import Klaagschrift, Persoon

KLAGER = "klager"
# The roles of those whom a letter can go to.
ONTVANGERS = ["klager", "aangeklaagde", "genodigde", "betrokkene", "werkgever", "ondernemingsraad"]
_NUMMER = re.compile(r"(aangeklaagde|genodigde)[ -]?([1-9][0-9]?)?")


def partijen(k: Klaagschrift) -> tuple[Partij, ...]:
    """The klager and every aangeklaagde."""
    return _partijen(len(k.aangeklaagde))


@cache
def _partijen(aangeklaagden: int) -> tuple[Partij, ...]:
    return (KLAGER, *(f"aangeklaagde-{n}" for n in range(1, aangeklaagden + 1)))


def met_rollen(rollen: tuple[str, ...], k: Klaagschrift, genodigden: int = 0) -> tuple[Ontvanger, ...]:
    """Everybody in these roles: `aangeklaagde` is every aangeklaagde, `genodigde` everybody invited; else that one.

    A `betrokkene` (AVG) can be anybody in the case.
    """
    return _met_rollen(rollen, len(k.aangeklaagde), genodigden)


@cache
def _met_rollen(rollen: tuple[str, ...], aangeklaagden: int, genodigden: int) -> tuple[Ontvanger, ...]:
    partijen_, erbij = _partijen(aangeklaagden), tuple(f"genodigde-{n}" for n in range(1, genodigden + 1))
    groepen = {"betrokkene": (*partijen_, *erbij), "aangeklaagde": partijen_[1:], "genodigde": erbij}
    return tuple(wie for rol in rollen for wie in groepen.get(rol, (rol,)))


def rol_van(wie: Ontvanger) -> str:
    """`aangeklaagde` of `aangeklaagde-2`."""
    return wie.partition("-")[0]


def persoon(wie: Partij, k: Klaagschrift) -> Persoon:
    """Who a party is."""
    return k.klager if wie == KLAGER else k.aangeklaagde[nummer_van(wie) - 1]


def nummer_van(wie: Ontvanger) -> int:
    """2 of `aangeklaagde-2`; 1 where there is no number."""
    return int(wie.partition("-")[2] or 1)


def noem(wie: Ontvanger, k: Klaagschrift) -> str:
    """`de klager`, `de aangeklaagde`, `aangeklaagde 2`, `genodigde 1`."""
    rol, nummer = rol_van(wie), wie.partition("-")[2]
    if rol == "aangeklaagde" and len(k.aangeklaagde) == 1:
        return "de aangeklaagde"
    return f"{rol} {nummer}" if nummer else f"de {rol}"


def getypt(wie: Ontvanger, k: Klaagschrift) -> str:
    """A party as one types it in a command: without a number where there is only one."""
    return "aangeklaagde" if wie == "aangeklaagde-1" and len(k.aangeklaagde) == 1 else wie


def lees_wie(tekst: str, mogelijk: Sequence[Ontvanger]) -> Ontvanger:
    """Who is meant by what was typed. Raises Invoerfout that names who can be meant."""
    getypt = " ".join(tekst.strip().casefold().split())
    if deel := _NUMMER.fullmatch(getypt):
        soortgenoten = [w for w in mogelijk if rol_van(w) == deel[1]]
        getypt = f"{deel[1]}-{deel[2]}" if deel[2] else soortgenoten[0] if len(soortgenoten) == 1 else deel[1]
    if getypt in mogelijk:
        return getypt
    feit = "zo is niet duidelijk wie u bedoelt" if getypt else "er staat niet bij om wie het gaat"
    raise Invoerfout("wie-onbekend", f"{feit}; kies uit {', '.join(mogelijk)}",
                     herstel="" if getypt else "Noem die persoon met --door, --aan of --wie")  # fmt: skip
