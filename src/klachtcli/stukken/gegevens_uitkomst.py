"""What letters about the advice, the decision and a temporary measure hold (art. 12 and 13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from klachtcli.recht.datum import voluit
from klachtcli.recht.termijn import bereken
from klachtcli.stukken.brieven import Omgeving, Waarden
from klachtcli.stukken.gegevens_taal import noem_aan, zin
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.partijen import nummer_van, partijen, rol_van
from klachtcli.zaak.toetsfeiten import som
from klachtcli.zaak.zaak import Zaak


def uitkomst(zaak: Zaak, o: Omgeving) -> Waarden:
    """The values about what came of it."""
    return _advies(zaak, o) | _beslissing(zaak, o) | _voorziening(zaak) | {"bemiddelaar": "", "nog_te_doen": ""}


def _advies(zaak: Zaak, o: Omgeving) -> Waarden:
    e = zaak.laatste(g.AdviesUitgebracht)
    a = e.advies if e else g.Advies()
    oud, nieuw, reden = _verdaging("advies", zaak, o)
    return {
        "advies_op": voluit(e.op) if e else "",
        "advies_strekking": zin(a.strekking or e.strekking) if e else "",
        "advies_aard": som([*a.aard]) if a.aard else "",
        "onderdelen": [
            {"klacht": zin(d.klacht), "bevinding": zin(d.bevinding), "oordeel": zin(d.oordeel)} for d in a.onderdeel
        ],
        "maatregelen": [*a.maatregel],
        "stemming": _stemming(a),
        "meerderheid": zin(a.meerderheid),
        "minderheid": zin(a.minderheid),
        "doorslag": "ja" if a.voorzitter_gaf_doorslag else "",
        "hoorverslag": "ja" if a.hoorverslag else "",
        "reden_zonder_verslag": zin(a.reden_zonder_verslag),
        "verloop": _verloop(zaak),
        "beslissing_uiterlijk_bij_ontvangst": _bij_ontvangst(o),
        "advies_oude_datum": oud,
        "advies_nieuwe_datum": nieuw,
        "advies_verdaagd_reden": reden,
    }


def _beslissing(zaak: Zaak, o: Omgeving) -> Waarden:
    e = zaak.laatste(g.BeslissingGenomen)
    b = e.beslissing if e else g.Beslissing()
    oud, nieuw, reden = _verdaging("beslissing", zaak, o)
    t = o.regeling.zoek_termijn("beslissing")
    stand = o.rekenaar.stand(t, zaak, o.dag) if t else None
    return {
        "advies_ontvangen_op": voluit(zaak.ankers["ontvangst_advies"]) if "ontvangst_advies" in zaak.ankers else "",
        "beslissing_uiterlijk": voluit(stand.berekening.uiterlijk) if stand else "",
        "beslissing_op": voluit(e.op) if e else "",
        "beslissing_strekking": zin(b.strekking or e.strekking) if e else "",
        "beslissing_motivering": zin(b.motivering),
        "afwijking_reden": zin(b.reden_afwijking) if b.wijkt_af else "",
        "beslissing_voor_lezer": _voor_lezer(b, o.aan),
        "ombudsman": "",
        "beslissing_oude_datum": oud,
        "beslissing_nieuwe_datum": nieuw,
        "beslissing_verdaagd_reden": reden,
    }


def _voor_lezer(b: g.Beslissing, aan: g.Ontvanger) -> str:
    """What this party is told of the decision; what the other is told is not shown here."""
    if aan == "klager":
        return zin(b.voor_klager)
    nummer = nummer_van(aan)
    weet = rol_van(aan) == "aangeklaagde" and nummer <= len(b.voor_aangeklaagde)
    return zin(b.voor_aangeklaagde[nummer - 1]) if weet else ""


def _voorziening(zaak: Zaak) -> Waarden:
    e = zaak.laatste(g.VoorzieningGevraagd)
    overleg = zaak.ankers.get("voorziening_overlegd")
    wie = (noem_aan(e.door, zaak) if e.door in partijen(zaak.klaagschrift) else e.door) if e else ""
    return {
        "voorziening_gevraagd_op": voluit(e.op) if e else "",
        "voorziening_door": wie,
        "voorziening_grond": _GROND[e.grond] if e else "",
        "voorziening_maatregel": (e.maatregel or "").strip().rstrip(".") if e else "",
        "voorziening_overleg_op": voluit(overleg) if overleg else "",
    }


def _verdaging(termijn: str, zaak: Zaak, o: Omgeving) -> tuple[str, str, str]:
    """The last day before and after the last extension of a term, and the reason given for it."""
    keren, t = zaak.verdagingen.get(termijn, ()), o.regeling.zoek_termijn(termijn)
    if not keren or t is None:
        return "", "", ""
    vorige = msgspec.structs.replace(zaak, verdagingen=zaak.verdagingen | {termijn: keren[:-1]})
    oud, nieuw = o.rekenaar.stand(t, vorige, o.dag), o.rekenaar.stand(t, zaak, o.dag)
    dagen = [voluit(s.berekening.uiterlijk) if s else "" for s in (oud, nieuw)]
    return dagen[0], dagen[1], zin(keren[-1].reden)


def _bij_ontvangst(o: Omgeving) -> str:
    """Until when the werkgever decides if the advice comes in on the day of the letter (art. 13 lid 1)."""
    t = o.regeling.zoek_termijn("beslissing")
    if t is None or t.vanaf != "ontvangst_advies":
        return ""
    wet = t.termijnenwet != "nee"
    return voluit(bereken(o.dag, o.rekenaar.lengte(t), o.rekenaar.kalender, termijnenwet=wet).uiterlijk)


def _stemming(a: g.Advies) -> str:
    """Art. 12 lid 7: how the vote was."""
    if a.voor is None:
        return ""
    if not a.tegen and not a.onthouding:
        return "Het advies is unaniem."
    delen = [
        f"{a.voor} voor",
        f"{a.tegen} tegen" if a.tegen else "",
        f"{a.onthouding} onthouding{'en' if a.onthouding > 1 else ''}" if a.onthouding else "",
    ]
    return f"Zo is er gestemd: {som([d for d in delen if d])}."


def _verloop(zaak: Zaak) -> list[str]:
    """The course of the procedure by day, each line once."""
    regels = [(g.gebeurd_op(e), wat) for e in zaak.gebeurd if (wat := _in_woorden(e, zaak))]
    return [f"{voluit(dag)}: {wat}" for dag, wat in dict.fromkeys(sorted(regels, key=lambda r: r[0]))]


def _in_woorden(e: g.Gebeurtenis, zaak: Zaak) -> str:
    """An event as a line in the course of the procedure; empty for what the advice need not mention."""
    wat = _VERLOOP.get(type(e))
    return wat(e, zaak) if callable(wat) else wat or ""


def _gehoord(e: g.HoorzittingGehouden, zaak: Zaak) -> str:
    wie = som([noem_aan(w, zaak) for w in e.gehoord])
    return f"gesproken met {wie}" + (", in elkaars bijzijn" if e.samen else "")


def _reactie(e: g.FeitenReactieOntvangen, zaak: Zaak) -> str:
    return f"reactie van {noem_aan(e.door, zaak)} op het feitenoverzicht"


_GROND = {"welzijn van de klager": "het welzijn van de klager", "onhoudbare situatie": "een onhoudbare situatie"}
_VERLOOP: dict[type[Any], str | Callable[[Any, Zaak], str]] = {
    g.KlaagschriftOntvangen: "klaagschrift ontvangen",
    g.AanvullingGevraagd: "om aanvulling gevraagd",
    g.AanvullingOntvangen: "aanvulling ontvangen",
    g.KlachtCompleet: "klacht compleet",
    g.OntvankelijkBevonden: "klacht ontvankelijk bevonden",
    g.BemiddelingGeweigerd: "bemiddeling gaat niet door",
    g.BemiddelingBeeindigd: lambda e, _: f"bemiddeling geëindigd {'met' if e.oplossing else 'zonder'} oplossing",
    g.HoorzittingGehouden: _gehoord,
    g.TerPlaatseOnderzocht: "onderzoek ter plaatse",
    g.BevindingenVastgelegd: "verslag van bevindingen gemaakt",
    g.DeskundigeGeraadpleegd: "deskundige geraadpleegd",
    g.FeitenoverzichtVerzonden: "feitenoverzicht aan partijen gezonden",
    g.FeitenReactieOntvangen: _reactie,
    g.AdviesVerdaagd: lambda e, _: f"advies verdaagd tot en met {voluit(e.tot_en_met)}",
    g.AdviesUitgebracht: "advies uitgebracht",
}
