"""The command line: one thin module a subject. Parse, one use case, show."""
