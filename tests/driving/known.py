"""Forms that are not right yet. Taken out one by one; nothing is added."""

KNOWN: set[str] = set()
