"""What must be so of a work folder in which writers died: all that was said is there, and nothing half or in doubt."""

from __future__ import annotations

from hashlib import sha256

from benchmarks.storing.kind import inhoud
from benchmarks.storing.moeder import eis
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.schrijver import STUK
from klachtcli.schijf import is_klad
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.bevindingen import pas_herstel_toe
from klachtcli.secretariaat.nakijken import kijk_na
from klachtcli.secretariaat.nakijken_brieven import kijk_brieven_na
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, KlaagschriftOntvangen


def eis_heel(werkmap: Werkmap, gezegd: dict[str, str], *, niet_gezegd: int) -> None:
    """`gezegd`: "ontvangen K2026-001" -> which act, "brief K2026-001" -> which file. Raises Afwijking.

    niet_gezegd: so many acts may be there of which it was not said that they are: at most one for each dead writer.
    """
    controle.controleer(werkmap)
    er_is = vastgelegd(werkmap)
    eis(gezegd.items() <= er_is.items(), "een handeling die gezegd was, is er niet")
    eis(len(er_is) <= len(gezegd) + niet_gezegd, "er zijn meer handelingen dan er waren")
    zaken = sorted(wat.split()[1] for wat in er_is if wat.startswith("ontvangen"))
    eis([int(zaak[6:]) for zaak in zaken] == [*range(1, len(zaken) + 1)], "de zaaknummers lopen niet door")
    for wat, naam in gezegd.items():
        zaak = wat.split()[1]
        eis(not wat.startswith("brief") or (werkmap.brieven(zaak) / naam).is_file(), "een gezegde brief staat er niet")
    for b in kijk_brieven_na(werkmap, vergrendel=True):
        eis(pas_herstel_toe(b, proef=False).hersteld, f"niet te herstellen: {b.feit}")
    eis(not any(map(is_klad, werkmap.pad.rglob(".*"))), "er staat nog een klad")
    eis(not [*kijk_brieven_na(werkmap, vergrendel=False)], "na het herstel is er nog iets met de brieven")


def eis_niets_te_melden(werkmap: Werkmap) -> None:
    """What `klacht beheer controleer` ends with when nothing is the matter. Raises Afwijking that names what is."""
    wat = [b.code for b in kijk_na(werkmap) if b.ernst != "let op"]
    eis(not wat, f"beheer controleer meldt {', '.join(wat)}")


def vastgelegd(werkmap: Werkmap) -> dict[str, str]:
    """What is recorded, as `gezegd` has it; each act whole. Raises Afwijking where one is half."""
    uit: dict[str, str] = {}
    with werkmap.journaal() as journaal:
        stukken = {
            n for (n,) in journaal._db.execute("SELECT nummer FROM journaal WHERE zaak <> '' AND soort = ?", (STUK,))
        }
        for v in journaal.lees_alles():
            if isinstance(v.gebeurtenis, KlaagschriftOntvangen):
                eis(f"ontvangen {v.zaak}" not in uit, "een zaaknummer is tweemaal gegeven")
                uit[f"ontvangen {v.zaak}"] = _eis_ontvangst(journaal, v.gebeurtenis, v.nummer)
                stukken -= {s.nummer for s in v.gebeurtenis.stukken}
            elif isinstance(v.gebeurtenis, BriefGemaakt):
                uit[f"brief {v.zaak}"] = v.gebeurtenis.bestand.rpartition("/")[2]
                pad = werkmap.pad / v.gebeurtenis.bestand
                heel = not pad.is_file() or sha256(pad.read_bytes()).hexdigest() == v.gebeurtenis.sha256
                eis(heel, "een brief is niet zoals hij is vastgelegd")
        eis(not stukken, "een bijlage staat er zonder haar klaagschrift")
        open_ = {f"ontvangen {zaak}" for zaak in journaal.lopende_zaken()}
        eis(open_ == {wat for wat in uit if wat.startswith("ontvangen")}, "de lijst van lopende zaken klopt niet")
    return uit


def _eis_ontvangst(journaal: Journaal, e: KlaagschriftOntvangen, nummer: int) -> str:
    """The act that an entry belongs to: its attachments stand just before it, and hold what it put in them."""
    naam = e.klaagschrift.bijlage[0].bestand[:-2]
    eis([s.nummer for s in e.stukken] == [nummer - 2, nummer - 1], "een handeling is er half")
    for stuk, letter in zip(e.stukken, "ab", strict=True):
        eis(journaal.lees_stuk(stuk) == inhoud(naam, letter), "een bijlage is niet wat zij was")
    return naam
