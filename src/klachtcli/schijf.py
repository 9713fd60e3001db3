"""Files on disk: written whole under another name, synced, and then given their own name, never over another.

Also the words for what a disk says no to.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import IO

# O_BINARY: on Windows a file opened without it gets its line feeds changed.
_NIEUW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_BLOK = 1 << 16
KLADNAAM = re.compile(r"\.(?P<doel>.+)\.[0-9a-f]{12}(-journal)?", re.ASCII)  # -journal: where SQLite built in it
_STAM = 100  # characters of a name that came from elsewhere
MEESTE_NAMEN = 1000  # after so many of one name somebody should clear up
_REDENEN = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EACCES: "u hebt daar geen rechten",
    errno.EPERM: "u hebt daar geen rechten",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.EEXIST: "er staat al een bestand met die naam",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf geeft een fout",
    errno.ELOOP: "de koppelingen wijzen in een kring",
    errno.EINVAL: "die naam kan hier niet",
}
_OP_WINDOWS = {  # its own numbers say more than the errno they are turned into
    32: "een ander programma heeft het bestand open",
    33: "een ander programma heeft het bestand op slot",
    123: "die naam kan hier niet",
    206: "de naam is te lang",
}
_NIET_IN_NAMEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def reden(fout: Exception) -> str:
    """Why a disk refused, in Dutch; never with a path."""
    if (op_windows := _OP_WINDOWS.get(getattr(fout, "winerror", None) or 0)) is not None:
        return op_windows
    if isinstance(fout, OSError) and fout.errno in _REDENEN:
        return _REDENEN[fout.errno]
    return f"{type(fout).__name__}{f' {fout.errno}' if isinstance(fout, OSError) and fout.errno else ''}"


def veilige_naam(naam: str) -> str:
    """A name that came from elsewhere as every system takes it: without what one of them refuses, and not too long."""
    stam, punt, uitgang = _NIET_IN_NAMEN.sub("_", naam).strip(". ").rpartition(".")
    return f"{stam[:_STAM]}{punt}{uitgang[:_STAM]}" or "_"


def bestandsadres(pad: Path) -> str:
    """A path as the `file:` that SQLite opens, also on a share of Windows: it takes no host."""
    adres = pad.absolute().as_uri()
    return adres if adres.startswith("file:///") else f"file:////{adres.removeprefix('file://')}"


def namen(doel: Path) -> Iterator[Path]:
    """A name, and what it is called where that is taken: brief.docx, brief-2.docx, brief-3.docx, without end."""
    yield doel
    for n in count(2):
        yield doel.with_name(f"{doel.stem}-{n}{doel.suffix}")


@contextmanager
def open_klad(doel: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """A draft beside its place to write bit by bit, readable by its owner alone; on disk at the end.

    After an error within the block it is gone; after that the one who asked for it gives it its name, or removes it.
    Raises OSError.
    """
    klad = doel.with_name(f".{doel.name}.{os.urandom(6).hex()}")
    try:
        with os.fdopen(os.open(klad, _NIEUW, 0o600), "wb") as bestand:
            yield klad, bestand
            bestand.flush()
            os.fsync(bestand.fileno())
    except BaseException:
        gooi_weg(klad)
        raise


def schrijf_nieuw(doel: Path, inhoud: bytes) -> None:
    """A file in a folder that is itself a draft: its owner's alone, on disk before this returns. Raises OSError."""
    with os.fdopen(os.open(doel, _NIEUW, 0o600), "wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def schrijf_klad(doel: Path, inhoud: bytes) -> Path:
    """Write a draft beside its place, readable by its owner alone, on disk before this returns. Raises OSError."""
    with open_klad(doel) as (klad, bestand):
        bestand.write(inhoud)
    return klad


@contextmanager
def vervang(doel: Path) -> Iterator[IO[bytes]]:
    """A file to write bit by bit; at the end it takes its name, over what was there. After an error nothing is there.

    Readable by its owner alone. Raises OSError; PermissionError on Windows where another program has it open.
    """
    with open_klad(doel) as (klad, bestand):
        yield bestand
    try:
        klad.replace(doel)
        sync_map(doel.parent)
    finally:
        gooi_weg(klad)


def geef_naam(klad: Path, doel: Path) -> None:
    """Give a draft its name, on disk before this returns, or leave it a draft. Raises FileExistsError where taken."""
    try:
        os.link(klad, doel)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if doel.exists():
            raise FileExistsError(errno.EEXIST, "bestaat al") from None
        klad.rename(doel)
        sync_map(doel.parent)
        return
    try:
        sync_map(doel.parent)
    except BaseException:
        gooi_weg(doel)
        raise
    gooi_weg(klad)


def schrijf_heel(doel: Path, inhoud: bytes) -> None:
    """A new file, whole or not at all. Raises OSError; FileExistsError where the name is taken."""
    klad = schrijf_klad(doel, inhoud)
    try:
        geef_naam(klad, doel)
    finally:
        gooi_weg(klad)


def oude_naam(doel: Path) -> Path:
    """What a file is called once it made room for another: letters.toml.oud-1, or the next one that is free."""
    return next(oud for n in count(1) if not (oud := doel.with_name(f"{doel.name}.oud-{n}")).exists())


def elders_open(pad: Path) -> bool:
    """Whether Excel or LibreOffice has a file open, by the mark that they put beside it."""
    with suppress(OSError):  # the name of the mark is too long
        return any(pad.with_name(slot).exists() for slot in (f"~${pad.name}", f".~lock.{pad.name}#"))
    return False


def rechten(pad: Path) -> str:
    """Who else than its owner may read or write this: 'de groep', 'iedereen', or nobody. POSIX alone tells."""
    if os.name != "posix":
        return ""
    bits = pad.stat().st_mode
    return "iedereen" if bits & 0o007 else "de groep" if bits & 0o070 else ""


def is_klad(pad: Path) -> bool:
    """Whether a file is a draft of ours that never got its name, by that name."""
    return KLADNAAM.fullmatch(pad.name) is not None


def gooi_weg(klad: Path) -> None:
    """Remove a draft, if it is still there."""
    with suppress(OSError):
        klad.unlink()


def overschrijf(pad: Path) -> None:
    """Write noise over a file where it stands, on disk before this returns, as far as the file system has it so.

    Not through a link, and not what has another name as well.
    """
    with suppress(OSError):
        if pad.is_symlink() or (staat := pad.stat()).st_nlink > 1:
            return
        with pad.open("r+b", buffering=0) as bestand:
            for _ in range(0, staat.st_size, _BLOK):
                bestand.write(os.urandom(min(_BLOK, staat.st_size - bestand.tell())))
            os.fsync(bestand.fileno())


def wis(pad: Path) -> None:
    """Remove a file, or a folder with all in it, after writing noise over what it held. Raises OSError."""
    if pad.is_dir() and not pad.is_symlink():
        for deel in pad.iterdir():
            wis(deel)
        pad.rmdir()
    else:
        overschrijf(pad)
        pad.unlink(missing_ok=True)
    sync_map(pad.parent)


def sync_map(map_: Path) -> None:
    """Put the names in a folder on disk, where the system can and the folder may be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(PermissionError):
        nummer = os.open(map_, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)
