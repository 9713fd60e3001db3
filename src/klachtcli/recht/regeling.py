"""A regulation as data: one value per version of a regulation, as config/regelingen holds it.

The names in `vanaf`, `na`, `voldaan_door`, `vervalt_door`, `vereist`, `verwacht` and `sluit_uit` are anchors: facts of
a case with a day (`zaak.ankers`). The names in `toets` are checks (`zaak.toetsing`), those in `als` and `voldaan_als`
conditions (`zaak.voorwaarden`). A rule that needs an `if` is a function there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

import msgspec

from klachtcli.recht.duur import Duur

Wie = Literal["klager", "aangeklaagde", "partijen", "commissie", "werkgever", "secretaris"]
ONGEREGELD = "niet geregeld"  # stands in the place of an article where a regulation has none


def grondslag(vindplaats: str) -> str:
    """The article as the ground for something; nothing where there is none."""
    return "" if vindplaats == ONGEREGELD else vindplaats


class Bron(msgspec.Struct, frozen=True, cache_hash=True):
    """Which version of a rule was used: its id, the first day it holds, and the hash of its content."""

    id: str
    versie: str
    sha256: str


class Lid(msgspec.Struct, frozen=True, omit_defaults=True):
    """One paragraph of an article, in the project's own words. `nummer` is empty for an article without paragraphs."""

    zegt: str
    nummer: str = ""


class Artikel(msgspec.Struct, frozen=True, omit_defaults=True):
    """An article and what it says to those who work with it."""

    nummer: str
    titel: str
    lid: tuple[Lid, ...] = ()
    niet_gemodelleerd: str | None = None


