"""What comes in at `klacht ontvang`: a file, a mail, a form, a letter (--stuk), a conversation; each a klaagschrift."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from klachtcli.cli import opties, scherm
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.bestand import GROOTSTE, lees_bytes, te_groot
from klachtcli.instellingen.klaagschriften import (
    GROOTSTE_BIJLAGE,
    als_klaagschrift,
    lees_bijlagen,
    lees_klaagschrift,
)
from klachtcli.instellingen.papieren import FORMULIER, Papier, nette_naam
from klachtcli.secretariaat import onafgemaakt
from klachtcli.secretariaat.onafgemaakt import Stand
from klachtcli.secretariaat.ontvangst import al_ontvangen
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

if TYPE_CHECKING:
    from klachtcli.instellingen.berichten import Bericht


_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how a .docx and an old .doc begin
_GROOT = ("-", ".eml", ".docx", ".doc", ".odt")  # a mail and a form may hold pictures
_VANAF = "vanaf de dag van ontvangst lopen de termijnen"
_ZO_WEL = (
    "Overnemen kan zo: bewaar de bijlage als bestand, en zeg in plaats van dit: klacht ontvang BIJLAGE --op DATUM "
    "--stuk BERICHT"
)


class Aangereikt(NamedTuple):
    """A klaagschrift with its papers, what there is to tell, and the draft to remove once it is recorded."""

    klaagschrift: Klaagschrift
    bijlagen: list[bytes]
    let_op: Sequence[str] = ()
    klad: Path | None = None


class Wens(NamedTuple):
    """How it was asked: on which day it came in (ISO 8601), agreed to what is doubtful, and nothing to be kept."""

    op: str | None = None
    ja: bool = False
    proef: bool = False


def neem_aan(werkmap: Werkmap, bestand: str | None, stukken: Sequence[str], wens: Wens, *, hervat: bool) -> Aangereikt:
    """Read what was handed in, and ask for what it does not say where there is somebody to ask. Raises Invoerfout."""
    if hervat:
        return _ga_verder(werkmap, bestand, stukken, wens)
    brieven = [_brief(pad) for pad in stukken]
    if bestand is None:
        return _vraag(werkmap, _met_dag(Stand(), wens), brieven, proef=wens.proef)
    from klachtcli.instellingen.berichten import is_bericht

    ruw = opties.bestand(bestand, GROOTSTE_BIJLAGE if bestand.lower().endswith(_GROOT) else GROOTSTE)
    if is_bericht(bestand, ruw):
        return _uit_bericht(werkmap, ruw, brieven, wens)
    if is_word(bestand, ruw):
        return _uit_formulier(werkmap, ruw, brieven, wens)
    if len(ruw) > GROOTSTE:
        te_groot("standaardinvoer", len(ruw), GROOTSTE)
    k = lees_klaagschrift(ruw)
    if wens.op is not None:
        raise Invoerfout("opties-botsen", "in een klaagschriftbestand staat de dag van ontvangst zelf (ontvangen_op); "
                         "--op hoort daar niet bij")  # fmt: skip
    eigen = lees_bijlagen(k.bijlage, Path.cwd() if bestand == "-" else Path(bestand).parent)
    return _met(k, eigen, brieven)


def is_word(naam: str, ruw: bytes) -> bool:
    """Whether a file is of a word processor, by how it begins; what says to be TOML or JSON is read as that."""
    return ruw.startswith(_WORD) and not naam.lower().endswith((".toml", ".json"))


def _uit_formulier(werkmap: Werkmap, ruw: bytes, brieven: Sequence[Papier], wens: Wens) -> Aangereikt:
    """The form: what was filled in is taken, the rest is asked for, or stays open where nobody can be asked."""
    from klachtcli.cli.formulierantwoorden import als_antwoorden, eis_akkoord, leg_voor
    from klachtcli.cli.vragenlijst import artikelen, stel_samen
    from klachtcli.secretariaat.formulieren import lees_grond
    from klachtcli.stukken.formulier_lezen import lees_formulier

    grond = lees_grond(werkmap.config, om_te_lezen=True)
    ingevuld = als_antwoorden(lees_formulier(ruw, grond.opzet(artikelen(grond.regeling.vereiste))))
    stand = ingevuld.stand
    papieren = [Papier(FORMULIER, ruw), *brieven]
    if (zaak := al_ontvangen(werkmap, ruw)) is not None:
        stand.opmerkingen.append(f"Precies dit formulier is al vastgelegd als zaak {zaak}.")
    if scherm.kan_vragen():
        if ingevuld.twijfels and not wens.ja:
            leg_voor(ingevuld)
        return _vraag(werkmap, _met_dag(stand, wens), papieren, proef=wens.proef)
    if not stand.genomen:
        raise Invoerfout("formulier-leeg", "op dit formulier is in de vakken niets ingevuld",
                         herstel="Is het met de pen ingevuld of er los bij getypt, geef het dan als stuk: klacht "
                         "ontvang --stuk BESTAND")  # fmt: skip
    if not wens.ja:
        eis_akkoord(ingevuld.twijfels)
    if _met_dag(stand, wens).bekend.get("ontvangen_op") is None:
        raise Invoerfout("formulier-zonder-dag", "op het formulier staat niet wanneer het is ontvangen",
                         grondslag=_VANAF, herstel="Geef die dag erbij: --op DATUM; aan een terminal wordt zij "
                         "gevraagd")  # fmt: skip
    return _met(als_klaagschrift(stel_samen(stand)), [], papieren, stand.opmerkingen)


def _met_dag(stand: Stand, wens: Wens) -> Stand:
    """With the day of receipt that was typed."""
    if wens.op is not None:
        stand.bekend["ontvangen_op"] = wens.op
        stand.genomen.append("ontvangen_op")
    return stand


def _uit_bericht(werkmap: Werkmap, ruw: bytes, brieven: Sequence[Papier], wens: Wens) -> Aangereikt:
    """A mail: what it shows is taken, the rest is asked for, or stays open where nobody can be asked."""
    from klachtcli.cli.vragenlijst import stel_samen
    from klachtcli.instellingen.berichten import lees_bericht

    bericht = lees_bericht(ruw)
    gezien = {
        "ontvangen_op": wens.op or bericht.ontvangen_op, "ontvangen_via": "e-mail",
        "klager.naam": bericht.afzender.naam, "klager.email": bericht.afzender.email,
    }  # fmt: skip
    papieren, let_op = [*bericht.papieren, *brieven], [_overgenomen(bericht), *bericht.let_op]
    if _met_formulier(bericht.papieren):
        if not (scherm.kan_vragen() or wens.ja):
            feit = "een bijlage van dit bericht is een ingevuld formulier, en dat wordt zo niet overgenomen"
            herstel = f"{_ZO_WEL}; of neem alleen het bericht: --ja"
            raise Invoerfout("formulier-bij-bericht", feit, herstel=herstel)
        let_op.append(f"Een bijlage is een ingevuld formulier. Het is bewaard, niet overgenomen. {_ZO_WEL}.")
    if (zaak := al_ontvangen(werkmap, ruw)) is not None:
        let_op.append(f"Precies dit bericht is al vastgelegd als zaak {zaak}.")
    stand = Stand({plek: waarde for plek, waarde in gezien.items() if waarde}, [], let_op)
    if scherm.kan_vragen():
        return _vraag(werkmap, stand, papieren, proef=wens.proef)
    if gezien["ontvangen_op"] is None:
        raise Invoerfout(
            "bericht-zonder-datum",
            "in het bericht staat niet wanneer het is ontvangen, en ook niet wanneer het is verzonden",
            grondslag=_VANAF,
            herstel="Geef die dag erbij: --op DATUM; aan een terminal wordt zij gevraagd. Of maak een "
            "klaagschriftbestand en geef het bericht erbij: klacht ontvang klaagschrift.toml --stuk BERICHT.eml",
        )
    return _met(als_klaagschrift(stel_samen(stand)), [], papieren, let_op)


def _met_formulier(papieren: Sequence[Papier]) -> bool:
    """Whether a form was attached."""
    word = [p for p in papieren if p.inhoud.startswith(_WORD[0]) and p.bijlage.bestand.lower().endswith(".docx")]
    if not word:
        return False
    from klachtcli.stukken.formulier_lezen import is_formulier

    return any(is_formulier(p.inhoud) for p in word)


def _overgenomen(bericht: Bericht) -> str:
    """What was taken from a mail and what was not; never its values."""
    wat = [
        "de dag van ontvangst" if bericht.ontvangen_op else "",
        "de naam van de afzender" if bericht.afzender.naam else "",
        "het e-mailadres van de afzender" if bericht.afzender.email else "",
    ]
    delen = [deel for deel in wat if deel]
    wel = f"zijn overgenomen: {', '.join(delen)}" if delen else "is niets overgenomen"
    return f"Van het bericht {wel}. Wat erin staat, is bewaard als stuk; wat de klager schrijft, vult u zelf in."


def _vraag(
    werkmap: Werkmap, stand: Stand, papieren: Sequence[Papier], *, proef: bool, klad: Path | None = None
) -> Aangereikt:
    from klachtcli.cli.vragen import vraag_klaagschrift

    antwoorden = vraag_klaagschrift(werkmap, stand, papieren, proef=proef, klad=klad)
    aangereikt = _met(antwoorden.klaagschrift, antwoorden.bijlagen, papieren, stand.opmerkingen)
    return aangereikt._replace(klad=antwoorden.klad)


def _ga_verder(werkmap: Werkmap, bestand: str | None, stukken: Sequence[str], wens: Wens) -> Aangereikt:
    """Go on with a conversation that was stopped; which one is asked where there are several."""
    from klachtcli.cli.vragen import eis_terminal

    if bestand is not None or stukken or wens.op is not None:
        raise Invoerfout(
            "hervat-met-bestand", "--hervat gaat verder met wat u eerder typte, zonder bestand, stuk of --op"
        )
    if not (kladden := onafgemaakt.alle(werkmap)):
        raise Invoerfout(
            "niets-te-hervatten", "er is geen onafgemaakt klaagschrift", herstel="Begin met: klacht ontvang"
        )
    eis_terminal()
    klad = kladden[0] if len(kladden) == 1 else _kies(kladden)
    stand, papieren = onafgemaakt.lees(werkmap, klad)
    return _vraag(werkmap, stand, papieren, proef=wens.proef, klad=klad)


def _kies(kladden: Sequence[Path]) -> Path:
    from klachtcli.cli.toetsenbord import lees_regel
    from klachtcli.recht.datum import met_weekdag

    for n, klad in enumerate(kladden, 1):
        scherm.meld(f"  {n}  begonnen op {met_weekdag(onafgemaakt.begonnen(klad))}")
    while True:
        scherm.meld("Met welke gaat u verder? (een nummer; Ctrl-C stopt)")
        getypt = lees_regel()
        if getypt.isascii() and getypt.isdigit() and 1 <= int(getypt[:4]) <= len(kladden):
            return kladden[int(getypt) - 1]


def _brief(naam: str) -> Papier:
    """A letter as it came, on paper and scanned or as a file; its name is cleaned of what no system keeps."""
    pad = Path(naam)
    ruw = lees_bytes(pad, "het stuk", GROOTSTE_BIJLAGE)
    if not ruw:
        raise Invoerfout("bestand-leeg", "het stuk is leeg")
    return Papier(Bijlage(nette_naam(pad.name) or "brief", "De brief zoals die binnenkwam"), ruw)


def _met(
    k: Klaagschrift, bijlagen: Sequence[bytes], papieren: Sequence[Papier], let_op: Sequence[str] = ()
) -> Aangereikt:
    from msgspec.structs import replace

    bij = (*(p.bijlage for p in papieren), *k.bijlage)
    return Aangereikt(replace(k, bijlage=bij), [*(p.inhoud for p in papieren), *bijlagen], let_op)
