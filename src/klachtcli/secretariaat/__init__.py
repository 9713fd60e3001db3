"""The use cases: read, decide, append, and return data. They own the order of things, and no screen."""
