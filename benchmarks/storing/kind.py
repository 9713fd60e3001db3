"""Children that write, each forked from a process that has loaded all it needs: so one begins at once, and dies alone.

`moeder` reads a line of JSON, a list of [kind, arguments ...], and forks one child for each. A child says
what it did in lines of its own, each in one piece and only after the use case returned: so what was said is recorded.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.vulling import klaagschrift
from klachtcli import klok
from klachtcli.journaal import bestand, sleutels
from klachtcli.journaal.sleutels import Sleutelring, verzegel
from klachtcli.secretariaat.brieven import maak
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

BRIEF = "ontvangstbevestiging"
# What a child may die just before: whatever changes a file or a name, and every statement of SQLite.
STAPPEN = ("os.link", "os.mkdir", "os.remove", "os.rename", "sqlite3.connect")


def moeder() -> None:
    """Fork children until standard input ends; after each line wait for all of them and say 'einde'."""
    import klachtcli.stukken.gegevens
    import klachtcli.stukken.sjabloon  # noqa: F401 - what a letter needs, before anything is timed

    for regel in sys.stdin:
        kinderen = [_fork(*opdracht) for opdracht in json.loads(regel)]
        einden = [os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]) for kind in kinderen]
        zeg("mislukt" if any(code > 0 for code in einden) else "einde")


def _fork(soort: str, *argumenten: str) -> int:
    if kind := os.fork():
        return kind
    try:
        zeg(f"pid {os.getpid()}")
        SCHRIJVERS[soort](*argumenten)
    except BaseException:
        traceback.print_exc()
        os._exit(3)
    os._exit(0)


def zeg(regel: str) -> None:
    """A line in one piece: of an unbuffered print a part may be left out."""
    os.write(1, f"{regel}\n".encode())


def inhoud(naam: str, letter: str) -> bytes:
    """What an attachment of an act holds: a short one, and one that takes a while to write."""
    return f"{naam} {letter}".encode() * (700 if letter == "a" else 20_000)


def handel(pad: str, naam: str, aantal: str) -> None:
    """So many cases, each received with two attachments, and then its letter: acts of several entries, and a file."""
    werkmap = Werkmap(Path(pad))
    for n in range(int(aantal)):
        zaak = ontvang(werkmap, post(f"{naam}-{n}"), [inhoud(f"{naam}-{n}", x) for x in "ab"], toch=True).zaak
        zeg(f"ontvangen {zaak} {naam}-{n}")
        gemaakt = maak(werkmap, zaak, BRIEF)[0]
        zeg(f"brief {zaak} {gemaakt.bestand.name}")


def post(naam: str) -> Klaagschrift:
    """A klaagschrift with two attachments that bear the name of the act."""
    k = klaagschrift(1, klok.vandaag())
    waarden = {veld: getattr(k, veld) for veld in k.__struct_fields__}
    return Klaagschrift(**waarden | {"bijlage": tuple(Bijlage(f"{naam}-{letter}") for letter in "ab")})


def handel_tot_de_dood(pad: str, naam: str) -> None:
    """Acts without end."""
    handel(pad, naam, "1000000")


def richt_in_en_wacht(pad: str) -> None:
    """A new work folder; then wait to be killed, so that no other process can have this number."""
    richt_in(Path(pad))
    zeg("ingericht")
    wacht()


def werk_bij_en_wacht(pad: str) -> None:
    """A journal of an older form, opened to write; then wait to be killed."""
    with Werkmap(Path(pad)).journaal(schrijven=True):
        zeg("bijgewerkt")
    wacht()


def maak_sleutels(werkmap: str, aantal: str) -> None:
    """The first key of so many cases, each at once used to seal its number."""
    ring = Sleutelring(werkmap)
    for n in range(int(aantal)):
        zaak = f"K2026-{n:03d}"
        zeg(f"{zaak} {verzegel(ring.sleutel_of_nieuw(zaak), zaak.encode(), b'').hex()}")


def wacht() -> None:
    """Wait to be killed."""
    signal.pause()


def sterf_bij(stap: str, soort: str, *argumenten: str) -> None:
    """A writer of a kind that dies just before this step of its own; where it has fewer, at its end."""
    teller = count(1)

    def tel(*_: object) -> None:
        if next(teller) == int(stap):
            sterf()

    def verbind(*waarden: Any, **namen: Any) -> Any:
        db = echt(*waarden, **namen)
        db.set_trace_callback(tel)
        return db

    echt, bestand.verbind, sleutels.verbind = bestand.verbind, verbind, verbind
    globals()["wacht"] = sterf
    sys.addaudithook(lambda wat, w: tel() if wat in STAPPEN or (wat == "open" and w[2] & os.O_WRONLY) else None)
    SCHRIJVERS[soort](*argumenten)


def sterf() -> None:
    """At once, as by a power cut for this process alone."""
    os.kill(os.getpid(), signal.SIGKILL)


SCHRIJVERS: dict[str, Callable[..., None]] = {
    "handel": handel,
    "handel_tot_de_dood": handel_tot_de_dood,
    "richt_in": richt_in_en_wacht,
    "werk_bij": werk_bij_en_wacht,
    "sleutels": maak_sleutels,
    "sterf_bij": sterf_bij,
}
