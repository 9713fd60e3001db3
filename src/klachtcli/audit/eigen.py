"""What the tool itself keeps in a case, no act of the procedure: may it stand there, on that day, in that order?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from klachtcli import klok
from klachtcli.audit import oorzaak
from klachtcli.audit.uitkomst import Verschil
from klachtcli.fouten import KlachtFout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.schrijver import volgt_op
from klachtcli.recht.datum import voluit
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.bewaren import tegengehouden
from klachtcli.zaak.procedure import eis_open
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.verbetering import LEEG, eis_correctie
from klachtcli.zaak.zaak import Zaak

# What stands in a case besides acts; all of it bears the day on which it was recorded.
_SOORTEN = (
    g.AfwijkingVastgelegd, g.BriefGemaakt, g.Getoetst, g.OpmerkingGemaakt, g.RegelsInGebruikGenomen, g.SignaalBesproken,
    g.VastleggingGecorrigeerd, g.VernietigingTegengehouden, g.VernietigingVrijgegeven,
)  # fmt: skip
_ALLEEN_OPEN = (g.BriefGemaakt, g.Getoetst, g.RegelsInGebruikGenomen, g.VastleggingGecorrigeerd)
_ANDERE_DAG = (g.SignaalBesproken,)  # of a day that the secretary gives
_MIDDERNACHT = timedelta(minutes=5)  # an act that began before it may be recorded after it


def toets_volgorde(v: Vastlegging, vorige: Vastlegging) -> list[Verschil]:
    """An entry against the one before it in the case: not of an earlier moment, nor of an older program."""
    uit: list[Verschil] = []
    if v.vastgelegd_op < vorige.vastgelegd_op and not volgt_op(v.vastgelegd_op, vorige.vastgelegd_op):
        uit.append(oorzaak.anders(v, "moment", v.vastgelegd_op, f"niet vóór {vorige.vastgelegd_op}"))
    if v.versie != vorige.versie and oorzaak.van_oud_programma(v) and not oorzaak.van_oud_programma(vorige):
        uit.append(oorzaak.anders(v, "versie", v.versie, f"niet ouder dan {vorige.versie}"))
    return uit


def toets(
    verloop: Sequence[Vastlegging], n: int, zaak: Zaak, rekenaar: Rekenaar, dag: date, *, anoniem: bool = False
) -> Iterator[Verschil]:
    """Entry `n`, which is no act, against the case as it was before it. dag: the day on which it was recorded."""
    v, e = verloop[n], verloop[n].gebeurtenis
    if not isinstance(e, _SOORTEN):
        yield _mag_niet(v, "zoiets staat niet in een lopende zaak")
        return
    if (op := g.gebeurd_op(e)) != dag and not isinstance(e, _ANDERE_DAG) and not _net_voor(v, op):
        yield oorzaak.anders(v, f"{g.in_woorden(v.soort)}: dag", voluit(op), voluit(dag))
    if (fout := _fout(verloop, n, zaak, rekenaar, dag, anoniem=anoniem)) is not None:
        yield _mag_niet(v, fout)


def toets_begin(v: Vastlegging, rekenaar: Rekenaar, dag: date) -> Iterator[Verschil]:
    """The entry that opened a case: of a day that had come, numbered by its year, under rules that then held."""
    e, regeling = v.gebeurtenis, rekenaar.regeling
    op = g.gebeurd_op(e)
    if op > dag:
        yield _mag_niet(v, f"{voluit(op)} moet nog komen")
    if op < regeling.geldig_vanaf:
        yield _mag_niet(v, f"deze versie van de {regeling.naam} geldt vanaf {voluit(regeling.geldig_vanaf)}")
    if not v.zaak.startswith(f"K{op.year}-"):
        yield oorzaak.anders(v, "zaaknummer", v.zaak, f"een nummer van {op.year}")


def _fout(
    verloop: Sequence[Vastlegging], n: int, zaak: Zaak, rekenaar: Rekenaar, dag: date, *, anoniem: bool
) -> str | None:
    """Why this entry could not be made then. Without personal facts a corrected text may be as gone as the old one."""
    v = verloop[n]
    e = v.gebeurtenis
    try:
        if isinstance(e, _ALLEEN_OPEN):
            eis_open(zaak)
        match e:
            case g.VastleggingGecorrigeerd():
                eis_correctie(zaak, [(x.nummer, x.gebeurtenis) for x in verloop[:n]], e, rekenaar, dag)
            case g.AfwijkingVastgelegd() if not _hoort_bij(verloop, n, e.bij):
                return "de handeling waar deze afwijking bij hoort, staat er niet bij"
            case g.RegelsInGebruikGenomen():
                return _wissel(e, zaak)
            case g.VernietigingTegengehouden() | g.VernietigingVrijgegeven():
                vrij = isinstance(e, g.VernietigingVrijgegeven)
                return None if vrij == (tegengehouden(zaak) is not None) else "dat was al zo"
    except KlachtFout as fout:
        if anoniem and fout.code == LEEG:
            return None
        return "; ".join((fout.feit, *(f"{x.plaats}: {x.feit}" for x in fout.gebreken)))
    return None


def _wissel(e: g.RegelsInGebruikGenomen, zaak: Zaak) -> str | None:
    """Other rules for a running case: another text of its own, and of a regulation only with a reason."""
    if (e.regeling, e.kalender) == (zaak.regeling, zaak.kalender):
        return "deze regels golden al voor deze zaak"
    if (e.regeling.id, e.kalender.id) != (zaak.regeling.id, zaak.kalender.id):
        return "een zaak gaat niet over naar een andere regeling"
    return None if e.reden or e.regeling == zaak.regeling else "een andere versie van de regeling vraagt een reden"


def _hoort_bij(verloop: Sequence[Vastlegging], n: int, bij: str) -> bool:
    """Whether the act, or the kind of letter, that a deviation is from was recorded with it, in the same moment."""
    samen = (x.gebeurtenis for x in verloop if x.vastgelegd_op == verloop[n].vastgelegd_op)
    return any(bij in (e.handeling, getattr(e, "brief", "")) for e in samen)


def _mag_niet(v: Vastlegging, waarom: str) -> Verschil:
    return oorzaak.anders(v, g.in_woorden(v.soort), "vastgelegd", f"niet toegestaan: {waarom}")


def _net_voor(v: Vastlegging, op: date) -> bool:
    return op == klok.in_amsterdam(datetime.fromisoformat(v.vastgelegd_op) - _MIDDERNACHT).date()
