"""THE MEMORY: events, sealed per case and chained, in one SQLite file; their keys in a ring outside the work folder."""
