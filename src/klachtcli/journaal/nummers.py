"""The numbers of cases, for who is still typing: plain in the journal, so without keys; at once or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from klachtcli.schijf import bestandsadres

# The index on (zaak, nummer) is walked from case to case: as fast in an archive of thousands of entries.
_VRAAG = """
WITH RECURSIVE volgende (zaak) AS (
    SELECT max(zaak) FROM journaal
    UNION ALL
    SELECT (SELECT max(j.zaak) FROM journaal j WHERE j.zaak < volgende.zaak) FROM volgende WHERE zaak > ''
)
SELECT zaak FROM volgende WHERE zaak > '' LIMIT ?
"""


def zaaknummers(journaal: Path, hoogstens: int) -> list[str]:
    """The last cases of a journal, the newest first; none where it cannot be read now, and nothing is waited for."""
    try:
        with closing(sqlite3.connect(f"{bestandsadres(journaal)}?mode=ro", uri=True, timeout=0)) as db:
            return [str(zaak) for (zaak,) in db.execute(_VRAAG, (hoogstens,))]
    except (sqlite3.Error, UnicodeDecodeError):
        return []
