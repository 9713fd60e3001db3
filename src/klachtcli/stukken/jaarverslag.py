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
from klachtcli.zaak.onderdrukking import NIET_VERMELD, Beeld, Cel, Editie, percentage

SJABLOON = "jaarverslag.docx"
GRAFIEK = "Ontvangen klachten per jaar"
_OVER = "docProps/core.xml"
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
    """What an edition says of itself (for whom, over what, made from what), and from how many it has percentages."""

    jaar: int
    waarden: Waarden
    percentage_vanaf: int


class Verslagregel(NamedTuple):
    """One figure, over the years, and its share of the whole in the last of them."""

    wat: str
    cellen: tuple[Cel, ...]
    aandeel: int | None = None

    @property
    def teksten(self) -> list[str]:
        """The figure of each year as it is printed; the share beside the last."""
        uit = [c.tekst for c in self.cellen]
        return [*uit[:-1], f"{uit[-1]} ({self.aandeel}%)"] if self.aandeel is not None else uit


class Verslagtabel(NamedTuple):
    """Figures under one head."""

    id: str
    titel: str
    uitleg: str
    regels: list[Verslagregel]


class Verslag(NamedTuple):
    """One edition, laid out: what is shown, and the heads of what is too small to show anything of."""

    kop: Kop
    drempel: int
    strenger: bool  # a year before was reported with a higher threshold
    jaren: list[str]
    tabellen: list[Verslagtabel]
    te_klein: list[str]

    @property
    def ontvangen(self) -> list[float]:
        """The klachten received in each year: published whatever it is."""
        (regel,) = next(t for t in self.tabellen if t.id == "ontvangen").regels
        return [c.waarde or 0 for c in regel.cellen]


def leg_uit(kop: Kop, reeks: Sequence[tuple[str, Editie]]) -> Verslag:
    """Lay out the editions of a year and those before it, oldest first, each with the name of its year."""
    jaren, edities = [jaar for jaar, _ in reeks], [editie for _, editie in reeks]
    tabellen: list[Verslagtabel] = []
    te_klein: list[str] = []
    for dit in edities[-1].tabellen:
        beelden = [b for e in edities for b in e.tabellen if b.id == dit.id]
        if any(_zegt_iets(b) for b in beelden):
            tabellen.append(_tabel(dit, [_per_id(e, dit.id) for e in edities], edities[-1].drempel, kop))
        else:
            te_klein.append(dit.titel)
    drempel = edities[-1].drempel
    return Verslag(kop, drempel, max(e.drempel for e in edities) > drempel, jaren, tabellen, te_klein)


def _zegt_iets(b: Beeld) -> bool:
    """Whether a table shows a figure of its own."""
    eigen = (*b.cellen, *b.maten, *([b.basis] if b.basis and b.basis.stand != "vast" else []))
    return any(c.zichtbaar for c in eigen)


def _per_id(editie: Editie, tabel: str) -> dict[str, Cel]:
    """The cells of a table; none where an earlier year had no such table."""
    return {c.id: c for b in editie.tabellen if b.id == tabel for c in (*filter(None, [b.basis]), *b.cellen, *b.maten)}


def _tabel(dit: Beeld, jaren: Sequence[dict[str, Cel]], drempel: int, kop: Kop) -> Verslagtabel:
    def regel(cel: Cel, streep: str, aandeel: int | None = None) -> Verslagregel:
        anders = Cel(cel.id, cel.titel, NIET_VERMELD, "–")
        return Verslagregel(f"{streep}{cel.titel}", tuple(c.get(cel.id, anders) for c in jaren), aandeel)

    if dit.alleen_maten:
        regels = [regel(m, "") for m in dit.maten]
    elif dit.basis is None:
        regels = [regel(c, "") for c in dit.cellen]
    else:
        delen = [regel(c, _STREEP, percentage(c, dit.basis, drempel, kop.percentage_vanaf)) for c in dit.cellen]
        regels = [regel(dit.basis, ""), *delen, *(regel(m, _STREEP) for m in dit.maten)]
    return Verslagtabel(dit.id, dit.titel, _UITLEG_TERMIJN if dit.maten else _UITLEG.get(dit.id, ""), regels)


def bescherming(v: Verslag) -> list[str]:
    """How small numbers are kept from pointing at somebody, in sentences for the reader."""
    return [
        f"Een aantal onder de {v.drempel} staat er als ‘minder dan {v.drempel}’. Ook nul valt daaronder.",
        "Is zo'n aantal uit de andere getallen te berekenen, dan staat er ‘niet vermeld’.",
        f"Percentages staan er alleen bij {v.kop.percentage_vanaf} zaken of meer.",
        "Het aantal ontvangen klachten staat er altijd, omdat de regeling daarom vraagt.",
        *(["In de kolom van een eerder jaar kan een hogere grens gelden."] if v.strenger else []),
    ]


