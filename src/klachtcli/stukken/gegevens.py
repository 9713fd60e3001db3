"""What a letter holds: every placeholder and its value, for one reader. An unknown fact is an empty text or list."""

from __future__ import annotations

from klachtcli.instellingen.papieren import FORMULIER
from klachtcli.recht.datum import voluit
from klachtcli.stukken.brieven import Omgeving, Waarden
from klachtcli.stukken.gegevens_horen import horen
from klachtcli.stukken.gegevens_taal import zin
from klachtcli.stukken.gegevens_uitkomst import uitkomst
from klachtcli.stukken.lezer import adresblok, begroeting, werkgever
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Bijlage
from klachtcli.zaak.partijen import KLAGER, partijen, rol_van
from klachtcli.zaak.samenstelling import VOORZITTERS
from klachtcli.zaak.zaak import Zaak

# The placeholders that are a table, and its columns.
TABELLEN = {
    "gedragingen": ("nummer", "categorie", "omschrijving", "waar", "wanneer"),
    "onderdelen": ("klacht", "bevinding", "oordeel"),
}
# Where the one is not there, the other is (art. 12 lid 5): no letter has neither.
ANDERS = {"hoorverslag": "reden_zonder_verslag"}
# Whose private facts a placeholder holds: it has a value in letters to that party alone.
PRIVE = {"klager_adres": "klager", "klager_email": "klager", "klager_telefoon": "klager", "ontbrekend": "klager"}
# What follows from the case where the secretary gives nothing else: the way that the toets pointed out.
VOORSTEL = frozenset({"route", "route_bron"})
_VIA = {"post": "per post", "e-mail": "per e-mail", "persoonlijk": "persoonlijk"}


def gegevens(zaak: Zaak, o: Omgeving) -> Waarden:
    """The values of a letter in a case."""
    waarden = algemeen(zaak, o) | intake(zaak, o) | horen(zaak, o) | uitkomst(zaak, o)
    return waarden | {"bijlagen": _bijlagen(o.brief, waarden)}


def algemeen(zaak: Zaak | None, o: Omgeving) -> Waarden:
    """Who writes, to whom, and under which rules: also of a letter that is about no case."""
    c = o.commissie
    w = werkgever(zaak, c) if zaak else c.werkgever_van(None)
    return {
        "commissie_naam": c.naam,
        "commissie_adres": [*c.adres],
        "secretaris_naam": c.secretaris.naam,
        "secretaris_telefoon": c.secretaris.telefoon,
        "secretaris_email": c.secretaris.email,
        "voorzitter": _voorzitter(zaak, o),
        "leden": _leden(zaak, o),
        "vertrouwenspersoon": c.vertrouwenspersoon,
        "maatschappelijk_werk": c.maatschappelijk_werk,
        "functionaris_gegevensbescherming": c.functionaris_gegevensbescherming,
        "bewaren": c.bewaren,
        "werkgever_naam": w.naam if w else "",
        "werkgever_organisatie": w.organisatie if w else "",
        "werkgever_adres": [*w.adres] if w else [],
        "regeling_naam": o.regeling.naam,
        "regeling_versie": voluit(o.regeling.geldig_vanaf),
        "adresregels": adresblok(o.aan, zaak, c),
        "aanhef": begroeting(o.aan, zaak, c),
        "rol": rol_van(o.aan),
        "datum": voluit(o.dag),
        "kenmerk": zaak.nummer if zaak else "",
        "zegel": o.zegel,
        "bijlagen": [] if zaak else _bijlagen(o.brief, {}),
    }


