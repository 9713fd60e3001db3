"""The templates that come with the product: complete, neutral, readable, and made from their text."""

from __future__ import annotations

import importlib.util
import io
import re
import tomllib
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from klachtcli.fouten import Invoerfout
from klachtcli.stukken.brieven import ZEGT
from klachtcli.stukken.sjabloon import laad

WORTEL = Path(__file__).parents[2]
BRIEVEN = WORTEL / "templates" / "letters"
LIJST = tomllib.loads((BRIEVEN / "letters.toml").read_text(encoding="utf-8"))["brief"]

# who reads a letter: the placeholders that differ for each
LEZERS: dict[str, dict[str, Any]] = {
    "klager": {"adresregels": ["K. Verbeek", "Lange Voorhout 1", "2514 EA  Den Haag"]},
    "aangeklaagde": {"adresregels": ["R. Dekker", "Plein 2", "2511 CR  Den Haag"], "aanhef": "Geachte heer Dekker,"},
    "werkgever": {"adresregels": ["Tweede Kamer", "de Griffier", "Postbus 20018"], "aanhef": "Geachte griffier,"},
    "genodigde": {"adresregels": ["Y. Aydın", "Per e-mail: y@voorbeeld.nl"], "aanhef": "Geachte Y. Aydın,"},
    "betrokkene": {"adresregels": ["L. Mulder", "Spui 4", "2511 BS  Den Haag"], "aanhef": "Geachte L. Mulder,"},
    "ondernemingsraad": {"adresregels": ["Ondernemingsraad", "Postbus 20018"], "aanhef": "Geachte leden,"},
}
GEGEVENS: dict[str, Any] = {
    "commissie_naam": "Klachtencommissie ongewenste omgangsvormen",
    "commissie_adres": ["Postbus 20018", "2500 EA  Den Haag"],
    "secretaris_naam": "M. Zijlstra",
    "secretaris_telefoon": "070-0000000",
    "secretaris_email": "klachten@voorbeeld.nl",
    "adresregels": LEZERS["klager"]["adresregels"],
    "aanhef": "Geachte mevrouw Verbeek,",
    "datum": "25 april 2026",
    "kenmerk": "K2026-001",
    "zegel": "17-9f3a22c177aa01be",
    "rol": "klager",
    "bijlagen": ["mail van 3 maart 2026", "verslag van 9 maart 2026"],
    "regeling_naam": "Klachtenregeling ongewenste omgangsvormen Tweede Kamer",
    "regeling_versie": "1 mei 2021",
    "voorzitter": "mr. A. Bos",
    "leden": ["D. Ünal-Çelik", "S. de Groot"],
    "vertrouwenspersoon": "R. Smit, 070-0000001",
    "maatschappelijk_werk": "070-0000002",
    "functionaris_gegevensbescherming": "fg@voorbeeld.nl",
    "bewaren": "Wij bewaren uw dossier twee jaar nadat de zaak klaar is.",
    "werkgever_naam": "de Griffier",
    "werkgever_organisatie": "Tweede Kamer der Staten-Generaal",
    "werkgever_adres": ["Prinses Irenestraat 6", "2595 BD  Den Haag"],
    # the klacht
    "ontvangen_op": "24 april 2026",
    "ontvangen_via": "per e-mail",
    "dagtekening": "22 april 2026",
    "stukken": ["mail van 3 maart 2026", "verslag van 9 maart 2026"],
    "klager_naam": "K. Verbeek",
    "klager_functie": "beleidsmedewerker",
    "aangeklaagden": ["R. Dekker, teamleider"],
    "aantal_aangeklaagden": "1",
    "gedragingen": [
        {
            "nummer": "1",
            "categorie": "pesten",
            "omschrijving": "Maakt mij in elk overleg belachelijk.\nAnderen lachen dan mee.",
            "waar": "Vergaderzaal",
            "wanneer": "november 2025 tot en met februari 2026",
        },
        {
            "nummer": "2",
            "categorie": "intimidatie",
            "omschrijving": "Zei dat ik beter kon gaan.",
            "waar": "de gang",
            "wanneer": "3 maart 2026",
        },
    ],
    "getuigen_genoemd": "ja",
    "ondernomen_stappen": ["gesprek met de teamleider op 9 maart 2026"],
    "afschrift_weggelaten": "ja",
    # the intake
    "compleet_op": "4 mei 2026",
    "ontbrekend": [
        "Van de klager ontbreekt het adres (art. 9 lid 1 onder b).",
        "Aan het klaagschrift ontbreekt de ondertekening (art. 9 lid 1 onder e).",
    ],
    "aanvulling_uiterlijk": "12 mei 2026",
    "uiterlijk_ontvankelijkheid": "8 mei 2026",
    "ontvankelijk_op": "6 mei 2026",
    "advies_uiterlijk": "1 juli 2026",
    "bemiddeling": "Er komt geen bemiddeling.",
    "grond": ["art. 9 lid 5 onder b: de commissie heeft deze klacht over deze aangeklaagde al eens beoordeeld"],
    "no_geadviseerd_op": "11 mei 2026",
    "no_reden": "De commissie gaf in 2025 advies over dezelfde feiten. Er is sindsdien niets bij gekomen.",
    "herstel": "De klager is op 28 april 2026 gevraagd om de klacht aan te vullen. Een aanvulling is niet gekomen.",
    "richtdatum_besluit": "22 mei 2026",
    "no_besloten_op": "20 mei 2026",
    "besluit_reden": "Over dezelfde feiten is al beslist. Er zijn geen nieuwe feiten.",
    # the hearing and the facts
    "zitting_dag": "dinsdag 9 juni 2026",
    "zitting_tijd": "10.00 uur",
    "zitting_plaats": "Plein 2, kamer 3.14, Den Haag",
    "samen": "ja",
    "had_afschrift": "ja",
    "nadere_stukken_uiterlijk": "2 juni 2026",
    "andere_genodigden": ["Y. Aydın, getuige", "P. Jansen, deskundige"],
    "genodigde_rol": "getuige",
    "genodigde_onderwerp": "De commissie wil met u praten over een overleg op 3 maart 2026.",
    "verslagen": ["verslag van het gesprek met de klager op 9 juni 2026"],
    "weglatingen": ["Verslag van het gesprek met u op 9 juni 2026. Een zin ging over de gezondheid van een ander."],
    "niet_gedeeld": ["Verslag van het gesprek met een getuige. De getuige loopt risico op nadeel."],
    "reactie_uiterlijk": "23 juni 2026",
    # the advice
    "advies_oude_datum": "1 juli 2026",
    "advies_nieuwe_datum": "15 juli 2026",
    "advies_verdaagd_reden": "Een van de genodigden was ziek.",
    "nog_te_doen": "De commissie hoort nog een persoon.",
    "advies_op": "26 juni 2026",
    "advies_strekking": "De klacht is deels gegrond.",
    "advies_aard": "preventief en corrigerend",
    "onderdelen": [
        {
            "klacht": "De klager is in het overleg belachelijk gemaakt.",
            "bevinding": "Drie mensen vertellen hetzelfde over het overleg.",
            "oordeel": "Dit is aannemelijk en ongewenst.",
        },
        {
            "klacht": "Op de gang is een opmerking gemaakt.",
            "bevinding": "Niemand anders was erbij.",
            "oordeel": "Dit is niet vast te stellen.",
        },
    ],
    "maatregelen": ["een gesprek onder leiding van een ander", "een training voor het hele team"],
    "stemming": "Zo is er gestemd: 2 voor en 1 tegen.",
    "meerderheid": "De mails laten een patroon zien.",
    "minderheid": "De mails zijn ook anders te lezen.",
    "doorslag": "ja",
    "hoorverslag": "ja",
    "reden_zonder_verslag": "De getuigen lopen risico op nadeel.",
    "zienswijzen": ["zienswijze van de klager van 20 juni 2026"],
    "verloop": ["24 april 2026: klaagschrift ontvangen", "9 juni 2026: gesprek met de klager"],
    "beslissing_uiterlijk_bij_ontvangst": "24 juli 2026",
    "beslissing_uiterlijk": "27 juli 2026",
    "voorziening_gevraagd_op": "7 mei 2026",
    "voorziening_door": "de klager",
    "voorziening_grond": "het welzijn van de klager",
    "voorziening_maatregel": "tijdelijk thuis werken",
    "voorziening_overleg_op": "8 mei 2026",
    # the decision and after
    "advies_ontvangen_op": "29 juni 2026",
    "beslissing_oude_datum": "27 juli 2026",
    "beslissing_nieuwe_datum": "24 augustus 2026",
    "beslissing_verdaagd_reden": "Wij willen eerst met alle partijen praten.",
    "beslissing_op": "20 juli 2026",
    "beslissing_strekking": "Wij volgen het advies van de commissie.",
    "beslissing_voor_lezer": "Het team krijgt een training.",
    "beslissing_motivering": "Het onderzoek is met zorg gedaan. De feiten staan vast.",
    "afwijking_reden": "Een gesprek is nu voor geen van beiden goed.",
    "ombudsman": "U kunt binnen een jaar naar de Nationale ombudsman gaan.",
    "ingetrokken_op": "18 mei 2026",
    # what the secretary writes
    "route": ["de vertrouwenspersoon van uw eigen fractie", "de fractievoorzitter"],
    "route_bron": "het rapport Kracht zonder Tegenkracht, stand van 2023",
    "stukken_terug": "Uw stukken krijgt u met deze brief terug.",
    "bemiddelaar": "mevrouw H. Vos, van buiten de organisatie",
    "avg_verzoek_op": "1 mei 2026",
    "avg_verstrekt": ["U krijgt een kopie van het verslag van 9 juni 2026."],
    "avg_niet_verstrekt": ["De mail van 3 maart 2026 gaat ook over een ander (AVG art. 15 lid 4)."],
    "jaar": "2026",
    "aantal_ontvangen": "7",
    "aard": ["pesten", "intimidatie"],
    "adviezen": ["maatregelen voor een team", "een gesprek met hulp"],
    "onderdrukt": "Aantallen onder de vijf staan er niet in.",
}
# what may be empty, for each letter
_NO = {"dagtekening", "herstel"}
_ZITTING = {"zitting_tijd", "zitting_plaats", "andere_genodigden"}
MAG_LEEG: dict[str, set[str]] = {
    "ontvangstbevestiging": {"ontvangen_via", "dagtekening", "stukken", "uiterlijk_ontvankelijkheid"},
    "verzoek-aanvulling": {"dagtekening"},
    "mededeling-ontvankelijk": {"dagtekening", "bemiddeling"},
    "afschrift-klacht": {
        *("stukken", "bemiddeling", "afschrift_weggelaten", "getuigen_genoemd", "ondernomen_stappen", "bijlagen"),
    },
    "advies-niet-ontvankelijk": {"compleet_op", "herstel", "bijlagen"},
    "bericht-niet-ontvankelijk": {*_NO, "no_reden"},
    "besluit-niet-ontvankelijk": {*_NO, "ombudsman"},
    "uitnodiging-klager": {*_ZITTING, "samen"},
    "uitnodiging-aangeklaagde": {*_ZITTING, "samen", "bijlagen", "had_afschrift"},
    "uitnodiging-genodigde": _ZITTING,
    "feitenoverzicht": {"weglatingen", "niet_gedeeld", "bijlagen"},
    "verdaging-advies": {"advies_verdaagd_reden", "nog_te_doen"},
    "advies": {
        *("klager_functie", "maatregelen", "advies_aard", "meerderheid", "minderheid", "doorslag", "hoorverslag"),
        *("reden_zonder_verslag", "zienswijzen", "bijlagen"),
    },
    "afschrift-advies": {"beslissing_uiterlijk", "bijlagen"},
    "tijdelijke-voorziening": {"voorziening_maatregel", "voorziening_overleg_op"},
    "verdaging-beslissing": set(),
    "beslissing": {"beslissing_strekking", "beslissing_motivering", "afwijking_reden", "ombudsman", "bijlagen"},
    "sluiting-na-intrekking": set(),
    "sluiting-en-nazorg": {"beslissing_op"},
    "doorverwijzing": {"dagtekening", "no_besloten_op"},
    "voorstel-bemiddeling": {"bemiddelaar"},
    "antwoord-avg": {"avg_niet_verstrekt", "bijlagen"},
    "aanbieding-jaarverslag": {"onderdrukt", "bijlagen"},
}
# empty with the others it leaves a hole, and is refused: an advice without its report says why (art. 12 lid 5)
NOOIT_ALLES_LEEG = {"advies": {"reden_zonder_verslag"}}
# more people accused, a reader without a form of address, a klacht that leaves things open, a hearing apart
LASTIG: dict[str, Any] = {
    "aanhef": "Geachte Sam Ó Súilleabháin-van den Berg,",
    "aangeklaagden": ["R. Dekker, teamleider", "J. van 't Hof", "P. & Q. <Pieters>, stagiair"],
    "aantal_aangeklaagden": "3",
    "gedragingen": [{"nummer": "1", "categorie": "", "omschrijving": "", "waar": "", "wanneer": ""}],
    "samen": "",
    "hoorverslag": "",
}
# these only choose words and are never printed: letters.toml demands them, the template itself cannot
KIEZEN = {"rol", "aantal_aangeklaagden"}

