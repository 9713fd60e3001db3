"""The kinds of letter: to whom, on which article, by whom, and what must and must not be in it (letters.toml)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from klachtcli.fouten import Gebrek, Geweigerd
from klachtcli.instellingen.commissies import Commissie
from klachtcli.recht.datum import lees_dag
from klachtcli.recht.regeling import Regeling, grondslag
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
    alle = [naam for naam in brief.verplicht if not waarden.get(naam)]
    leeg = [naam for naam in alle if _NA.get(naam) not in alle]  # what an act says, once it is there
    if leeg:
        voor = f" aan {aan}" if aan else ""
        raise Geweigerd(
            "brief-onvolledig",
            f"de brief '{brief.soort}'{voor} mist wat erin moet staan",
            grondslag=grondslag(brief.artikel),
            gebreken=[
                Gebrek(naam if naam in brief.vrij else ZEGT.get(naam, naam),
                       _waar(naam, brief).format(zaak=zaak, aan=aan or "PARTIJ"))
                for naam in leeg
            ],
        )  # fmt: skip


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
# What a corrected entry would say, and the fact that it is an entry of.
_NA = {
    "advies_strekking": "advies_op", "advies_aard": "advies_op", "onderdelen": "advies_op", "stemming": "advies_op",
    "beslissing_voor_lezer": "beslissing_op", "no_reden": "no_geadviseerd_op", "besluit_reden": "no_besloten_op",
}  # fmt: skip
# A placeholder in words, for who reads why a letter cannot be made; what one gives in a file keeps its own name.
ZEGT = {
    "aangeklaagden": "over wie de klacht gaat",
    "aanhef": "de aanhef",
    "aantal_aangeklaagden": "over hoeveel mensen de klacht gaat",
    "aanvulling_uiterlijk": "de laatste dag voor een aanvulling",
    "adresregels": "het adres",
    "advies_nieuwe_datum": "de nieuwe datum van het advies",
    "advies_ontvangen_op": "wanneer de werkgever het advies ontving",
    "advies_op": "wanneer het advies is uitgebracht",
    "advies_oude_datum": "de oude datum van het advies",
    "advies_strekking": "de strekking van het advies",
    "advies_uiterlijk": "de laatste dag voor het advies",
    "beslissing_nieuwe_datum": "de nieuwe datum van de beslissing",
    "beslissing_op": "wanneer is beslist",
    "beslissing_oude_datum": "de oude datum van de beslissing",
    "beslissing_uiterlijk_bij_ontvangst": "de laatste dag voor de beslissing",
    "beslissing_verdaagd_reden": "waarom de beslissing is verdaagd",
    "beslissing_voor_lezer": "wat de beslissing voor deze lezer inhoudt",
    "besluit_reden": "de reden van het besluit",
    "bewaren": "hoe lang het dossier wordt bewaard",
    "commissie_adres": "het adres van de commissie",
    "commissie_naam": "de naam van de commissie",
    "datum": "de datum",
    "functionaris_gegevensbescherming": "de functionaris gegevensbescherming",
    "gedragingen": "de gedragingen",
    "genodigde_onderwerp": "waarover de genodigde wordt gehoord",
    "genodigde_rol": "in welke rol de genodigde komt",
    "grond": "de grond",
    "ingetrokken_op": "wanneer de klacht is ingetrokken",
    "kenmerk": "het kenmerk",
    "klager_naam": "de naam van de klager",
    "leden": "de leden van de commissie",
    "maatschappelijk_werk": "het bedrijfsmaatschappelijk werk",
    "nadere_stukken_uiterlijk": "de laatste dag voor stukken",
    "no_besloten_op": "wanneer is besloten",
    "no_geadviseerd_op": "wanneer is geadviseerd",
    "no_reden": "de reden van het advies",
    "onderdelen": "de onderdelen van het advies",
    "ontbrekend": "wat er ontbreekt",
    "ontvangen_op": "wanneer de klacht is ontvangen",
    "ontvankelijk_op": "wanneer de klacht ontvankelijk is bevonden",
    "reactie_uiterlijk": "de laatste dag voor een reactie",
    "regeling_naam": "de naam van de regeling",
    "regeling_versie": "de versie van de regeling",
    "richtdatum_besluit": "wanneer het besluit te verwachten is",
    "rol": "de rol van de lezer",
    "secretaris_email": "het e-mailadres van de secretaris",
    "secretaris_naam": "de naam van de secretaris",
    "secretaris_telefoon": "het telefoonnummer van de secretaris",
    "stemming": "de stemming over het advies",
    "verloop": "het verloop",
    "verslagen": "de verslagen van de hoorzitting",
    "vertrouwenspersoon": "de vertrouwenspersoon",
    "voorziening_door": "wie om de voorziening vroeg",
    "voorziening_gevraagd_op": "wanneer om de voorziening is gevraagd",
    "voorziening_grond": "de grond van de voorziening",
    "voorzitter": "de voorzitter",
    "werkgever_adres": "het adres van de werkgever",
    "werkgever_naam": "wie de werkgever vertegenwoordigt",
    "werkgever_organisatie": "de organisatie van de werkgever",
    "zegel": "het zegel",
    "zitting_dag": "de dag van de hoorzitting",
}
