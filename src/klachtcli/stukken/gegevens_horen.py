"""What letters about the inquiry hold: the copy of the klacht, the hearing, the reports and the facts (art. 10-12)."""

from __future__ import annotations

import re

from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.stukken.brieven import Omgeving, Waarden
from klachtcli.stukken.gegevens_taal import in_woorden, noem_aan, zin
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Klaagschrift, OndernomenStap, Persoon
from klachtcli.zaak.partijen import nummer_van, partijen, persoon, rol_van
from klachtcli.zaak.plichten import had, van_genodigden
from klachtcli.zaak.zaak import Zaak
from klachtcli.zaak.zittingen import Zitting

WEGGELATEN = "[weggelaten]"


def horen(zaak: Zaak, o: Omgeving) -> Waarden:
    """The values about the inquiry."""
    kopie = afschrift(zaak)
    return (
        kopie
        | {"afschrift_weggelaten": "ja" if WEGGELATEN in str(kopie) else ""}
        | _zitting(zaak, o)
        | _verslagen(zaak, o)
        | {
            "reactie_uiterlijk": _reactie(zaak, o),
            "zienswijzen": [
                f"zienswijze van {noem_aan(e.door, zaak)} van {voluit(e.op)}"
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


def afschrift(zaak: Zaak) -> Waarden:
    """The klacht as the aangeklaagde gets it (art. 10 lid 3): without where the klager can be reached, or witnesses."""
    k = zaak.klaagschrift
    prive = [re.compile(_patroon(feit), re.IGNORECASE) for feit in (*privefeiten(k.klager), *getuigen(k))]
    prive += [re.compile(_patroon(naam)) for naam in _achternamen(k)]

    def schoon(tekst: str | None) -> str:
        uit = (tekst or "").strip()
        for patroon in prive:
            uit = patroon.sub(WEGGELATEN, uit)
        return uit

    def gezet(stap: OndernomenStap) -> str:
        wat = schoon(stap.omschrijving)
        return f"{wat.rstrip('.')} ({in_woorden(stap.wanneer)})" if stap.wanneer else wat

    return {
        "gedragingen": [
            {
                "nummer": str(n),
                "categorie": x.categorie if x.categorie and x.categorie != "anders" else "",
                "omschrijving": schoon(x.omschrijving),
                "waar": schoon(x.waar),
                "wanneer": in_woorden(x.wanneer) if x.wanneer else "",
            }
            for n, x in enumerate(k.gedraging, 1)
        ],
        "getuigen_genoemd": "ja" if getuigen(k) else "",
        "ondernomen_stappen": [gezet(s) for s in k.stap if s.omschrijving],
    }


def getuigen(k: Klaagschrift) -> list[str]:
    """The witnesses that the klaagschrift names."""
    return [naam for x in k.gedraging for naam in x.getuigen if naam.strip()]


def _achternamen(k: Klaagschrift) -> set[str]:
    """The last names of witnesses, unless a party is called so as well."""
    van_partijen = {woord for p in (k.klager, *k.aangeklaagde) for woord in (p.naam or "").split()}
    laatste = {naam.split()[-1] for naam in getuigen(k)}
    return {naam for naam in laatste - van_partijen if len(naam) >= 4 and naam[0].isupper()}


def _zitting(zaak: Zaak, o: Omgeving) -> Waarden:
    z = _van_lezer(zaak, o.aan)
    genodigde = van_genodigden(zaak)[nummer_van(o.aan) - 1] if rol_van(o.aan) == "genodigde" else None
    return {
        "zitting_dag": met_weekdag(z.dag) if z else "",
        "zitting_tijd": _tijd(z, zaak, o.aan) if z else "",
        "zitting_plaats": (z.plaats or "") if z else "",
        "samen": "ja" if z and z.samen else "",
        "had_afschrift": "ja" if had(("afschrift-klacht",), o.aan, zaak) else "",
        "nadere_stukken_uiterlijk": _nadere_stukken(z, o) if z else "",
        "andere_genodigden": _anderen(zaak, o.aan),
        "genodigde_rol": genodigde.rol if genodigde else "",
        "genodigde_onderwerp": (genodigde.onderwerp or "") if genodigde else "",
    }


def _van_lezer(zaak: Zaak, aan: g.Ontvanger) -> Zitting | None:
    """The hearing that was last planned for the reader; a witness or expert comes to the first that is planned."""
    genodigd = rol_van(aan) == "genodigde"
    gepland = sorted((z for z in zaak.zittingen if z.gepland), key=lambda z: z.dag if genodigd else -z.nr)
    eigen = [z for z in gepland if aan in z.wie]
    return next(iter(eigen or (gepland if genodigd else [])), None)


def _tijd(z: Zitting, zaak: Zaak, aan: g.Ontvanger) -> str:
    """At what time; not known for a witness or expert where each party has an hour of its own."""
    eigen = aan in z.wie or set(z.wie) == set(partijen(zaak.klaagschrift))
    return f"{z.tijd.replace(':', '.')} uur" if z.tijd and eigen else ""


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
        ("", e.betrokkene.naam, _bijstand(e.betrokkene.voor or "klager", zaak, aan))
        for e in zaak.van(g.BetrokkeneVermeld)
        if e.betrokkene.rol == "raadsman"
    ]
    return [f"{naam or 'naam onbekend'}, {rol}" for wie, naam, rol in mensen if wie != aan]


def _bijstand(van: g.Partij, zaak: Zaak, lezer: g.Ontvanger) -> str:
    wie = noem_aan(van, zaak, lezer)
    return "uw raadsman of raadsvrouw" if wie == "u" else f"raadsman of raadsvrouw van {wie}"


def _verslagen(zaak: Zaak, o: Omgeving) -> Waarden:
    """Art. 12 lid 1: the reports, which of them in part, and which not."""
    alle = [v for z in zaak.zittingen for v in z.verslag]
    return {
        "verslagen": [_verslag(v, zaak, o) for v in alle if v.delen != "niet"],
        "weglatingen": [_met_reden(v, zaak, o) for v in alle if v.delen == "met weglatingen"],
        "niet_gedeeld": [_met_reden(v, zaak, o) for v in alle if v.delen == "niet"],
    }


def _verslag(v: g.VerslagOpgemaakt, zaak: Zaak, o: Omgeving) -> str:
    wie = " en ".join(noem_aan(w, zaak, o.aan) for w in v.van)
    return f"verslag van het gesprek met {wie} op {voluit(v.zitting)}"


def _met_reden(v: g.VerslagOpgemaakt, zaak: Zaak, o: Omgeving) -> str:
    return f"{zin(_verslag(v, zaak, o))} {zin(v.reden)}".strip()


def _reactie(zaak: Zaak, o: Omgeving) -> str:
    t = o.regeling.zoek_termijn("reactie_feitenoverzicht")
    stand = o.rekenaar.stand(t, zaak, o.dag) if t else None
    return voluit(stand.berekening.uiterlijk) if stand else ""
