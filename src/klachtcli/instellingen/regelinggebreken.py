"""What is wrong with one version of a regulation: every name that must exist, and every length that must add up.

What would otherwise show only when somebody uses it, in the middle of a case, is told when the file is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from klachtcli.fouten import Gebrek, Invoerfout
from klachtcli.instellingen.lezer import dichtste
from klachtcli.recht.duur import Duur
from klachtcli.recht.regeling import ONGEREGELD, Handeling, Plicht, Regeling, Termijn, Vereiste
from klachtcli.recht.termijn import optellen
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.klaagschrift import Procedures, Soort
from klachtcli.zaak.partijen import ONTVANGERS
from klachtcli.zaak.procedure import FEIT_VAN, VERDAAGT, ZONDER_FEIT, ZONDER_REDEN
from klachtcli.zaak.toetsen import TOETST_VELDEN
from klachtcli.zaak.toetsing import TOETSEN
from klachtcli.zaak.voorwaarden import VOLDAAN_ALS, VOORWAARDEN

_ARTIKEL = re.compile(r"art\. ([0-9]+[a-z]?(?::[0-9]+[a-z]?)?)")
# The terms of which somebody sets the day in the case: with the hearing, and with what is put before the parties.
STELBAAR = ("nadere_stukken", "reactie_feitenoverzicht")
# What an act can state: its own fields, and those of the advice and of the decision.
_INHOUD = {"advies": g.Advies, "beslissing": g.Beslissing}
# What a command in the data can hold.
_INVULBAAR = {"zaak": "", "aan": ""}
_FEITEN, _SOORTEN = list(ANKERS), list(get_args(Soort))


def gebreken(r: Regeling, pad: Path) -> Iterator[Gebrek]:
    """Every fault of a version that was read from this file."""
    if pad.stem != r.geldig_vanaf.isoformat():
        yield Gebrek("geldig_vanaf", f"{r.geldig_vanaf} is niet de naam van het bestand ({pad.stem})")
    if r.geldig_tot_en_met is not None and r.geldig_tot_en_met < r.geldig_vanaf:
        yield Gebrek("geldig_tot_en_met", f"{r.geldig_tot_en_met} ligt vóór geldig_vanaf ({r.geldig_vanaf})")
    if pad.parent.name != r.id:
        yield Gebrek("id", f"'{r.id}' is niet de naam van de map ({pad.parent.name})")
    yield from _dubbel(r)
    yield from _artikelen(r)
    for n, t in enumerate(r.termijn, 1):
        yield from _termijn(f"termijn[{n}]", t, r)
    for n, v in enumerate(r.vereiste, 1):
        yield from _vereiste(f"vereiste[{n}]", v, [t.id for t in r.termijn if t.venster])
    for n, h in enumerate(r.handeling, 1):
        yield from _handeling(f"handeling[{n}]", h, [p.id for p in r.plicht])
    for n, p in enumerate(r.plicht, 1):
        yield from _plicht(f"plicht[{n}]", p, [t.id for t in r.termijn])
    for n, soort in enumerate(r.hoedanigheid, 1):
        yield from _onbekend(f"hoedanigheid[{n}].naam", "hoedanigheid", (soort.naam,), _SOORTEN)


def _dubbel(r: Regeling) -> Iterator[Gebrek]:
    ids = {
        "artikel": [a.nummer for a in r.artikel],
        "termijn": [t.id for t in r.termijn],
        "vereiste": [v.id for v in r.vereiste],
        "handeling": [h.id for h in r.handeling],
        "plicht": [p.id for p in r.plicht],
        "hoedanigheid": [h.naam for h in r.hoedanigheid],
    }
    for lijst, namen in ids.items():
        dubbel = sorted({i for i in namen if namen.count(i) > 1})
        yield from (Gebrek(lijst, f"'{i}' staat er twee keer; elke {lijst} heeft een eigen naam") for i in dubbel)


def _artikelen(r: Regeling) -> Iterator[Gebrek]:
    """Every vindplaats names an article that the file holds."""
    bekend = {a.nummer for a in r.artikel}
    lijsten: dict[str, Sequence[Termijn | Vereiste | Handeling | Plicht]] = {
        "termijn": r.termijn, "vereiste": r.vereiste, "handeling": r.handeling, "plicht": r.plicht,
    }  # fmt: skip
    plaatsen = [(f"{lijst}[{n}].vindplaats", x.vindplaats) for lijst, alle in lijsten.items()
                for n, x in enumerate(alle, 1)]  # fmt: skip
    plaatsen += [(f"termijn[{n}].verdaging[{m}].vindplaats", v.vindplaats)
                 for n, t in enumerate(r.termijn, 1) for m, v in enumerate(t.verdaging, 1)]  # fmt: skip
    for plaats, tekst in plaatsen:
        for nummer in _ARTIKEL.findall(tekst):
            if nummer not in bekend:
                yield Gebrek(plaats, f'onbekend artikel {nummer}; voeg een [[artikel]] toe met nummer = "{nummer}"')
        if not _ARTIKEL.search(tekst) and tekst != ONGEREGELD:
            yield Gebrek(plaats, f"noemt geen artikel zoals 'art. 9 lid 1'; schrijf '{ONGEREGELD}' als er geen is")


def _termijn(plaats: str, t: Termijn, r: Regeling) -> Iterator[Gebrek]:
    """A term counts between facts that exist, has a length, and can be made as long as it says."""
    for veld in ("vanaf", "voldaan_door", "vervalt_door", "na", "na_afloop"):
        yield from _feiten(f"{plaats}.{veld}", getattr(t, veld))
    for m, o in enumerate(t.ook, 1):
        yield from _feiten(f"{plaats}.ook[{m}].vanaf", o.vanaf)
    yield from _onbekend(
        f"{plaats}.verlengt", "termijn", (t.verlengt,) if t.verlengt else (), [x.id for x in r.termijn]
    )
    if t.duur is None and not t.stelbaar:
        yield Gebrek(f"{plaats}.duur", "ontbreekt, en de dag is niet stelbaar")
    if t.stelbaar and t.id not in STELBAAR:
        yield Gebrek(f"{plaats}.stelbaar", f"kan alleen bij {' en '.join(STELBAAR)}: daar stelt iemand de dag")
    if t.verdaging and t.id not in VERDAAGT.values():
        yield Gebrek(f"{plaats}.verdaging", f"kan alleen bij {' en '.join(VERDAAGT.values())}: die zijn te verdagen")
    yield from _op_te_tellen(plaats, t, r)


def _op_te_tellen(plaats: str, t: Termijn, r: Regeling) -> Iterator[Gebrek]:
    """Working days and hours stand alone: nothing can be added to them."""
    erbij = [(f"{plaats}.verdaging[{m}].maximum", v.maximum) for m, v in enumerate(t.verdaging, 1)]
    erbij += [(f"termijn[{n}].duur", x.duur) for n, x in enumerate(r.termijn, 1) if x.verlengt == t.id]
    erbij += [(f"{plaats}.opschortbaar", Duur(dagen=1))] if t.opschortbaar else []
    for waar, duur in erbij:
        for lengte in (t.duur, *(a.duur for a in t.alternatief)):
            try:
                if lengte and duur:
                    optellen(lengte, duur)
            except Invoerfout as fout:
                yield Gebrek(waar, fout.feit)


def _vereiste(plaats: str, v: Vereiste, vensters: list[str]) -> Iterator[Gebrek]:
    """What a check needs to know is there, and is something that it can look at."""
    yield from _onbekend(f"{plaats}.toets", "toets", (v.toets,), list(TOETSEN))
    yield from _onbekend(f"{plaats}.alleen_voor", "hoedanigheid", v.alleen_voor, _SOORTEN)
    if v.toets in TOETST_VELDEN:
        yield from _onbekend(f"{plaats}.velden", "veld", v.velden, TOETST_VELDEN[v.toets])
        if not v.velden:
            yield Gebrek(f"{plaats}.velden", f"ontbreekt, en toets '{v.toets}' heeft het nodig")
    if v.toets in ("vraag", "eerder"):
        yield from _nodig(f"{plaats}.vraag", "vraag", v.vraag, list(Procedures.__struct_fields__), v.toets)
    if v.toets == "venster":
        yield from _nodig(f"{plaats}.termijn", "venster", v.termijn, vensters, v.toets)


def _handeling(plaats: str, h: Handeling, plichten: list[str]) -> Iterator[Gebrek]:
    """An act that the program knows, and facts, duties and contents that there are."""
    yield from _onbekend(f"{plaats}.id", "handeling", (h.id,), [*FEIT_VAN, *ZONDER_FEIT])
    for veld in ("vereist", "sluit_uit", "verwacht"):
        yield from _feiten(f"{plaats}.{veld}", getattr(h, veld))
    yield from _onbekend(f"{plaats}.plichten", "plicht", h.plichten, plichten)
    for veld in ("verwacht", "plichten", "vraagt", "brieven") if h.id in ZONDER_REDEN else ():
        if getattr(h, veld):
            yield Gebrek(
                f"{plaats}.{veld}", "kan hier niet: deze handeling neemt geen reden aan om haar toch te doen (--toch)"
            )
    if kan := _kan_vermelden(h.id):
        for m, gegeven in enumerate(h.vraagt, 1):
            yield from _onbekend(f"{plaats}.vraagt[{m}].veld", "veld", (gegeven.veld,), kan)


def _kan_vermelden(handeling: str) -> list[str]:
    """The fields of an act in which something can be stated."""
    velden = [v for s in get_args(g.Gebeurtenis) if s.handeling == handeling for v in s.__struct_fields__]
    inhoud = next((soort for veld, soort in _INHOUD.items() if veld in velden), None)
    return velden if inhoud is None else list(inhoud.__struct_fields__)


def _plicht(plaats: str, p: Plicht, termijnen: list[str]) -> Iterator[Gebrek]:
    """A duty names facts, conditions and a term that exist, and something that meets it."""
    for veld in ("na", "voldaan_door", "vervalt_door"):
        yield from _feiten(f"{plaats}.{veld}", getattr(p, veld))
    yield from _onbekend(f"{plaats}.aan", "ontvanger", p.aan, ONTVANGERS)
    yield from _onbekend(f"{plaats}.termijn", "termijn", (p.termijn,) if p.termijn else (), termijnen)
    yield from _onbekend(f"{plaats}.als", "voorwaarde", (p.als,) if p.als else (), list(VOORWAARDEN))
    voldaan_als = (p.voldaan_als,) if p.voldaan_als else ()
    yield from _onbekend(f"{plaats}.voldaan_als", "voorwaarde", voldaan_als, list(VOLDAAN_ALS))
    if not p.na:
        yield Gebrek(f"{plaats}.na", "ontbreekt: na welk feit is dit een plicht?")
    if not (p.brief or p.voldaan_door or p.voldaan_als):
        yield Gebrek(plaats, "niets voldoet aan deze plicht: noem brief, voldaan_door of voldaan_als")
    elif not (p.opdracht or p.brief or p.voldaan_door):
        yield Gebrek(f"{plaats}.opdracht", "ontbreekt: met welke opdracht voldoet men eraan?")
    if p.brief and not p.aan:
        yield Gebrek(f"{plaats}.aan", f"ontbreekt: aan wie gaat de brief '{p.brief}'?")
    yield from _einde(plaats, p)
    if p.opdracht and not _in_te_vullen(p.opdracht):
        yield Gebrek(f"{plaats}.opdracht", "tussen accolades kan alleen {zaak} of {aan} staan")


def _einde(plaats: str, p: Plicht) -> Iterator[Gebrek]:
    """One way to say by when."""
    if p.termijn and p.duur:
        yield Gebrek(f"{plaats}.duur", "er is al een termijn; noem er een van beide")
    if p.meteen and (p.termijn or p.duur):
        yield Gebrek(f"{plaats}.meteen", "er is al een termijn of een duur; noem er een")
    if p.voor_verdaging and not p.termijn:
        yield Gebrek(f"{plaats}.voor_verdaging", "hoort bij een termijn, en die staat er niet bij")


def _in_te_vullen(opdracht: str) -> bool:
    try:
        opdracht.format(**_INVULBAAR)
    except (LookupError, ValueError, AttributeError):
        return False
    return True


def _nodig(plaats: str, wat: str, naam: str | None, bekend: list[str], toets: str) -> Iterator[Gebrek]:
    if naam is None:
        yield Gebrek(plaats, f"ontbreekt, en toets '{toets}' heeft het nodig")
    else:
        yield from _onbekend(plaats, wat, (naam,), bekend)


def _feiten(plaats: str, namen: str | tuple[str, ...] | None) -> Iterator[Gebrek]:
    alle = (namen,) if isinstance(namen, str) else namen or ()
    return _onbekend(plaats, "feit", alle, _FEITEN)


def _onbekend(plaats: str, wat: str, namen: Sequence[str], bekend: list[str]) -> Iterator[Gebrek]:
    """Names that are not there, with the nearest that is; or, where none is near and they are few, all."""
    for naam in namen:
        if naam not in bekend:
            welk = "onbekend" if wat in ("feit", "veld", "venster") else "onbekende"
            alle = f"; kies uit {', '.join(bekend)}" if 0 < len(bekend) <= 12 else ""
            yield Gebrek(plaats, f"{welk} {wat} '{naam}'{dichtste(naam, bekend) or alle}")
