"""lees-mij.txt: what a package is, how to check it, and what it does not prove."""

from __future__ import annotations

from klachtcli.audit.stof import Stof

_HEEL = """\
Dit pakket bevat alles van {zaken} in leesbare vorm, ook persoonsgegevens, en de
sleutel waarmee deze zaak in het journaal is verzegeld. Behandel het als het
dossier zelf, en verwijder het als het dossier wordt vernietigd.
"""
_ANONIEM = """\
Dit pakket gaat over {zaken}. Namen zijn vervangen (persoona, onderdeel 1) en
teksten weggelaten; dagen, soorten en aantallen zijn echt. Wie de zaak kent, kan
haar herkennen: behandel het pakket vertrouwelijk.
"""
_STAAT_ERIN = """
Wat erin zit (in data/)
  <zaak>/gebeurtenissen.json  elke vastlegging
  <zaak>/verloop.docx         hetzelfde, om te lezen
{papier}  <zaak>/mdto/                metagegevens (MDTO 1.0.1)
  regels/                     de regeling en kalender waar de zaak naar verwijst
  keten.txt                   van elke vastlegging in het journaal een hash; die
                              zegt niets over andere zaken
"""
_PAPIER = """\
  <zaak>/brieven/, stukken/   de brieven, en wat partijen stuurden
  sjablonen/                  waarmee de brieven opnieuw te maken zijn
"""
_NAREKENEN = """
Nakijken en narekenen, op elke computer
  klacht audit herspeel MAP        rekent elke beslissing en termijn opnieuw uit
  bagit.py --validate MAP          kijkt alleen of de bestanden heel zijn (BagIt)
"""
_BEWIJS = """
Wat dit bewijst
"""
_BEWIJS_HEEL = """\
- Elke vastlegging hier staat precies zo in het journaal: met sleutel en nonce is
  haar verzegeling opnieuw te maken, en die past op haar plaats in keten.txt.
"""
_BEWIJS_ANONIEM = """\
- Op elke plaats stond een vastlegging van deze soort, van dit moment.
- Niet: dat zij zei wat hier staat. De inhoud is bewerkt, en de sleutel zit er niet
  in. Daarvoor is een heel pakket nodig.
"""
_KETEN_2 = """\
- De keten loopt van de eerste vastlegging tot zegel
  {zegel}. Vergelijk dat met een zegel op papier.
"""
_KETEN_1 = """\
- Het journaal heeft nog de eerste keten. Daarvan is elke vastlegging hier bewezen
  uit de hash ervoor. Niet bewezen is dat de andere op elkaar volgen.
"""
_NIET = """\
- Niet: dat er van deze zaak niets is weggelaten. Dat is alleen in het journaal
  zelf na te gaan.
"""


def leesmij(stof: Stof) -> str:
    """The text."""
    zaken = ", ".join(f"zaak {z.zaak}" for z in stof.zaken)
    delen = [
        f"PAKKET VAN {zaken.upper()}\ngemaakt op {stof.op:%d-%m-%Y} met klacht {stof.versie}\n\n",
        (_ANONIEM if stof.anoniem else _HEEL).format(zaken=zaken),
        _STAAT_ERIN.format(papier="" if stof.anoniem else _PAPIER),
        _NAREKENEN,
        _BEWIJS,
        _BEWIJS_ANONIEM if stof.anoniem else _BEWIJS_HEEL,
        (_KETEN_2 if stof.geraamte.soort.met_bladen else _KETEN_1).format(zegel=stof.geraamte.zegel),
        _NIET,
    ]
    return "".join(delen)