# private facts of the klager, and the few that a letter to another brings because the regulation says so
PRIVE_VAN_KLAGER = {
    *("klager_functie", "ontvangen_via", "dagtekening", "stukken", "gedragingen", "getuigen_genoemd"),
    *("ondernomen_stappen", "ontbrekend", "aanvulling_uiterlijk", "grond", "no_reden", "herstel", "besluit_reden"),
    *("bemiddeling", "onderdelen", "route", "avg_verstrekt", "avg_niet_verstrekt", "voorziening_grond"),
}
VOLGENS_REGELING = {
    "afschrift-klacht": {  # art. 10 lid 3: the klacht itself; and art. 10 lid 1
        *("stukken", "gedragingen", "getuigen_genoemd", "ondernomen_stappen", "bemiddeling"),
    },
    "advies-niet-ontvankelijk": {"grond", "no_reden", "herstel"},  # art. 10 lid 4: not what the klacht is about
    "advies": {"klager_functie", "onderdelen"},  # art. 12
    "tijdelijke-voorziening": {"voorziening_grond"},  # art. 12 lid 4
}

SECRETARIS = ["K2026-001", "M. Zijlstra", "070-0000000", "klachten@voorbeeld.nl"]
COMMISSIE = ["mr. A. Bos, voorzitter", "D. Ünal-Çelik, lid", "S. de Groot, lid"]
STEUN = ["R. Smit, 070-0000001", "bedrijfsmaatschappelijk werk", "070-0000002"]
NIET_OPENBAAR = ["niet openbaar (art. 11 lid 9)"]
UITNODIGING = {
    "voorzitter en leden": COMMISSIE,
    "andere genodigden": ["De commissie nodigt ook deze mensen uit", "Y. Aydın, getuige", "P. Jansen, deskundige"],
    "nadere stukken, als datum": ["tot en met 2 juni 2026 (art. 11 lid 4)"],
    "samen of apart": ["samen (art. 11 lid 5)"],
    "bijstand": ["raadsman of raadsvrouw (art. 11 lid 3)"],
    "verslag, voor beide partijen": ["verslag (art. 11 lid 2)", "Alle partijen krijgen de verslagen"],
    "niet openbaar": NIET_OPENBAAR,
    "waar en wanneer": ["dinsdag 9 juni 2026", "10.00 uur", "Plein 2, kamer 3.14, Den Haag", "hoe lang het duurt"],
    "tolk, ontmoeting": ["tolk", "Ziet u daar erg tegenop?"],
    "verhinderd": ["Als u niet kunt komen", "vertel ook waarom"],
    "geheimhouding": ["niet over te praten met anderen"],
    "steun": STEUN,
    "secretaris": SECRETARIS,
}
# letter: element of bronnen/brieven.json -> words of the letter that bring it; `klager: …` is for that reader only
ELEMENTEN: dict[str, dict[str, list[str]]] = {
    "ontvangstbevestiging": {
        "ontvangst met datum en dagtekening": ["Op 24 april 2026 hebben wij", "datum op uw brief is 22 april 2026"],
        "kenmerk en secretaris": SECRETARIS,
        "een commissie adviseert": ["De commissie geeft advies over de klacht"],
        "voorzitter en leden": COMMISSIE,
        "ontvangen stukken": ["mail van 3 maart 2026", "verslag van 9 maart 2026"],
        "ontvankelijkheid binnen twee weken": ["binnen twee weken", "compleet", "uiterlijk op 8 mei 2026"],
        "uitleg van ontvankelijk": ["Ontvankelijk betekent"],
        "bemiddeling, niet verplicht": ["samen met u of bemiddeling kan helpen", "niet verplicht"],
        "afschrift aan aangeklaagde": ["krijgt de aangeklaagde een kopie", "en van de stukken"],
        "anoniem kan niet": ["Anoniem blijven kan dus niet"],
        "bijstand": ["raadsman of raadsvrouw"],
        "steun": ["de vertrouwenspersoon", *STEUN],
        "privacy": ["alleen om uw klacht te behandelen", "Wij bewaren", "zien", "wissen", "bezwaar", "fg@voorbeeld.nl"],
    },
    "verzoek-aanvulling": {
        "per vereiste de letter": ["Van de klager ontbreekt het adres (art. 9 lid 1 onder b)", "art. 9 lid 1 onder e"],
        "twee weken, als einddatum": ["tot en met 12 mei 2026", "twee weken (art. 9 lid 3)"],
        "gevolg": ["niet-ontvankelijk te verklaren (art. 9 lid 1 en art. 10 lid 4)", "De werkgever beslist"],
        "beslistermijn begint bij compleet": ["De twee weken beginnen pas als wij alles hebben"],
        "eerste ontvangst telt": ["de dag waarop wij uw eerste brief kregen: 24 april 2026"],
        "hoe, en hulp": ["Een korte brief of e-mail is genoeg", "vertrouwenspersoon kan u helpen", "R. Smit"],
        "geen stappen is een antwoord": [
            "welke stappen u zelf heeft gezet, en zijn die er niet?",
            "Dat is ook een goed antwoord",
        ],
        "uitleg van ontvankelijk": ["Ontvankelijk betekent"],
        "secretaris": SECRETARIS,
    },
    "mededeling-ontvankelijk": {
        "ontvankelijk, met datum": ["De commissie heeft op 6 mei 2026 besloten dat uw klacht ontvankelijk is"],
        "adviestermijn, met datum": ["acht weken", "uiterlijk op 1 juli 2026 (art. 12 lid 2)"],
        "afschrift aan aangeklaagde": ["De aangeklaagde krijgt nu een kopie", "(art. 10 lid 3)"],
        "hoorzitting en bijstand": ["hoorzitting (art. 11 lid 1)", "raadsvrouw (art. 11 lid 3)"],
        "bemiddeling": ["Er komt geen bemiddeling.", "nooit verplicht"],
        "geen oordeel": ["Het zegt nog niets over wie er gelijk heeft"],
        "tijdelijke voorziening": ["tijdelijke maatregel (art. 12 lid 4)", "welzijn", "onhoudbaar"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "afschrift-klacht": {
        "afschrift": ["kopie van de klacht", "Maakt mij in elk overleg belachelijk.", "Zei dat ik beter kon gaan."],
        "waar en wanneer": ["Waar: Vergaderzaal", "Wanneer: 3 maart 2026"],
        "stappen": ["gesprek met de teamleider op 9 maart 2026"],
        "stukkenlijst": ["Stukken bij de klacht", "mail van 3 maart 2026", "verslag van 9 maart 2026"],
        "ontvankelijk, met datum": ["Op 6 mei 2026 heeft de commissie besloten", "(art. 10 lid 1)"],
        "nog geen oordeel": ["De commissie heeft nog geen oordeel", "ook uw kant van het verhaal"],
        "horen en bijstand": ["hoorzitting (art. 11 lid 1)", "raadsvrouw (art. 11 lid 3)"],
        "niet openbaar": NIET_OPENBAAR,
        "voorzitter en leden, bezwaar": [*COMMISSIE, "twijfelt u of iemand eerlijk kan oordelen"],
        "advies en beslissing": ["uiterlijk op 1 juli 2026 (art. 12 lid 2)", "vier weken", "(art. 13 lid 3)"],
        "geen contact, geen nadeel": ["geen contact met de klager", "geen nadeel heeft van de klacht"],
        "begeleiding": ["Er is ook hulp voor u", *STEUN],
        "privacy": ["Wij hebben uw gegevens uit de klacht", "Wij bewaren", "zien", "wissen", "bezwaar", "fg@"],
        "adres klager weg": ["Het adres, het e-mailadres en het telefoonnummer van de klager staan er niet in"],
        "secretaris": SECRETARIS,
    },
    "advies-niet-ontvankelijk": {
        "advies": ["Zij adviseert u om deze klacht niet-ontvankelijk te verklaren (art. 10 lid 4)"],
        "grond met letter": ["art. 9 lid 5 onder b: de commissie heeft deze klacht"],
        "feiten en datums": ["24 april 2026: de klacht is ontvangen", "4 mei 2026: de klacht was compleet"],
        "redenen": ["De commissie gaf in 2025 advies over dezelfde feiten."],
        "herstelkans": ["gevraagd om de klacht aan te vullen"],
        "bevoegd gezag beslist": ["U beslist of de klacht", "aan de klager, met de redenen erbij (art. 10 lid 4)"],
        "richtdatum": ["art. 9:8 lid 3", "Dat is 22 mei 2026"],
        "niet openbaar": NIET_OPENBAAR,
        "secretaris": SECRETARIS,
    },
    "bericht-niet-ontvankelijk": {
        "advies": ["adviseert de werkgever om uw klacht niet-ontvankelijk te verklaren"],
        "grond": ["art. 9 lid 5 onder b: de commissie heeft deze klacht", "De commissie gaf in 2025 advies"],
        "wie beslist": ["beslist de Griffier (Tweede Kamer der Staten-Generaal)", "(art. 10 lid 4)"],
        "reactie": ["Als u wilt reageren", "binnen twee weken"],
        "andere wegen": ["leidinggevende", "Juridisch Loket", "politie"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "besluit-niet-ontvankelijk": {
        "besluit": ["Op 20 mei 2026 hebben wij besloten dat uw klacht niet-ontvankelijk is (art. 10 lid 4)"],
        "redenen": ["Over dezelfde feiten is al beslist."],
        "grond": ["art. 9 lid 5 onder b: de commissie heeft deze klacht"],
        "ombudsman, als die is ingevuld": ["U kunt binnen een jaar naar de Nationale ombudsman gaan."],
        "andere wegen": ["leidinggevende", "Juridisch Loket", "politie"],
        "steun": STEUN,
        "contactpersoon": SECRETARIS,
    },
    "uitnodiging-klager": UITNODIGING,
    "uitnodiging-aangeklaagde": {
        **UITNODIGING,
        "geen oordeel vooraf": ["De commissie heeft nog geen oordeel"],
        "schriftelijk reageren": ["U mag voor het gesprek al op papier reageren"],
        "procedure": ["Wilt u de hele procedure nalezen? Bij deze brief zit uitleg."],
    },
    "uitnodiging-genodigde": {
        "voorzitter en leden": COMMISSIE,
        "andere genodigden": ["wie er nog meer zijn uitgenodigd", "P. Jansen, deskundige"],
        "nadere stukken, als datum": ["tot en met 2 juni 2026 (art. 11 lid 4)"],
        "waarom, in een zin": ["als getuige", "De commissie wil met u praten over een overleg op 3 maart 2026."],
        "geen afschrift": ["Daarom krijgt u geen kopie van de klacht"],
        "geen partij, niet verplicht": ["U bent geen partij", "Komen is niet verplicht volgens de regeling"],
        "wie het verslag leest": ["De klager en de aangeklaagde kunnen dat lezen", "bezwaar", "voor het gesprek"],
        "niet openbaar": NIET_OPENBAAR,
        "geheimhouding en nadeel": ["met niemand over te praten", "geen nadeel mag hebben"],
        "raadsman": ["alleen voor de klager en de aangeklaagde (art. 11 lid 3)"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "feitenoverzicht": {
        "verslagen": ["verslag van het gesprek met de klager op 9 juni 2026"],
        "feitenoverzicht": ["het feitenoverzicht van de commissie", "(art. 12 lid 1)"],
        "reageren": ["U kunt op dat overzicht reageren"],
        "alleen feiten": ["Uw reactie gaat alleen over de feiten (art. 12 lid 1)"],
        "einddatum en wijze": ["tot en met 23 juni 2026", "Schrijf of mail het ons"],
        "geen reactie": ["Horen wij niets, dan gaat de commissie verder"],
        "daarna advies en zienswijze": ["advies aan de werkgever", "gaat dat stuk mee met het advies (art. 12 lid 5)"],
        "wat is weggelaten, en waarom": ["over de gezondheid van een ander", "loopt risico op nadeel"],
        "geen oordeel": ["Dit overzicht is geen oordeel"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "verdaging-advies": {
        "niet binnen acht weken": ["binnen acht weken", "Dat lukt niet", "1 juli 2026"],
        "nieuwe datum": ["uiterlijk op 15 juli 2026", "(art. 12 lid 3)"],
        "reden": ["Een van de genodigden was ziek."],
        "wat nog moet": ["De commissie hoort nog een persoon."],
        "uitleg van verdagen": ["Verdagen betekent"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "advies": {
        "kenmerk en datum": ["K2026-001", "26 juni 2026", "25 april 2026"],
        "partijen, naam en functie": ["Klager: K. Verbeek, beleidsmedewerker", "Aangeklaagde: R. Dekker, teamleider"],
        "samenstelling en regeling": [*COMMISSIE, "M. Zijlstra", "versie van 1 mei 2021"],
        "ontvankelijkheid": ["Op 6 mei 2026 besloot de commissie dat de klacht ontvankelijk is (art. 10 lid 1)"],
        "verloop": ["24 april 2026: klaagschrift ontvangen", "9 juni 2026: gesprek met de klager"],
        "feitenoverzicht na correctie": ["Het feitenoverzicht na die ronde zit bij dit advies", "(art. 12 lid 1)"],
        "bevindingen": ["Drie mensen vertellen hetzelfde over het overleg.", "Niemand anders was erbij."],
        "oordeel per onderdeel": ["Dit is aannemelijk en ongewenst.", "Dit is niet vast te stellen."],
        "aanbevelingen": ["De klacht is deels gegrond.", "een training voor het hele team"],
        "maatstaf": ["of iets aannemelijk is"],
        "aard": ["preventief en corrigerend (art. 12 lid 5)"],
        "stemming, beide standpunten": ["2 voor en 1 tegen", "De mails laten een patroon", "anders te lezen"],
        "doorslag": ["gaf de stem van de voorzitter de doorslag (art. 12 lid 7)"],
        "zienswijzen": ["zienswijze van de klager van 20 juni 2026"],
        "hoorverslag": ["Het verslag van de gesprekken hoort bij dit advies (art. 12 lid 5)"],
        "beslistermijn": [
            "binnen vier weken",
            "24 juli 2026 de laatste dag",
            "ten hoogste vier weken",
            "(art. 13 lid 3)",
        ],
        "bijlagenlijst, vertrouwelijk": ["mail van 3 maart 2026; verslag", "vertrouwelijk", *NIET_OPENBAAR],
        "secretaris": SECRETARIS,
    },
    "afschrift-advies": {
        "afschrift": ["krijgt u een kopie (art. 12 lid 6)", "verslag van 9 maart 2026"],
        "datum, wie beslist en wanneer": ["Op 26 juni 2026", "27 juli 2026", "(art. 13 lid 1)", "(art. 13 lid 2)"],
        "verdagen": ["ten hoogste vier weken (art. 13 lid 3)", "Verdagen betekent"],
        "vertrouwelijk": ["Deel het advies daarom niet", *NIET_OPENBAAR],
        "steun": STEUN,
        "commissie beslist niet": ["De werkgever beslist, niet de commissie"],
        "secretaris": SECRETARIS,
    },
    "tijdelijke-voorziening": {
        "verzoek en wie": ["Wie het vroeg: de klager", "7 mei 2026", "(art. 12 lid 4)"],
        "overleg": ["Het overleg met de commissie was op 8 mei 2026"],
        "grond": ["het welzijn van de klager", "onhoudbaar"],
        "maatregel, duur, heroverweging": ["tijdelijk thuis werken", "hoe lang hij duurt", "opnieuw bekijkt"],
        "geen oordeel": ["De commissie heeft nog geen oordeel"],
        "alleen wat nodig is": ["Wij geven u alleen wat u nu nodig heeft"],
        "secretaris": SECRETARIS,
    },
    "verdaging-beslissing": {
        "reden": ["Wij willen eerst met alle partijen praten."],
        "ten hoogste vier weken, nieuwe datum": ["uiterlijk op 24 augustus 2026", "ten hoogste vier weken"],
        "artikel en oude datum": ["(art. 13 lid 3)", "27 juli 2026", "29 juni 2026"],
        "afschrift aan commissie": ["De commissie krijgt een kopie"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "beslissing": {
        "beslissing": ["Op 20 juli 2026 hebben wij", "Wij volgen het advies van", "Het team krijgt een training."],
        "motivering": ["Het onderzoek is met zorg gedaan."],
        "afwijking, advies mee": ["Een gesprek is nu voor geen van beiden goed.", "het advies nog een keer"],
        "commissie hoort het": ["De commissie hoort ook wat wij hebben beslist (art. 13 lid 2)"],
        "ombudsman, als die is ingevuld": ["U kunt binnen een jaar naar de Nationale ombudsman gaan."],
        "klager: wat de ander hoort": ["De aangeklaagde krijgt een eigen brief", "staat die niet precies in uw brief"],
        "aangeklaagde: wat de ander hoort": ["De klager krijgt een eigen brief", "niet precies in de brief aan"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "sluiting-na-intrekking": {
        "klager: intrekking bevestigd": ["Op 18 mei 2026", "Met deze brief bevestigen wij", "niet te zeggen waarom"],
        "aangeklaagde: intrekking bevestigd": ["op 18 mei 2026 ingetrokken", "Met deze brief bevestigen wij"],
        "behandeling stopt": ["De commissie stopt met de klacht", "Zij geeft geen advies"],
        "klager: opnieuw indienen": ["Dat jaar staat niet stil", "(art. 9 lid 5 onder b)", "(art. 10 lid 2)"],
        "dossier": ["Wij bewaren uw dossier", "fg@voorbeeld.nl"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "sluiting-en-nazorg": {
        "zorg voor alle betrokkenen": ["Iedereen die bij de zaak betrokken was", "nu en later", *STEUN],
        "klager: terugmelden": ["Gaat het gedrag door, of heeft u nadeel van uw klacht?"],
        "aangeklaagde: terugmelden": ["Heeft u nadeel van de procedure"],
        "bewaren en rechten": ["Wij bewaren uw dossier", "zien", "wissen", "fg@voorbeeld.nl"],
        "evaluatie, vrijwillig": ["Wat vond u van de procedure?", "U hoeft dit niet te doen"],
        "secretaris": SECRETARIS,
    },
    "doorverwijzing": {
        "route met bron": ["de vertrouwenspersoon van uw eigen fractie", "Kracht zonder Tegenkracht, stand van 2023"],
        "onzekerheid": ["Zij kan intussen veranderd zijn"],
        "commissie beslist zelf": ["De commissie bekijkt dan zelf of zij die mag behandelen"],
        "stukken": ["Uw stukken krijgt u met deze brief terug."],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "voorstel-bemiddeling": {
        "mogelijkheid": ["bemiddeling kan helpen (art. 10 lid 1)"],
        "vrijwillig": ["U mag nee zeggen", "geen gevolgen"],
        "termijnen lopen door": ["lopen gewoon door", "op papier mee instemt"],
        "bemiddelaar": ["mevrouw H. Vos", "van binnen of van buiten de organisatie komen (art. 2 onder l)"],
        "vertrouwelijk": ["Wat u zegt, blijft vertrouwelijk"],
        "steun": STEUN,
        "secretaris": SECRETARIS,
    },
    "antwoord-avg": {
        "verstrekt": ["U krijgt een kopie van het verslag van 9 juni 2026."],
        "niet verstrekt, met grond": ["AVG art. 15 lid 4"],
        "FG, AP en rechter": ["fg@voorbeeld.nl", "Autoriteit Persoonsgegevens", "rechter"],
        "secretaris": SECRETARIS,
    },
    "aanbieding-jaarverslag": {
        "aantal": ["In 2026 kreeg de commissie dit aantal klachten: 7."],
        "aard en adviezen": ["pesten", "maatregelen voor een team"],
        "werkgever: vertrouwelijk": ["Het verslag is vertrouwelijk (art. 14)"],
        "geanonimiseerd": ["staan geen namen"],
        "onderdrukte aantallen": ["Aantallen onder de vijf staan er niet in.", "kan verraden om wie het gaat"],
        "ondernemingsraad: ter informatie": ["ter informatie (art. 14)"],
        "secretaris": SECRETARIS,
    },
}
ONDERTEKENING = {
    "secretaris": ["namens de Klachtencommissie ongewenste omgangsvormen", "M. Zijlstra", "secretaris"],
    "voorzitter en secretaris": [
        *("namens de Klachtencommissie ongewenste omgangsvormen", "mr. A. Bos\tM. Zijlstra", "voorzitter\tsecretaris"),
    ],
    "bevoegd gezag": ["Tweede Kamer der Staten-Generaal", "de Griffier"],
}
PARTIJ = {"aangeklaagde", "werkgever", "genodigde", "ondernemingsraad"}
GROET = "Met vriendelijke groet,"


def leeg(soort: str, *, behalve: Iterable[str] = ()) -> dict[str, Any]:
    """What may be empty in this letter, all of it empty."""
    namen = MAG_LEEG[soort].difference(behalve)
    return {naam: [] if isinstance(GEGEVENS[naam], list) else "" for naam in namen}


def gevallen() -> list[Any]:
    """Each letter for each of its readers: all filled, all empty that may be, and the hard cases of both."""
    uit = []
    for brief in LIJST:
        for rol in brief["aan"]:
            kaal = leeg(brief["soort"], behalve=NOOIT_ALLES_LEEG.get(brief["soort"], ()))
            for naam, anders in {"vol": {}, "leeg": kaal, "lastig": LASTIG, "leeg-lastig": {**kaal, **LASTIG}}.items():
                waarden = {**LEZERS[rol], "rol": rol, **anders}
                uit.append(pytest.param(brief["soort"], waarden, id=f"{brief['id']}-{rol}-{naam}"))
    return uit


def maker() -> Any:
    """The script tools/maak_sjablonen.py as a module."""
    bron = importlib.util.spec_from_file_location("maak_sjablonen", WORTEL / "tools" / "maak_sjablonen.py")
    assert bron is not None
    assert bron.loader is not None
    module = importlib.util.module_from_spec(bron)
    bron.loader.exec_module(module)
    return module


def gevuld(soort: str, **anders: Any) -> Any:
    ruw = (BRIEVEN / f"{soort}.docx").read_bytes()
    return Document(io.BytesIO(laad(ruw, soort).vul({**GEGEVENS, **anders})))


def alineas(blad: Any) -> list[Any]:
    cellen = [p for tabel in blad.tables for rij in tabel.rows for cel in rij.cells for p in cel.paragraphs]
    return [*cellen, *blad.paragraphs]


def tekst(soort: str, **anders: Any) -> str:
    return "\n".join(p.text for p in alineas(gevuld(soort, **anders)))


def test_bij_elk_sjabloon_hoort_een_brief_en_een_tekst() -> None:
    docx = {pad.name for pad in BRIEVEN.glob("*.docx")}
    assert {b["sjabloon"] for b in LIJST} == docx
    assert {f"{pad.stem}.docx" for pad in (WORTEL / "tools" / "brieven").glob("*.txt")} == docx
    assert {b["soort"] for b in LIJST} == ELEMENTEN.keys() == MAG_LEEG.keys()
    assert len({b["id"] for b in LIJST}) == len(LIJST) == 23


@pytest.mark.parametrize(("soort", "waarden"), gevallen())
class TestIngevuld:
    def test_geen_gaten(self, soort: str, waarden: dict[str, Any]) -> None:
        regels = [p.text for p in alineas(gevuld(soort, **waarden)) if p.style.name != "Slot"]
        assert all(r.strip() for r in regels)
        assert not re.search(r"[{}]|None| [,.]|\(\)|\.\.|\w  \b(?!Den Haag)", "\n".join(regels))

    def test_goed_te_lezen(self, soort: str, waarden: dict[str, Any], leesbaarheid: Callable[[Any], Any]) -> None:
        gemeten = leesbaarheid(gevuld(soort, **waarden))
        assert [z for z in gemeten.zinnen if len(z.split()) > 25] == []
        assert gemeten.score >= 60

    def test_geen_kop_zonder_tekst(self, soort: str, waarden: dict[str, Any]) -> None:
        stijlen = [(p.style.name, p.text) for p in gevuld(soort, **waarden).paragraphs]
        for (stijl, regel), (volgende, _) in pairwise(stijlen):
            assert (stijl, volgende) != ("Heading 1", "Heading 1"), regel
            assert not (regel.endswith(":") and volgende != "List Bullet"), regel

    def test_het_blad_verraadt_niets(self, soort: str, waarden: dict[str, Any]) -> None:
        blad = gevuld(soort, **waarden)
        betreft = next(p.text for p in blad.paragraphs if p.text.startswith("betreft"))
        assert not re.search(r"klacht|klager|aangeklaagd|Verbeek|Dekker|Bos|Groot|pest|intimid", betreft, re.IGNORECASE)
        assert "Persoonlijk - vertrouwelijk" in blad.tables[0].rows[0].cells[0].text
        assert blad.core_properties.title == "Brief"


@pytest.mark.parametrize("brief", LIJST, ids=lambda b: b["id"])
class TestBrief:
    def test_het_script_geeft_deze_bytes(self, brief: dict[str, Any]) -> None:
        module = maker()
        assert module.maak(brief["soort"]) == module.maak(brief["soort"]) == (BRIEVEN / brief["sjabloon"]).read_bytes()

    def test_alle_plaatshouders_zijn_bekend(self, brief: dict[str, Any]) -> None:
        namen = laad((BRIEVEN / brief["sjabloon"]).read_bytes(), brief["soort"]).namen
        assert namen <= GEGEVENS.keys()
        assert namen >= MAG_LEEG[brief["soort"]]
        assert brief["verplicht"] == sorted(namen - MAG_LEEG[brief["soort"]])
        assert set(brief.get("vrij", ())) <= namen
        assert set(brief["aan"]) <= LEZERS.keys()

    def test_een_lege_verplichte_plaatshouder_wordt_geweigerd(self, brief: dict[str, Any]) -> None:
        for naam in set(brief["verplicht"]) - KIEZEN:
            gat: Any = [""] if isinstance(GEGEVENS[naam], list) else ""
            with pytest.raises(Invoerfout, match=naam):
                gevuld(brief["soort"], **{naam: gat})

    def test_elk_element_staat_erin(self, brief: dict[str, Any]) -> None:
        for rol in brief["aan"]:
            geheel = tekst(brief["soort"], rol=rol)
            for element, woorden in ELEMENTEN[brief["soort"]].items():
                if element.rpartition(": ")[0] in ("", rol):
                    assert [w for w in woorden if w not in geheel] == [], (rol, element)

    def test_niets_van_de_klager_dat_de_lezer_niet_aangaat(self, brief: dict[str, Any]) -> None:
        namen = laad((BRIEVEN / brief["sjabloon"]).read_bytes(), brief["soort"]).namen
        if PARTIJ & set(brief["aan"]):
            assert namen & PRIVE_VAN_KLAGER == VOLGENS_REGELING.get(brief["soort"], set())

    def test_ondertekening_blijft_bij_elkaar(self, brief: dict[str, Any]) -> None:
        blad = gevuld(brief["soort"])
        rij = blad.tables[-1].rows[0]
        assert [p.text for p in rij.cells[0].paragraphs] == [GROET, *ONDERTEKENING[brief["afzender"]]]
        assert rij._tr.trPr.find(qn("w:cantSplit")) is not None
        voor, na = (Paragraph(p, blad) for p in (rij._tr.getparent().getprevious(), rij._tr.getparent().getnext()))
        assert voor.paragraph_format.keep_with_next
        assert na.style.name == "Slot" or na.paragraph_format.page_break_before

    def test_briefhoofd_is_van_wie_tekent(self, brief: dict[str, Any]) -> None:
        gezag = brief["afzender"] == "bevoegd gezag"
        deel = gevuld(brief["soort"]).sections[0]
        hoofd = GEGEVENS["werkgever_organisatie" if gezag else "commissie_naam"]
        assert [p.text for kop in (deel.first_page_header, deel.header) for p in kop.paragraphs] == [hoofd, hoofd]
        blok = gevuld(brief["soort"]).tables[0].rows[0].cells[1].text
        assert ("Prinses Irenestraat 6" in blok, "070-0000000" in blok) == (gezag, not gezag)


def test_betreft_zonder_dagtekening() -> None:
    regels = [p.text for p in gevuld("ontvangstbevestiging", dagtekening="").paragraphs]
    assert "betreft\tUw brief, ontvangen op 24 april 2026" in regels
    assert "betreft\tUw brief van 22 april 2026" in [p.text for p in gevuld("ontvangstbevestiging").paragraphs]


def test_zonder_datum_voor_de_beslissing_staat_er_wanneer_die_komt() -> None:
    geheel = tekst("ontvangstbevestiging", uiterlijk_ontvankelijkheid="")
    assert "Zodra uw klacht compleet is" in geheel
    assert "uiterlijk op" not in geheel


def test_apart_horen_en_nog_geen_tijd() -> None:
    for soort, ander in (("uitnodiging-klager", "De aangeklaagde is"), ("uitnodiging-aangeklaagde", "De klager is")):
        geheel = tekst(soort, samen="", zitting_tijd="", andere_genodigden=[])
        assert f"apart (art. 11 lid 5). {ander} daar niet bij." in geheel
        assert "Tijd: die hoort u nog van ons" in geheel
        assert "De commissie nodigt verder niemand uit." in geheel


def test_alleen_wie_een_afschrift_kreeg_leest_dat() -> None:
    for had, staat_er in (("ja", True), ("", False)):
        geheel = tekst("uitnodiging-aangeklaagde", had_afschrift=had)
        assert ("U heeft daarvan een kopie gekregen. De commissie heeft nog geen oordeel" in geheel) == staat_er
        assert ("waarin u wordt genoemd. De commissie heeft nog geen oordeel" in geheel) != staat_er


def test_meer_aangeklaagden() -> None:
    geheel = tekst("afschrift-klacht", rol="aangeklaagde", **LASTIG)
    assert "Ieder van hen krijgt een eigen brief." in geheel
    assert "P. & Q. <Pieters>, stagiair" in geheel
    assert "Ieder van hen krijgt een eigen brief." not in tekst("afschrift-klacht", rol="aangeklaagde")
    assert "De aangeklaagden krijgen nu een kopie" in tekst("mededeling-ontvankelijk", **LASTIG)
    assert tekst("advies", **LASTIG).count("Aangeklaagde: ") == 3


def test_advies_met_verslag_of_met_de_reden_waarom_niet() -> None:
    assert "risico" not in tekst("advies")
    assert "(art. 12 lid 5). De getuigen lopen risico op nadeel." in tekst("advies", hoorverslag="")
    with pytest.raises(Invoerfout, match="reden_zonder_verslag"):
        gevuld("advies", hoorverslag="", reden_zonder_verslag="")


def test_doorverwijzing_zonder_besluit_zegt_dat_een_klacht_nog_kan() -> None:
    zonder, na_besluit = (tekst("doorverwijzing", no_besloten_op=dag) for dag in ("", "20 mei 2026"))
    assert "De commissie bekijkt dan zelf of zij uw klacht mag behandelen" in zonder
    assert "Deze brief is geen besluit" in zonder
    assert "Deze brief is geen besluit" not in na_besluit
    assert "Op 20 mei 2026 is besloten dat de commissie uw klacht niet onderzoekt" in na_besluit


def test_advies_met_een_minderheid_geeft_beide_standpunten() -> None:
    with pytest.raises(Invoerfout, match="meerderheid"):
        gevuld("advies", meerderheid="")
    unaniem = tekst("advies", minderheid="", meerderheid="", doorslag="")
    assert "standpunten" not in unaniem
    assert "doorslag" not in unaniem


@pytest.mark.parametrize("soort", ["besluit-niet-ontvankelijk", "beslissing"])
def test_geen_ombudsman_uit_zichzelf(soort: str) -> None:
    assert "ombudsman" not in tekst(soort, ombudsman="").lower()


def test_wat_een_brief_mist_is_in_woorden_te_zeggen() -> None:
    """Who reads why a letter cannot be made, never meets the name of a placeholder, but for what goes in a file."""
    nodig = {naam for brief in LIJST for naam in set(brief["verplicht"]) - set(brief.get("vrij", ()))}
    assert nodig == ZEGT.keys()
