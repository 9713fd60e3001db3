"""The length of a term: `P2W`, `2 weken`, `vijf werkdagen`.

ISO 8601 knows no working days, so those keep their Dutch words, also when written back.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import msgspec

_EENHEDEN = {
    "jaar": "jaren", "jaren": "jaren",
    "maand": "maanden", "maanden": "maanden",
    "week": "weken", "weken": "weken",
    "dag": "dagen", "dagen": "dagen",
    "werkdag": "werkdagen", "werkdagen": "werkdagen",
    "uur": "uren", "uren": "uren",
}  # fmt: skip
_GETALLEN = {
    woord: n
    for n, woorden in enumerate(
        ("", "een één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
    )
    for woord in woorden.split()
}
_ISO = re.compile(
    r"P(?:(?P<jaren>\d{1,4})Y)?(?:(?P<maanden>\d{1,4})M)?(?:(?P<weken>\d{1,4})W)?(?:(?P<dagen>\d{1,5})D)?"
    r"(?:T(?P<uren>\d{1,5})H)?",
    re.ASCII,
)
_WOORDEN = re.compile(r"([0-9]{1,5}|[a-zé]+)\s+([a-z]+)")
_TUSSEN = re.compile(r"\s*,\s*|\s+en\s+|(?<=[a-z])\s+(?=[0-9])")
_STAAN_ALLEEN = "werkdagen en uren staan alleen, niet samen met andere eenheden"
_ENKELVOUD = {"jaren": "jaar", "maanden": "maand", "weken": "week", "dagen": "dag", "werkdagen": "werkdag"}


class Duur(msgspec.Struct, frozen=True, cache_hash=True, omit_defaults=True):
    """A length in calendar units, or in working days, or in hours; never a mix with the last two."""

    jaren: int = 0
    maanden: int = 0
    weken: int = 0
    dagen: int = 0
    werkdagen: int = 0
    uren: int = 0

    def __str__(self) -> str:
        """ISO 8601, or `5 werkdagen`."""
        if self.werkdagen:
            return self.woorden()
        delen = ((self.jaren, "Y"), (self.maanden, "M"), (self.weken, "W"), (self.dagen, "D"))
        kalender = "".join(f"{aantal}{letter}" for aantal, letter in delen if aantal)
        return f"P{kalender}" + (f"T{self.uren}H" if self.uren else "")

    def __add__(self, ander: Duur) -> Duur:
        """Both lengths in one term: 4 weken + 4 weken = 8 weken. Raises ValueError where they do not add up to one."""
        som = Duur(*(getattr(self, veld) + getattr(ander, veld) for veld in self.__struct_fields__))
        if (som.werkdagen or som.uren) and sum(map(bool, msgspec.structs.astuple(som))) > 1:
            raise ValueError(_STAAN_ALLEEN)
        return som

    def woorden(self) -> str:
        """The length as it is said: `2 weken`, `1 jaar en 6 maanden`."""
        aantallen = ((veld, getattr(self, veld)) for veld in self.__struct_fields__)
        return " en ".join(_gezegd(veld, aantal) for veld, aantal in aantallen if aantal)

    def vanaf(self, begin: date, richting: int = 1) -> date:
        """The day this many years, months, weeks and days after (or, with -1, before) `begin`.

        The first day does not count; months and years keep the day number or take the last day of a shorter
        month (HR 1 september 2017, ECLI:NL:HR:2017:2225). Working days and hours are counted in `recht.termijn`.
        """
        if self.jaren or self.maanden:
            begin = schuif_maanden(begin, richting * (12 * self.jaren + self.maanden))
        return begin + timedelta(days=richting * (7 * self.weken + self.dagen))

    def uren_na(self, begin: datetime, richting: int = 1) -> datetime:
        """This many real hours after a moment with a time zone, on that zone's clock."""
        return datetime.fromtimestamp(begin.timestamp() + richting * 3600 * self.uren, begin.tzinfo)


def lees_duur(tekst: str) -> Duur:
    """A length from ISO 8601 or from Dutch words. Raises ValueError with a Dutch sentence."""
    schoon = tekst.strip()
    iso = _ISO.fullmatch(schoon.upper())
    velden = {k: int(v) for k, v in iso.groupdict().items() if v} if iso else _uit_woorden(schoon.lower())
    if not velden or not any(velden.values()):
        raise ValueError("geen duur zoals P2W, 2 weken, 5 werkdagen of 1 jaar")
    if len(velden) > 1 and ("werkdagen" in velden or "uren" in velden):
        raise ValueError(_STAAN_ALLEEN)
    return Duur(**velden)


def _uit_woorden(tekst: str) -> dict[str, int]:
    velden: dict[str, int] = {}
    for stuk in _TUSSEN.split(tekst):
        deel = _WOORDEN.fullmatch(stuk)
        eenheid = _EENHEDEN.get(deel[2]) if deel else None
        aantal = (int(deel[1]) if deel[1].isdigit() else _GETALLEN.get(deel[1])) if deel else None
        if aantal is None or eenheid is None or eenheid in velden:
            return {}
        velden[eenheid] = aantal
    return velden


def _gezegd(veld: str, aantal: int) -> str:
    if veld == "uren":
        return f"{aantal} uur"
    if veld == "jaren":
        return f"{aantal} jaar"
    return f"{aantal} {_ENKELVOUD[veld] if aantal == 1 else veld}"


def schuif_maanden(dag: date, maanden: int) -> date:
    """The day so many months later or earlier: the same number, or the last day of a shorter month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if dag.day <= 28:  # every month has it
        return dag.replace(jaar, maand + 1, dag.day)
    eerste = date(jaar, maand + 1, 1)
    langste = (date(jaar + maand // 11, (maand + 1) % 12 + 1, 1) - eerste).days
    return dag.replace(year=jaar, month=maand + 1, day=min(dag.day, langste))