def intake(zaak: Zaak, o: Omgeving) -> Waarden:
    """The klaagschrift, and how far it came: art. 9 and 10."""
    k = zaak.klaagschrift
    ontvangen_op, dagtekening = voluit(k.ontvangstdag), voluit(k.dagtekening) if k.dagtekening else ""
    advies, besluit = zaak.laatste(g.NietOntvankelijkGeadviseerd), zaak.laatste(g.NietOntvankelijkVerklaard)
    bevindingen = zaak.toetsing.bevindingen if zaak.toetsing else ()
    return {
        "ontvangen_op": ontvangen_op,
        "ontvangen_via": _VIA.get(k.ontvangen_via or "", ""),
        "dagtekening": dagtekening,
        "betreft": f"Uw brief van {dagtekening}" if dagtekening else f"Uw brief, ontvangen op {ontvangen_op}",
        "stukken": [s.omschrijving or s.bestand for _, s in meegestuurd(zaak)],
        "klager_naam": k.klager.naam or "",
        "klager_adres": (k.klager.adres or "") if o.aan == KLAGER else "",
        "klager_email": (k.klager.email or "") if o.aan == KLAGER else "",
        "klager_telefoon": (k.klager.telefoon or "") if o.aan == KLAGER else "",
        "klager_functie": k.klager.functie or "",
        "aangeklaagden": [", ".join(filter(None, (p.naam or "naam onbekend", p.functie))) for p in k.aangeklaagde],
        "aantal_aangeklaagden": str(len(k.aangeklaagde)),
        "compleet_op": dag("compleet", zaak),
        "ontvankelijk_op": dag("ontvankelijk", zaak),
        "ingetrokken_op": dag("ingetrokken", zaak),
        "uiterlijk_ontvankelijkheid": uiterlijk("ontvankelijkheid", zaak, o),
        "aanvulling_uiterlijk": uiterlijk("aanvulling", zaak, o),
        "advies_uiterlijk": uiterlijk("advies", zaak, o),
        "route": [*zaak.toetsing.verwijzing] if zaak.toetsing and o.aan == KLAGER else [],
        "route_bron": zaak.toetsing.verwijzing_bron if zaak.toetsing and o.aan == KLAGER else "",
        "ontbrekend": [
            f"{mist.rstrip('.')} ({_vindplaats(v, o)})." for v, stand, mist in bevindingen if stand == "ontbreekt"
        ],
        "bemiddeling": _bemiddeling(zaak, o),
        "grond": [_grond(id_, o) for id_ in advies.grond] if advies else [],
        "no_geadviseerd_op": voluit(advies.op) if advies else "",
        "no_reden": zin(advies.reden) if advies else "",
        "herstel": _herstel(zaak, o),
        "richtdatum_besluit": uiterlijk("besluit_niet_ontvankelijk", zaak, o),
        "no_besloten_op": voluit(besluit.op) if besluit else "",
        "besluit_reden": zin(besluit.reden) if besluit else "",
    }


def dag(feit: str, zaak: Zaak) -> str:
    """The day of a fact, written out."""
    return voluit(zaak.ankers[feit]) if feit in zaak.ankers else ""


def uiterlijk(termijn: str, zaak: Zaak, o: Omgeving) -> str:
    """The last day of a term, written out; empty where it has not begun."""
    t = o.regeling.zoek_termijn(termijn)
    stand = o.rekenaar.stand(t, zaak, o.dag) if t is not None else None
    return voluit(stand.berekening.uiterlijk) if stand is not None else ""


def _voorzitter(zaak: Zaak | None, o: Omgeving) -> str:
    """The chair in this case; before one sits, the appointed one, or the deputy, called so (art. 7 lid 1)."""
    zetels = _zetels(zaak)
    namen = [
        z.naam if z.rol == VOORZITTERS[0] else f"{z.naam} (plaatsvervangend)" for z in zetels if z.rol in VOORZITTERS
    ]
    c = o.commissie
    plaatsvervangers = [f"{naam} (plaatsvervangend)" for naam in c.met_rol("plaatsvervangend voorzitter", op=o.dag)]
    return next(iter([*namen, *c.met_rol("voorzitter", op=o.dag), *plaatsvervangers]), "")


def _leden(zaak: Zaak | None, o: Omgeving) -> list[str]:
    zetels = [z.naam for z in _zetels(zaak) if z.rol not in VOORZITTERS]
    return zetels or o.commissie.met_rol("lid", op=o.dag)


def _zetels(zaak: Zaak | None) -> tuple[g.Zetel, ...]:
    samengesteld = zaak.laatste(g.CommissieSamengesteld) if zaak else None
    return samengesteld.leden if samengesteld else ()


def _vindplaats(vereiste: str, o: Omgeving) -> str:
    return next((v.vindplaats for v in o.regeling.vereiste if v.id == vereiste), vereiste)


