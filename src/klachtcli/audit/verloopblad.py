"""verloop.docx: the course of a case as people read it, made from its entries and the rules that they name alone."""

from __future__ import annotations

from collections.abc import Iterator

from klachtcli import klok
from klachtcli.audit.stof import Stof, Zaakstof, briefnaam, vouw_zaak
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.regeltekst import lees_tekst
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Regeling, Termijn
from klachtcli.stukken.tekstblad import Alinea, Tabel, schrijf
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Persoon
from klachtcli.zaak.partijen import noem, partijen, persoon
from klachtcli.zaak.verloop import bijzonderheden
from klachtcli.zaak.zaak import Zaak

_GEEN, _NIET = "–", "zit er niet in"


def maak(stof: Stof, deel: Zaakstof) -> bytes:
    """The document."""
    zaak, regels = vouw_zaak(deel), _termijnregels(stof, deel)
    blokken = [*_begin(stof, deel, zaak), *_mensen(zaak), *_verloop(deel, regels), *_termijnen(deel, regels),
               *_bevindingen(deel), *_papier(deel, zaak)]  # fmt: skip
    return schrijf(f"Verloop van zaak {deel.zaak}", f"zaak {deel.zaak} · zegel {stof.geraamte.zegel}", blokken)


def _begin(stof: Stof, deel: Zaakstof, zaak: Zaak) -> Iterator[Alinea | Tabel]:
    regels = [f"{b.id} ({b.versie})" if b.versie else b.id for b in deel.bronnen.values()]
    yield Alinea(f"Verloop van zaak {deel.zaak}", "Title")
    yield Alinea("Alles wat over deze zaak is vastgelegd, in de volgorde waarin dat gebeurde. Een fout wordt verbeterd "
                 "met een nieuwe vastlegging; de oude blijft staan.")  # fmt: skip
    if stof.anoniem:
        yield Alinea("Namen zijn hier vervangen en teksten weggelaten. Dagen, soorten en aantallen zijn echt.")
    yield Tabel(("Wat", "Waarde"), (2600, 7320), [
        ("Ontvangen op", voluit(zaak.ankers["ontvangst"])),
        ("Stand", zaak.fase),
        ("Regels", ", ".join(regels)),
        ("Pakket gemaakt op", _moment(stof.moment)),
        ("Zegel van het journaal", str(stof.geraamte.zegel)),
    ])  # fmt: skip


def _mensen(zaak: Zaak) -> Iterator[Alinea | Tabel]:
    k = zaak.klaagschrift
    yield Alinea("Partijen en klacht, zoals nu bekend", "Heading1")
    yield Tabel(("Wie", "Naam", "Hoedanigheid", "Onderdeel"), (1900, 3200, 2300, 2520),
                [(_hoofdletter(noem(wie, k)), *_over(persoon(wie, k))) for wie in partijen(k)])  # fmt: skip
    yield Tabel(("Nr", "Gedraging", "Wanneer", "Waar", "Omschrijving"), (500, 1700, 1500, 1600, 4620), [
        (str(n), x.categorie or _GEEN, x.wanneer or _GEEN, x.waar or _GEEN, x.omschrijving or _GEEN)
        for n, x in enumerate(k.gedraging, 1)
    ])  # fmt: skip


def _over(p: Persoon) -> tuple[str, str, str]:
    return p.naam or _GEEN, p.hoedanigheid or _GEEN, p.onderdeel or _GEEN


def _verloop(deel: Zaakstof, regels: dict[str, Termijn]) -> Iterator[Alinea | Tabel]:
    anders = {
        v.gebeurtenis.nummer: v.nummer for v in deel.verloop if isinstance(v.gebeurtenis, g.VastleggingGecorrigeerd)
    }
    yield Alinea("Wat er gebeurde", "Heading1")
    yield Alinea(
        "Nr is de plaats in het journaal. Het moment is dat van vastleggen, op de klok van Amsterdam.", "Klein"
    )
    yield Tabel(("Nr", "Vastgelegd", "Door", "Wat"), (700, 1700, 1500, 6020), [
        (str(v.nummer), _moment(v.vastgelegd_op), f"{v.door}\n({v.rol})", _wat(v, regels, anders.get(v.nummer)))
        for v in deel.vastleggingen
    ])  # fmt: skip


