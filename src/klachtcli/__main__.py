"""`python -m klachtcli` is `klacht`."""

from klachtcli.cli.start import main

main()
