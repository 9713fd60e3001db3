"""THE CASE, pure: the klaagschrift, the events, the fold, the checks, the terms and what may happen when."""
