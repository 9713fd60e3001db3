"""What may stand in a template, and what is wrong with it in words for the one who edits it in Word.

docxtpl's `patch_xml` mends placeholders that Word splits over runs, and knows `{%p`, `{%tr` and `{%r`. It is silent
about much, so here each paragraph and each tag is looked at: a letter may print, choose and repeat, and no more.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError, nodes

from klachtcli.fouten import Onbruikbaar
from klachtcli.stukken.pakket import W, lees_xml, xml_tekst

HERSTEL = "Herstel het sjabloon in Word, of neem het meegeleverde over met: klacht init MAP --vernieuw"
# The filters an editor may use; `afdruk` and `lijst` are set by this module and known to the environment.
FILTERS = ("join", "length", "upper", "lower")
# No calls, arithmetic, macros, imports or assignments.
_TAAL: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.For, nodes.Filter),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.CondExpr),
)
_SPOREN = ("ins", "del", "moveFrom", "moveTo", "commentReference")
_PAREN = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
_ALLEEN = re.compile(r"\{%(?:p|tr|tc)\s[^{}%]*%\}|\{#(?:p|tr|tc)\s[^{}#]*#\}")
_BLOK = re.compile(r"\{%[-+]?\s*(if|for|endif|endfor)\b.*?%\}")


class _TaalFout(Exception):
    """A tag that is written wrong or asks too much: code, what is the matter, and the line or the text of the place."""

    def __init__(self, code: str, wat: str, plek: int | str) -> None:
        super().__init__(code, wat, plek)
        self.code, self.wat, self.plek = code, wat, plek


def lees_bron(xml: bytes, omgeving: Environment, soort: str) -> nodes.Template:
    """The tree of one part of the template, checked, with all that it prints and repeats marked by its name.

    Errors (Onbruikbaar, with the text around it): sjabloon-schrijffout and sjabloon-onveilig.
    """
    wortel, bron = lees_xml(xml), ""
    try:
        for alinea in wortel.iter(f"{W}p"):
            _keur_alinea(alinea)
            _keur_sporen(alinea)
        bron = DocxTemplate(io.BytesIO()).patch_xml(xml_tekst(wortel))
        # A line for each paragraph, so that an error has a place; Word sees no white space between paragraphs.
        bron = re.sub(r"(?<=</w:p>)|(?=<w:p[ >])", "\n", bron)
        _keur_blokken(bron)
        boom = omgeving.parse(bron)
        _keur(boom, {})
    except TemplateSyntaxError as fout:
        raise _fout(_TaalFout("schrijffout", "hier klopt de schrijfwijze niet", fout.lineno), bron, soort) from None
    except _TaalFout as fout:
        raise _fout(fout, bron, soort) from None
    return boom


def _fout(fout: _TaalFout, bron: str, soort: str) -> Onbruikbaar:
    plek = fout.plek if isinstance(fout.plek, str) else bron.split("\n")[fout.plek - 1]
    tekst = html.unescape(re.sub("<[^>]*>", "", plek)).strip()
    kort = tekst if len(tekst) <= 120 else "…" + tekst[-120:]
    return Onbruikbaar(f"sjabloon-{fout.code}", f"sjabloon {soort}: {fout.wat}: «{kort}»", herstel=HERSTEL)


def _tekst(knoop: Any) -> str:
    return "".join(t.text or "" for t in knoop.iter(f"{W}t")).strip()


def _keur_alinea(alinea: Any) -> None:
    """Refuse what docxtpl lets pass: half a placeholder, and words beside a tag that takes its paragraph along."""
    tekst = _tekst(alinea)
    if any(tekst.count(open_) != tekst.count(dicht) for open_, dicht in _PAREN):
        raise _TaalFout("schrijffout", "een plaatshouder is niet geopend of niet gesloten", tekst)
    if re.search(r"\{\{(?:p|r|tr|tc)\s", tekst):
        raise _TaalFout("schrijffout", "na {{ hoort een spatie en dan de naam", tekst)
    for soort in re.findall(r"\{[%#](p|tr|tc)\s", tekst):
        geheel = _tekst(alinea if soort == "p" else next(alinea.iterancestors(W + soort), alinea))
        if not _ALLEEN.fullmatch(geheel):
            raise _TaalFout("schrijffout", f"naast {{%{soort} … %}} mag er niets anders staan", geheel)


def _keur_sporen(alinea: Any) -> None:
    """Refuse tracked changes and comments: they would go out with the letter, with the name of who made them."""
    if next(alinea.iter(*(W + spoor for spoor in _SPOREN)), None) is not None:
        wat = "er staat een bijgehouden wijziging of een opmerking in; verwerk die eerst"
        raise _TaalFout("schrijffout", wat, _tekst(alinea))


def _keur_blokken(bron: str) -> None:
    """Every `if` and `for` has its end; jinja would only say that the text has run out."""
    wacht: list[re.Match[str]] = []
    for blok in _BLOK.finditer(bron):
        if not blok[1].startswith("end"):
            wacht.append(blok)
        elif not wacht or blok[1] != f"end{wacht.pop()[1]}":
            raise _TaalFout("schrijffout", "dit einde hoort bij geen begin", blok[0])
    if wacht:
        raise _TaalFout("schrijffout", f"hierbij ontbreekt end{wacht[-1][1]}", wacht[-1][0])


def _keur(knoop: nodes.Node, lussen: Mapping[str, str]) -> None:
    """Check a tag and all in it, then mark what it prints and repeats. lussen: name in a loop -> name of its list."""
    _keur_een(knoop, lussen)
    binnen = lussen
    if isinstance(knoop, nodes.For) and isinstance(knoop.target, nodes.Name):
        binnen = {**lussen, knoop.target.name: _naam(knoop.iter, lussen), "loop": "loop"}
    for kind in list(knoop.iter_child_nodes()):
        _keur(kind, binnen)
    if isinstance(knoop, nodes.Output):
        knoop.nodes = [k if isinstance(k, nodes.TemplateData) else _merk(k, "afdruk", lussen) for k in knoop.nodes]
    elif isinstance(knoop, nodes.For):
        knoop.iter = _merk(knoop.iter, "lijst", lussen)
    elif isinstance(knoop, nodes.Filter) and knoop.name == "join" and knoop.node:
        knoop.node = _merk(knoop.node, "lijst", lussen)


def _keur_een(knoop: nodes.Node, lussen: Mapping[str, str]) -> None:
    if isinstance(knoop, nodes.Filter) and (knoop.name not in FILTERS or knoop.kwargs):
        raise _TaalFout("schrijffout", f"de bewerking |{knoop.name} bestaat niet", knoop.lineno)
    if isinstance(knoop, nodes.For) and not isinstance(knoop.target, nodes.Name):
        raise _TaalFout("schrijffout", "een herhaling heeft één naam", knoop.lineno)
    mag = isinstance(knoop, _TAAL)
    if isinstance(knoop, nodes.Getattr):  # only a field of a line in a list
        mag = isinstance(knoop.node, nodes.Name) and knoop.node.name in lussen and not knoop.attr.startswith("_")
    if not mag:
        raise _TaalFout("onveilig", "een brief mag alleen tonen, kiezen en herhalen; dit doet meer", knoop.lineno)


def _naam(knoop: nodes.Node | None, lussen: Mapping[str, str]) -> str:
    """The name by which an editor knows what is printed: that of the placeholder, in a loop that of its list."""
    if isinstance(knoop, nodes.Name):
        return lussen.get(knoop.name, knoop.name)
    if isinstance(knoop, nodes.Getattr):
        return f"{_naam(knoop.node, lussen)}.{knoop.attr}"
    return _naam(next(knoop.find_all(nodes.Name), None), lussen) if knoop else "(vaste tekst)"


def _merk(knoop: nodes.Node, filternaam: str, lussen: Mapping[str, str]) -> nodes.Filter:
    naam = nodes.Const(_naam(knoop, lussen))
    return nodes.Filter(knoop, filternaam, [naam], [], None, None, lineno=knoop.lineno, environment=knoop.environment)
