"""Terms as people see them in a table and as programs read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from klachtcli.cli import scherm
from klachtcli.zaak.termijnstand import Termijnstand


def toon(standen: Iterable[Termijnstand]) -> None:
    """The terms as a table."""
    scherm.tabel(
        ("zaak", "termijn", "artikel", "vanaf", "uiterlijk", "veilig", "dagen", "stand"),
        [_rij(s) for s in standen],
        ruim=("vanaf",),
    )


def als_gegevens(s: Termijnstand) -> dict[str, Any]:
    """One term as data: the stable keys of `--json`."""
    b = s.berekening
    return {
        "zaak": s.zaak,
        "termijn": s.regel.id,
        "vindplaats": s.regel.vindplaats,
        "vanaf": b.vanaf,
        "nominaal": b.nominaal,
        "uiterlijk": b.uiterlijk,
        "veilig": None if s.regel.venster else b.veilig,
        "status": s.status,
        "voldaan_op": s.voldaan_op,
        "dagen": None if s.regel.venster else s.dagen,
        "soort": "venster" if s.regel.venster else "termijn",
        "stand": stand_in_woorden(s),
        "wie": s.regel.wie,
        "voorlopig": b.voorlopig,
        "verdagingen": s.verdagingen,
        "met_termijnenwet": s.met_termijnenwet,
        "richtdatums": [{"naam": naam, "dag": dag} for naam, dag in s.richtdatums],
        "opmerkingen": list(s.opmerkingen),
    }


def _rij(s: Termijnstand) -> tuple[str, ...]:
    b = s.berekening
    kop = (s.zaak, s.regel.naam, s.regel.vindplaats, str(b.vanaf))
    if s.regel.venster:
        return (*kop[:3], str(b.uiterlijk), str(b.vanaf), "", "", stand_in_woorden(s))
    dagen = "" if s.dagen is None else str(s.dagen)
    return (*kop, str(b.uiterlijk), str(b.veilig), dagen, stand_in_woorden(s))


def stand_in_woorden(s: Termijnstand) -> str:
    """loopt, voldaan, verstreken; for a window whose conduct is not dated well enough: onzeker."""
    if s.regel.venster and s.status == "loopt":
        return "onzeker"
    if s.voldaan_op is not None and s.regel.richting == "vooruit":
        return "voldaan" if s.voldaan_op <= s.berekening.uiterlijk else "te laat"
    return s.status
