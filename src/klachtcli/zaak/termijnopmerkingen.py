"""What is worth a remark at a term: met late, provisional, extended, standing still, a day that binds nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Termijn
from klachtcli.recht.termijn import Berekening
from klachtcli.zaak.termijnteller import Termijnteller
from klachtcli.zaak.zaak import Zaak


def opmerkingen(
    teller: Termijnteller, t: Termijn, zaak: Zaak, b: Berekening, voldaan_op: date | None, peildatum: date
) -> Iterator[str]:
    if voldaan_op is not None and t.richting == "vooruit" and voldaan_op > b.uiterlijk:
        yield f"Pas na de laatste dag voldaan, op {voluit(voldaan_op)}."
    if b.voorlopig:
        grens = voluit(teller.kalender.bekend_tot_en_met)
        yield f"Voorlopig: na {grens} is nog geen besluit over gelijkgestelde dagen bekend."
    if b.vanaf_verlengd is not None:
        yield f"Gerekend vanaf het al verschoven einde zou de laatste dag {voluit(b.vanaf_verlengd)} zijn."
    yield from _te_laat_verdaagd(teller, t, zaak)
    for naam, dag in teller.richtdatums(t, zaak):
        if voldaan_op is None and not zaak.gesloten and peildatum > dag:
            yield f"De {naam}, {voluit(dag)}, is voorbij; die bindt niet."
    if stil := teller.stilgestaan(t, zaak, peildatum):
        dagen = "1 dag" if stil == 1 else f"{stil} dagen"
        nog = "; dat loopt op zolang de termijnen stilstaan" if "opgeschort" in zaak.ankers and not voldaan_op else ""
        yield f"Met instemming van de klager stond deze termijn {dagen} stil{nog}."
    keren = zaak.verdagingen.get(t.id, ())
    for v in t.verdaging:
        einde = v.opmerking_na and teller.regel(t, v.opmerking_na)[b.vanaf].nominaal
        if v.opmerking and einde and keren and (len(keren) > 1 or b.nominaal > einde):
            yield v.opmerking


def _te_laat_verdaagd(teller: Termijnteller, t: Termijn, zaak: Zaak) -> Iterator[str]:
    """An extension that came after the last day stays visible as such."""
    keren = zaak.verdagingen.get(t.id, ())
    for n, v in enumerate(keren):
        vorige = msgspec.structs.replace(zaak, verdagingen=zaak.verdagingen | {t.id: keren[:n]})
        gesteld, regel = teller.gestelde_dag(t, vorige), teller.regel(t, teller.verlenging(t, vorige, v.op))
        einde = gesteld or regel[zaak.ankers[t.vanaf]].uiterlijk
        if v.op > einde:
            yield f"Verdaagd op {voluit(v.op)}, na de laatste dag ({voluit(einde)})."