def hoofdpunten(v: Verslag) -> Waarden:
    """What the covering letter says of an edition: the number received, and what may be shown of aard and adviezen."""
    tabellen = {t.id: t for t in v.tabellen}

    def regels(naam: str) -> list[str]:
        gevonden = [r for r in tabellen[naam].regels if r.cellen[-1].zichtbaar] if naam in tabellen else []
        return [f"{r.wat.removeprefix(_STREEP)}: {r.teksten[-1]}" for r in gevonden]

    return {
        "aantal_ontvangen": _aantal(v),
        "aard": regels("aard")[1:] or [_TE_KLEIN],  # the first says how many were received
        "adviezen": regels("aard_advies") or [_TE_KLEIN],
        "onderdrukt": f"Een aantal onder de {v.drempel} noemen wij niet precies.",
    }


def _aantal(v: Verslag) -> str:
    return f"{v.ontvangen[-1]:g}"


# ---- the document ----


def als_docx(v: Verslag, sjabloon: bytes) -> bytes:
    """The edition as a document, from its template. Raises Onbruikbaar and Invoerfout as a letter does."""
    waarden: dict[str, object] = {
        **v.kop.waarden,
        "aantal_ontvangen": _aantal(v),
        "jaren": v.jaren,
        "tabellen": [
            {"titel": t.titel, "uitleg": t.uitleg, "rijen": [{"wat": r.wat, "cellen": r.teksten} for r in t.regels]}
            for t in v.tabellen
        ],
        "te_klein": v.te_klein,
        "bescherming": bescherming(v),
    }
    grafiek = losse_grafiek(v.jaren, v.ontvangen, "jaar", "klachten")
    return _met_grafiek(laad(sjabloon, "jaarverslag").vul(waarden), grafiek)


def _met_grafiek(docx: bytes, grafiek: bytes) -> bytes:
    """The document with the chart of this year in the place of that of the template; where it has none, without."""
    delen, inhoud = pak_uit(docx)
    soorten = lees_xml(inhoud["[Content_Types].xml"]).iter("{*}Override")
    plekken = {s.get("PartName", "").lstrip("/") for s in soorten if s.get("ContentType", "").endswith("chart+xml")}
    nieuw = dict.fromkeys(plekken, grafiek) | {_OVER: inhoud[_OVER].replace(b">Brief<", b">Jaarverslag<")}
    return vast_pakket(Deel.los(d.naam, nieuw[d.naam]) if d.naam in nieuw else d for d in delen)


# ---- the workbook ----


def als_werkboek(v: Verslag, uit: IO[bytes], gemaakt: datetime) -> None:
    """The figures of the edition as a workbook: the same texts, numbers where they are shown, and the chart."""
    w = v.kop.waarden
    titel = ", ".join(
        filter(None, (f"Jaarverslag {v.kop.jaar}", str(w["editie"]), "voorlopig" if w["voorlopig"] else ""))
    )
    bladen = [_cijfers(v), _per_jaar(v), _toelichting(v)]
    schrijf(uit, bladen, titel=titel, gemaakt=gemaakt, eigenschappen={"klacht-jaarverslag": str(w["zegel"])})


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


def _eenheid(r: Verslagregel) -> str:
    return f"{r.wat} (dagen)" if r.cellen[-1].eenheid == "dagen" else r.wat


def _per_jaar(v: Verslag) -> Blad:
    kolommen = [Kolom("Jaar", 12, "kort", "Het jaar."), Kolom("Ontvangen", 12, "getal", "Ontvangen klachten.")]
    grafiek = Grafiek(GRAFIEK, "staaf", "Jaar", ("Ontvangen",), "jaar", "klachten", plek="D2")
    return Blad("Per jaar", kolommen, list(zip(v.jaren, v.ontvangen, strict=True)), grafieken=[grafiek])


def _toelichting(v: Verslag) -> Blad:
    w = v.kop.waarden
    over = [("Jaarverslag", f"{v.kop.jaar}, editie voor {w['editie']}"), ("Periode", w["periode"]),
            *(("Let op", w[naam]) for naam in ("voorlopig", "begin") if w[naam]),
            ("Regeling", f"{w['regeling_naam']}, versie van {w['regeling_versie']}"),
            *(("Bescherming", zin) for zin in bescherming(v)),
            *((t.titel, t.uitleg) for t in v.tabellen if t.uitleg),
            ("Stand", f"Zoals het journaal op {w['stand_op']} was."), ("Kenmerk", w["zegel"])]  # fmt: skip
    kolommen = [Kolom("Wat", 40, "tekst"), Kolom("Betekenis", 100, "tekst")]
    return Blad("Toelichting", kolommen, [(naam, str(tekst)) for naam, tekst in over])
