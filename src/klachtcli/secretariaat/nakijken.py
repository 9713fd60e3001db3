"""Everything looked at: journal, keys, letters, drafts, rules and templates; named, and mended where that is safe.

Whatever stops one part is a finding of its own and stops no other part. Nothing that somebody edited is touched, nor
any entry of the journal; and a finding names no person, so no file that was named by somebody else either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from klachtcli.fouten import KlachtFout
from klachtcli.instellingen.bewaren import lees_bewaartermijnen
from klachtcli.instellingen.commissies import lees_commissie, lees_fracties
from klachtcli.instellingen.jaarverslagen import lees_jaarverslag
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.lezer import dichtste
from klachtcli.instellingen.regelingen import lees_regeling, lees_regelingen
from klachtcli.instellingen.signalen import lees_drempel
from klachtcli.instellingen.wegwijzers import lees_wegwijzer
from klachtcli.journaal.ringcontrole import controleer_ring
from klachtcli.schijf import rechten, reden
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.bevindingen import HERSTEL, Bevinding, Ernst, na_elkaar, pas_herstel_toe, uit_fout
from klachtcli.secretariaat.nakijken_brieven import kijk_brieven_na, kijk_kladden_na
from klachtcli.secretariaat.onafgemaakt import kijk_onafgemaakt_na
from klachtcli.secretariaat.opruimen import NOG, lees_verklaringsjabloon, maak_vernietiging_af, onvoltooid
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.post import lees_brieven
from klachtcli.secretariaat.sleutelloos import HELPT
from klachtcli.secretariaat.werkmap import Werkmap, eis_sleutels_elders

_BESTANDEN: tuple[Callable[[Path], object], ...] = (
    lees_commissie, lees_fracties, lees_jaarverslag, lees_drempel, lees_bewaartermijnen, lees_wegwijzer,
)  # fmt: skip
_IN_WORD = "Herstel het in Word, of neem het meegeleverde over met: klacht init MAP --vernieuw"


def kijk_na(werkmap: Werkmap, *, herstel: bool = False, proef: bool = False) -> list[Bevinding]:
    """What is not as it should be, each thing once. With `herstel` what can be mended is; with `proef` only said so."""
    delen: dict[str, Callable[[], Iterator[Bevinding]]] = {
        "journaal": lambda: _journaal(werkmap),
        "sleutels": lambda: _sleutels(werkmap),
        "vernietiging": lambda: _vernietiging(werkmap),
        "brieven": lambda: kijk_brieven_na(werkmap, vergrendel=herstel and not proef),
        "werkmap": lambda: kijk_kladden_na(werkmap),
        "onafgemaakt": lambda: kijk_onafgemaakt_na(werkmap),
        "instellingen": lambda: _instellingen(werkmap),
        "sjablonen": lambda: _sjablonen(werkmap),
    }
    uit: dict[tuple[str, str], Bevinding] = {}
    for waar, kijk in delen.items():
        for b in _zonder_uitval(waar, kijk):
            if (b.code, b.feit) not in uit:
                uit[b.code, b.feit] = pas_herstel_toe(b, proef=proef) if herstel else b
    return list(uit.values())


def _zonder_uitval(waar: str, kijk: Callable[[], Iterator[Bevinding]]) -> Iterator[Bevinding]:
    """What a part finds; whatever stops it is what it found last."""
    try:
        yield from kijk()
    except KlachtFout as fout:
        yield from uit_fout(waar, fout)
    except OSError as fout:
        yield Bevinding(waar, "bevinding", "niet-na-te-kijken", f"{waar}: hier is niet te kijken: {reden(fout)}")


def _journaal(werkmap: Werkmap) -> Iterator[Bevinding]:
    """What `audit controleer` finds, and what a stopped act left beside the journal."""
    controle.controleer(werkmap)
    if (werkmap.pad / f"{JOURNAAL}-journal").exists():
        feit = "naast het journaal staat een journaal.sqlite-journal: een handeling loopt nu, of is afgebroken"
        yield Bevinding("journaal", "let op", "handeling-rest", feit, "De volgende handeling ruimt het op")


def _sleutels(werkmap: Werkmap) -> Iterator[Bevinding]:
    """A ring elsewhere, sound, closed to others, with a key for every case.

    A key too many does no harm: a writer that was stopped may leave that of a case that it never recorded, and the
    next case of that number uses it.
    """
    eis_sleutels_elders(werkmap.pad)
    with werkmap.journaal() as journaal:
        ring = journaal.ring
        yield from _rechten(ring.pad)
        van_zaken = (partial(ring.sleutel, zaak) for zaak in ("", *journaal.zaken()))
        yield from na_elkaar("sleutels", [partial(controleer_ring, ring), *van_zaken])
        for zaak in journaal.dicht():
            feit = f"van zaak {zaak} is de sleutel er niet; wat erin staat, is niet te lezen"
            yield Bevinding("sleutels", "bevinding", "sleutel-ontbreekt", feit, HELPT)


def _rechten(ring: Path) -> Iterator[Bevinding]:
    for pad in (ring, *sorted(ring.iterdir())):
        if wie := rechten(pad):
            ernst: Ernst = "bevinding" if wie == "iedereen" else "let op"  # a group may share a ring on purpose
            feit = f"{pad} staat open voor {wie} op deze computer"
            helpt = f"Is dat niet de bedoeling: chmod {'700' if pad.is_dir() else '600'} {pad}"
            yield Bevinding("sleutels", ernst, "sleutels-open", feit, helpt)


def _vernietiging(werkmap: Werkmap) -> Iterator[Bevinding]:
    """What is left of a destroyed case, after a crash or back with an older copy. Ended before the letters are seen."""
    for nog in onvoltooid(werkmap):
        feit = f"zaak {nog.zaak} is in het journaal vernietigd, maar {'; '.join(NOG[stap] for stap in nog.stappen)}"
        doe = partial(maak_vernietiging_af, werkmap, nog.zaak)
        yield Bevinding("vernietiging", "bevinding", "vernietiging-niet-af", feit, HERSTEL, doe)


def _instellingen(werkmap: Werkmap) -> Iterator[Bevinding]:
    """Every file of the rules and the committee."""
    config, regelingen = werkmap.config, werkmap.config / "regelingen"
    stappen: list[Callable[[], object]] = [
        *(partial(lees, config) for lees in _BESTANDEN),
        partial(lees_kalender, config / "kalender"),
        *(partial(lees_regeling, versie) for versie in sorted(regelingen.glob("*/*.toml"))),
        *(partial(lees_regelingen, regelingen, map_.name) for map_ in sorted(regelingen.glob("*")) if map_.is_dir()),
        lambda: lees_regelingen(regelingen, lees_commissie(config).regeling),
    ]
    yield from na_elkaar("instellingen", stappen)
    yield from _leeg(config)
    yield from _brieven_van_regelingen(werkmap)


def _leeg(config: Path) -> Iterator[Bevinding]:
    """What was left open of the committee: no fault, but letters that name it cannot be made."""
    with suppress(KlachtFout):  # said with the files
        if leeg := lees_commissie(config).leeg:
            feit = f"in config/commissie.toml is nog niet ingevuld: {', '.join(leeg)}"
            helpt = "Een brief die het noemt, is zo lang niet te maken"
            yield Bevinding("instellingen", "let op", "commissie-niet-ingevuld", feit, helpt)


def _brieven_van_regelingen(werkmap: Werkmap) -> Iterator[Bevinding]:
    """Letters that a regulation asks for and that are not there: that duty could never be met."""
    try:
        soorten = [b.soort for b in lees_brieven(werkmap).brief]
    except KlachtFout:  # said with the templates
        return
    for pad in sorted((werkmap.config / "regelingen").glob("*/*.toml")):
        with suppress(KlachtFout):  # said with the rules
            r = lees_regeling(pad)
            genoemd = [(f"plicht '{p.id}'", b) for p in r.plicht for b in (p.brief, *p.mits_brief) if b]
            genoemd += [(f"handeling '{h.id}'", b) for h in r.handeling for b in h.brieven]
            for waar, brief in genoemd:
                if brief not in soorten:
                    feit = f"regelingen/{r.id}/{pad.name}: {waar} noemt de brief '{brief}', die er niet is"
                    helpt = f"Er zijn: {', '.join(soorten)}; een eigen soort zet u in templates/letters/letters.toml"
                    yield Bevinding(
                        "instellingen", "bevinding", "brief-onbekend", feit + dichtste(brief, soorten), helpt
                    )


def _sjablonen(werkmap: Werkmap) -> Iterator[Bevinding]:
    """What `klacht brief controleer` finds, and whether the templates that are no letters can be read."""
    from klachtcli.secretariaat.jaarverslag import lees_verslagsjabloon
    from klachtcli.secretariaat.sjablonen import keur
    from klachtcli.stukken.sjabloon import laad

    yield from na_elkaar("sjablonen", [
        lambda: laad(lees_verslagsjabloon(werkmap), "jaarverslag"),
        lambda: laad(lees_verklaringsjabloon(werkmap), "verklaring-van-vernietiging"),
    ])  # fmt: skip
    for keuring in keur(werkmap):
        for code, feit in keuring.fouten:
            plek = f"templates/letters/{keuring.brief.sjabloon}"
            yield Bevinding("sjablonen", "schade", code, f"{plek}: {feit}", _IN_WORD)
