"""klacht: the secretariat of a klachtencommissie ongewenste omgangsvormen, on the command line.

The map of the house. Imports point down only; `lint-imports` fails the build when one does not.

    cli/            one thin module a subject: parse, one use case, show. `scherm` alone owns rich.
    secretariaat/   the use cases: read -> decide -> append -> return data
    stukken/        what goes out: sjabloon (docx templates, compiled once) and brieven (what a letter holds)
    journaal/       the memory: codec, keten (the chain), sleutels (the key ring), opslag (the only owner of sqlite3)
    instellingen/   TOML and JSON -> values; collects every fault of a file, not only the first
    zaak/           the case, pure: klaagschrift, gebeurtenissen, zaak (the fold), toetsing, termijnstand, procedure
    recht/          the law, pure: duur, datum, kalender, termijn, regeling
    fouten          every refusal: code, fact, ground, remedy, exit code
    klok            the only reader of the clock and the time zone
    schijf          files written whole or not at all, and the words for what a disk refuses

The law itself is data: `config/` (regulations, calendar, committee, fracties) and `templates/letters/` are
shipped in the wheel and copied into a work folder by `klacht init`, where the secretary edits them.

The way of a klaagschrift: `cli.ontvangen` -> `instellingen.klaagschriften` (file -> value) ->
`secretariaat.ontvangst` (decides, in one transaction) -> `journaal.opslag` (seals, chains, stores) ->
`zaak.zaak.vouw` (events -> state) -> `zaak.toetsing` / `zaak.termijnstand` -> screen, or `stukken.brieven` -> docx.
"""

__version__ = "0.1.0"
