"""The days of a term in a case: its length, what lengthened it, the day that somebody set; nothing of how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Regeling, Termijn
from klachtcli.recht.termijn import Berekening, Rekenregel, op_dag, optellen
from klachtcli.zaak.gebeurtenissen import BeslissingVerdaagd, Dagen, Gebeurtenis, VastleggingGecorrigeerd
from klachtcli.zaak.opschorting import STILSTAND, opschortingen, stond_stil
from klachtcli.zaak.zaak import STAPPEN, Zaak


class Termijnteller:
    """Counts the terms of a regulation on a calendar; it remembers what it counted."""

    def __init__(self, regeling: Regeling, kalender: Kalender) -> None:
        self.regeling, self.kalender = regeling, kalender
        self._regels: dict[tuple[str, Duur | None, bool], Rekenregel] = {}
        self._na: dict[Duur, Rekenregel] = {}
        self._bonnen: dict[tuple[str, date], Dagen] = {}
        self._feiten = STILSTAND | {feit for t in regeling.termijn for feit in (t.vanaf, t.na or t.vanaf)}
        self._telt_anders: dict[type, bool] = {}
        self._verlengers = {t.id: [a for a in regeling.termijn if a.verlengt == t.id] for t in regeling.termijn}
        # the terms that move without anybody setting another day for them
        self._beweeglijk = {t.id for t in regeling.termijn if t.opschortbaar or self._verlengers[t.id]}

    def tel(self, t: Termijn, zaak: Zaak, peildatum: date) -> tuple[Berekening, Rekenregel, bool]:
        """A term that has begun, counted on a day; how, and whether somebody set its end."""
        vanaf = zaak.ankers[t.vanaf]
        if not self._beweegt(t, zaak):
            regel = self.regel(t)
            return regel[vanaf], regel, False
        regel = self.regel(t, self.verlenging(t, zaak, peildatum))
        gesteld = self.gestelde_dag(t, zaak)
        b = regel[vanaf] if gesteld is None else op_dag(vanaf, gesteld, self.kalender)
        return b, regel, gesteld is not None

    def dagen(self, zaak: Zaak, peildatum: date) -> dict[str, Dagen]:
        """The days of every term that has begun, met or not: what is recorded with an act, and counted again later."""
        uit: dict[str, Dagen] = {}
        ankers, bonnen, anders = zaak.ankers, self._bonnen, bool(zaak.verdagingen or zaak.gesteld)
        for t in self.regeling.termijn:
            if (vanaf := ankers.get(t.vanaf)) is None or (t.na is not None and t.na not in ankers):
                continue
            id_ = t.id
            if (anders or id_ in self._beweeglijk) and self._beweegt(t, zaak):
                uit[id_] = _dagen(id_, self.tel(t, zaak, peildatum)[0])
                continue
            bon = bonnen.get((id_, vanaf))
            if bon is None:
                bon = bonnen[id_, vanaf] = _dagen(id_, self.regel(t)[vanaf])
            uit[id_] = bon
        return uit

    def telt_anders_na(self, e: Gebeurtenis) -> bool:
        """Whether an event can begin or move a term: by a fact that one counts from, or by what it says of the case."""
        soort = type(e)
        if soort not in self._telt_anders:
            self._telt_anders[soort] = (
                soort in STAPPEN
                or soort is VastleggingGecorrigeerd
                or e.anker in self._feiten
                or not self._feiten.isdisjoint(e.heft_op)
            )
        return self._telt_anders[soort]

    def _beweegt(self, t: Termijn, zaak: Zaak) -> bool:
        """Whether a term has another end than its own length gives: extended, set, lengthened, standing still."""
        if t.id in zaak.verdagingen or t.id in zaak.gesteld or (t.opschortbaar and stond_stil(zaak)):
            return True
        verlengers = self._verlengers[t.id]
        return bool(verlengers) and any(begonnen(a, zaak) for a in verlengers)

    def regel(self, t: Termijn, verlenging: Duur | None = None, termijnenwet: bool | None = None) -> Rekenregel:
        """How a term is counted, extended or not; its Termijnenwet is the regulation's choice unless told otherwise."""
        toegepast = t.termijnenwet != "nee" if termijnenwet is None else termijnenwet
        sleutel = (t.id, verlenging, toegepast)
        if sleutel not in self._regels:
            self._regels[sleutel] = Rekenregel(
                self.lengte(t), self.kalender, verdaging=verlenging, terug=t.richting == "terug", termijnenwet=toegepast
            )
        return self._regels[sleutel]

    def na(self, duur: Duur) -> Rekenregel:
        """How a bare length is counted, by no term and without the Termijnenwet: for a norm of one's own."""
        if duur not in self._na:
            self._na[duur] = Rekenregel(duur, self.kalender, termijnenwet=False)
        return self._na[duur]

    def lengte(self, t: Termijn) -> Duur:
        """The term's length: the first alternative whose trait this regulation has, else its own."""
        anders = next((a.duur for a in t.alternatief if a.als in self.regeling.kenmerken), t.duur)
        return anders or Duur()

    def verlenging(self, t: Termijn, zaak: Zaak, peildatum: date) -> Duur | None:
        """By how much a term was lengthened: by extensions with a length, a term that lengthens it, a standstill."""
        totaal = None
        for v in zaak.verdagingen.get(t.id, ()):
            if isinstance(v, BeslissingVerdaagd) and v.duur is not None:
                totaal = optellen(v.duur, totaal or Duur())
        for ander in self._verlengers[t.id]:
            if begonnen(ander, zaak):
                totaal = optellen(self.lengte(ander), totaal or Duur())
        if stil := self.stilgestaan(t, zaak, peildatum, totaal):
            totaal = optellen(Duur(dagen=stil), totaal or Duur())
        return totaal

    def stilgestaan(self, t: Termijn, zaak: Zaak, peildatum: date, verlengd: Duur | None = None) -> int:
        """For how many days a term that ran stood still, up to a day; one that was over stays over.

        verlengd: by how much it was lengthened otherwise.
        """
        perioden = opschortingen(zaak) if t.opschortbaar and stond_stil(zaak) else []
        if not perioden:
            return 0
        begin, stil = zaak.ankers[t.vanaf], 0
        einde = self.regel(t, verlengd)[begin].uiterlijk
        klaar = min((zaak.ankers[a] for a in t.voldaan_door if zaak.ankers.get(a, date.min) >= begin), default=date.max)
        tot = min(peildatum, klaar)
        for van, eind in perioden:
            if van <= einde + timedelta(days=stil):
                stil += max(0, (min(eind or tot, tot) - max(van, begin)).days)
        return stil

    def gestelde_dag(self, t: Termijn, zaak: Zaak) -> date | None:
        """The day that was set in the case, by the committee or by an extension to a day; and what lengthened that.

        A day that was told to people stands, also while the terms stand still.
        """
        dag = zaak.gesteld.get(t.id) if t.stelbaar else None
        for v in zaak.verdagingen.get(t.id, ()):
            if v.tot_en_met is not None:
                dag = v.tot_en_met
            elif dag is not None and isinstance(v, BeslissingVerdaagd) and v.duur is not None:
                dag = self.vanaf_dag(dag, v.duur)
        return dag

    def vanaf_dag(self, dag: date, duur: Duur) -> date:
        """A length counted on from a day that was set: nothing moves. Raises Invoerfout outside the calendar."""
        return self.na(duur)[dag].nominaal

    def richtdatums(self, t: Termijn, zaak: Zaak) -> list[tuple[str, date]]:
        """The other days worth watching beside a term, as far as their facts are there."""
        return [(o.naam, self.vanaf_dag(zaak.ankers[o.vanaf], o.duur)) for o in t.ook if o.vanaf in zaak.ankers]


def begonnen(t: Termijn, zaak: Zaak) -> bool:
    """Whether a term counts from a fact that is so, and the fact that it waits for is there."""
    return t.vanaf in zaak.ankers and (t.na is None or t.na in zaak.ankers)


def _dagen(termijn: str, b: Berekening) -> Dagen:
    """The days of a term; of one in hours, whose end is a moment, the day of that."""
    nominaal, uiterlijk = (d.date() if isinstance(d, datetime) else d for d in (b.nominaal, b.uiterlijk))
    return Dagen(termijn, b.vanaf, nominaal, uiterlijk, b.veilig)


def verschil(voor: Mapping[str, Dagen], na: Mapping[str, Dagen]) -> tuple[Dagen, ...]:
    """The terms that an act began or moved."""
    return tuple([dagen for id_, dagen in na.items() if voor.get(id_) != dagen])
