"""The commands below `klacht audit` and `klacht beheer`: where each stands, what it does, and on which ground."""

from __future__ import annotations

from klachtcli.cli.app import Opdracht

UITLEG = {
    "audit": """Reken na en bewijs: herspelen, zegels, inzage, pakketten. Voor wie niemand op zijn woord wil geloven.

    Artikel: geen; de regeling regelt dit niet.

    Voorbeeld: klacht audit herspeel""",
    "beheer": """Nakijken, kopiëren, bewaren, vernietigen en nieuwe regels: het onderhoud van de werkmap.

    Artikel: geen; wel de AVG en de Archiefwet, zie de opdracht.

    Voorbeeld: klacht beheer controleer""",
}
_GEEN, _BEVEILIGING, _BEWAREN = "geen; een hulpmiddel", "AVG art. 32", "AVG art. 5 lid 1 onder e; Archiefwet"
AUDIT = {
    "herspeel": Opdracht("herspelen", "herspeel", "Reken elke beslissing na", artikel="9 t/m 14, zoals toen gold"),
    "controleer": Opdracht("controleren", "controleer", "Klopt het journaal nog?", artikel=_BEVEILIGING),
    "zegel": Opdracht("auditen", "zegel", "Het zegel van nu, of wat een zegel op papier bewijst", artikel=_GEEN),
    "wie": Opdracht("auditen", "wie", "Wie legde wat vast of zag wat, en wanneer", artikel=_BEVEILIGING),
    "pakket": Opdracht("inpakken", "pakket", "Een zaak als pakket (BagIt), elders na te rekenen", artikel="Archiefwet"),
}
BEHEER = {
    "controleer": Opdracht("beheren", "controleer", "Kijk alles na", artikel=_BEVEILIGING),
    "regels": Opdracht("regelen", "regels", "Nieuwe regels of vrije dagen: wat verandert er",
                       artikel="Algemene termijnenwet art. 3"),
    "reservekopie": Opdracht("kopieren", "reservekopie", "Een kopie van de werkmap, verzegeld", artikel=_BEVEILIGING),
    "sleutelkopie": Opdracht("kopieren", "sleutelkopie", "Een kopie van de sleutels", artikel=_BEVEILIGING),
    "herstel": Opdracht("kopieren", "herstel", "Zet een kopie terug", artikel=_BEVEILIGING),
    "bewaren": Opdracht("bewaren", "bewaren", "Welke zaken zijn toe aan vernietiging", artikel=_BEWAREN),
    "vasthouden": Opdracht("bewaren", "vasthouden", "Houd een zaak langer vast", artikel=_BEWAREN),
    "vernietig": Opdracht("vernietigen", "vernietig", "Vernietig een zaak, voorgoed", artikel=_BEWAREN),
}  # fmt: skip
