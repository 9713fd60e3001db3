"""Reading back the form that a klager filled in.

Nothing is guessed and nothing is lost: what cannot be placed is told by where it stands, never by what it says. What
stands in the tables is read by `formuliertafels`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from klachtcli.fouten import Invoerfout
from klachtcli.stukken.celtekst import lees_inhoud
from klachtcli.stukken.formuliertafels import ALS_STUK, Deel, binnen, lees_tafels, plat
from klachtcli.stukken.formuliertekst import TITEL, Opzet, Tafel, Tekst
from klachtcli.stukken.formuliervelden import BLOKKEN, Veld
from klachtcli.stukken.pakket import PakketFout, W, lees_xml, pak_uit, tekstdelen

_GROOTSTE_XML = 5_000_000  # bytes: some forty times what the form itself is
_HERKEND = 5  # so many questions of ours make it the form
_OLE, _ODT = b"\xd0\xcf\x11\xe0", b"application/vnd.oasis.opendocument.text"


class Antwoord(NamedTuple):
    """What stands in a field. waar: which, in the words of the form; twijfel: why somebody must agree, or nothing."""

    plek: str
    tekst: str
    waar: str
    veld: Veld
    twijfel: str = ""


class Gelezen(NamedTuple):
    """The answers in the order of the form, and what there is to tell."""

    antwoorden: list[Antwoord]
    let_op: list[str]


def is_formulier(ruw: bytes) -> bool:
    """Whether these bytes are the form, filled in or not."""
    try:
        return len(_vragen(lees_tafels(_wortel(ruw)[0], {}, []))) >= _HERKEND
    except (Invoerfout, PakketFout):
        return False


def lees_formulier(ruw: bytes, opzet: Opzet) -> Gelezen:
    """What was filled in. Raises Invoerfout for what is not the form, or cannot be read."""
    let_op: list[str] = []
    try:
        wortel, randen = _wortel(ruw)
    except PakketFout as fout:
        raise Invoerfout(
            "formulier-onleesbaar",
            f"het formulier is niet te lezen: {fout}",
            herstel=f"Open het in Word en bewaar het opnieuw als .docx. {ALS_STUK}",
        ) from None
    uitleg = {
        (t.blok.kop, r.veld.naam): r.uitleg for t in reversed(opzet.delen) if isinstance(t, Tafel) for r in t.rijen
    }
    delen = lees_tafels(wortel, uitleg, let_op)
    if len(_vragen(delen)) < _HERKEND:
        raise Invoerfout("geen-formulier", "dit is niet het formulier van klacht formulier",
                         herstel=ALS_STUK)  # fmt: skip
    let_op += _ontbrekend(delen, uitleg)
    let_op += _los(wortel, opzet)
    if any(not plat(r).startswith(plat(TITEL)) for rand in randen for r in lees_inhoud(rand).tekst.split("\n") if r):
        let_op.append(
            "In de kop-, voet- of noottekst staat iets dat niet van het formulier is; het is niet overgenomen."
        )
    antwoorden = list(_antwoorden(delen, uitleg, let_op))
    return Gelezen(antwoorden, [zin if n == 1 else f"{zin[:-1]} ({n} keer)." for zin, n in Counter(let_op).items()])


# ---- what comes in ----


def _wortel(ruw: bytes) -> tuple[Any, list[Any]]:
    """The document, and its headers, footers and notes. Raises PakketFout and Invoerfout."""
    if ruw.startswith(_OLE):
        raise Invoerfout("geen-docx", "dit is een oud Word-bestand (.doc), of er zit een wachtwoord op",
                         herstel=f"Bewaar het in Word als .docx, zonder wachtwoord. {ALS_STUK}")  # fmt: skip
    inhoud = pak_uit(ruw, _GROOTSTE_XML)[1]
    if inhoud.get("mimetype", b"").startswith(_ODT):
        raise Invoerfout("geen-docx", "dit is een tekst van LibreOffice (.odt)",
                         herstel=f"Bewaar het daar als Word-bestand: Opslaan als, .docx. {ALS_STUK}")  # fmt: skip
    eerste, *rest = tekstdelen(inhoud)
    return lees_xml(inhoud[eerste]), [lees_xml(inhoud[naam]) for naam in rest]


# ---- the form as a whole ----


def _vragen(delen: Iterable[Deel]) -> set[tuple[str, str]]:
    """Which questions of the form were found."""
    return {(deel.blok.kop, naam) for deel in delen for naam in deel.velden}


def _antwoorden(delen: Sequence[Deel], gevraagd: Collection[tuple[str, str]], let_op: list[str]) -> Iterator[Antwoord]:
    """The answers, numbered anew: what was left empty in between does not count. gevraagd: by the regulation of now."""
    nummers: dict[str, int] = {}
    for deel in _samen(delen):
        if deel.leeg:
            continue
        nummer = nummers[deel.blok.kop] = nummers.get(deel.blok.kop, 0) + 1
        for veld in deel.blok.velden:
            gevuld = {v.tekst: v.twijfel for v in deel.velden.get(veld.naam, ()) if v.tekst}
            if len(gevuld) > 1:
                let_op.append(
                    f"{deel.waar(veld)}: dit staat er tweemaal, met verschillende antwoorden; niet overgenomen."
                )
            elif gevuld and (deel.blok.kop, veld.naam) not in gevraagd:
                let_op.append(f"{deel.waar(veld)}: de regeling vraagt dit niet; niet overgenomen.")
            elif gevuld:
                ((tekst, twijfel),) = gevuld.items()
                yield Antwoord(deel.blok.plek_van(veld.naam, nummer), tekst, deel.waar(veld), veld, twijfel)


def _samen(delen: Iterable[Deel]) -> list[Deel]:
    """In the order of the form; of what there is one of, all that was found together."""
    uit: list[Deel] = []
    for blok in BLOKKEN:
        van = [d for d in delen if d.blok is blok]
        if not blok.aantal and van:
            for extra in van[1:]:
                for naam, gelezen in extra.velden.items():
                    van[0].velden.setdefault(naam, []).extend(gelezen)
            van = van[:1]
        uit += van
    return uit


def _ontbrekend(delen: Sequence[Deel], uitleg: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What was taken off the form: a block as a whole, or a question in one that is there."""
    gevraagd = set(uitleg)
    for blok in BLOKKEN:
        velden = [v for v in blok.velden if (blok.kop, v.naam) in gevraagd]
        van = [d for d in delen if d.blok is blok and d.velden]
        if velden and not van:
            yield f"Het deel '{blok.kop}' staat niet meer op het formulier."
        for deel in (d for d in van if not d.gedeeld):
            if weg := [f"'{v.label}'" for v in velden if v.naam not in deel.velden]:
                yield f"{deel.kop}: niet meer op het formulier staat {', '.join(weg)}."


def _los(wortel: Any, opzet: Opzet) -> Iterator[str]:
    """What stands outside the tables and is not of the form, by the head under which it stands."""
    vast = {plat(t) for t in opzet.vaste_tekst}
    koppen = {plat(d.tekst): d.tekst for d in opzet.delen if isinstance(d, Tekst) and d.stijl.startswith("Heading")}
    kop, los = "", dict[str, int]()
    for alinea in wortel.iter(f"{W}p", f"{W}altChunk"):
        if any(binnen(alinea, naam) is not None for naam in ("tbl", "txbxContent", "p")):
            continue
        tekst, merken = lees_inhoud(alinea)
        kop = koppen.get(plat(tekst), kop)
        if merken or alinea.tag != f"{W}p" or (tekst and plat(tekst) not in vast):
            los[kop] = los.get(kop, 0) + 1
    for kop, aantal in los.items():
        waar = f"Onder '{kop}'" if kop else "Bovenaan"
        hoeveel = "1 alinea" if aantal == 1 else f"{aantal} alinea's"
        yield f"{waar} staat iets buiten de vakken ({hoeveel}); niet overgenomen."
