"""Replay by as many processes as there are cores.

Each opens the journal for itself, looks no further than an entry, and reads no case but those that it is given. What
hangs on other cases, whether a check saw all those between the same people, is asked here, where all come by: each
case brings the names in it along. They import this module and nothing that only a screen, a package or a letter about
a year needs: that is time before the first case.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread

import msgspec

from klachtcli.audit.herspeel import Herspeler
from klachtcli.audit.journaalbron import Deelbron, Journaalbron
from klachtcli.audit.namen import Gezien
from klachtcli.audit.uitkomst import Herspeeld
from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.sleutels import sleutelmap
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.werkmap import Werkmap

_DEEL = 100  # cases at a time
_WERKERS = 61  # Windows waits for no more at once
Gespeeld = tuple[Herspeeld, Gezien]


@contextmanager
def verdeeld(werkmap: Werkmap, bron: Journaalbron, hier: Herspeler, vandaag: date) -> Iterator[Iterator[Herspeeld]]:
    """The cases, replayed in their order by as many processes as there are cores, which begin at once.

    hier: what replays from `bron` in this process.
    """
    zaken = bron.zaken()
    delen = [zaken[n : n + _DEEL] for n in range(0, len(zaken), _DEEL)]
    wie = (werkmap.pad / JOURNAAL, sleutelmap(), bron.tot, vandaag)
    wijze, ctrl_c = _wijze()
    werkers = ProcessPoolExecutor(min(os.cpu_count() or 1, _WERKERS), wijze, _open, wie)
    try:
        with ctrl_c:
            gespeeld = werkers.map(_speel_deel, delen)
        yield _bevestigd(_uitgepakt(gespeeld), bron, hier, vandaag)
    finally:
        werkers.shutdown(cancel_futures=True)


def _wijze() -> tuple[BaseContext, AbstractContextManager[None]]:
    """How a process begins, and what becomes of Ctrl-C meanwhile: it must hear none, as the one that it comes from.

    Anew, out of this one; or on Linux as a copy of one that was begun anew and imported this for all. Never as a copy
    of this one, which holds an open SQLite file.
    """
    if sys.platform != "linux":
        return get_context("spawn"), _doof()
    from multiprocessing.forkserver import ensure_running  # not there on Windows

    wijze = get_context("forkserver")
    wijze.set_forkserver_preload([__name__])
    with _doof():
        ensure_running()
    return wijze, _straks()


@contextmanager
def _doof() -> Iterator[None]:
    """What is started in this block does not hear Ctrl-C; for as long as the block lasts nobody does."""
    oud = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, oud)


@contextmanager
def _straks() -> Iterator[None]:
    """Ctrl-C in this block is heard when it is over, so that no process is left of which nobody knows."""
    gehoord: list[int] = []
    oud = signal.signal(signal.SIGINT, lambda sein, _: gehoord.append(sein))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, oud)
    for sein in gehoord[:1]:
        signal.raise_signal(sein)


def _bevestigd(gespeeld: Iterable[Gespeeld], bron: Journaalbron, hier: Herspeler, vandaag: date) -> Iterator[Herspeeld]:
    """Each case; one is played here where what the others say may matter, which no other process has seen."""
    for uit, gezien in gespeeld:
        yield uit if bron.bevestigt(uit.zaak, gezien) else next(hier.zaken([uit.zaak], vandaag))


def _uitgepakt(delen: Iterable[bytes | KlachtFout]) -> Iterator[Gespeeld]:
    """Each case from what the processes gave. Raises what one of them refused, and Onbruikbaar where one is gone."""
    lees = msgspec.msgpack.Decoder(list[Gespeeld]).decode
    try:
        for deel in delen:
            if isinstance(deel, KlachtFout):
                raise deel
            yield from lees(deel)
    except BrokenProcessPool:
        raise Onbruikbaar(
            "herspelen-afgebroken",
            "een proces dat meerekende, is gestopt, bijvoorbeeld omdat het geheugen op was; niet alles is nagerekend",
            herstel="Sluit andere programma's en probeer het opnieuw, of neem een zaak: klacht audit herspeel ZAAK",
        ) from None


_hier: dict[str, tuple[Herspeler, Deelbron, date] | KlachtFout] = {}  # of a process that only replays


def _open(pad: Path, sleutels: Path, tot: int, vandaag: date) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows: there it is not inherited
    Thread(target=_eindig_mee, daemon=True).start()
    gc.disable()  # looked for at the end of each share, when there is least to look through
    try:
        bron = Deelbron(Journaal(pad, sleutelmap=sleutels).__enter__(), tot)
        _hier["speelt"] = Herspeler(bron), bron, vandaag
    except KlachtFout as fout:  # told as what it gives; else it would be a traceback of each process
        _hier["speelt"] = fout


def _eindig_mee() -> None:
    """End with the one that began this process, however that ended: who is left behind keeps the journal locked."""
    if (begonnen_door := parent_process()) is not None:
        begonnen_door.join()
        os._exit(1)


def _speel_deel(zaken: Sequence[str]) -> bytes | KlachtFout:
    if isinstance(speelt := _hier["speelt"], KlachtFout):
        return speelt
    herspeler, bron, vandaag = speelt
    try:
        return msgspec.msgpack.encode([(uit, bron.gezien.pop(uit.zaak)) for uit in herspeler.zaken(zaken, vandaag)])
    except KlachtFout as fout:
        return fout
    finally:
        gc.collect(1)