class Verdaging(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a term may be extended: by at most `maximum` (none: to a day that is set), so many times (none: no limit)."""

    vindplaats: str
    maximum: Annotated[Duur, "duur"] | None = None
    aantal: int | None = None
    reden_verplicht: bool = False
    instemming: Literal["klager"] | None = None
    mededelen_aan: tuple[Wie, ...] = ()
    voor_afloop: bool = False
    opmerking_na: Annotated[Duur, "duur"] | None = None
    opmerking: str | None = None


class Alternatief(msgspec.Struct, frozen=True):
    """Another length where the regulation has a trait (Awb 9:11: ten weeks with an advisory committee)."""

    als: str
    duur: Annotated[Duur, "duur"]


class Richtdatum(msgspec.Struct, frozen=True):
    """Another day worth watching beside a term, that binds nobody: of an annex, or of a law that is a guideline."""

    naam: str
    vanaf: str
    duur: Annotated[Duur, "duur"]


class Termijn(msgspec.Struct, frozen=True, omit_defaults=True):
    """One term: how long, from which fact, for whom, and which facts meet it.

    termijnenwet is a legal choice, so data: ja (by law), overeenkomstig (chosen) or nee, with who chose it.
    na: it is there only once this fact is. stelbaar: somebody sets the day in the case and `duur` is only the
    default. verlengt: another term that this one lengthens by its own length. soort: dwingend (must), kan (may),
    streef (an aim of one's own, or a guideline). vervalt_door: facts that end it without meeting it. na_afloop: the
    fact to record once it has passed. opschortbaar: it stands still while the terms do.
    """

    id: str
    naam: str
    vindplaats: str
    vanaf: str
    wie: Wie
    termijnenwet: Literal["ja", "nee", "overeenkomstig"]
    gekozen_door: str
    duur: Annotated[Duur, "duur"] | None = None
    richting: Literal["vooruit", "terug"] = "vooruit"
    soort: Literal["dwingend", "kan", "streef"] = "dwingend"
    voldaan_door: tuple[str, ...] = ()
    vervalt_door: tuple[str, ...] = ()
    na_afloop: str | None = None
    opschortbaar: bool = False
    stelbaar: bool = False
    na: str | None = None
    verlengt: str | None = None
    verdaging: tuple[Verdaging, ...] = ()
    alternatief: tuple[Alternatief, ...] = ()
    ook: tuple[Richtdatum, ...] = ()
    toelichting: str | None = None

    @property
    def venster(self) -> bool:
        """Whether this is no deadline but the time before receipt within which conduct must lie."""
        return self.richting == "terug" and self.vanaf == "ontvangst"

    def verdagingsregel(self, gebruikt: int) -> Verdaging | None:
        """Which rule covers an extension after so many; one that was used as often as it may be gives way."""
        for v in self.verdaging:
            if v.aantal is None or gebruikt < v.aantal:
                return v
            gebruikt -= v.aantal
        return None


class Vereiste(msgspec.Struct, frozen=True, omit_defaults=True):
    """A requirement or a ground for refusal, and the named check that looks at it.

    velden, vraag, termijn and alleen_voor are what the check needs to know. aard says what a lack leads to.
    """

    id: str
    vindplaats: str
    zegt: str
    toets: str
    aard: Literal["vereiste", "weigeringsgrond", "oordeel"] = "vereiste"
    velden: tuple[str, ...] = ()
    vraag: str | None = None
    termijn: str | None = None
    alleen_voor: tuple[str, ...] = ()


class Hoedanigheid(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whether somebody of this kind falls under the regulation, as klager and as aangeklaagde.

    verwijzing_*: where else to go, in a regulation that has no wegwijzer, and in the texts that journals kept before
    there was one.
    """

    naam: str
    als_klager: Literal["ja", "nee", "fractie", "te_beoordelen"]
    als_aangeklaagde: Literal["ja", "nee", "fractie", "te_beoordelen"]
    zegt: str
    verwijzing_als_klager: str | None = None
    verwijzing_als_aangeklaagde: str | None = None
    bron: str | None = None


class Gegeven(msgspec.Struct, frozen=True):
    """What an act must state: the field of its content, the article that asks for it, and in words what it is."""

    veld: str
    vindplaats: str
    zegt: str


class Handeling(msgspec.Struct, frozen=True, omit_defaults=True):
    """When an act is allowed: after all facts in `vereist`, and not after any in `sluit_uit`.

    verwacht: facts that belong before it, and plichten: duties that do; where one lacks, the act asks for a reason,
    and that is recorded. vraagt: what it must state. brieven: letters that are made with it, in the same transaction.
    zijpad: allowed along the way, but not what brings the case further.
    """

    id: str
    vindplaats: str
    vereist: tuple[str, ...] = ()
    sluit_uit: tuple[str, ...] = ()
    verwacht: tuple[str, ...] = ()
    plichten: tuple[str, ...] = ()
    vraagt: tuple[Gegeven, ...] = ()
    brieven: tuple[str, ...] = ()
    zijpad: bool = False


class Plicht(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who must do what after a fact: by when, on which article, and what meets it.

    na: the facts of which any opens it, again each time it comes about. wie: who must do it; aan: to whom, each for
    himself. brief: the letter whose sending meets it, to each of them; voldaan_door: facts that meet it;
    vervalt_door: facts that end it unmet. als and voldaan_als: named conditions. mits_brief: only for those who had
    one of these letters. aan_van: only for those that events of this kind name. per_zitting: for those who are heard.
    als_laatste: only once nothing else is to be done. termijn: due when that term ends (voor_verdaging: ended, before
    its last extension); duur: due so long after the fact; meteen: on the day of the fact; none of these:
    no day. soort: streef: that day is a norm of one's own, whatever binds otherwise.
    """

    id: str
    zegt: str
    vindplaats: str
    wie: Wie
    na: tuple[str, ...]
    aan: tuple[str, ...] = ()
    brief: str | None = None
    voldaan_door: tuple[str, ...] = ()
    vervalt_door: tuple[str, ...] = ()
    als: str | None = None
    voldaan_als: str | None = None
    mits_brief: tuple[str, ...] = ()
    aan_van: str | None = None
    per_zitting: bool = False
    als_laatste: bool = False
    termijn: str | None = None
    voor_verdaging: bool = False
    duur: Annotated[Duur, "duur"] | None = None
    meteen: bool = False
    soort: Literal["dwingend", "streef"] = "dwingend"
    opdracht: str | None = None


class Regeling(msgspec.Struct, frozen=True, omit_defaults=True, dict=True):
    """One version of a regulation. Holds from `geldig_vanaf` until the next version begins, or `geldig_tot_en_met`."""

    id: str
    naam: str
    geldig_vanaf: date
    bron: str
    artikel: tuple[Artikel, ...]
    termijn: tuple[Termijn, ...]
    vereiste: tuple[Vereiste, ...]
    handeling: tuple[Handeling, ...]
    plicht: tuple[Plicht, ...] = ()
    hoedanigheid: tuple[Hoedanigheid, ...] = ()
    geldig_tot_en_met: date | None = None
    kenmerken: tuple[str, ...] = ()
    niet_gemodelleerd: tuple[str, ...] = ()
    soort: Literal["regeling"] = "regeling"

    def zoek_termijn(self, naam: str) -> Termijn | None:
        """The term with this id."""
        return self._termijnen.get(naam)

    def zoek_handeling(self, naam: str) -> Handeling | None:
        """When the act with this id is allowed; None where this regulation does not know the act."""
        return self._handelingen.get(naam)

    def zoek_hoedanigheid(self, naam: str | None) -> Hoedanigheid | None:
        """Whether somebody of this kind falls under it; None where it does not say."""
        return self._hoedanigheden.get(naam)

    @cached_property
    def vereisten(self) -> frozenset[str]:
        """The requirements that a klaagschrift is to meet, apart from the grounds for refusal."""
        return frozenset(v.id for v in self.vereiste if v.aard == "vereiste")

    @cached_property
    def vervallen_door(self) -> dict[str, list[Plicht]]:
        """Fact -> the duties that it ends without meeting them."""
        return _op_feit((feit, p) for p in self.plicht for feit in p.vervalt_door)

    @cached_property
    def hangen_af_van(self) -> dict[str, list[Plicht]]:
        """Fact -> the duties that it opens or meets."""
        return _op_feit((feit, p) for p in self.plicht for feit in dict.fromkeys((*p.na, *p.voldaan_door)))

    @cached_property
    def _hoedanigheden(self) -> dict[str | None, Hoedanigheid]:
        return {h.naam: h for h in self.hoedanigheid}

    @cached_property
    def _termijnen(self) -> dict[str, Termijn]:
        return {t.id: t for t in self.termijn}

    @cached_property
    def _handelingen(self) -> dict[str, Handeling]:
        return {h.id: h for h in self.handeling}


def _op_feit(paren: Iterable[tuple[str, Plicht]]) -> dict[str, list[Plicht]]:
    uit: dict[str, list[Plicht]] = {}
    for feit, p in paren:
        uit.setdefault(feit, []).append(p)
    return uit
