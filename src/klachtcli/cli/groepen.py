"""The commands below `klacht audit` and `klacht beheer`: where each stands, and what it does in one line."""

from __future__ import annotations

from klachtcli.cli.app import Opdracht

AUDIT = {
    "herspeel": Opdracht("herspelen", "herspeel", "Reken elke beslissing na, uit het journaal of een pakket"),
    "controleer": Opdracht("controleren", "controleer", "Controleer de keten en de inhoud van het journaal"),
    "zegel": Opdracht("auditen", "zegel", "Het zegel van nu, of wat een zegel op papier bewijst"),
    "wie": Opdracht("auditen", "wie", "Wie legde wat vast of zag wat, en wanneer"),
    "pakket": Opdracht("inpakken", "pakket", "Een zaak als pakket (BagIt) dat elders is na te rekenen"),
}
BEHEER = {
    "controleer": Opdracht("beheren", "controleer", "Kijk alles na: journaal, sleutels, brieven en instellingen"),
    "regels": Opdracht("regelen", "regels", "Nieuwe regels of vrije dagen: wat verandert er in lopende zaken"),
    "reservekopie": Opdracht("kopieren", "reservekopie", "Een kopie van de werkmap, verzegeld en nagekeken"),
    "sleutelkopie": Opdracht("kopieren", "sleutelkopie", "Een kopie van de sleutelring, achter een wachtzin"),
    "herstel": Opdracht("kopieren", "herstel", "Zet een kopie van werkmap of sleutelring terug"),
    "bewaren": Opdracht("bewaren", "bewaren", "Welke gesloten zaken zijn toe aan vernietiging"),
    "vasthouden": Opdracht("bewaren", "vasthouden", "Houd een zaak langer vast, of geef haar vrij"),
    "vernietig": Opdracht("vernietigen", "vernietig", "Vernietig een zaak waarvan de bewaartermijn voorbij is"),
}
