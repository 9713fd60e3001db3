"""Trust nobody: replay of every decision from what was recorded, and the package in which a case is handed over."""
