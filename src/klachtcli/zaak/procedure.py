"""What may happen in a case now: the order of acts, as the regulation's data says."""

from __future__ import annotations

from datetime import date
from typing import get_args

from klachtcli.fouten import Gebrek, Geweigerd
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import ONGEREGELD, Handeling, Regeling
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.plichten import Plichtstand, plichten
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak


def eis_toegestaan(handeling: str, zaak: Zaak, regeling: Regeling) -> Handeling:
    """The act's rule, if the act is allowed now. Raises Geweigerd with the article and what comes first."""
    h = regeling.zoek_handeling(handeling) or next((h for h in ALTIJD if h.id == handeling), None)
    if h is None:
        wat = handeling.replace("_", " ")
        raise Geweigerd(
            "handeling-onbekend",
            f"de {regeling.naam}, zoals die bij ontvangst van zaak {zaak.nummer} is vastgelegd, kent niet: {wat}",
        )
    if "gesloten" not in h.vereist:
        eis_open(zaak)
    for anker in h.sluit_uit:
        if anker in zaak.ankers:
            raise Geweigerd(
                "al-gebeurd",
                f"in zaak {zaak.nummer} is op {voluit(zaak.ankers[anker])} al vastgelegd dat {ANKERS[anker].zin}",
                grondslag=h.vindplaats,
                herstel=f"Bekijk het verloop: klacht toon {zaak.nummer}",
            )
    for anker in h.vereist:
        if anker not in zaak.ankers:
            if anker == "gesloten":
                raise Geweigerd("eerst-iets-anders", f"zaak {zaak.nummer} is niet gesloten; er is niets te heropenen")
            raise Geweigerd(
                "eerst-iets-anders",
                f"in zaak {zaak.nummer} kan dit nog niet: nog niet vastgelegd is dat {ANKERS[anker].zin}",
                grondslag=h.vindplaats,
                herstel=f"Eerst: {ANKERS[anker].opdracht.format(zaak=zaak.nummer)}",
            )
    return h


def eis_dag(op: date, zaak: Zaak, vandaag: date, h: Handeling) -> None:
    """An act happened on a day that can be: not in the future, not before the facts that it needs."""
    if op > vandaag:
        raise Geweigerd("dag-in-de-toekomst", f"{voluit(op)} moet nog komen; vastleggen kan vanaf die dag")
    for anker in (*h.vereist, "ontvangst"):
        eerder = vastgelegd_op(anker, zaak) if zaak.zittingen else zaak.ankers[anker]
        if op < eerder:
            raise Geweigerd(
                "dag-te-vroeg",
                f"{voluit(op)} ligt vóór {voluit(eerder)}, de dag waarop {ANKERS[anker].zin}",
                grondslag=h.vindplaats,
            )
    if h.id == "sluit":
        eis_volgorde("de sluiting", op, "de laatste handeling", zaak.laatste_handeling)


def vastgelegd_op(anker: str, zaak: Zaak) -> date:
    """The day of a fact; of hearings, which may still have to come, the first that was planned, or was held."""
    if anker == "hoorzitting" and any(z.gepland for z in zaak.zittingen):
        return min(map(g.gebeurd_op, zaak.van(g.HoorzittingGepland, g.HoorzittingVerplaatst)))  # type: ignore[arg-type]
    if anker == "gehoord":
        return min((z.dag for z in zaak.zittingen if z.stand == "gehouden"), default=zaak.ankers[anker])
    return zaak.ankers[anker]


def eis_open(zaak: Zaak) -> None:
    """Nothing more is done in a case that is closed."""
    if zaak.gesloten:
        raise Geweigerd(
            "zaak-gesloten",
            f"zaak {zaak.nummer} is op {voluit(zaak.ankers['gesloten'])} gesloten",
            herstel=f"Bekijk het verloop: klacht toon {zaak.nummer}, of heropen haar: "
            f"klacht heropen {zaak.nummer} --reden -",
        )


def eis_volgorde(wat: str, dag: date, wat_eerder: str, eerder: date) -> None:
    """One day does not lie before another."""
    if dag < eerder:
        raise Geweigerd("dag-te-vroeg", f"{wat} ({voluit(dag)}) ligt vóór {wat_eerder} ({voluit(eerder)})")


