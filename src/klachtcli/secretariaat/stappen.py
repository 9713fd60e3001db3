"""The acts that ask for more than a record: what the klager sends, complete, extension, who else takes part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from klachtcli.fouten import Geweigerd
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.handelingen import Gedaan, doe
from klachtcli.secretariaat.ontvangst import bewaar, klaagschriften
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Aanvulling, wat_verandert
from klachtcli.zaak.namen import mogelijk_dezelfde
from klachtcli.zaak.partijen import lees_wie, partijen
from klachtcli.zaak.plichten import mensen
from klachtcli.zaak.procedure import eis_volgorde
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.verdaging import Wens, verdaag
from klachtcli.zaak.zaak import Zaak


def vul_aan(
    werkmap: Werkmap,
    zaak: str,
    aanvulling: Aanvulling,
    bijlagen: Sequence[bytes],
    *,
    op: date,
    nog_eens: bool = False,
    proef: bool = False,
) -> Gedaan:
    """Record what the klager sent later, with its attachments (art. 9 lid 3), and say what it changes."""
    verandert: list[str] = []

    def bouw(dossier: Zaak, _: Rekenaar, schrijver: Schrijver) -> g.Gebeurtenis:
        verandert.extend(wat_verandert(dossier.klaagschrift, aanvulling))
        if aanvulling in dossier.aanvullingen and not nog_eens:
            raise Geweigerd("al-ontvangen", f"precies deze aanvulling staat al in zaak {dossier.nummer}",
                            herstel="Leg haar alleen nog eens vast als dat moet: --toch")  # fmt: skip
        stukken = bewaar(schrijver, dossier.nummer, aanvulling.bijlage, bijlagen)
        return g.AanvullingOntvangen(op, aanvulling, stukken)

    gedaan = doe(werkmap, zaak, "ontvang_aanvulling", bouw, op=op, proef=proef)
    return gedaan._replace(opmerkingen=[f"Aangevuld: {'; '.join(verandert)}.", *gedaan.opmerkingen])


def verdaag_termijn(
    werkmap: Werkmap, zaak: str, termijn: str, wens: Wens, *, toch: str | None = None, proef: bool = False
) -> Gedaan:
    """Extend the term for the advice (art. 12 lid 3) or for the decision (art. 13 lid 3)."""

    def bouw(dossier: Zaak, rekenaar: Rekenaar, _: Schrijver) -> g.Gebeurtenis:
        return verdaag(termijn, dossier, rekenaar, wens)

    return doe(werkmap, zaak, f"verdaag_{termijn}", bouw, op=wens.op, toch=toch, proef=proef)


def verklaar_compleet(
    werkmap: Werkmap, zaak: str, op: date | None, reden: str | None, *, toch: str | None = None, proef: bool = False
) -> Gedaan:
    """Record from which day the klacht is complete: without a day, the one on which the last papers came in."""

    def dag(dossier: Zaak) -> date:
        return op or dossier.laatst_ontvangen

    def bouw(dossier: Zaak, *_: object) -> g.Gebeurtenis:
        eis_volgorde("compleet", dag(dossier), "de laatste ontvangst van de klager", dossier.laatst_ontvangen)
        return g.KlachtCompleet(dag(dossier), reden)

    return doe(werkmap, zaak, "compleet", bouw, op=dag, toch=toch, proef=proef)


def van_partij(
    werkmap: Werkmap,
    zaak: str,
    wie: str,
    handeling: str,
    maak: Callable[[g.Partij], g.Gebeurtenis],
    *,
    op: date,
    toch: str | None = None,
    proef: bool = False,
    ook: Sequence[str] = (),
) -> Gedaan:
    """An act by or towards one party (or one of `ook`); who that is is read as it was typed.

    Raises Invoerfout that names who can be meant.
    """

    def bouw(dossier: Zaak, *_: object) -> g.Gebeurtenis:
        kan = mensen(dossier) if handeling == "vermeld_contact" else partijen(dossier.klaagschrift)
        return maak(lees_wie(wie, [*kan, *ook]))

    return doe(werkmap, zaak, handeling, bouw, op=op, toch=toch, proef=proef)


def betrek(
    werkmap: Werkmap, zaak: str, b: g.Betrokkene, *, op: date, toch: str | None = None, proef: bool = False
) -> Gedaan:
    """Record a witness, an expert or a raadsman (art. 11 lid 3 and 4), and in which case they are a party."""

    def bouw(dossier: Zaak, *_: object) -> g.Gebeurtenis:
        if b.voor is not None:
            lees_wie(b.voor, partijen(dossier.klaagschrift))
        return g.BetrokkeneVermeld(op, b)

    gedaan = doe(werkmap, zaak, "betrek", bouw, op=op, toch=toch, proef=proef)
    elders = [nr for nr in _zaken_van(werkmap, b.naam) if nr != gedaan.zaak]
    opmerkingen = (
        [f"Deze persoon is mogelijk partij in {', '.join(elders)}: houd de dossiers gescheiden."] if elders else []
    )
    return gedaan._replace(opmerkingen=[*gedaan.opmerkingen, *opmerkingen])


def _zaken_van(werkmap: Werkmap, naam: str) -> list[str]:
    """The cases in which somebody of this name may be a party."""
    with werkmap.journaal() as journaal:
        alle = klaagschriften(Dossiers(journaal))
    return [nr for nr, k in alle.items() if any(mogelijk_dezelfde(naam, p.naam) for p in (k.klager, *k.aangeklaagde))]
