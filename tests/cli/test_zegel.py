"""What a zegel on paper proves: that it is of this journal, at which entry, and that nothing before it changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]


@pytest.fixture
def papier(klacht: Klacht, loop_tot: Callable[[str], None]) -> str:
    """The zegel on the first letter of a case that went on: of the entry before the letter."""
    loop_tot("vul-aan 1 --gevraagd")
    zegel = str(klacht("brief", "1", "ontvangstbevestiging", "--json").json["zegel"])
    assert klacht("besluit", "1", "compleet", "--op", "2026-04-29").code == 0
    return zegel


def test_het_zegel_van_nu(klacht: Klacht, papier: str) -> None:
    """The head, its entry and its moment, and how many there are: what `audit controleer` verified."""
    j = klacht("audit", "zegel", "--json").json
    g = klacht("audit", "controleer", "--json").json
    assert (j["zegel"], j["vastleggingen"], j["nummer"]) == (g["zegel"], g["vastleggingen"], g["vastleggingen"])
    assert (j["soort"], j["zaak"], j["vastgelegd_op"]) == (
        "klacht_compleet",
        "K2026-001",
        "2026-04-29T10:00:00.000000Z",
    )
    assert klacht("audit", "zegel").uit.splitlines() == [
        f"zegel {g['zegel']}",
        f"vastleggingen  {g['vastleggingen']}; de laatste is klacht compleet in K2026-001, "
        "woensdag 29 april 2026 12:00 uur",
    ]


# Zo is een zegel getypt dat erbij hoort: wat er met het goede gebeurt.
GOED: list[tuple[str, Callable[[str], str]]] = [
    ("zoals het er staat", lambda z: z),
    ("in hoofdletters, met spaties", lambda z: f"  {z.upper()} "),
    ("met het woord ervoor", lambda z: f"zegel {z}"),
    ("met nullen ervoor", lambda z: f"000{z}"),
    ("alleen het kenmerk", lambda z: z.partition("-")[2]),
]


@pytest.mark.parametrize("typ", [g[1] for g in GOED], ids=[g[0] for g in GOED])
def test_een_zegel_dat_erbij_hoort(typ: Callable[[str], str], klacht: Klacht, papier: str) -> None:
    """Its entry, and how many came after: the letter itself, which bears it, is the first."""
    j = klacht("audit", "zegel", "--tegen", typ(papier), "--json").json
    nummer = int(papier.partition("-")[0])
    assert j["tegen"] == {
        "zegel": papier, "nummer": nummer, "vastgelegd_op": "2026-04-29T10:00:00.000000Z",
        "soort": "aanvulling_gevraagd", "zaak": "K2026-001", "daarna": j["vastleggingen"] - nummer,
    }  # fmt: skip
    uit = klacht("audit", "zegel", "--tegen", typ(papier)).uit
    assert f"Zegel {papier} hoort bij dit journaal: wat er toen stond, staat er nog." in uit
    assert klacht("audit", "controleer", "--zegel", typ(papier)).code == 0


# Wat er niet bij hoort: hoe het is getypt, en wat er dan staat. {n} is het nummer, {m} het kenmerk, {telt} het aantal.
FOUT = [
    ("999-{m}", 4, "zegel-klopt-niet", "telt nu {telt} vastleggingen, en zegel 999-{m} is van nummer 999", "afgekapt"),
    ("{n}-0123456789abcdef", 4, "zegel-klopt-niet", "bij vastlegging {n} staat nu iets anders", "veranderd"),
    ("1-{m}", 4, "zegel-klopt-niet", "bij vastlegging 1 staat nu iets anders", "veranderd"),
    ("0123456789abcdef", 4, "zegel-klopt-niet", "hoort niet bij dit journaal, dat nu {telt}", "veranderd of verdwenen"),
    ("0-{m}", 2, "geen-zegel", "17-9f3a22c177aa01be", ""),
    ("{n}-{m}0", 2, "geen-zegel", "17-9f3a22c177aa01be", ""),
    ("{n}", 2, "geen-zegel", "17-9f3a22c177aa01be", ""),
    ("-1-{m}", 2, "geen-zegel", "17-9f3a22c177aa01be", ""),
    ("een zegel", 2, "geen-zegel", "17-9f3a22c177aa01be", ""),
    ("\u0661-{m}", 2, "geen-zegel", "17-9f3a22c177aa01be", ""),
    ("", 2, "geen-zegel", "17-9f3a22c177aa01be", ""),
]


@pytest.mark.parametrize(("getypt", "code", "stabiel", "feit", "grond"), FOUT, ids=[f[0] or "niets" for f in FOUT])
def test_een_zegel_dat_er_niet_bij_hoort(
    getypt: str, code: int, stabiel: str, feit: str, grond: str, klacht: Klacht, papier: str
) -> None:
    """Past the end is another thing than a different hash at that number; `audit controleer --zegel` says the same."""
    n, _, m = papier.partition("-")
    telt = klacht("audit", "controleer", "--json").json["vastleggingen"]
    in_te_vullen = {"n": n, "m": m, "telt": telt}
    zegel, woorden = getypt.format(**in_te_vullen), (feit.format(**in_te_vullen), grond)
    klacht("audit", "zegel", f"--tegen={zegel}").eis_fout(code, stabiel, *woorden)
    klacht("audit", "controleer", f"--zegel={zegel}").eis_fout(code, stabiel, *woorden)


def _verander(werkmap: Werkmap, opdracht: str, *waarden: object) -> None:
    """As who knows SQLite would: the guards put aside and back."""
    with closing(sqlite3.connect(werkmap.pad / "journaal.sqlite")) as db:
        wachters = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for naam, _ in wachters:
            db.execute(f"DROP TRIGGER {naam}")
        db.execute(opdracht, waarden)
        for _, sql in wachters:
            db.execute(sql)
        db.commit()


def test_een_zegel_bewijst_wat_ervoor_staat(klacht: Klacht, papier: str, werkmap: Werkmap) -> None:
    """The hash at that number is still there, but an entry before it was changed: it is not said to belong."""
    _verander(werkmap, "UPDATE journaal SET rol = 'voorzitter' WHERE nummer = 2")
    klacht("audit", "zegel", "--tegen", papier).eis_fout(4, "journaal-beschadigd", "vastlegging 2")


def test_een_afgekapt_einde(klacht: Klacht, papier: str, werkmap: Werkmap) -> None:
    """The chain that is left holds; the zegel of what is gone says so, and the one of before it still belongs."""
    nu = klacht("audit", "zegel", "--json").json["zegel"]
    _verander(werkmap, "DELETE FROM journaal WHERE nummer > ?", int(papier.partition("-")[0]))
    assert klacht("audit", "controleer").code == 0
    klacht("audit", "zegel", "--tegen", nu).eis_fout(4, "zegel-klopt-niet", "afgekapt", "andere werkmap")
    assert klacht("audit", "zegel", "--tegen", papier, "--json").json["tegen"]["daarna"] == 0
