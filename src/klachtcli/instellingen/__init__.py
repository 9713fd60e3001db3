"""TOML and JSON -> values of `recht` and `zaak`. Every reader collects all faults of a file, with their place."""
