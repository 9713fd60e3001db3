"""What the voorzitter says of a case, and what was done about several cases that have something in common."""

from __future__ import annotations

from datetime import date
from typing import Literal

from klachtcli.zaak.gebeurtenissen.basis import Gebeurd, Partij

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
    """What was done about a signal: several cases in a short time about one person or one onderdeel.

    Stands in each of the cases. over: about what (persoon or onderdeel); zaken: the numbers of all of them; wie: which
    aangeklaagde of this case it is about.
    """

    op: date
    over: Literal["persoon", "onderdeel"]
    zaken: tuple[str, ...]
    gedaan: str
    wie: Partij = ""
