"""What proves entries outside the journal: their sealed content counted anew, and the chain from its links alone.

AES-GCM gives the same bytes for the same key, nonce, content and bound fields. So whoever has these of an entry can
count the hash of its sealed content, from that its leaf, and with the leaves of all other entries the whole chain up
to a zegel on paper: without the journal, and without learning anything of another case.

A journal of before 0.4 has no leaves: of it the links are the hashes themselves. Each entry is then proven from the one
before it, and that the others follow from each other is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import accumulate
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli.journaal.codec import MetKop
from klachtcli.journaal.keten import KETENS, ZEGEL, Keten, Zegel, blad, volgende
from klachtcli.journaal.koppen import KOP
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.schade import beschadigd, vertaal
from klachtcli.journaal.sleutels import NONCE, ontzegel

_BYTES = 32  # of a hash
# What a leaf is the hash of (`Keten.kop`, `blad`), field by field as the database has them: with a line feed between
# them they are the head and the content. Of a hundred thousand entries that takes a third less than a call for each.
_VELDEN = (
    f"SELECT ?, CAST(CAST(nummer AS TEXT) AS BLOB), {', '.join(f'CAST({v} AS BLOB)' for v in KOP.split(', ')[1:])}, "  # noqa: S608
    "inhoud_sha256 FROM journaal WHERE nummer <= ? ORDER BY nummer"
)
# `Keten.kop` by the database itself: of a hundred thousand entries that takes half the time. Were it to differ, no
# chain would hold.
_KOPPEN = (
    f"SELECT CAST(? || char(10) || {KOP.replace(', ', ' || char(10) || ')} || char(10) AS BLOB), "  # noqa: S608
    "inhoud_sha256, hash FROM journaal WHERE nummer <= ? ORDER BY nummer"
)


class Post(MetKop, frozen=True, gc=False):
    """One entry, opened, with what its seal can be counted from. `inhoud`: to the byte what was sealed."""

    nonce: bytes
    inhoud: bytes
    inhoud_sha256: bytes

    def kop(self, keten: Keten) -> bytes:
        """The plain fields as the chain covers them."""
        return keten.kop(self.nummer, self.zaak, self.soort, self.vastgelegd_op, self.rol, self.versie)


def hertel(post: Post, keten: Keten, sleutel: bytes) -> bytes:
    """The hash of the sealed content, counted from the content. Raises ValueError for what is no key or nonce."""
    return sha256(post.nonce + AESGCM(sleutel).encrypt(post.nonce, post.inhoud, post.kop(keten))).digest()


def posten(journaal: Journaal, zaak: str, tot: int) -> Iterator[Post]:
    """Every entry of a case up to a number, attachments and who looked into it as well. Raises Onbruikbaar."""
    sleutel = journaal.ring.sleutel(zaak)
    vraag = f"SELECT {KOP}, inhoud, inhoud_sha256 FROM journaal WHERE zaak = ? AND nummer <= ? ORDER BY nummer"  # noqa: S608
    for nummer, van, soort, op, rol, versie, verzegeld, hash_ in _rijen(journaal, vraag, zaak, tot):
        kop = (nummer, van, soort, op, rol, versie)
        try:
            inhoud = ontzegel(sleutel, verzegeld, journaal.keten.kop(*kop))
        except (InvalidTag, TypeError):
            raise beschadigd(nummer) from None
        yield Post(*kop, verzegeld[:NONCE], inhoud, hash_)


class Geraamte(msgspec.Struct, frozen=True, dict=True):
    """The links of a whole chain: the leaf of every entry, or in the first chain its hash."""

    werkmap: str
    keten: str
    schakels: tuple[bytes, ...]

    @property
    def soort(self) -> Keten:
        """Which chain it is. Raises KeyError for one that is not known."""
        return KETENS[self.keten]

    @cached_property
    def hashes(self) -> Sequence[bytes]:
        """The hash of every entry, after the beginning; counted where there are leaves."""
        begin = self.soort.begin(self.werkmap)
        if not self.soort.met_bladen:
            return [begin, *self.schakels]
        return list(accumulate(self.schakels, volgende, initial=begin))

    @cached_property
    def tekst(self) -> bytes:
        """The links one a line, between the chain's name and folder and the zegel: what `uit_tekst` reads."""
        bladen = b"".join(self.schakels).hex("\n", _BYTES)
        return f"{self.keten}\n{self.werkmap}\n{bladen}\nzegel {self.zegel}\n".encode()

    @cached_property
    def tekst_sha256(self) -> str:
        """The hash of that text."""
        return sha256(self.tekst).hexdigest()

    @classmethod
    def uit_tekst(cls, ruw: bytes) -> Geraamte:
        """The links from text. Raises ValueError; whether text and zegel are theirs, `tekst` tells."""
        keten, werkmap, rest = ruw.decode("ascii").split("\n", 2)
        if keten not in KETENS:
            raise ValueError("onbekende keten")
        bladen = bytes.fromhex(rest[: rest.index("z")])
        return cls(werkmap, keten, tuple(bladen[n : n + _BYTES] for n in range(0, len(bladen), _BYTES)))

    @property
    def zegel(self) -> Zegel:
        """The head of the chain."""
        return Zegel(len(self.schakels), self.hashes[-1])

    def bewijst(self, post: Post, inhoud_sha256: bytes) -> bool:
        """Whether this entry, with this hash of its content, stands in the chain at its own number."""
        if not 1 <= post.nummer <= len(self.schakels):
            return False
        kop, hier = post.kop(self.soort), self.schakels[post.nummer - 1]
        if self.soort.met_bladen:
            return blad(kop, inhoud_sha256) == hier
        return self.soort.schakel(self.hashes[post.nummer - 1], kop, inhoud_sha256) == hier

    def kent(self, papier: str) -> bool:
        """Whether a zegel was once the head of this chain."""
        deel = ZEGEL.fullmatch(papier)
        nummer = int(deel[1]) if deel else 0
        return 1 <= nummer <= len(self.schakels) and str(Zegel(nummer, self.hashes[nummer])) == papier


def geraamte(journaal: Journaal, tot: int) -> Geraamte:
    """The links up to a number; the chain that they make ends in the hash that is kept there. Raises Onbruikbaar."""
    keten, van = journaal.keten, f"FROM journaal WHERE nummer <= {tot:d} ORDER BY nummer"
    hashes = [journaal.keten.begin(journaal.werkmap)]
    if keten.met_bladen:
        rijen = _rijen(journaal, _VELDEN, keten.naam.encode(), tot)
        schakels = [sha256(b"\n".join(velden)).digest() for velden in rijen]
    else:
        for *velden, inhoud in _rijen(journaal, f"SELECT {KOP}, inhoud_sha256 {van}"):
            hashes.append(keten.schakel(hashes[-1], keten.kop(*velden), inhoud))
        schakels = hashes[1:]
    uit = Geraamte(journaal.werkmap, keten.naam, tuple(schakels))
    bewaard = journaal.zegel_bij(tot)
    if bewaard != uit.zegel:
        anders = [n for n, hash_ in _rijen(journaal, f"SELECT nummer, hash {van}") if uit.hashes[n] != hash_]
        raise beschadigd(anders[0] if anders else tot)
    return uit


def _rijen(journaal: Journaal, vraag: str, *waarden: object) -> Iterator[tuple[Any, ...]]:
    with vertaal():
        yield from journaal._db.execute(vraag, waarden)
