"""`python -m klachtcli` is `klacht`."""

from klachtcli.cli.start import main

if __name__ == "__main__":  # a replay of many cases starts processes of its own
    main()
