"""The named conditions of duties: whether one is asked at all, and since when it is met where no fact says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from klachtcli.recht.regeling import Regeling
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.partijen import partijen
from klachtcli.zaak.zaak import Zaak


def mist_iets(zaak: Zaak, regeling: Regeling) -> bool:
    """Whether the last toets saw that a requirement of art. 9 was not met, whatever else it saw."""
    for id_, status, _ in zaak.toetsing.bevindingen if zaak.toetsing else ():
        if status == "ontbreekt" and id_ in regeling.vereisten:
            return True
    return False


def _vraagt_aanvulling(zaak: Zaak, regeling: Regeling) -> bool:
    """Art. 9 lid 3: something is missing, and can still be asked for; a toets may be done again after that."""
    return _kan_nog("vraag_aanvulling", zaak, regeling) and mist_iets(zaak, regeling)


def _mist_niets(zaak: Zaak, regeling: Regeling) -> bool:
    if "compleet" not in zaak.ankers and not _kan_nog("compleet", zaak, regeling):
        return False
    return "aanvulling_uitgebleven" in zaak.ankers or not mist_iets(zaak, regeling)


def _kan_nog(handeling: str, zaak: Zaak, regeling: Regeling) -> bool:
    """Whether no fact has come about that rules an act out."""
    h = regeling.zoek_handeling(handeling)
    return h is None or zaak.ankers.keys().isdisjoint(h.sluit_uit)


def _ieder_heeft_een_zitting(zaak: Zaak, _: g.Ontvanger | None) -> date | None:
    """Art. 11 lid 1: klager and every aangeklaagde have a hearing; since when the last of them first had one."""
    alle, wel = partijen(zaak.klaagschrift), [z for z in zaak.zittingen if z.stand != "geannuleerd"]
    if not {p for z in wel for p in (*z.wie, *z.afwezig)} >= set(alle):
        return None
    eerst: dict[g.Partij, date] = {}
    for e in zaak.gebeurd:
        if isinstance(e, g.HoorzittingGepland | g.HoorzittingVerplaatst | g.HoorzittingGehouden):
            wie = (*e.gehoord, *e.afwezig) if isinstance(e, g.HoorzittingGehouden) else e.wie or alle
            eerst |= {p: g.gebeurd_op(e) for p in wie if p not in eerst}
    return max(eerst[p] for p in alle)


def _geen_zitting_gepland(zaak: Zaak, _: g.Ontvanger | None) -> date | None:
    """Art. 11 lid 1: of every hearing that was planned it is known what became of it."""
    if any(z.gepland for z in zaak.zittingen):
        return None
    return max((z.dag for z in zaak.zittingen), default=None)


def _elk_gesprek_heeft_verslag(zaak: Zaak, _: g.Ontvanger | None) -> date | None:
    """Art. 11 lid 2: of everybody who was heard there is a report."""
    if any(z.zonder_verslag for z in zaak.zittingen):
        return None
    return max((v.op for z in zaak.zittingen for v in z.verslag), default=None)


def _om_aanvulling_gevraagd(zaak: Zaak, _: g.Ontvanger | None) -> date | None:
    """Art. 9 lid 3: asked since the last toets, or before it and still waited for."""
    op = zaak.ankers.get("aanvulling_gevraagd")
    na = zaak.sinds.get("aanvulling_gevraagd", 0) > zaak.sinds.get("getoetst", 0)
    return op if na or "aanvulling_ontvangen" not in zaak.ankers else None


def _antwoordde_op_bemiddeling(zaak: Zaak, aan: g.Ontvanger | None) -> date | None:
    """Art. 10 lid 1: this party answered the last proposal."""
    voorgesteld = [n for n, e in enumerate(zaak.gebeurd) if isinstance(e, g.BemiddelingVoorgesteld) and e.aan == aan]
    later = zaak.gebeurd[max(voorgesteld, default=0) :]
    antwoorden = (e for e in later if isinstance(e, g.BemiddelingAanvaard | g.BemiddelingGeweigerd) and e.door == aan)
    return next((e.op for e in antwoorden), None)


def _nazorg_aangeboden(zaak: Zaak, aan: g.Ontvanger | None) -> date | None:
    return min((e.op for e in zaak.van(g.NazorgAangeboden) if e.aan == aan), default=None)


def _zitting_gepland(zaak: Zaak, _: Regeling) -> bool:
    return any(z.gepland for z in zaak.zittingen)


VOORWAARDEN: dict[str, Callable[[Zaak, Regeling], bool]] = {
    "zitting_gepland": _zitting_gepland,
    "toets_mist_iets": _vraagt_aanvulling,
    "toets_mist_niets": _mist_niets,
}
VOLDAAN_ALS: dict[str, Callable[[Zaak, g.Ontvanger | None], date | None]] = {
    "ieder_heeft_een_zitting": _ieder_heeft_een_zitting,
    "geen_zitting_gepland": _geen_zitting_gepland,
    "elk_gesprek_heeft_verslag": _elk_gesprek_heeft_verslag,
    "om_aanvulling_gevraagd": _om_aanvulling_gevraagd,
    "antwoordde_op_bemiddeling": _antwoordde_op_bemiddeling,
    "nazorg_aangeboden": _nazorg_aangeboden,
}