def _grond(vereiste: str, o: Omgeving) -> str:
    v = next((v for v in o.regeling.vereiste if v.id == vereiste), None)
    if v is None:
        return vereiste
    return f"{v.vindplaats}: {'er ontbreekt ' if v.aard == 'vereiste' else ''}{v.zegt}"


def _bemiddeling(zaak: Zaak, o: Omgeving) -> str:
    """How mediation stands, without who wanted what: that is between each party and the committee."""
    stand = _antwoorden(zaak)
    einde = zaak.laatste(g.BemiddelingBeeindigd)
    if o.aan not in stand:
        return ""
    if einde and "bemiddeling_beeindigd" in zaak.ankers:
        hoe = "met een oplossing" if einde.oplossing else "zonder oplossing"
        return f"De bemiddeling eindigde op {voluit(einde.op)} {hoe}."
    if "nee" in stand.values():
        return "Er komt geen bemiddeling."
    if all(stand.get(partij) == "ja" for partij in partijen(zaak.klaagschrift)):
        return "Er wordt geprobeerd om er met bemiddeling uit te komen. De termijnen lopen intussen door."
    if stand[o.aan] == "ja":
        return "U wilt bemiddeling proberen. Dat gaat alleen door als iedereen dat wil."
    return "Over bemiddeling hebben wij u een voorstel gedaan."


def _antwoorden(zaak: Zaak) -> dict[g.Ontvanger, str]:
    """What everybody to whom mediation was put says to it; put to the klager again, it starts anew."""
    stand: dict[g.Ontvanger, str] = {}
    for e in zaak.gebeurd:
        match e:
            case g.BemiddelingVoorgesteld():
                stand = {e.aan: "gevraagd"} if e.aan == KLAGER else stand | {e.aan: "gevraagd"}
            case g.BemiddelingAanvaard():
                stand[e.door] = "ja"
            case g.BemiddelingGeweigerd():
                stand[e.door] = "nee"
            case _:
                pass
    return stand


def _herstel(zaak: Zaak, o: Omgeving) -> str:
    """Whether there was a chance to complete the klacht (art. 9 lid 3), and what came of it."""
    aan_klager = o.aan == "klager"
    if gevraagd := zaak.laatste(g.AanvullingGevraagd):
        wie = "De commissie heeft u" if aan_klager else "De klager is"
        gedaan = f"{wie} op {voluit(gevraagd.op)} gevraagd om de klacht aan te vullen."
        if "aanvulling_ontvangen" in zaak.ankers:
            return f"{gedaan} Op {dag('aanvulling_ontvangen', zaak)} kwam een aanvulling."
        return f"{gedaan} Een aanvulling is niet gekomen."
    afwijking = next((a for a in zaak.van(g.AfwijkingVastgelegd) if a.bij == "advies_niet_ontvankelijk"), None)
    wie = "De commissie heeft u" if aan_klager else "De klager is"
    return f"{wie} niet om een aanvulling gevraagd. {zin(afwijking.reden if afwijking else '')}".strip()


def meegestuurd(zaak: Zaak) -> list[tuple[int, g.Stuk]]:
    """The papers beside the klaagschrift, by their number; a form that was filled in is the klaagschrift itself."""
    return [(n, s) for n, s in enumerate(zaak.stukken, 1) if Bijlage(s.bestand, s.omschrijving) != FORMULIER]


def _bijlagen(brief: str, w: Waarden) -> list[str]:
    """What goes along with a letter, one line each."""

    def regels(naam: str) -> list[str]:
        return [r for r in w[naam] if isinstance(r, str)] if isinstance(w[naam], list) else []

    match brief:
        case "afschrift-klacht":
            return ["afschrift van de klacht", *regels("stukken")]
        case "feitenoverzicht":
            return ["feitenoverzicht", *regels("verslagen")]
        case "advies":
            return ["feitenoverzicht", *(regels("verslagen") if w["hoorverslag"] else []), *regels("zienswijzen")]
        case "afschrift-advies":
            return ["afschrift van het advies, met de bijlagen die erbij horen"]
        case "beslissing" if w["afwijking_reden"]:
            return ["afschrift van het advies"]
        case "aanbieding-jaarverslag":
            return ["jaarverslag"]
        case _:
            return []
