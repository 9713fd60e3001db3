"""What may happen in a case now: the order of acts, as the regulation's data says."""

from __future__ import annotations

from datetime import date

from klachtcli.fouten import Geweigerd
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Handeling, Regeling
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.zaak import Zaak


def eis_toegestaan(handeling: str, zaak: Zaak, regeling: Regeling) -> Handeling:
    """The act's rule, if the act is allowed now. Raises Geweigerd with the article and what comes first."""
    h = regeling.zoek_handeling(handeling)
    if h is None:
        raise Geweigerd("handeling-onbekend", f"de {regeling.naam} kent de handeling '{handeling}' niet")
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
        eerder = zaak.ankers[anker]
        if op < eerder:
            raise Geweigerd(
                "dag-te-vroeg",
                f"{voluit(op)} ligt vóór {voluit(eerder)}, de dag waarop {ANKERS[anker].zin}",
                grondslag=h.vindplaats,
            )
    if FEIT_VAN.get(h.id) == "gesloten":
        eis_volgorde("de sluiting", op, "de laatste handeling", zaak.laatste_handeling)


def eis_open(zaak: Zaak) -> None:
    """Nothing more is done in a case that is closed."""
    if zaak.gesloten:
        raise Geweigerd(
            "zaak-gesloten",
            f"zaak {zaak.nummer} is op {voluit(zaak.ankers['gesloten'])} gesloten",
            herstel=f"Bekijk het verloop: klacht toon {zaak.nummer}",
        )


def eis_volgorde(wat: str, dag: date, wat_eerder: str, eerder: date) -> None:
    """One day does not lie before another."""
    if dag < eerder:
        raise Geweigerd("dag-te-vroeg", f"{wat} ({voluit(dag)}) ligt vóór {wat_eerder} ({voluit(eerder)})")


def volgende(zaak: Zaak, regeling: Regeling) -> list[str]:
    """The commands that the procedure now allows and that bring the case further, in the order of the regulation."""
    if zaak.gesloten:
        return []
    mogelijk = (_opdracht(h, zaak, regeling) for h in regeling.handeling if _mag(h, zaak))
    opdrachten = (opdracht.format(zaak=zaak.nummer) for opdracht in mogelijk if opdracht)
    gemaakt = {f"klacht brief {zaak.nummer} {b.brief}" for b in zaak.brieven}
    return list(dict.fromkeys(o + (" --verzonden DATUM" if o in gemaakt else "") for o in opdrachten))


def _mag(h: Handeling, zaak: Zaak) -> bool:
    return all(a in zaak.ankers for a in h.vereist) and not any(a in zaak.ankers for a in h.sluit_uit)


def _opdracht(h: Handeling, zaak: Zaak, regeling: Regeling) -> str | None:
    """The command for an act, as long as it makes a fact that is not so yet, or an extension is left."""
    feit = FEIT_VAN.get(h.id)
    if feit is None:
        termijn = regeling.zoek_termijn(h.id.removeprefix("verdaag_"))
        gebruikt = len(zaak.verdagingen.get(termijn.id, ())) if termijn else 0
        return VERDAAGT.get(h.id) if termijn and termijn.verdagingsregel(gebruikt) else None
    return ANKERS[feit].opdracht if feit not in zaak.ankers else None


# The acts that extend a term, and the command for each; they make no fact.
VERDAAGT: dict[str, str] = {
    "verdaag_advies": "klacht verdaag {zaak} advies --tot DATUM",
    "verdaag_beslissing": "klacht verdaag {zaak} beslissing --met DUUR --reden -",
}
# Which fact each other act makes so.
FEIT_VAN: dict[str, str] = {
    "bevestig_ontvangst": "ontvangst_bevestigd",
    "vraag_aanvulling": "aanvulling_gevraagd",
    "ontvang_aanvulling": "aanvulling_ontvangen",
    "compleet": "compleet",
    "ontvankelijk": "ontvankelijk",
    "advies_niet_ontvankelijk": "advies_niet_ontvankelijk",
    "niet_ontvankelijk": "niet_ontvankelijk",
    "plan_hoorzitting": "hoorzitting",
    "verzend_feitenoverzicht": "feitenoverzicht_verzonden",
    "sluit_feitenoverzicht": "feitenoverzicht_gesloten",
    "adviseer": "advies",
    "ontvang_advies": "ontvangst_advies",
    "beslis": "beslissing",
    "sluit": "gesloten",
}
