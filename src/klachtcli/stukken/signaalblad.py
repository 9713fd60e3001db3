"""The sheet Signalen of the overview: several complaints about one name or onderdeel, for the voorzitter alone."""

from __future__ import annotations

from collections.abc import Sequence

from klachtcli.recht.datum import voluit
from klachtcli.stukken.werkboek import Blad, Kolom, Waarde
from klachtcli.zaak.signalen import GRONDSLAG, KANTTEKENING, Bespreking, Signaal

BLAD_SIGNALEN = "Signalen"
KOLOMMEN = (
    Kolom("Signaal", 14, "kort", "Het kenmerk; de secretaris legt ermee vast wat is gedaan."),
    Kolom("Stand", 11, "kort", "nieuw, opnieuw (een klacht ervan is nog niet besproken) of besproken."),
    Kolom("Over", 11, "kort", "Een persoon (iemand met dezelfde naam) of een onderdeel."),
    Kolom("Wie of wat", 24, "tekst", "De naam, zoals die in de klaagschriften staat."),
    Kolom("Klachten", 10, "getal", "Hoeveel klachten, binnen de periode van config/signalen.toml."),
    Kolom("Zaken", 24, "tekst", "De nummers van die zaken."),
    Kolom("Onderdelen", 30, "tekst", "Het onderdeel van de aangeklaagde, in elk van die zaken."),
    Kolom("Eerste", 12, "datum", "De dag waarop de eerste daarvan is ontvangen."),
    Kolom("Laatste", 12, "datum", "De dag waarop de laatste daarvan is ontvangen."),
    Kolom("Wat is gedaan", 40, "tekst", "Wat over dit signaal is vastgelegd."),
    Kolom("Kanttekening", 60, "tekst", f"Wat bij elk signaal hoort te staan ({GRONDSLAG})."),
)


def signaalblad(signalen: Sequence[tuple[Signaal, str, Sequence[Bespreking]]], anders: str = "") -> Blad:
    """A row a signal, with its stand and what was done about it. anders: what to say where there is none."""
    rijen: list[Sequence[Waarde]] = [
        (
            s.id, stand, s.over, " / ".join(s.namen), len(s.zaken), ", ".join(s.zaken), _onderdelen(s),
            s.vermeldingen[0].op, s.vermeldingen[-1].op, "\n".join(f"{voluit(b.op)}: {b.gedaan}" for b in eerder),
            KANTTEKENING,
        )
        for s, stand, eerder in signalen
    ]  # fmt: skip
    leeg: Sequence[Waarde] = ("geen", None, None, anders, *[None] * (len(KOLOMMEN) - 4))
    return Blad(BLAD_SIGNALEN, KOLOMMEN, rijen or [leeg])


def _onderdelen(s: Signaal) -> str:
    """A line a case."""
    return "\n".join(f"{zaak}: {s.onderdeel_in(zaak) or 'niet genoemd'}" for zaak in s.zaken)
