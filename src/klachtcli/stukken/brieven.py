"""The kinds of letter: to whom, on which article, by whom, and what must and must not be in it (letters.toml)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from klachtcli.fouten import Gebrek, Geweigerd
from klachtcli.instellingen.commissies import Commissie
from klachtcli.recht.datum import lees_dag
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.gebeurtenissen import Ontvanger
from klachtcli.zaak.termijnstand import Rekenaar

# Placeholder -> its text, its lines, or a table of texts for each line.
Waarden = dict[str, str | list[str] | list[dict[str, str]]]


class Brief(msgspec.Struct, frozen=True):
    """A kind of letter, as templates/letters/letters.toml lists it.

    aan: the roles it goes to, each person an own copy; regelingen: those that its text speaks of; verplicht:
    placeholders that must be filled; vrij: those that the secretary gives in a file; zonder_zaak: about a year.
    """

    id: str
    soort: str
    naam: str
    artikel: str
    aan: tuple[str, ...]
    afzender: Literal["secretaris", "voorzitter en secretaris", "bevoegd gezag"]
    sjabloon: str
    regelingen: tuple[str, ...]
    verplicht: tuple[str, ...] = ()
    vrij: tuple[str, ...] = ()
    niet_opnemen: tuple[str, ...] = ()
    zonder_zaak: bool = False


class Brievenlijst(msgspec.Struct, frozen=True):
    """letters.toml whole."""

    brief: tuple[Brief, ...]


class Omgeving(NamedTuple):
    """What a letter needs besides the case: its kind and reader, the committee, the rules, the day, the zegel."""

    brief: str
    aan: Ontvanger
    commissie: Commissie
    rekenaar: Rekenaar
    dag: date
    zegel: str

    @property
    def regeling(self) -> Regeling:
        """The regulation that governs the case."""
        return self.rekenaar.regeling


def eis_ingevuld(brief: Brief, waarden: Waarden, zaak: str, aan: str = "") -> None:
    """Raise Geweigerd that names every required fact that is empty, and what fills it. `aan`: the reader, as typed."""
    leeg = [naam for naam in brief.verplicht if not waarden.get(naam)]
    if leeg:
        voor = f" aan {aan}" if aan else ""
        raise Geweigerd(
            "brief-onvolledig",
            f"de brief '{brief.soort}'{voor} mist wat erin moet staan",
            grondslag="" if brief.artikel == "niet geregeld" else brief.artikel,
            gebreken=[Gebrek(naam, _waar(naam, brief).format(zaak=zaak, aan=aan or "PARTIJ")) for naam in leeg],
        )


def al_voorbij(brief: Brief, waarden: Waarden, vandaag: date) -> Iterator[str]:
    """What a letter asks of its reader by a day that has passed: it can still be right, but somebody must look."""
    for naam, wat in _LAATSTE_DAGEN.items():
        dag = str(waarden.get(naam, "")) if naam in brief.verplicht else ""
        if dag and lees_dag(" ".join(dag.split()[-3:])) < vandaag:  # without its weekday
            yield f"{wat} in deze brief is al voorbij: {dag}."


_LAATSTE_DAGEN = {
    "aanvulling_uiterlijk": "De laatste dag voor een aanvulling",
    "nadere_stukken_uiterlijk": "De laatste dag voor stukken",
    "reactie_uiterlijk": "De laatste dag voor een reactie",
    "zitting_dag": "De dag van de hoorzitting",
}


def _waar(naam: str, brief: Brief) -> str:
    if naam in brief.vrij:
        return f"geef het in een bestand: klacht brief {{zaak}} {brief.soort} --gegevens BESTAND"
    if brief.zonder_zaak and naam in ("aanhef", "adresregels"):
        return f"{_IN_COMMISSIE} bij {{aan}}"
    return _WAAR.get(naam, "klacht vul-aan {zaak} BESTAND")


_IN_COMMISSIE = "vul in: config/commissie.toml,"
_COMMISSIE = ("secretaris_naam", "secretaris_telefoon", "secretaris_email", "vertrouwenspersoon", "commissie_naam",
              "maatschappelijk_werk", "functionaris_gegevensbescherming", "bewaren", "commissie_adres")  # fmt: skip
_HOE = {
    "klacht toets {zaak}": ("ontbrekend",),
    "klacht vul-aan {zaak} --gevraagd": ("aanvulling_uiterlijk",),
    "klacht besluit {zaak} compleet": ("compleet_op", "uiterlijk_ontvankelijkheid"),
    "klacht besluit {zaak} ontvankelijk": ("ontvankelijk_op", "advies_uiterlijk"),
    "klacht besluit {zaak} advies-niet-ontvankelijk --grond GROND --reden -": (
        "grond", "no_geadviseerd_op", "herstel"),
    "klacht besluit {zaak} niet-ontvankelijk --reden -": ("no_besloten_op",),
    "klacht corrigeer {zaak} NUMMER --zet reden=TEKST --reden -": ("no_reden", "besluit_reden"),
    "klacht hoor {zaak} DATUM": ("zitting_dag", "nadere_stukken_uiterlijk"),
    "klacht betrek {zaak} BESTAND": ("genodigde_rol", "genodigde_onderwerp"),
    "klacht verslag {zaak} --van PARTIJ": ("verslagen",),
    "klacht feiten {zaak} --verzonden DATUM": ("reactie_uiterlijk",),
    "klacht verdaag {zaak} advies --tot DATUM --reden -": (
        "advies_oude_datum", "advies_nieuwe_datum", "advies_verdaagd_reden"),
    "klacht adviseer {zaak} BESTAND": ("advies_op",),
    "klacht corrigeer {zaak} NUMMER --met BESTAND, met [advies]": (
        "advies_strekking", "advies_aard", "onderdelen", "stemming"),
    "klacht adviseer {zaak} --ontvangen DATUM": ("advies_ontvangen_op", "beslissing_uiterlijk"),
    "klacht voorziening {zaak} gevraagd --door PARTIJ --grond GROND": (
        "voorziening_gevraagd_op", "voorziening_door", "voorziening_grond"),
    "klacht verdaag {zaak} beslissing --met DUUR --reden -": (
        "beslissing_oude_datum", "beslissing_nieuwe_datum", "beslissing_verdaagd_reden"),
    "klacht beslis {zaak} BESTAND": ("beslissing_op",),
    "klacht corrigeer {zaak} NUMMER --met BESTAND, met [beslissing]": ("beslissing_voor_lezer",),
    "klacht trek-in {zaak}": ("ingetrokken_op",),
}  # fmt: skip
_WAAR = (
    {naam: opdracht for opdracht, namen in _HOE.items() for naam in namen}
    | {naam: f"{_IN_COMMISSIE} bij {naam.replace('secretaris_', '[secretaris] ').replace('commissie_', '')}"
       for naam in _COMMISSIE}
    | {f"werkgever_{deel}": f"{_IN_COMMISSIE} bij [[werkgever]]" for deel in ("naam", "organisatie", "adres")}
    | {
        "voorzitter": f"geen voorzitter met een lopende benoeming; {_IN_COMMISSIE} bij [[lid]]",
        "leden": f"geen leden met een lopende benoeming; {_IN_COMMISSIE} bij [[lid]]",
        "adresregels": "geen adres en geen e-mailadres (leg het vast: klacht adres {zaak} {aan} BESTAND)",
        "aanhef": "geen naam (leg haar vast: klacht adres {zaak} {aan} BESTAND)",
    }
)  # fmt: skip
