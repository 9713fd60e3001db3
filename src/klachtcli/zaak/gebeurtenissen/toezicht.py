"""What the voorzitter says of a case; what was done about several cases; and that a report over a year was made."""

from __future__ import annotations

from datetime import date
from typing import Literal

from klachtcli.zaak.gebeurtenissen.basis import Gebeurd, Ontvanger, Partij

Akkoord = Literal["", "ja", "nee", "bespreken"]


class OpmerkingGemaakt(Gebeurd, tag="opmerking_gemaakt", frozen=True):
    """What the voorzitter filled in for a case in the overview; it replaces what was there, empty takes it back.

    overzicht: the zegel of the overview in which it stood.
    """

    op: date
    opmerking: str = ""
    akkoord: Akkoord = ""
    overzicht: str = ""


class SignaalBesproken(Gebeurd, tag="signaal_besproken", frozen=True):
    """What was done about a signal: several cases in a short time about one name or one onderdeel.

    Stands in each of the cases. over: about what (persoon or onderdeel); zaken: the numbers of all of them; wie: which
    aangeklaagde of this case it is about.
    """

    op: date
    over: Literal["persoon", "onderdeel"]
    zaken: tuple[str, ...]
    gedaan: str
    wie: Partij = ""


class JaarverslagGemaakt(Gebeurd, tag="jaarverslag_gemaakt", frozen=True):
    """The report over a year (art. 14) was made of all that was recorded before this; in the work folder's own entries.

    drempels: those of the two editions; percentage_vanaf: from how many cases it has percentages. So it can be made
    again as it was, and stand beside a later one.
    """

    op: date
    jaar: int
    drempels: tuple[int, int]
    percentage_vanaf: int


class JaarbriefVerzonden(Gebeurd, tag="jaarbrief_verzonden", frozen=True):
    """A letter about a year went out or was handed over; in the work folder's own entries."""

    op: date
    jaar: int
    brief: str
    aan: Ontvanger
