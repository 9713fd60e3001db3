"""What can be seen of a mail, and what not: the day of the own server, who sent it, what was attached."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.berichten import Bericht, is_bericht, lees_bericht
from klachtcli.instellingen.papieren import nette_naam

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "bericht.eml"
_VAN = "From: K. Verbeek <k.verbeek@voorbeeld.nl>"
_DATUM = "Date: Fri, 24 Apr 2026 23:50:00 +0200"


def _server(moment: str) -> str:
    return f"Received: from mx.voorbeeld.nl\n\tby post.voorbeeld.nl (Postfix);\n\t{moment}"


def bericht(*koppen: str, inhoud: str = "Geachte commissie") -> Bericht:
    """A mail with these headers."""
    return lees_bericht("\n".join([*koppen, "", inhoud]).encode("utf-8", "surrogateescape"))


def namen(b: Bericht) -> list[str]:
    """What is kept."""
    return [p.bijlage.bestand for p in b.papieren]


# naam, koppen, ontvangen op (de klok van Amsterdam), wat er te zeggen is
ONTVANGST = [
    ("23:59 in Amsterdam telt voor die dag", [_server("Fri, 24 Apr 2026 21:59:31 +0000 (UTC)"), _DATUM],
     "2026-04-24T23:59:31+02:00", ""),
    ("een minuut later is het de volgende", [_server("Fri, 24 Apr 2026 22:00:31 +0000"), _DATUM],
     "2026-04-25T00:00:31+02:00", "ontvangen is het op een andere dag"),
    ("in de winter een uur anders", [_server("Fri, 30 Jan 2026 23:30:00 +0000")], "2026-01-31T00:30:00+01:00", ""),
    ("de bovenste is van de eigen server", [_server("Sat, 25 Apr 2026 00:01:00 +0200"),
                                            _server("Fri, 24 Apr 2026 23:58:00 +0200"), _DATUM],
     "2026-04-25T00:01:00+02:00", "ontvangen is het op een andere dag"),
    ("een naam van een zone", [_server("Fri, 24 Apr 2026 12:00:00 GMT")], "2026-04-24T14:00:00+02:00", ""),
    ("-0000 is UTC", [_server("Fri, 24 Apr 2026 12:00:00 -0000")], "2026-04-24T14:00:00+02:00", ""),
    ("zonder server: volgens de afzender", [_DATUM], "2026-04-24T23:50:00+02:00", "Volgens de afzender"),
    ("een server zonder zone kan een andere dag zijn", [_server("Fri, 24 Apr 2026 23:30:00"), _DATUM],
     "2026-04-24T23:50:00+02:00", "Volgens de afzender"),
    ("een kapotte datum van de server", [_server("gisteren"), _DATUM], "2026-04-24T23:50:00+02:00",
     "Volgens de afzender"),
    ("een dag die niet bestaat", [_VAN, "Date: Fri, 31 Feb 2026 23:50:00 +0200"], None, "staat niet wanneer"),
    ("een onmogelijke zone", [_VAN, "Date: Fri, 24 Apr 2026 23:50:00 +9999"], None, "staat niet wanneer"),
    ("het jaar 9999", [_VAN, "Date: Fri, 31 Dec 9999 23:50:00 -0500"], None, "staat niet wanneer"),
    ("geen datum", [_VAN], None, "staat niet wanneer"),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "koppen", "op", "zin"), ONTVANGST, ids=[o[0] for o in ONTVANGST])
def test_de_dag_is_die_van_de_eigen_server(naam: str, koppen: list[str], op: str | None, zin: str) -> None:
    b = bericht(*koppen)
    assert b.ontvangen_op == op
    assert zin in " ".join(b.let_op)
    assert bool(zin) == bool(b.let_op)


# From -> naam en adres van de klager
AFZENDER = [
    ("K. Verbeek <k@voorbeeld.nl>", "K. Verbeek", "k@voorbeeld.nl"),
    ('"Verbeek, K." <k@voorbeeld.nl>', "Verbeek, K.", "k@voorbeeld.nl"),
    ("=?UTF-8?Q?D=2E_=C3=9Cnal?= <d@voorbeeld.nl>", "D. Ünal", "d@voorbeeld.nl"),
    ("=?onbekend?Q?D?= <d@voorbeeld.nl>", "D", "d@voorbeeld.nl"),
    ("k@voorbeeld.nl", None, "k@voorbeeld.nl"),
    ("k@voorbeeld.nl <k@voorbeeld.nl>", None, "k@voorbeeld.nl"),
    ("K.\u202eVerbeek <k@voorbeeld.nl>", "K. Verbeek", "k@voorbeeld.nl"),
    ("K. Verbeek <k@voorbeeld.nl>, P. de Wit <p@voorbeeld.nl>", None, None),
    ("K. Verbeek", None, None),
    ("<>", None, None),
    ("(" * 5000, None, None),
]


@pytest.mark.parametrize(("van", "naam", "email"), AFZENDER)
def test_de_afzender_is_wie_er_staat(van: str, naam: str | None, email: str | None) -> None:
    """One mailbox, as it stands; from several, or from none, nobody is made."""
    assert bericht(f"From: {van}", _DATUM).afzender == (naam, email)


# naam, koppen, wat er gezegd wordt; de afzender is dan niet als klager ingevuld
BIJZONDER = [
    ("aflevering mislukt", ["Content-Type: multipart/report; boundary=x"], "automatisch"),
    ("afwezig", ["Auto-Submitted: auto-replied"], "automatisch"),
    ("van een formulier", ["X-Autoreply: yes"], "automatisch"),
    ("doorgestuurd", ["Subject: FW: klacht"], "doorgestuurd"),
    ("doorgestuurd, gecodeerd", ["Subject: =?utf-8?q?Fwd=3A_klacht?="], "doorgestuurd"),
    ("opnieuw gezonden", ["Resent-From: x@voorbeeld.nl"], "doorgestuurd"),
]


@pytest.mark.parametrize(("naam", "koppen", "zin"), BIJZONDER, ids=[o[0] for o in BIJZONDER])
def test_wie_het_stuurde_hoeft_niet_de_klager_te_zijn(naam: str, koppen: list[str], zin: str) -> None:
    b = bericht(_server("Fri, 24 Apr 2026 12:00:00 GMT"), _VAN, *koppen)
    assert zin in " ".join(b.let_op)
    assert b.afzender == (None, None)


def test_auto_submitted_no_is_een_mens() -> None:
    assert bericht(_server("Fri, 24 Apr 2026 12:00:00 GMT"), _VAN, "Auto-Submitted: no").let_op == ()


def _deel(soort: str, inhoud: str, *koppen: str) -> str:
    return "\n".join([f"Content-Type: {soort}", *koppen, "", inhoud])


def _samen(soort: str, *delen: str, grens: str = "g") -> str:
    inhoud = "".join(f"--{grens}\n{deel}\n" for deel in delen)
    return f'Content-Type: multipart/{soort}; boundary="{grens}"\n\n{inhoud}--{grens}--\n'


def met(deel: str) -> Bericht:
    """A mail of one part."""
    return lees_bericht(f"{_VAN}\n{_DATUM}\n{deel}".encode())


def _bijlage(naam: str, inhoud: str = "x") -> str:
    return _deel("application/pdf", inhoud, f'Content-Disposition: attachment; filename="{naam}"')


_PLAT, _HTML = _deel("text/plain", "de tekst"), _deel("text/html", "<p>de <b>opmaak</b></p>")
# naam, de delen, wat er naast het bericht bewaard wordt, de tekst
DELEN = [
    ("platte tekst", _PLAT, ["bericht.txt"], "de tekst\n"),
    ("alleen opmaak", _HTML, ["bericht.txt"], "de opmaak\n"),
    ("twee vormen van een tekst", _samen("alternative", _PLAT, _HTML), ["bericht.txt"], "de tekst\n"),
    ("de platte vorm is leeg", _samen("alternative", _deel("text/plain", " "), _HTML), ["bericht.txt"], "de opmaak\n"),
    ("met een plaatje", _samen("alternative", _PLAT, _samen("related", _HTML, _deel("image/png", "p"), grens="h")),
     ["bericht.txt", "bijlage-1.png"], "de tekst\n"),
    ("twee bijlagen met een naam", _samen("mixed", _PLAT, _bijlage("a.pdf"), _bijlage("A.pdf")),
     ["bericht.txt", "a.pdf", "A-2.pdf"], "de tekst\n"),
    ("een bijlage die zich voordoet als het bericht", _samen("mixed", _PLAT, _bijlage("bericht.eml")),
     ["bericht.txt", "bericht-2.eml"], "de tekst\n"),
    ("een bijlage voor de tekst", _samen("mixed", _bijlage("a.pdf"), _PLAT), ["a.pdf", "bericht.txt"], "de tekst\n"),
    ("een tekst als bijlage", _samen("mixed", _PLAT, _deel("text/plain", "brief", "Content-Disposition: attachment")),
     ["bericht.txt", "bijlage-1.txt"], "de tekst\n"),
    ("een ingesloten bericht blijft heel", _samen("mixed", _PLAT, _deel("message/rfc822", f"{_VAN}\n\nhoi")),
     ["bericht.txt", "bijlage-1.eml"], "de tekst\n"),
    ("een onbekende tekenset", _deel("text/plain; charset=bestaat-niet", "café"), ["bericht.txt"], "café\n"),
    ("kapotte base64", _deel("text/plain", "!!!", "Content-Transfer-Encoding: base64"), ["bericht.txt"], "!!!\n"),
    ("zonder grens", "Content-Type: multipart/mixed\n\nhoi", ["bijlage-0.bin"], None),
    ("niets", "\n", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "deel", "bewaard", "tekst"), DELEN, ids=[d[0] for d in DELEN])
def test_wat_er_bewaard_wordt(naam: str, deel: str, bewaard: list[str], tekst: str | None) -> None:
    """The mail itself first, to the byte; then its text and what was attached."""
    b = met(deel)
    assert namen(b) == ["bericht.eml", *bewaard]
    assert b.papieren[0].inhoud == f"{_VAN}\n{_DATUM}\n{deel}".encode()
    assert {p.bijlage.bestand: p.inhoud for p in b.papieren}.get("bericht.txt") == (tekst and tekst.encode())


def test_een_bijlage_komt_heel_uit_haar_codering() -> None:
    ruw = bytes(range(256)) * 50
    deel = _deel("image/png", base64.encodebytes(ruw).decode(), "Content-Transfer-Encoding: base64")
    assert met(_samen("mixed", _PLAT, deel)).papieren[2].inhoud == ruw


# zoals de afzender haar noemde -> zoals elke computer haar kan bewaren
NAMEN = [
    ("mail.pdf", "mail.pdf"), ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\brief.pdf", "brief.pdf"),
    ("CON.txt", "_CON.txt"), ("lpt1", "_lpt1"), ("wat?*.pdf", "wat--.pdf"), (".verborgen", "verborgen"),
    ("a\u202efdp.exe", "a fdp.exe"), ("a\nb.pdf", "a b.pdf"), ("..", ""), ("", ""),
    ("x" * 300 + ".pdf", "x" * 76 + ".pdf"), ("brief.", "brief"), ("Ünal.pdf", "Ünal.pdf"),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "netjes"), NAMEN)
def test_een_naam_die_elke_computer_kan_bewaren(naam: str, netjes: str) -> None:
    assert nette_naam(naam) == netjes
    assert len(netjes) <= 81


def _nest(diep: int) -> str:
    return "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(diep)) + _PLAT


# naam, het bestand, code
GEWEIGERD = [
    ("geen koppen", b"hallo\n", "geen-bericht"),
    ("leeg", b"", "geen-bericht"),
    ("een pdf", b"%PDF-1.4\n", "geen-bericht"),
    ("te diep", f"{_VAN}\n{_nest(30)}".encode(), "bericht-te-diep"),
    ("heel diep", f"{_VAN}\n{_nest(3000)}".encode(), "bericht-te-diep"),
    ("te veel delen", f"{_VAN}\n{_samen('mixed', *[_bijlage('a.pdf')] * 201)}".encode(), "bericht-te-diep"),
    ("te veel grenzen", f"{_VAN}\n".encode() + b"\n--x" * 20_001, "bericht-te-diep"),
]


@pytest.mark.parametrize(("naam", "ruw", "code"), GEWEIGERD, ids=[g[0] for g in GEWEIGERD])
def test_wat_geen_bericht_is(naam: str, ruw: bytes, code: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_bericht(ruw)
    assert fout.value.code == code


# bestandsnaam, begin van het bestand, of het een bericht is
SOORTEN = [
    ("bericht.eml", b"wat dan ook", True), ("BERICHT.EML", b"", True), ("-", b"Received: from x", True),
    ("-", b"\xef\xbb\xbfReturn-Path: <x>", True), ("post.txt", b"From x@y.nl\nDate: vandaag", True),
    ("-", b"ontvangen_op = 2026-04-24", False), ("-", b'{"ontvangen_op": ""}', False),
    ("klaagschrift.toml", b"From: x", False), ("klaagschrift.json", b"From: x", False), ("x.txt", b"Aan: x", False),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "ruw", "is_er_een"), SOORTEN)
def test_waaraan_een_bericht_te_zien_is(naam: str, ruw: bytes, is_er_een: bool) -> None:
    assert is_bericht(naam, ruw) is is_er_een


@pytest.mark.parametrize(("naam", "ruw"), [("x.msg", b""), ("x.MSG", b"x"), ("x.eml", b"\xd0\xcf\x11\xe0")])
def test_een_bericht_van_outlook_krijgt_uitleg(naam: str, ruw: bytes) -> None:
    with pytest.raises(Invoerfout, match=r"eigen vorm van Outlook") as fout:
        is_bericht(naam, ruw)
    assert ".eml" in fout.value.herstel


def test_een_klaagschrift_als_bijlage_wordt_gezegd_en_niet_overgenomen() -> None:
    toml = _deel("application/toml", "ontvangen_op = 2026-01-01", 'Content-Disposition: attachment; filename="k.toml"')
    ander = _deel("application/toml", "foute = true", 'Content-Disposition: attachment; filename="fout.toml"')
    een, twee, geen = (
        met(_samen("mixed", _PLAT, *delen)) for delen in ([toml, ander], [toml, toml], [ander, _bijlage("a.pdf")])
    )
    assert "Eén bijlage is zelf een klaagschrift" in " ".join(een.let_op)
    assert "bijlagen: 2" in " ".join(twee.let_op)
    assert "klaagschrift" not in " ".join(geen.let_op)
    assert een.ontvangen_op == "2026-04-24T23:50:00+02:00"


def test_het_meegeleverde_voorbeeld() -> None:
    b = lees_bericht(VOORBEELD.read_bytes())
    assert (b.ontvangen_op, b.let_op) == ("2026-04-24T23:59:31+02:00", ())
    assert b.afzender == ("Karin Verbeek", "k.verbeek@voorbeeld.nl")
    assert namen(b) == ["bericht.eml", "bericht.txt", "mail-afdelingshoofd.txt"]
    assert "coördinator" in b.papieren[1].inhoud.decode()