def ontbreekt(h: Handeling, e: g.Gebeurtenis, zaak: Zaak, rekenaar: Rekenaar, peildatum: date) -> list[Gebrek]:
    """What belongs before an act, or in it, and is not there: facts, duties, and what the act must state."""
    uit: list[Gebrek] = []
    for anker in h.verwacht:
        if anker not in zaak.ankers:
            eerst = f"niet vastgelegd is dat {ANKERS[anker].zin}; eerst: {ANKERS[anker].opdracht}"
            uit.append(Gebrek(h.vindplaats, eerst.format(zaak=zaak.nummer)))
    if h.plichten:
        for s in plichten(zaak, rekenaar, peildatum):
            if s.regel.id in h.plichten and s.open and _betreft(s, e):
                uit.append(Gebrek(s.regel.vindplaats, f"nog niet gedaan: {s.wat}; eerst: {s.opdracht}"))
    for gegeven in h.vraagt:
        inhoud = getattr(e, "advies", None) or getattr(e, "beslissing", None) or e
        if getattr(inhoud, gegeven.veld, None) in (None, "", ()):
            uit.append(Gebrek(gegeven.vindplaats, f"er staat niet bij {gegeven.zegt}"))
    return uit


def _betreft(s: Plichtstand, e: g.Gebeurtenis) -> bool:
    """Of a hearing that was held, the invitations of those who were to be heard in it."""
    if s.regel.per_zitting and isinstance(e, g.HoorzittingGehouden):
        return s.aan in (*e.gehoord, *e.afwezig)
    return True


def volgende(zaak: Zaak, regeling: Regeling, *, zijpaden: bool = False) -> list[str]:
    """The commands that the procedure now allows and that bring the case further, in the order of the regulation.

    With `zijpaden` those that are possible along the way.
    """
    if zaak.gesloten:
        return []
    alle = (*regeling.handeling, *ALTIJD)
    mogelijk = (_opdracht(h, zaak, regeling) for h in alle if h.zijpad == zijpaden and _mag(h, zaak))
    return list(dict.fromkeys(opdracht.format(zaak=zaak.nummer) for opdracht in mogelijk if opdracht))


def _mag(h: Handeling, zaak: Zaak) -> bool:
    return all(a in zaak.ankers for a in h.vereist) and not any(a in zaak.ankers for a in h.sluit_uit)


def _opdracht(h: Handeling, zaak: Zaak, regeling: Regeling) -> str | None:
    """The command for an act, as long as it makes a fact that is not so yet, or an extension is left."""
    if h.id in ZONDER_FEIT:
        return ZONDER_FEIT[h.id]
    feit = FEIT_VAN.get(h.id, "")
    if not feit:
        return None
    if feit in VERDAAGT:
        termijn = regeling.zoek_termijn(VERDAAGT[feit])
        gebruikt = len(zaak.verdagingen.get(VERDAAGT[feit], ()))
        return ANKERS[feit].opdracht if termijn and termijn.verdagingsregel(gebruikt) else None
    return ANKERS[feit].opdracht if feit not in zaak.ankers or feit in VAKER else None


# Which fact each act makes so: as the events say themselves.
FEIT_VAN: dict[str, str] = {s.handeling: s.anker for s in get_args(g.Gebeurtenis) if s.handeling and s.anker}
# The facts that extend a term, and which.
VERDAAGT = {"advies_verdaagd": "advies", "beslissing_verdaagd": "beslissing"}
# The acts that make no fact, and their command.
ZONDER_FEIT = {"annuleer_hoorzitting": "klacht hoor {zaak} --geannuleerd DATUM"}
# What the secretariat may do in every case, under whatever regulation: no rule speaks of it.
ALTIJD = (
    Handeling("verzend_brief", ONGEREGELD, ("ontvangst",), zijpad=True),
    Handeling("vermeld_contact", ONGEREGELD, ("ontvangst",), zijpad=True),
    Handeling("heropen", ONGEREGELD, ("gesloten",), zijpad=True),
)
# The acts in which no reason can be given why something is done without what belongs before it.
ZONDER_REDEN = frozenset({"bied_nazorg", "heropen", "ontvang_aanvulling", "vermeld_contact", "verzend_brief"})
# Facts that may come about again while they are so.
VAKER = {"betrokkene_vermeld", "contact_vermeld", "deskundige", "feitenreactie", "nazorg_aangeboden",
         "onderzoek_ter_plaatse", "voorziening_gevraagd"}  # fmt: skip
