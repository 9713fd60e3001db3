"""What letters about the inquiry hold: the copy of the klacht, the hearing, the reports and the facts (art. 10-12)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.stukken.brieven import Omgeving, Waarden
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Persoon
from klachtcli.zaak.partijen import noem, nummer_van, partijen, persoon, rol_van
from klachtcli.zaak.plichten import van_genodigden
from klachtcli.zaak.zaak import Zaak
from klachtcli.zaak.zittingen import Zitting

WEGGELATEN = "[weggelaten]"


def horen(zaak: Zaak, o: Omgeving) -> Waarden:
    """The values about the inquiry."""
    afschrift = _afschrift(zaak)
    return (
        afschrift
        | {"afschrift_weggelaten": "ja" if WEGGELATEN in str(afschrift) else ""}
        | _zitting(zaak, o)
        | _verslagen(zaak)
        | {
            "reactie_uiterlijk": _reactie(zaak, o),
            "zienswijzen": [
                f"zienswijze van {noem(e.door, zaak.klaagschrift)} van {voluit(e.op)}"
                for e in zaak.van(g.FeitenReactieOntvangen)
                if e.zienswijze
            ],
        }
    )


def privefeiten(p: Persoon | g.Betrokkene) -> list[str]:
    """What of a person is nobody else's business: address, e-mail, telephone (not the town: it says too little)."""
    return [feit for feit in (p.adres, p.postcode, p.email, p.telefoon) if feit and len(feit.strip()) >= 4]


def staat_in(feit: str, tekst: str) -> re.Match[str] | None:
    """Where a fact stands in a text, however it is spaced and with or without capitals."""
    return re.search(_patroon(feit), tekst, re.IGNORECASE)


def _patroon(feit: str) -> str:
    tekens = [re.escape(t) for t in feit if not t.isspace()]
    return r"(?<!\w)" + r"[\s-]*".join(tekens) + r"(?!\w)"


def _afschrift(zaak: Zaak) -> Waarden:
    """The klacht as the aangeklaagde gets it (art. 10 lid 3): where the klager can be reached is taken out."""
    k = zaak.klaagschrift
    prive = [re.compile(_patroon(feit), re.IGNORECASE) for feit in privefeiten(k.klager)]

    def schoon(tekst: str | None) -> str:
        uit = (tekst or "").strip()
        for patroon in prive:
            uit = patroon.sub(WEGGELATEN, uit)
        return uit

    return {
        "gedragingen": [
            {
                "nummer": str(n),
                "categorie": x.categorie or "",
                "omschrijving": schoon(x.omschrijving),
                "waar": schoon(x.waar),
                "wanneer": x.wanneer or "",
                "getuigen": schoon(", ".join(x.getuigen)),
            }
            for n, x in enumerate(k.gedraging, 1)
        ],
        "getuigen_genoemd": "ja" if any(x.getuigen for x in k.gedraging) else "",
        "ondernomen_stappen": [schoon(s.omschrijving) for s in k.stap if s.omschrijving],
    }


def _zitting(zaak: Zaak, o: Omgeving) -> Waarden:
    z = _van_lezer(zaak, o.aan)
    genodigde = van_genodigden(zaak)[nummer_van(o.aan) - 1] if rol_van(o.aan) == "genodigde" else None
    return {
        "zitting_dag": met_weekdag(z.dag) if z else "",
        "zitting_tijd": (z.tijd or "") if z else "",
        "zitting_plaats": (z.plaats or "") if z else "",
        "samen": "ja" if z and z.samen else "",
        "nadere_stukken_uiterlijk": _nadere_stukken(z, o) if z else "",
        "andere_genodigden": _anderen(zaak, o.aan),
        "genodigde_rol": genodigde.rol if genodigde else "",
        "genodigde_onderwerp": (genodigde.onderwerp or "") if genodigde else "",
    }


def _van_lezer(zaak: Zaak, aan: g.Ontvanger) -> Zitting | None:
    """The next hearing for the reader; a witness or expert comes to the first that is planned."""
    gepland = sorted((z for z in zaak.zittingen if z.gepland), key=lambda z: z.dag)
    return next((z for z in gepland if aan in z.wie or rol_van(aan) == "genodigde"), None)


def _nadere_stukken(z: Zitting, o: Omgeving) -> str:
    if z.stukken_tot_en_met:
        return voluit(z.stukken_tot_en_met)
    t = o.regeling.zoek_termijn("nadere_stukken")
    return voluit(o.rekenaar.regel(t)[z.dag].uiterlijk) if t else ""


def _anderen(zaak: Zaak, aan: g.Ontvanger) -> list[str]:
    """Art. 11 lid 4: everybody else who is invited, with their part in it."""
    k = zaak.klaagschrift
    mensen = [(wie, persoon(wie, k).naam, rol_van(wie)) for wie in partijen(k)]
    mensen += [(f"genodigde-{n}", b.naam, b.rol) for n, b in enumerate(van_genodigden(zaak), 1)]
    mensen += [
        ("", e.betrokkene.naam, f"raadsman of raadsvrouw van {noem(e.betrokkene.voor or 'klager', k)}")
        for e in zaak.van(g.BetrokkeneVermeld)
        if e.betrokkene.rol == "raadsman"
    ]
    return [f"{naam or 'naam onbekend'}, {rol}" for wie, naam, rol in mensen if wie != aan]


def _verslagen(zaak: Zaak) -> Waarden:
    """Art. 12 lid 1: the reports, which of them in part, and which not."""
    alle = [v for z in zaak.zittingen for v in z.verslag]
    return {
        "verslagen": [_verslag(v, zaak) for v in alle if v.delen != "niet"],
        "weglatingen": [_met_reden(v, zaak) for v in alle if v.delen == "met weglatingen"],
        "niet_gedeeld": [_met_reden(v, zaak) for v in alle if v.delen == "niet"],
    }


def _verslag(v: g.VerslagOpgemaakt, zaak: Zaak) -> str:
    return f"verslag van het gesprek met {_namen(v.van, zaak)} op {voluit(v.zitting)}"


def _met_reden(v: g.VerslagOpgemaakt, zaak: Zaak) -> str:
    return f"{_verslag(v, zaak)}: {(v.reden or '').rstrip('.')}"


def _namen(wie: Iterable[g.Partij], zaak: Zaak) -> str:
    return " en ".join(noem(w, zaak.klaagschrift) for w in wie)


def _reactie(zaak: Zaak, o: Omgeving) -> str:
    t = o.regeling.zoek_termijn("reactie_feitenoverzicht")
    stand = o.rekenaar.stand(t, zaak, o.dag) if t else None
    return voluit(stand.berekening.uiterlijk) if stand else ""