def _wat(v: Vastlegging, termijnen: dict[str, Termijn], gecorrigeerd_in: int | None) -> str:
    """An entry in words: what it is, of which day, what it says, and which last days it set."""
    dag = g.gebeurd_op(v.gebeurtenis)
    regels = [f"{_hoofdletter(g.in_woorden(v.soort))} (op {voluit(dag)})", bijzonderheden(v.gebeurtenis)]
    if isinstance(v.gebeurtenis, g.Ingezien):
        regels[1] = f"wat: {v.gebeurtenis.wat}"
    for d in v.termijnen or ():
        regel = termijnen.get(d.termijn)
        kant = "vanaf" if regel and regel.venster else "tot en met"
        regels.append(f"Termijn {regel.naam if regel else d.termijn}: {kant} {voluit(d.uiterlijk)}")
    if gecorrigeerd_in:
        regels.append(f"Gecorrigeerd in nr {gecorrigeerd_in}")
    return "\n".join(filter(None, regels))


def _termijnen(deel: Zaakstof, regels: dict[str, Termijn]) -> Iterator[Alinea | Tabel]:
    laatst = {d.termijn: (v.nummer, d) for v in deel.verloop for d in v.termijnen or ()}
    yield Alinea("Termijnen, zoals het laatst geteld", "Heading1")
    if not laatst:
        yield Alinea("Bij deze vastleggingen zijn geen termijnen bewaard (dat gebeurt sinds versie 0.4).")
        return
    yield Tabel(("Termijn", "Vanaf", "Uiterlijk", "Veilig", "Geteld bij nr"), (3520, 1750, 1750, 1750, 1150), [
        (regels[id_].naam if id_ in regels else id_, voluit(d.vanaf), voluit(d.uiterlijk), voluit(d.veilig), str(nr))
        for id_, (nr, d) in laatst.items()
    ])  # fmt: skip


def _bevindingen(deel: Zaakstof) -> Iterator[Alinea | Tabel]:
    toetsen = [(v.nummer, v.gebeurtenis) for v in deel.verloop if isinstance(v.gebeurtenis, g.Getoetst)]
    yield Alinea("Bevindingen van de toets", "Heading1")
    if not toetsen:
        yield Alinea("Het klaagschrift is niet getoetst.")
    for nummer, e in toetsen:
        yield Alinea(f"Nr {nummer}, op {voluit(e.op)}: {e.uitkomst.replace('_', ' ')}")
        yield Tabel(("Vereiste", "Bevinding", "Toelichting"), (1300, 1500, 7120),
                    [(id_, status.replace("_", " "), tekst) for id_, status, tekst in e.bevindingen])  # fmt: skip
        if e.verwijzing:
            yield Alinea(f"Waar de klager terecht kon ({e.verwijzing_bron}): {' '.join(e.verwijzing)}")


def _papier(deel: Zaakstof, zaak: Zaak) -> Iterator[Alinea | Tabel]:
    """The letters and the attachments, each with its file in the package, or that it is not in it."""
    yield Alinea("Brieven en stukken", "Heading1")
    brieven = []
    for nr, e in deel.brieven_gemaakt:
        bestand = briefnaam(nr, e) if nr in deel.brieven else _NIET
        brieven.append((str(nr), e.brief, noem(e.aan, zaak.klaagschrift), voluit(e.op), bestand))
    stukken = []
    for nr, stuk in deel.bijlagen.items():
        bestand = deel.stuknaam(nr) if nr in deel.stukken else _NIET
        stukken.append((str(nr), stuk.bestand, str(stuk.grootte), stuk.omschrijving or _GEEN, bestand))
    if brieven:
        yield Tabel(("Nr", "Brief", "Aan", "Gemaakt op", "Bestand in brieven/"), (600, 2200, 1600, 1800, 3720), brieven)
    if stukken:
        yield Tabel(("Nr", "Stuk", "Bytes", "Wat het is", "In stukken/"), (600, 3000, 1500, 3320, 1500), stukken)
    if not brieven and not stukken:
        yield Alinea("Er zijn geen brieven gemaakt en geen stukken ontvangen.")


def _termijnregels(stof: Stof, deel: Zaakstof) -> dict[str, Termijn]:
    """The terms of the regulations that the case was governed by."""
    regelingen = {v.gebeurtenis.regeling.sha256 for v in deel.verloop
                  if isinstance(v.gebeurtenis, g.KlaagschriftOntvangen | g.RegelsInGebruikGenomen)}  # fmt: skip
    teksten = [stof.regels[s] for s in sorted(regelingen & stof.regels.keys())]
    return {t.id: t for tekst in teksten for t in lees_tekst(tekst, Regeling).termijn}


def _moment(stempel: str) -> str:
    return f"{klok.op_de_klok(stempel):%d-%m-%Y %H:%M}"


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
