"""What a klager filled in on the form, as answers to the questions of `vragenlijst`, read as what is typed is read."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.cli.antwoorden import lees_antwoord, zeg
from klachtcli.cli.vragenlijst import Antwoord, Vraag, volgende
from klachtcli.fouten import Gebrek, Invoerfout
from klachtcli.secretariaat.onafgemaakt import Stand
from klachtcli.stukken.formulier_lezen import Antwoord as Gevuld, Gelezen
from klachtcli.stukken.formuliertafels import ZONDER_VAK
from klachtcli.stukken.formuliervelden import BLOKKEN, STAP, STAPPEN

_REEKSEN = tuple(b.plek for b in BLOKKEN if b.aantal)
_DATUMS = ("dag", "wanneer")
_STAPPEN = STAPPEN.velden[0].naam


class Twijfel(NamedTuple):
    """An answer to which somebody must agree: where it stands on the form, how it was read, and why."""

    plek: str
    waar: str
    zegt: str
    waarom: str


class Ingevuld(NamedTuple):
    """How far the form brings the questions, and which of its answers somebody must agree to."""

    stand: Stand
    twijfels: list[Twijfel]


def als_antwoorden(gelezen: Gelezen) -> Ingevuld:
    """The answers on a form; one that cannot be read stays open, and is told by where it stands."""
    bekend: dict[str, Antwoord] = {a.plek: None for a in gelezen.antwoorden}
    let_op, twijfels, gezegd = list(gelezen.let_op), list[Twijfel](), dict[str, str]()
    vragen = _vragen(bekend)
    getekend = _dagtekening(gelezen.antwoorden, vragen)
    for a in gelezen.antwoorden:
        vraag = vragen[a.plek]
        if _schuift_mee(a, vraag) and (getekend is None or a.veld.vorm == "dag"):
            let_op.append(f"{a.waar}: welke dag dit is, hangt af van de dag waarop het is geschreven. Dit blijft open.")
            gezegd[a.plek] = a.tekst
            continue
        try:
            bekend[a.plek] = antwoord = _lees(a, vraag, getekend or klok.vandaag())
        except Invoerfout as fout:
            let_op.append(f"{a.waar}: {'; '.join(g.feit for g in fout.gebreken) or fout.feit}. Dit blijft open.")
            gezegd[a.plek] = a.tekst
            continue
        waarom = "; ".join(filter(None, (a.twijfel, _hangt_van_de_dag_af(a, vraag, antwoord))))
        if waarom and antwoord is not None:
            twijfels.append(Twijfel(a.plek, a.waar, zeg(vraag, antwoord), waarom))
    if any(plek.startswith(f"{STAP.plek}.") for plek in bekend):
        if bekend.get(_STAPPEN) is False:
            let_op.append(
                f"Bij '{STAPPEN.velden[0].label}' staat nee, maar er zijn stappen ingevuld; die zijn overgenomen."
            )
        bekend[_STAPPEN] = True
    aantal = sum(waarde is not None for waarde in bekend.values())
    wel = "is 1 antwoord overgenomen" if aantal == 1 else f"zijn {aantal} antwoorden overgenomen"
    let_op.insert(0, f"Van het formulier {wel}. Het is bewaard als stuk." if aantal else "Op het formulier is niets "
                  "ingevuld dat klacht kan lezen.")  # fmt: skip
    gezet: dict[str, Antwoord] = {
        plek: waarde for plek, waarde in (bekend | _reeksen(bekend)).items() if waarde is not None
    }
    return Ingevuld(Stand(gezet, [], let_op, genomen=list(gezet), gezegd=gezegd), twijfels)


def leg_voor(ingevuld: Ingevuld) -> None:
    """Show what somebody must agree to, and ask; what is not agreed to is asked one by one."""
    from klachtcli.cli.vragen import ja

    scherm.meld("\nKijk dit na, met het formulier ernaast.")
    if any(ZONDER_VAK in t.waarom for t in ingevuld.twijfels):
        scherm.meld("De vakken van het formulier zijn weg (LibreOffice bewaart ze niet); dit staat naast elke vraag:")
    for t in ingevuld.twijfels:
        waarom = "; ".join(w for w in t.waarom.split("; ") if w != ZONDER_VAK)
        zegt = textwrap.shorten(t.zegt, 200, placeholder=" …")
        scherm.meld(f"  {t.waar}: {zegt}{f' ({waarom})' if waarom else ''}")
    if not ja("Klopt dit allemaal? (j/n; bij n worden ze een voor een gevraagd)"):
        na_te_gaan = {t.plek for t in ingevuld.twijfels}
        ingevuld.stand.genomen = [plek for plek in ingevuld.stand.genomen if plek not in na_te_gaan]


def eis_akkoord(twijfels: Sequence[Twijfel]) -> None:
    """Refuse what somebody must agree to where there is nobody. Raises Invoerfout."""
    if twijfels:
        raise Invoerfout(
            "bevestiging-nodig",
            f"van {len(twijfels)} antwoorden op het formulier is niet zeker dat zij goed zijn gelezen",
            herstel="Doe dit aan een terminal, dan laat klacht ze zien; of kijk het formulier na, en zeg dan --ja",
            gebreken=[Gebrek(t.waar, t.waarom) for t in twijfels],
        )


def _vragen(bekend: dict[str, Antwoord]) -> dict[str, Vraag]:
    """The question to each place, for as many of each kind as were filled in."""
    stand, uit = Stand({**_reeksen(bekend), _STAPPEN: True}), dict[str, Vraag]()
    while isinstance(vraag := volgende(stand), Vraag):
        stand.gevraagd.append(vraag.plek)
        uit[vraag.plek] = vraag
    return uit


def _reeksen(bekend: dict[str, Antwoord]) -> dict[str, Antwoord]:
    """After each of a kind that there is another, and after the last that there is none."""
    uit: dict[str, Antwoord] = {}
    for reeks in _REEKSEN:
        nummers = {int(plek.split(".")[1]) for plek in bekend if plek.startswith(f"{reeks}.")}
        uit |= {f"{reeks}.{n}.nog": n < max(nummers) for n in nummers}
    return uit


def _dagtekening(antwoorden: Sequence[Gevuld], vragen: dict[str, Vraag]) -> date | None:
    """The day on the form: other days on it were said on that day."""
    for a in antwoorden:
        if a.veld.vorm == "dag" and not _schuift_mee(a, vragen[a.plek]):
            with suppress(Invoerfout):
                return date.fromisoformat(str(lees_antwoord(vragen[a.plek], a.tekst)))
    return None


def _schuift_mee(a: Gevuld, vraag: Vraag) -> bool:
    """Whether a day was said from the day of writing: `gisteren` is another day each day, `3 maart` is not."""
    if vraag.vorm not in _DATUMS:
        return False
    with suppress(Invoerfout):
        dagen = (klok.vandaag() - timedelta(days=n) for n in range(3))
        return len({str(lees_antwoord(vraag, a.tekst, dag)) for dag in dagen}) == 3
    return False


def _lees(a: Gevuld, vraag: Vraag, vandaag: date) -> Antwoord:
    """One answer; None where the klager does not know. Raises Invoerfout, without what stands there."""
    if not a.veld.keuzes:
        return lees_antwoord(vraag, a.tekst, vandaag)
    gekozen = a.tekst.casefold().rstrip(".")
    for toon, waarde in a.veld.keuzes.items():
        if gekozen in (toon.casefold(), waarde) and gekozen:
            return lees_antwoord(vraag, waarde) if waarde else None
    raise Invoerfout("geen-keuze", f"dit is niet te kiezen; kies uit {', '.join(a.veld.keuzes)}")


def _hangt_van_de_dag_af(a: Gevuld, vraag: Vraag, antwoord: Antwoord) -> str:
    """Whether a day was said so that it would be another one on another day: `3 maart`, `gisteren`."""
    if vraag.vorm not in _DATUMS:
        return ""
    with suppress(Invoerfout):
        if lees_antwoord(vraag, a.tekst, klok.vandaag() - timedelta(days=1500)) == antwoord:
            return ""
    return "op het formulier staat het jaar of de dag er niet bij"
