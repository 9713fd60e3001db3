"""klacht: the secretariat of a klachtencommissie ongewenste omgangsvormen, on the command line.

The map of the house. Imports point down only; `lint-imports` fails the build when one does not.

    cli/            one thin module a subject: parse, one use case, show. `scherm` alone owns rich; aanreiken (a file, a
                    mail, a form, a conversation), formulierantwoorden (a form as answers to the questions), tab (what a
                    shell may fill in)
    secretariaat/   the use cases: read -> decide -> append -> return data; nakijken (everything looked at),
                    sleutelloos (cases without a key), onafgemaakt (a conversation that was stopped half-way),
                    meerekenen (a replay by several processes)
    audit/          trust nobody: replay (spel, one case entry by entry: handelingen, termijnen, toetsen, brieven,
                    plichten; oorzaak, why a value differs) from a journal or a package (bron); register and eigen
                    (the numbers of cases, what was destroyed, what belongs to none); the package: stof (what
                    it is made of), inhoud (its files), bag and baglezer (BagIt, written and read), bewezen (the proof),
                    lakken (without personal facts), mdto, verloopblad
    stukken/        what goes out: sjabloon (docx templates, compiled once), brieven (the kinds of letter), gegevens
                    (what each holds, for one reader), lezer (who that is), agenda (.ics), pdf; werkboek (.xlsx, written
                    and read back), overzicht (the sheets of the voorzitter), jaarverslag, verklaring, tekstblad;
                    the form for a klager: formuliervelden (what it asks), formuliertekst (what stands on it, by the
                    regulation), formulier (the docx), formulier_lezen and formuliertafels (read back), celtekst (what
                    stands in a cell)
    journaal/       the memory, the only owner of sqlite3 and cryptography: codec, keten (the chain), sleutels (the key
                    ring), vernieuwing (a key destroyed, the master renewed), opslag, lezen, koppen, nummers (without
                    keys),
                    regelboek (the rules it keeps), bewijs (proof outside the journal), ringcontrole, kladzegel (what is
                    not recorded yet); kopie, stroom, sleutelkopie (backup)
    instellingen/   TOML, JSON and e-mail (berichten) -> values; collects every fault of a file, not only the first
    zaak/           the case, pure: klaagschrift, gebeurtenissen (what happened), zaak (the fold), correctie and
                    verbetering (what one may do); toetsing and samenstelling (findings), verwijzing (where else to
                    turn); termijnteller, termijnstand, plichten, taken (what must be done, by when); procedure, eisen,
                    gebreken (what may be done, and what belongs before it); naleving; feitenlijn and
                    narekening (the second calculation, which shares no step with the first); bewaren; signalen
                    (what several cases have in common); telling, cijfers (figures and the cases behind each),
                    onderdrukking (what may be shown of them)
    recht/          the law, pure: duur, datum, dagtaal (days as people say them), kalender, termijn, regeling,
                    wegwijzer (who, about whom, where); natelling (the second way to count)
    fouten          every refusal: code, fact, ground, remedy, exit code
    klok            the only reader of the clock and the time zone
    schijf          files written whole or not at all, and the words for what a disk refuses

The law itself is data: `config/` (regulations, calendar, committee, fracties, thresholds) and `templates/` are shipped
in the wheel and copied into a work folder by `klacht init`, where the secretary edits them.

The way of a klaagschrift: `cli.ontvangen` -> `instellingen.klaagschriften` (file -> value) ->
`secretariaat.ontvangst` (decides, in one transaction) -> `journaal.opslag` (seals, chains, stores) ->
`zaak.zaak.vouw` (events -> state) -> `zaak.toetsing` / `zaak.termijnstand` / `zaak.plichten` -> screen, or
`secretariaat.post` -> `stukken.gegevens` -> docx.

What goes to the voorzitter or outside is folded anew each time: `secretariaat.overzicht` lays every case out in rows
(`stukken.overzichtbladen` has the columns) and `secretariaat.opmerkingen` reads them back; `secretariaat.jaarverslag`
counts (`zaak.cijfers`), hides (`zaak.onderdrukking`) and lays out (`stukken.jaarverslag`). A new column is a `Veld`; a
new figure is a `Regel` in an `Opzet`.

An entry carries what a replay needs: the terms that it began or moved (`secretariaat.vastleggen`), the rules, template
and committee that it names by their hash. `secretariaat.herspelen` hands journal or package to `audit.herspeel`, which
knows neither clock nor file. Of many cases each process reads its own (`secretariaat.meerekenen`); which others a check
should have seen is asked where all come by (`audit.namen`).

An act: a command in `cli` (besluiten, bemiddelen, horen, afronden) builds an event and hands it to
`secretariaat.handelingen.doe`, which holds it against the regulation's data ([[handeling]], [[plicht]]), records it,
makes the letters that belong to it, and says what follows. To add one: an event in `zaak.gebeurtenissen` (its fact in
`zaak.ankers`), its [[handeling]] and [[plicht]] in config/regelingen, a command. To add a letter: a text in
tools/brieven, an entry in letters.toml, a [[plicht]] that it meets.
"""

__version__ = "0.4.0"
