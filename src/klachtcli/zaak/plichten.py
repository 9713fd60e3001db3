"""The duties of a case: which a fact has opened, for whom, by when, and which act or letter met it.

Which duties there are is the regulation's data. A fact meets or ends a duty as long as it is so; an event that asks
for it again undoes the fact. A letter meets it when it was made after the duty opened, and went out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Plicht, Regeling
from klachtcli.recht.termijn import Berekening, op_dag
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.ankers import ANKERS, BRIEFFEITEN
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.partijen import getypt, met_rollen, noem, nummer_van, rol_van
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.voorwaarden import VOLDAAN_ALS, VOORWAARDEN
from klachtcli.zaak.zaak import Post, Zaak
from klachtcli.zaak.zittingen import Zitting


class Plichtstand(msgspec.Struct, frozen=True, gc=False):
    """One duty towards one person (or towards nobody in particular) on a day.

    sinds: the day of the fact that opened it; berekening: until when, where there is a day; gemaakt_op: its letter was
    made then and has not gone out.
    """

    zaak: str
    regel: Plicht
    klaagschrift: Klaagschrift
    aan: g.Ontvanger | None
    sinds: date
    berekening: Berekening | None
    voldaan_op: date | None
    gemaakt_op: date | None
    gesloten: bool = False

    @property
    def wat(self) -> str:
        """What must be done, and to whom, without a name."""
        return f"{self.regel.zegt} (aan {noem(self.aan, self.klaagschrift)})" if self.aan else self.regel.zegt

    @property
    def opdracht(self) -> str:
        """The command that meets it: make the letter, then say that it went out; or record the fact."""
        p, wie = self.regel, getypt(self.aan, self.klaagschrift) if self.aan else ""
        if p.brief and not p.opdracht:
            naar = "" if len(p.aan) == 1 and p.aan[0] == wie else f" --aan {wie}"
            return f"klacht brief {self.zaak} {p.brief}{naar}" + (" --verzonden DATUM" if self.gemaakt_op else "")
        return (p.opdracht or ANKERS[p.voldaan_door[0]].opdracht).format(zaak=self.zaak, aan=wie)

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.voldaan_op is None and not self.gesloten

    def te_laat(self, peildatum: date) -> bool:
        """Whether it is still to be done and its last day has passed."""
        return self.open and self.berekening is not None and peildatum > self.berekening.uiterlijk


def plichten(
    zaak: Zaak, rekenaar: Rekenaar, peildatum: date, regels: Iterable[Plicht] | None = None
) -> list[Plichtstand]:
    """Every duty that was opened and has not lapsed, in the order of the regulation; or of these alone.

    What comes last is behind the others, and only there once nothing else is to be done.
    """
    alle: list[Plichtstand] = []
    laatste: list[Plichtstand] = []
    for p in rekenaar.regeling.plicht if regels is None else regels:
        if (feit := _geopend_door(p, zaak, rekenaar.regeling)) is not None:
            (laatste if p.als_laatste else alle).extend(_van(p, feit, zaak, rekenaar, peildatum))
    return alle if laatste and any(s.open for s in alle) else alle + laatste


def openstaand(zaak: Zaak, rekenaar: Rekenaar, peildatum: date) -> list[Plichtstand]:
    """The duties that are still to be done."""
    return [s for s in plichten(zaak, rekenaar, peildatum) if s.open]


def meest_dringend(standen: Iterable[Plichtstand]) -> list[Plichtstand]:
    """Duties, the first to plan first; those without a day come last."""
    return sorted(standen, key=lambda s: s.berekening.veilig if s.berekening else date.max)


def _geopend_door(p: Plicht, zaak: Zaak, regeling: Regeling) -> str | None:
    """The fact that last opened a duty; None where it is not open, or a later fact ended it."""
    ankers, sinds = zaak.ankers, zaak.sinds
    feit, nr = None, -1
    for f in p.na:
        if f in ankers and (n := sinds.get(f, 0)) > nr:
            feit, nr = f, n
    if feit is None:
        return None
    for f in p.vervalt_door:
        if f in ankers and sinds.get(f, 0) >= nr:
            return None
    return feit if not p.als or VOORWAARDEN[p.als](zaak, regeling) else None


def _van(p: Plicht, feit: str, zaak: Zaak, rekenaar: Rekenaar, peildatum: date) -> Iterator[Plichtstand]:
    sinds, dag, gesloten = zaak.sinds.get(feit, 0), zaak.ankers[feit], zaak.gesloten
    for aan, nr in _voor_wie(p, zaak, sinds) if p.aan else ((None, sinds),):
        post = _post(p, zaak, aan, nr) if p.brief and zaak.post else []
        voldaan = _voldaan(p, zaak, aan, post)
        zitting = _eerste_zitting(zaak, aan) if zaak.zittingen else None
        if p.per_zitting and not voldaan and zitting is None:
            continue
        gemaakt = max(b.op for b in post) if post and not voldaan else None
        einde = _einde(p, _vanaf(zaak, feit, zitting) if zaak.zittingen else zaak, rekenaar, feit, peildatum)
        yield Plichtstand(zaak.nummer, p, zaak.klaagschrift, aan, dag, einde, voldaan, gemaakt, gesloten)


def _voor_wie(p: Plicht, zaak: Zaak, nr: int) -> Iterator[tuple[g.Ontvanger | None, int]]:
    """Towards whom the duty is, and at which event of the case it was last opened for each."""
    for aan in met_rollen(p.aan, zaak.klaagschrift, len(van_genodigden(zaak))):
        if p.mits_brief and not had(p.mits_brief, aan, zaak):
            continue
        if p.per_zitting:
            keren = [z.nr for z in _zittingen_van(zaak, aan)]
            keren += [n for n, e in enumerate(zaak.gebeurd) if keren and _nodigt_uit(e)]
        elif p.aan_van:
            keren = [n for n, e in enumerate(zaak.gebeurd) if getattr(e, "aan", "") == aan and e.soort == p.aan_van]
        else:
            keren = [nr]
        if keren:
            yield aan, max(keren)


def van_genodigden(zaak: Zaak) -> list[g.Betrokkene]:
    """Who is invited to a hearing besides the parties, in the order in which they were named (art. 11 lid 4).

    Each as this person is to be reached now.
    """
    if "betrokkene_vermeld" not in zaak.ankers:
        return []
    uit = [e.betrokkene for e in zaak.van(g.BetrokkeneVermeld) if e.betrokkene.rol != "raadsman"]
    for e in zaak.van(g.ContactVermeld):
        if rol_van(e.van) == "genodigde" and (n := nummer_van(e.van)) <= len(uit):
            nieuw = {veld: w for veld, w in msgspec.structs.asdict(e.contact).items() if w is not None}
            uit[n - 1] = msgspec.structs.replace(uit[n - 1], **nieuw)
    return uit


def mensen(zaak: Zaak) -> tuple[g.Ontvanger, ...]:
    """The parties and everybody invited."""
    return met_rollen(("betrokkene",), zaak.klaagschrift, len(van_genodigden(zaak)))


def _nodigt_uit(e: g.Gebeurtenis) -> bool:
    """Art. 11 lid 4: an invitation names everybody who is invited, so one more asks for new ones."""
    return isinstance(e, g.BetrokkeneVermeld) and e.betrokkene.rol != "raadsman"


def _zittingen_van(zaak: Zaak, aan: g.Ontvanger) -> list[Zitting]:
    """The hearings of somebody. Who was invited without a hearing of his own comes to the first."""
    wel = [z for z in zaak.zittingen if z.stand != "geannuleerd"]
    eigen = [z for z in wel if aan in (*z.wie, *z.afwezig)]
    return eigen or (sorted(wel, key=lambda z: z.dag)[:1] if rol_van(aan) == "genodigde" else [])


def _eerste_zitting(zaak: Zaak, aan: g.Ontvanger | None) -> Zitting | None:
    """The first hearing still to come for somebody; with nobody named, of all."""
    alle = zaak.zittingen if aan is None else _zittingen_van(zaak, aan)
    return min((z for z in alle if z.gepland), key=lambda z: z.dag, default=None)


def _vanaf(zaak: Zaak, feit: str, z: Zitting | None) -> Zaak:
    """The case as if this hearing were the only one, so that days count from it; of talks the first without report."""
    if feit == "gehoord":
        zonder = min((x.dag for x in zaak.zittingen if x.zonder_verslag), default=zaak.ankers["gehoord"])
        return msgspec.structs.replace(zaak, ankers=zaak.ankers | {"gehoord": zonder})
    if feit != "hoorzitting" or z is None:
        return zaak
    gesteld = {t: dag for t, dag in zaak.gesteld.items() if t != "nadere_stukken"}
    if z.stukken_tot_en_met:
        gesteld["nadere_stukken"] = z.stukken_tot_en_met
    return msgspec.structs.replace(zaak, ankers=zaak.ankers | {"hoorzitting": z.dag}, gesteld=gesteld)


def _post(p: Plicht, zaak: Zaak, aan: g.Ontvanger | None, nr: int) -> list[Post]:
    """The letters that are about this duty: made after it opened, and still true."""
    alle = [b for b in zaak.post if (b.brief, b.aan) == (p.brief, aan) and b.nr >= nr]
    return [b for b in alle if not verouderd(b, zaak)]


def verouderd(b: Post, zaak: Zaak) -> bool:
    """Whether a letter that has not gone out may say what is so no longer: another address, or a corrected fact."""
    later = zaak.gebeurd[b.nr + 1 :] if b.verzonden_op is None else []
    return any(isinstance(e, g.VastleggingGecorrigeerd) or (isinstance(e, g.ContactVermeld) and e.van == b.aan)
               for e in later)  # fmt: skip


def had(soorten: tuple[str, ...], aan: g.Ontvanger, zaak: Zaak) -> bool:
    """Whether somebody was sent a letter of one of these kinds."""
    return any(b.brief in soorten and b.aan == aan and b.verzonden_op for b in zaak.post)


def _voldaan(p: Plicht, zaak: Zaak, aan: g.Ontvanger | None, post: list[Post]) -> date | None:
    ankers = zaak.ankers
    dagen = [ankers[f] for f in p.voldaan_door if f in ankers]
    dagen += [b.verzonden_op for b in post if b.verzonden_op] if post else []
    if p.voldaan_als and (dag := VOLDAAN_ALS[p.voldaan_als](zaak, aan)):
        dagen.append(dag)
    return min(dagen) if dagen else None


def _einde(p: Plicht, zaak: Zaak, rekenaar: Rekenaar, feit: str, peildatum: date) -> Berekening | None:
    if p.meteen:
        return op_dag(zaak.ankers[feit], zaak.ankers[feit], rekenaar.kalender)
    if p.duur is not None:
        return rekenaar.na(p.duur)[zaak.ankers[feit]]
    t = rekenaar.regeling.zoek_termijn(p.termijn or "")
    if t is None:
        return None
    if p.voor_verdaging and (keren := zaak.verdagingen.get(t.id)):
        zaak = msgspec.structs.replace(zaak, verdagingen=zaak.verdagingen | {t.id: keren[:-1]})
    return rekenaar.berekening(t, zaak, peildatum)


def maakt_feit(p: Plicht) -> set[str]:
    """The facts that come about when a duty is met."""
    return {*p.voldaan_door, *([BRIEFFEITEN[p.brief][0]] if p.brief in BRIEFFEITEN else [])}


def tot_wanneer(s: Plichtstand) -> str:
    """`uiterlijk 4 mei 2026`, or nothing where there is no day."""
    return f"uiterlijk {voluit(s.berekening.uiterlijk)}" if s.berekening else ""
