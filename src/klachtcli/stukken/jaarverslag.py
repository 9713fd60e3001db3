"""The annual report of art. 14 as it is read: one edition, laid out once, as a docx and as a workbook.

It is made of editions (`zaak.onderdrukking`) and knows no figure that they do not show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import IO, NamedTuple

from klachtcli.stukken.brieven import Waarden
from klachtcli.stukken.pakket import Deel, lees_xml, pak_uit, vast_pakket
from klachtcli.stukken.sjabloon import laad
from klachtcli.stukken.werkboek import Blad, Grafiek, Kolom, Waarde, schrijf
from klachtcli.stukken.werkboek_grafiek import losse_grafiek
from klachtcli.zaak.onderdrukking import Beeld, Cel, Editie, percentage

SJABLOON = "jaarverslag.docx"
GRAFIEK = "Ontvangen klachten per jaar"
_STREEP = "– "
_TE_KLEIN = "De aantallen zijn te klein om hier te noemen."
_UITLEG = {
    "stand": "Hoe het aan het einde van het jaar stond met de klachten die in dat jaar zijn ontvangen.",
    "aard": "Een klacht kan over meer dan één soort gedrag gaan.",
    "uitkomst": "Wat er in het jaar gebeurde, ook met klachten van een eerder jaar.",
    "aard_advies": "Een advies kan van meer dan één aard zijn.",
    "beslissing": "Wat de werkgever besliste nadat de commissie had geadviseerd.",
    "horen": "Zaken waarin de commissie partijen op een zitting hoorde.",
}
_UITLEG_TERMIJN = "Van het begin van de termijn tot de dag waarop eraan is voldaan. Mediaan: de middelste zaak."


class Kop(NamedTuple):
    """What an edition says of itself: for whom, over what, made from what. Texts; lists of texts."""

    jaar: int
    soort: str
    waarden: Waarden
    drempel: int
    percentage_vanaf: int


class Regel(NamedTuple):
    """One figure, over the years, and its share of the whole in the last of them."""

    wat: str
    cellen: tuple[Cel, ...]
    aandeel: int | None = None

    @property
    def teksten(self) -> list[str]:
        """The figure of each year as it is printed; the share beside the last."""
        uit = [c.tekst for c in self.cellen]
        return [*uit[:-1], f"{uit[-1]} ({self.aandeel}%)"] if self.aandeel is not None else uit


class Tabel(NamedTuple):
    """Figures under one head."""

    id: str
    titel: str
    uitleg: str
    regels: list[Regel]


class Verslag(NamedTuple):
    """One edition, laid out: what is shown, and the heads of what is too small to show anything of."""

    kop: Kop
    jaren: list[str]
    tabellen: list[Tabel]
    te_klein: list[str]

    @property
    def ontvangen(self) -> list[float]:
        """The klachten received in each year: published whatever it is."""
        return [c.waarde or 0 for c in self.tabellen[0].regels[0].cellen]


def leg_uit(kop: Kop, reeks: Sequence[tuple[str, Editie]]) -> Verslag:
    """Lay out the editions of a year and those before it, oldest first, each with the name of its year."""
    jaren, edities = [jaar for jaar, _ in reeks], [editie for _, editie in reeks]
    per_tabel = [[e.tabel(b.id) for e in edities] for b in edities[-1].tabellen]
    toon = [beelden for beelden in per_tabel if any(_zegt_iets(b) for b in beelden)]
    te_klein = [beelden[-1].titel for beelden in per_tabel if beelden not in toon]
    return Verslag(kop, jaren, [_tabel(beelden, kop) for beelden in toon], te_klein)


def _zegt_iets(b: Beeld) -> bool:
    """Whether a table shows a figure of its own."""
    eigen = (*b.cellen, *b.maten, *([b.basis] if b.basis and b.basis.stand != "vast" else []))
    return any(c.zichtbaar for c in eigen)


def _tabel(beelden: Sequence[Beeld], kop: Kop) -> Tabel:
    dit = beelden[-1]
    regels = [] if dit.basis is None else [Regel(dit.basis.titel, tuple(b.basis for b in beelden if b.basis))]
    streep = _STREEP if dit.basis else ""
    for nr, cel in enumerate(dit.cellen):
        aandeel = percentage(cel, dit.basis, kop.drempel, kop.percentage_vanaf) if dit.basis else None
        regels.append(Regel(f"{streep}{cel.titel}", tuple(b.cellen[nr] for b in beelden), aandeel))
    regels += [Regel(f"{streep}{m.titel}", tuple(b.maten[nr] for b in beelden)) for nr, m in enumerate(dit.maten)]
    return Tabel(dit.id, dit.titel, _UITLEG_TERMIJN if dit.maten else _UITLEG.get(dit.id, ""), regels)


def bescherming(kop: Kop) -> list[str]:
    """How small numbers are kept from pointing at somebody, in sentences for the reader."""
    return [
        f"Een aantal onder de {kop.drempel} staat er als ‘minder dan {kop.drempel}’. Ook nul valt daaronder.",
        "Is zo'n aantal uit de andere getallen te berekenen, dan staat er ‘niet vermeld’.",
        f"Percentages staan er alleen bij {kop.percentage_vanaf} zaken of meer.",
        "Het aantal ontvangen klachten staat er altijd, omdat de regeling daarom vraagt.",
    ]


def hoofdpunten(v: Verslag) -> Waarden:
    """What the covering letter says of an edition: the number received, and what may be shown of aard and adviezen."""
    tabellen = {t.id: t for t in v.tabellen}

    def regels(naam: str) -> list[str]:
        gevonden = [r for r in tabellen[naam].regels if r.cellen[-1].zichtbaar] if naam in tabellen else []
        return [f"{r.wat.removeprefix(_STREEP)}: {r.teksten[-1]}" for r in gevonden]

    return {
        "aantal_ontvangen": v.tabellen[0].regels[0].cellen[-1].tekst,
        "aard": regels("aard")[1:] or [_TE_KLEIN],  # the first says how many were received
        "adviezen": regels("aard_advies") or [_TE_KLEIN],
        "onderdrukt": f"Een aantal onder de {v.kop.drempel} noemen wij niet precies.",
    }


# ---- the document ----


def als_docx(v: Verslag, sjabloon: bytes) -> bytes:
    """The edition as a document, from its template. Raises Onbruikbaar and Invoerfout as a letter does."""
    waarden: dict[str, object] = {
        **v.kop.waarden,
        "jaren": v.jaren,
        "tabellen": [
            {"titel": t.titel, "uitleg": t.uitleg, "rijen": [{"wat": r.wat, "cellen": r.teksten} for r in t.regels]}
            for t in v.tabellen
        ],
        "te_klein": v.te_klein,
        "bescherming": bescherming(v.kop),
    }
    grafiek = losse_grafiek(v.jaren, v.ontvangen, "jaar", "klachten")
    return _met_grafiek(laad(sjabloon, "jaarverslag").vul(waarden), grafiek)


def _met_grafiek(docx: bytes, grafiek: bytes) -> bytes:
    """The document with the chart of this year in the place of that of the template; where it has none, without."""
    delen, inhoud = pak_uit(docx)
    soorten = lees_xml(inhoud["[Content_Types].xml"]).iter("{*}Override")
    plekken = {s.get("PartName", "").lstrip("/") for s in soorten if s.get("ContentType", "").endswith("chart+xml")}
    return vast_pakket(Deel.los(d.naam, grafiek) if d.naam in plekken else d for d in delen)


# ---- the workbook ----


def als_werkboek(v: Verslag, uit: IO[bytes], gemaakt: datetime) -> None:
    """The figures of the edition as a workbook: the same texts, numbers where they are shown, and the chart."""
    titel = f"Jaarverslag {v.kop.jaar}, {v.kop.soort}"
    bladen = [_cijfers(v), _per_jaar(v), _toelichting(v)]
    schrijf(uit, bladen, titel=titel, gemaakt=gemaakt, eigenschappen={"klacht-zegel": str(v.kop.waarden["zegel"])})


def _cijfers(v: Verslag) -> Blad:
    kolommen = [
        Kolom("Onderwerp", 44, "tekst", "Waar de regel over gaat."),
        Kolom("Wat", 44, "tekst", "Wat er is geteld, of hoeveel dagen het duurde."),
        *(Kolom(jaar, 15, "getal", f"In {jaar}.") for jaar in v.jaren),
        Kolom("Aandeel", 10, "kort", f"Deel van het geheel, in {v.jaren[-1]}."),
    ]
    return Blad("Cijfers", kolommen, list(_rijen(v)), vast=2)


def _rijen(v: Verslag) -> Iterator[list[Waarde]]:
    for t in v.tabellen:
        for r in t.regels:
            aandeel = "" if r.aandeel is None else f"{r.aandeel}%"
            yield [t.titel, _eenheid(r), *(c.waarde if c.waarde is not None else c.tekst for c in r.cellen), aandeel]
    for titel in v.te_klein:
        yield [titel, "te klein om te vermelden", *[None] * (len(v.jaren) + 1)]


def _eenheid(r: Regel) -> str:
    return f"{r.wat} (dagen)" if r.cellen[-1].eenheid == "dagen" else r.wat


def _per_jaar(v: Verslag) -> Blad:
    kolommen = [Kolom("Jaar", 12, "kort", "Het jaar."), Kolom("Ontvangen", 12, "getal", "Ontvangen klachten.")]
    grafiek = Grafiek(GRAFIEK, "staaf", "Jaar", ("Ontvangen",), "jaar", "klachten", plek="D2")
    return Blad("Per jaar", kolommen, list(zip(v.jaren, v.ontvangen, strict=True)), grafieken=[grafiek])


def _toelichting(v: Verslag) -> Blad:
    w = v.kop.waarden
    over = [("Jaarverslag", f"{v.kop.jaar}, {w['editie']}"), ("Periode", w["periode"]),
            ("Regeling", f"{w['regeling_naam']}, versie van {w['regeling_versie']}"),
            *(("Bescherming", zin) for zin in bescherming(v.kop)),
            *((t.titel, t.uitleg) for t in v.tabellen if t.uitleg),
            ("Zegel", w["zegel"])]  # fmt: skip
    kolommen = [Kolom("Wat", 40, "tekst"), Kolom("Betekenis", 100, "tekst")]
    return Blad("Toelichting", kolommen, [(naam, str(tekst)) for naam, tekst in over])
