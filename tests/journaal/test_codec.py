"""What is sealed can be read back, also in ten years: every kind of event, under its stable name and field names."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import msgspec
import pytest

from klachtcli.journaal.codec import Inhoud, codeer, decodeer
from klachtcli.recht.duur import Duur
from klachtcli.recht.regeling import Bron
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import (
    Aanvulling,
    AanvullingGedraging,
    AanvullingPersoon,
    AanvullingStap,
    Bijlage,
    Contact,
    Gedraging,
    Klaagschrift,
    OndernomenStap,
    Persoon,
    Procedures,
)

DAG = date(2026, 5, 6)
TK, KALENDER, FRACTIES = (Bron(id_, "2021-05-01", "ab" * 32) for id_ in ("tk", "kalender", "fracties"))
STUKKEN = (g.Stuk("mail.pdf", "12" * 32, 6000, 4, "Een mail"),)
KLAAGSCHRIFT = Klaagschrift(
    "2026-04-24T23:59:00+02:00", "e-mail", date(2026, 4, 22), True,
    Persoon("K. Verbeek-Ünal", "mevrouw", "Lange Voorhout 1", "2514 EA", "Den Haag", "k@voorbeeld.nl", "06-0",
            "adviseur", "ambtenaar", "Griffie"),
    (Persoon("P. de Wit"), Persoon("R. Dekker")),
    (Gedraging("pesten", 'Een "grap" & één <zucht>\n…', "2026-01-15/2026-02", "Zaal", ("S. Bakker",)),),
    (OndernomenStap("Gesprek", "2026-02", ("mail.pdf",)),), False, Procedures(False, True, False, True),
    (Bijlage("mail.pdf", "Een mail"),),
)  # fmt: skip
AANVULLING = Aanvulling(
    "2026-05-06", date(2026, 5, 5), True, Persoon(adres="Lange Voorhout 1"),
    (AanvullingPersoon("P. de Wit"), AanvullingPersoon(functie="adviseur", nummer=1)),
    (AanvullingGedraging(waar="Zaal", nummer=2),), (AanvullingStap("Gesprek", nummer=1),), False,
    Procedures(rechter=False), (Bijlage("mail.pdf"),),
)  # fmt: skip

_BRON = '{"id":"%s","versie":"2021-05-01","sha256":"' + "ab" * 32 + '"}'
_TK, _KALENDER, _FRACTIES = (_BRON % id_ for id_ in ("tk", "kalender", "fracties"))
_STUKKEN = '[{"bestand":"mail.pdf","sha256":"' + "12" * 32 + '","grootte":6000,"nummer":4,"omschrijving":"Een mail"}]'

# An event, and the line as the first version of the product sealed it. The lines on the right never change again:
# journals hold them. A new field may come (with a default); a name may not go.
OUD: list[tuple[g.Gebeurtenis, str]] = [
    (g.WerkmapAangemaakt("0123456789abcdef"), '{"soort":"werkmap_aangemaakt","werkmap":"0123456789abcdef"}'),
    (g.RegelsVastgelegd(TK, '{"id":"tk"}'),
     '{"soort":"regels_vastgelegd","bron":' + _TK + r',"tekst":"{\"id\":\"tk\"}"}'),
    (g.SjabloonVastgelegd("ontvangstbevestiging", STUKKEN),
     '{"soort":"sjabloon_vastgelegd","brief":"ontvangstbevestiging","stukken":' + _STUKKEN + '}'),
    (g.KlaagschriftOntvangen(date(2026, 4, 24), KLAAGSCHRIFT, TK, KALENDER, STUKKEN),
     '{"soort":"klaagschrift_ontvangen","op":"2026-04-24","klaagschrift":{"ontvangen_op":"2026-04-24T23:59:00+02:00",'
     '"ontvangen_via":"e-mail","dagtekening":"2026-04-22","ondertekend":true,"klager":{"naam":"K. Verbeek-Ünal",'
     '"aanhef":"mevrouw","adres":"Lange Voorhout 1","postcode":"2514 EA","plaats":"Den Haag",'
     '"email":"k@voorbeeld.nl","telefoon":"06-0","functie":"adviseur","hoedanigheid":"ambtenaar",'
     '"onderdeel":"Griffie"},"aangeklaagde":[{"naam":"P. de Wit"},{"naam":"R. Dekker"}],"gedraging":['
     r'{"categorie":"pesten","omschrijving":"Een \"grap\" & één <zucht>\n…","wanneer":"2026-01-15/2026-02",'
     '"waar":"Zaal","getuigen":["S. Bakker"]}],"stap":[{"omschrijving":"Gesprek","wanneer":"2026-02",'
     '"stukken":["mail.pdf"]}],"geen_stappen":false,"procedures":{"eerder_beoordeeld":false,"cao_procedure":true,'
     '"rechter":false,"strafzaak":true},"bijlage":[{"bestand":"mail.pdf","omschrijving":"Een mail"}]},'
     '"regeling":' + _TK + ',"kalender":' + _KALENDER + ',"stukken":' + _STUKKEN + '}'),
    (g.Getoetst(DAG, "aanvulling", (("9.1.a", "ontbreekt", "geen omschrijving"),), TK, KALENDER, FRACTIES),
     '{"soort":"getoetst","op":"2026-05-06","uitkomst":"aanvulling","bevindingen":[["9.1.a","ontbreekt",'
     '"geen omschrijving"]],"regeling":' + _TK + ',"kalender":' + _KALENDER + ',"fracties":' + _FRACTIES + '}'),
    (g.AanvullingGevraagd(DAG), '{"soort":"aanvulling_gevraagd","op":"2026-05-06"}'),
    (g.AanvullingOntvangen(DAG, AANVULLING, STUKKEN),
     '{"soort":"aanvulling_ontvangen","op":"2026-05-06","aanvulling":{"ontvangen_op":"2026-05-06",'
     '"dagtekening":"2026-05-05","ondertekend":true,"klager":{"adres":"Lange Voorhout 1"},'
     '"aangeklaagde":[{"naam":"P. de Wit"},{"functie":"adviseur","nummer":1}],"gedraging":[{"waar":"Zaal","nummer":2}],'
     '"stap":[{"omschrijving":"Gesprek","nummer":1}],'
     '"geen_stappen":false,"procedures":{"rechter":false},"bijlage":[{"bestand":"mail.pdf"}]},"stukken":'
     + _STUKKEN + '}'),
    (g.KlachtCompleet(DAG), '{"soort":"klacht_compleet","op":"2026-05-06"}'),
    (g.OntvankelijkBevonden(DAG), '{"soort":"ontvankelijk_bevonden","op":"2026-05-06"}'),
    (g.NietOntvankelijkGeadviseerd(DAG, "te oud"),
     '{"soort":"niet_ontvankelijk_geadviseerd","op":"2026-05-06","reden":"te oud"}'),
    (g.NietOntvankelijkVerklaard(DAG, "te oud"),
     '{"soort":"niet_ontvankelijk_verklaard","op":"2026-05-06","reden":"te oud"}'),
    (g.HoorzittingGepland(date(2026, 6, 9), DAG, date(2026, 5, 30)),
     '{"soort":"hoorzitting_gepland","op":"2026-06-09","gepland_op":"2026-05-06","stukken_tot_en_met":"2026-05-30"}'),
    (g.FeitenoverzichtVerzonden(DAG, date(2026, 5, 20)),
     '{"soort":"feitenoverzicht_verzonden","op":"2026-05-06","reactie_tot_en_met":"2026-05-20"}'),
    (g.FeitenoverzichtGesloten(DAG), '{"soort":"feitenoverzicht_gesloten","op":"2026-05-06"}'),
    (g.AdviesVerdaagd(DAG, date(2026, 7, 31), "ziekte"),
     '{"soort":"advies_verdaagd","op":"2026-05-06","tot_en_met":"2026-07-31","reden":"ziekte"}'),
    (g.AdviesUitgebracht(DAG, "gegrond"), '{"soort":"advies_uitgebracht","op":"2026-05-06","strekking":"gegrond"}'),
    (g.AdviesOntvangen(DAG), '{"soort":"advies_ontvangen","op":"2026-05-06"}'),
    (g.BeslissingVerdaagd(DAG, "overleg", Duur(1, 2, 3, 4, 5, 6), date(2026, 7, 3), True),
     '{"soort":"beslissing_verdaagd","op":"2026-05-06","reden":"overleg","duur":{"jaren":1,"maanden":2,"weken":3,'
     '"dagen":4,"werkdagen":5,"uren":6},"tot_en_met":"2026-07-03","instemming":true}'),
    (g.BeslissingGenomen(DAG, "gevolgd"), '{"soort":"beslissing_genomen","op":"2026-05-06","strekking":"gevolgd"}'),
    (g.BriefGemaakt(DAG, "ontvangstbevestiging", "klager", "brieven/K2026-001/x.docx", "a1",
                    {"zaaknummer": "K2026-001", "leden": ("mr. A. Vos", "drs. B. Mol")}, "c3", "4-01"),
     '{"soort":"brief_gemaakt","op":"2026-05-06","brief":"ontvangstbevestiging","aan":"klager",'
     '"bestand":"brieven/K2026-001/x.docx","sjabloon":"a1",'
     '"gegevens":{"zaaknummer":"K2026-001","leden":["mr. A. Vos","drs. B. Mol"]},"sha256":"c3","zegel":"4-01"}'),
    (g.BriefVerzonden(DAG, "ontvangstbevestiging"),
     '{"soort":"brief_verzonden","op":"2026-05-06","brief":"ontvangstbevestiging"}'),
    (g.ZaakGesloten(DAG, "klaar"), '{"soort":"zaak_gesloten","op":"2026-05-06","reden":"klaar"}'),
    # ---- since 0.2 ----
    (g.OpmerkingGemaakt(DAG, "eens met de planning", "ja", "4-01"),
     '{"soort":"opmerking_gemaakt","op":"2026-05-06","opmerking":"eens met de planning","akkoord":"ja",'
     '"overzicht":"4-01"}'),
    (g.JaarverslagGemaakt(DAG, 2025, (5, 10), 20),
     '{"soort":"jaarverslag_gemaakt","op":"2026-05-06","jaar":2025,"drempels":[5,10],"percentage_vanaf":20}'),
    (g.JaarbriefVerzonden(DAG, 2025, "aanbieding-jaarverslag", "ondernemingsraad"),
     '{"soort":"jaarbrief_verzonden","op":"2026-05-06","jaar":2025,"brief":"aanbieding-jaarverslag",'
     '"aan":"ondernemingsraad"}'),
    (g.SignaalBesproken(DAG, "onderdeel", ("K2026-001", "K2026-004"), "gemeld aan het bevoegd gezag",
                        "aangeklaagde-2"),
     '{"soort":"signaal_besproken","op":"2026-05-06","over":"onderdeel","zaken":["K2026-001","K2026-004"],'
     '"gedaan":"gemeld aan het bevoegd gezag","wie":"aangeklaagde-2"}'),
    (g.AfwijkingVastgelegd(DAG, "adviseer", ("art. 12 lid 1: geen feitenoverzicht",), "partijen zagen ervan af"),
     '{"soort":"afwijking_vastgelegd","op":"2026-05-06","bij":"adviseer",'
     '"van":["art. 12 lid 1: geen feitenoverzicht"],"reden":"partijen zagen ervan af"}'),
    (g.VastleggingGecorrigeerd(DAG, 12, "verkeerde dag", {"op": "2026-05-05"}),
     '{"soort":"vastlegging_gecorrigeerd","op":"2026-05-06","nummer":12,"reden":"verkeerde dag",'
     '"wijzigt":{"op":"2026-05-05"}}'),
    (g.AanvullingUitgebleven(DAG), '{"soort":"aanvulling_uitgebleven","op":"2026-05-06"}'),
    (g.ContactVermeld(DAG, "klager", Contact(adres="Spui 9", plaats="Den Haag")),
     '{"soort":"contact_vermeld","op":"2026-05-06","van":"klager","contact":{"adres":"Spui 9","plaats":"Den Haag"}}'),
    (g.KlachtIngetrokken(DAG), '{"soort":"klacht_ingetrokken","op":"2026-05-06"}'),
    (g.BemiddelingVoorgesteld(DAG, "aangeklaagde-1"),
     '{"soort":"bemiddeling_voorgesteld","op":"2026-05-06","aan":"aangeklaagde-1"}'),
    (g.BemiddelingAanvaard(DAG, "klager"), '{"soort":"bemiddeling_aanvaard","op":"2026-05-06","door":"klager"}'),
    (g.BemiddelingGeweigerd(DAG, "klager"), '{"soort":"bemiddeling_geweigerd","op":"2026-05-06","door":"klager"}'),
    (g.BemiddelingBeeindigd(DAG, True), '{"soort":"bemiddeling_beeindigd","op":"2026-05-06","oplossing":true}'),
    (g.TermijnenOpgeschort(DAG, DAG),
     '{"soort":"termijnen_opgeschort","op":"2026-05-06","instemming_op":"2026-05-06"}'),
    (g.TermijnenHervat(DAG), '{"soort":"termijnen_hervat","op":"2026-05-06"}'),
    (g.CommissieSamengesteld(DAG, (g.Zetel("mr. A. Vos", "voorzitter", "extern", True, "Kantoor", DAG),)),
     '{"soort":"commissie_samengesteld","op":"2026-05-06","leden":[{"naam":"mr. A. Vos","rol":"voorzitter",'
     '"uit":"extern","vrouw":true,"onderdeel":"Kantoor","benoemd_tot_en_met":"2026-05-06"}]}'),
    (g.BetrokkeneVermeld(DAG, g.Betrokkene("S. Bakker", "raadsman", email="s@voorbeeld.nl", voor="klager")),
     '{"soort":"betrokkene_vermeld","op":"2026-05-06","betrokkene":{"naam":"S. Bakker","rol":"raadsman",'
     '"email":"s@voorbeeld.nl","voor":"klager"}}'),
    (g.HoorzittingVerplaatst(date(2026, 6, 10), DAG, date(2026, 6, 9), None, ("klager",), "10:00", "Kamer 12", False),
     '{"soort":"hoorzitting_verplaatst","op":"2026-06-10","gepland_op":"2026-05-06","was":"2026-06-09",'
     '"wie":["klager"],"tijd":"10:00","plaats":"Kamer 12","samen":false}'),
    (g.HoorzittingGeannuleerd(DAG, date(2026, 6, 9), ("klager",), "ziek"),
     '{"soort":"hoorzitting_geannuleerd","op":"2026-05-06","was":"2026-06-09","wie":["klager"],"reden":"ziek"}'),
    (g.HoorzittingGehouden(DAG, ("klager",), ("aangeklaagde-1",), True),
     '{"soort":"hoorzitting_gehouden","op":"2026-05-06","gehoord":["klager"],"afwezig":["aangeklaagde-1"],"samen":true}'),
    (g.VerslagOpgemaakt(DAG, DAG, ("klager",), "niet", "gewichtig"),
     '{"soort":"verslag_opgemaakt","op":"2026-05-06","zitting":"2026-05-06","van":["klager"],"delen":"niet",'
     '"reden":"gewichtig"}'),
    (g.TerPlaatseOnderzocht(DAG, "werkplek"),
     '{"soort":"ter_plaatse_onderzocht","op":"2026-05-06","omschrijving":"werkplek"}'),
    (g.BevindingenVastgelegd(DAG), '{"soort":"bevindingen_vastgelegd","op":"2026-05-06"}'),
    (g.DeskundigeGeraadpleegd(DAG, "arts"),
     '{"soort":"deskundige_geraadpleegd","op":"2026-05-06","omschrijving":"arts"}'),
    (g.FeitenReactieOntvangen(DAG, "klager", True),
     '{"soort":"feiten_reactie_ontvangen","op":"2026-05-06","door":"klager","zienswijze":true}'),
    (g.VoorzieningGevraagd(DAG, "klager", "onhoudbare situatie", "een andere plek"),
     '{"soort":"voorziening_gevraagd","op":"2026-05-06","door":"klager","grond":"onhoudbare situatie",'
     '"maatregel":"een andere plek"}'),
    (g.VoorzieningOverlegd(DAG), '{"soort":"voorziening_overlegd","op":"2026-05-06"}'),
    (g.VoorzieningBesloten(DAG, True, "een andere plek"),
     '{"soort":"voorziening_besloten","op":"2026-05-06","getroffen":true,"maatregel":"een andere plek"}'),
    (g.CommissieGeinformeerd(DAG), '{"soort":"commissie_geinformeerd","op":"2026-05-06"}'),
    (g.NazorgAangeboden(DAG, "klager"), '{"soort":"nazorg_aangeboden","op":"2026-05-06","aan":"klager"}'),
    (g.ZaakHeropend(DAG, "nieuw stuk"), '{"soort":"zaak_heropend","op":"2026-05-06","reden":"nieuw stuk"}'),
    (g.RegelsInGebruikGenomen(DAG, TK, KALENDER, "overgangsrecht"),
     '{"soort":"regels_in_gebruik_genomen","op":"2026-05-06","regeling":' + _TK + ',"kalender":' + _KALENDER
     + ',"reden":"overgangsrecht"}'),
    (g.Ingezien(DAG, "overzicht", ("K2026-001",)),
     '{"soort":"ingezien","op":"2026-05-06","wat":"overzicht","zaken":["K2026-001"]}'),
    (g.VernietigingTegengehouden(DAG, "beroep"),
     '{"soort":"vernietiging_tegengehouden","op":"2026-05-06","reden":"beroep"}'),
    (g.VernietigingVrijgegeven(DAG, "uitspraak"),
     '{"soort":"vernietiging_vrijgegeven","op":"2026-05-06","reden":"uitspraak"}'),
    (g.ZaakVernietigd(DAG, DAG, DAG, "klachtdossier", "eigen norm", DAG, "A. Bos"),
     '{"soort":"zaak_vernietigd","op":"2026-05-06","ontvangen_op":"2026-05-06","gesloten_op":"2026-05-06",'
     '"bewaartermijn":"klachtdossier","grond":"eigen norm","verstreken_op":"2026-05-06","tweede":"A. Bos"}'),
]  # fmt: skip
# What an old entry may lack, per event: these fields had a default from the first version on.
MAG_ONTBREKEN = {
    "klaagschrift_ontvangen": {"stukken"},
    "aanvulling_ontvangen": {"stukken"},
    "niet_ontvankelijk_geadviseerd": {"reden"},
    "niet_ontvankelijk_verklaard": {"reden"},
    "hoorzitting_gepland": {"stukken_tot_en_met"},
    "feitenoverzicht_verzonden": {"reactie_tot_en_met"},
    "advies_verdaagd": {"reden"},
    "advies_uitgebracht": {"strekking"},
    "beslissing_verdaagd": {"duur", "tot_en_met", "instemming"},
    "beslissing_genomen": {"strekking"},
    "zaak_gesloten": {"reden"},
    "vastlegging_gecorrigeerd": {"wijzigt"},
    "bemiddeling_voorgesteld": {"aan"},
    "hoorzitting_verplaatst": {"wie", "tijd", "plaats", "samen"},
    "hoorzitting_geannuleerd": {"wie", "reden"},
    "hoorzitting_gehouden": {"afwezig", "samen"},
    "verslag_opgemaakt": {"delen", "reden"},
    "ter_plaatse_onderzocht": {"omschrijving"},
    "deskundige_geraadpleegd": {"omschrijving"},
    "feiten_reactie_ontvangen": {"zienswijze"},
    "voorziening_gevraagd": {"maatregel"},
    "voorziening_besloten": {"maatregel"},
    "opmerking_gemaakt": {"opmerking", "akkoord", "overzicht"},
    "signaal_besproken": {"wie"},
    "getoetst": {"eerdere_zaken", "wegwijzer", "verwijzing", "verwijzing_bron"},
    "brief_gemaakt": {"commissie", "vrij"},
    "regels_in_gebruik_genomen": {"reden"},
    "ingezien": {"zaken"},
}


def _naam(waarde: object) -> str:
    return waarde.soort if isinstance(waarde, g.Gebeurtenis) else ""


def _lees(regel: str) -> Inhoud:
    return _gelezen(str(msgspec.json.decode(regel)["soort"]), f'{{"door":"jan","gebeurtenis":{regel}}}'.encode())


def _gelezen(soort: str, ruw: bytes) -> Inhoud:
    inhoud = decodeer(soort, ruw)
    return Inhoud(inhoud.door, inhoud.gebeurtenis)


def test_elke_gebeurtenis_staat_in_de_tabel() -> None:
    """A new class without an old line here would go unguarded."""
    assert {type(e) for e, _ in OUD} == set(get_args(g.Gebeurtenis))
    assert len({e.soort for e, _ in OUD}) == len(OUD)


@pytest.mark.parametrize(("gebeurtenis", "regel"), OUD, ids=_naam)
def test_heen_en_terug(gebeurtenis: g.Gebeurtenis, regel: str) -> None:
    """What goes in comes out, with who did it."""
    inhoud = Inhoud("j. de vries", gebeurtenis)
    assert _gelezen(gebeurtenis.soort, codeer(inhoud)) == inhoud


@pytest.mark.parametrize(("gebeurtenis", "regel"), OUD, ids=_naam)
def test_oude_regel_blijft_leesbaar(gebeurtenis: g.Gebeurtenis, regel: str) -> None:
    """The line of the first version still means the same event."""
    assert _lees(regel) == Inhoud("jan", gebeurtenis)


@pytest.mark.parametrize(("gebeurtenis", "regel"), OUD, ids=_naam)
def test_zonder_de_velden_met_een_standaard(gebeurtenis: g.Gebeurtenis, regel: str) -> None:
    """The shortest line there may be of an event is read, and each field that had to be there still has to be."""
    velden: dict[str, Any] = msgspec.json.decode(regel)
    kaal = {k: v for k, v in velden.items() if k not in MAG_ONTBREKEN.get(gebeurtenis.soort, ())}
    gelezen = _lees(msgspec.json.encode(kaal).decode()).gebeurtenis
    assert gelezen.soort == gebeurtenis.soort
    for veld in kaal.keys() - {"soort"}:
        rest = msgspec.json.encode({k: v for k, v in kaal.items() if k != veld}).decode()
        with pytest.raises(msgspec.ValidationError, match=veld):
            _lees(rest)


@pytest.mark.parametrize(
    "ruw",
    [
        pytest.param(b"", id="niets"),
        pytest.param(b"{", id="afgebroken"),
        pytest.param(b'{"door":"jan"}', id="zonder gebeurtenis"),
        pytest.param(b'{"gebeurtenis":{"soort":"klacht_compleet","op":"2026-05-06"}}', id="zonder wie"),
        pytest.param(b'{"door":"jan","gebeurtenis":{"soort":"opgegeten","op":"2026-05-06"}}', id="onbekende soort"),
        pytest.param(b'{"door":"jan","gebeurtenis":{"soort":"klacht_compleet","op":"2026-02-30"}}', id="geen dag"),
    ],
)
def test_wat_geen_gebeurtenis_is_wordt_geweigerd(ruw: bytes) -> None:
    """Never half an event."""
    with pytest.raises(msgspec.DecodeError):
        decodeer("klacht_compleet", ruw)
    with pytest.raises(KeyError):
        decodeer("opgegeten", ruw)


# What an event of the first version can say since 0.2.
ERBIJ = [
    (g.NietOntvankelijkGeadviseerd(DAG, None, ("9.5.b", "10.2")),
     '{"soort":"niet_ontvankelijk_geadviseerd","op":"2026-05-06","grond":["9.5.b","10.2"]}'),
    (g.HoorzittingGepland(date(2026, 6, 9), DAG, None, ("klager",), "10:00", "Kamer 12", False),
     '{"soort":"hoorzitting_gepland","op":"2026-06-09","gepland_op":"2026-05-06","wie":["klager"],"tijd":"10:00",'
     '"plaats":"Kamer 12","samen":false}'),
    (g.AdviesUitgebracht(DAG, advies=g.Advies("begeleid", ("preventief",), (g.Klachtonderdeel("a", "b", "c"),), ("d",),
                                              2, 1, 0, "e", "f", True)),
     '{"soort":"advies_uitgebracht","op":"2026-05-06","advies":{"strekking":"begeleid","aard":["preventief"],"onderdeel":'
     '[{"klacht":"a","bevinding":"b","oordeel":"c"}],"maatregel":["d"],"voor":2,"tegen":1,"meerderheid":"e",'
     '"minderheid":"f","hoorverslag":true}}'),
    (g.BeslissingGenomen(DAG, beslissing=g.Beslissing("volgt", "goed", False, None, "u", ("hij",))),
     '{"soort":"beslissing_genomen","op":"2026-05-06","beslissing":{"strekking":"volgt","motivering":"goed",'
     '"wijkt_af":false,"voor_klager":"u","voor_aangeklaagde":["hij"]}}'),
    (g.BriefGemaakt(DAG, "advies", "werkgever", "b.docx", "a1", {"onderdelen": ({"klacht": "a"},)}, "c3", "4-01"),
     '{"soort":"brief_gemaakt","op":"2026-05-06","brief":"advies","aan":"werkgever","bestand":"b.docx","sjabloon":"a1",'
     '"gegevens":{"onderdelen":[{"klacht":"a"}]},"sha256":"c3","zegel":"4-01"}'),
    (g.BriefVerzonden(DAG, "advies", "werkgever", True),
     '{"soort":"brief_verzonden","op":"2026-05-06","brief":"advies","aan":"werkgever","eigen":true}'),
]  # fmt: skip


@pytest.mark.parametrize(("gebeurtenis", "regel"), ERBIJ, ids=_naam)
def test_wat_een_gebeurtenis_erbij_zegt(gebeurtenis: g.Gebeurtenis, regel: str) -> None:
    """A line of 0.2 keeps its meaning too."""
    assert _lees(regel) == _gelezen(gebeurtenis.soort, codeer(Inhoud("jan", gebeurtenis))) == Inhoud("jan", gebeurtenis)


def test_een_veld_uit_een_latere_versie_wordt_overgeslagen() -> None:
    """A field that this version does not know does not make the entry unreadable."""
    regel = '{"soort":"klacht_compleet","op":"2026-05-06","later_bedacht":7}'
    assert _lees(regel).gebeurtenis == g.KlachtCompleet(DAG)
