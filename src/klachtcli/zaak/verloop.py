"""The course of a case in words: what an event was, and what it says besides its day."""

from __future__ import annotations

from klachtcli.zaak import gebeurtenissen as g

# What an event holds that is worth reading, in this order.
_VELDEN = (
    "nummer", "wat", "wijzigt", "bij", "aan", "door", "van", "over", "wie", "zaken", "gedaan", "was", "tijd", "plaats",
    "samen", "gehoord", "afwezig", "delen", "grond", "zienswijze", "oplossing", "getroffen", "instemming_op",
    "tot_en_met", "duur", "stukken_tot_en_met", "reactie_tot_en_met", "uitkomst", "brief", "eigen", "bestand",
    "strekking", "opmerking", "akkoord", "bewaartermijn", "verstreken_op", "tweede", "reden",
)  # fmt: skip


def bijzonderheden(gebeurtenis: g.Gebeurtenis) -> str:
    """What an event says besides its day: who, the day that was set, the reason, the outcome."""
    gevuld = ((veld, getattr(gebeurtenis, veld, None)) for veld in _VELDEN)
    uit = [
        f"{veld.replace('_', ' ')}: {_waarde(waarde)}"
        for veld, waarde in gevuld
        if waarde or (waarde is False and veld != "eigen")
    ]
    match gebeurtenis:
        case g.VastleggingGecorrigeerd(wijzigt={**rest}) if not rest:
            uit.append("geldt niet meer")
        case g.CommissieSamengesteld():
            uit.append(", ".join(lid.naam for lid in gebeurtenis.leden))
        case g.BetrokkeneVermeld():
            uit.append(f"{gebeurtenis.betrokkene.naam}, {gebeurtenis.betrokkene.rol}")
        case g.RegelsInGebruikGenomen():
            uit.insert(0, f"{gebeurtenis.regeling.id}, versie {gebeurtenis.regeling.versie}; "
                          f"kalender {gebeurtenis.kalender.versie}")  # fmt: skip
        case g.AdviesUitgebracht() if gebeurtenis.advies.strekking:
            uit.append(f"strekking: {gebeurtenis.advies.strekking}")
        case g.BeslissingGenomen() if gebeurtenis.beslissing.strekking:
            uit.append(f"strekking: {gebeurtenis.beslissing.strekking}")
    return "; ".join(uit)


def _waarde(waarde: object) -> str:
    if isinstance(waarde, tuple | list):
        return ", ".join(map(_waarde, waarde))
    if isinstance(waarde, dict):
        return ", ".join(_waarde(w) if isinstance(w, dict) else f"{veld} = {_waarde(w)}" for veld, w in waarde.items())
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde).replace("te_beoordelen", "te beoordelen")
