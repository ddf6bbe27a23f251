"""What a rule names as its source, by the edition in force on a day.

A source names a document as {missing_children} or {working_together, chapter 3}; whatever is shown goes through `cited`,
so that a page cites what applies on the day and nobody rewrites rules when a new edition comes. What a rule was read in
stays said where the newer edition has not been compared with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

NAMED = re.compile(r"\{(\w+)(?:, ([^}]+))?\}")


@dataclass(frozen=True)
class Edition:
    """One edition, from the day it applied. `is_compared`: our rules have been read in it, and not in the one before."""

    year: str
    since: date
    is_compared: bool = True


@dataclass(frozen=True)
class Document:
    name: str
    editions: tuple[Edition, ...]  # oldest first

    def on(self, day: date, place: str = "") -> str:
        """As it is cited on that day; before its first edition, as that one."""
        applies = [edition for edition in self.editions if edition.since <= day] or [self.editions[0]]
        read = [edition for edition in applies if edition.is_compared][-1]
        where = f", {place}" if place else ""
        if applies[-1] == read:
            return f"{self.name} {read.year}{where}"
        return f"{self.name} {applies[-1].year} (read in that of {read.year}{where})"


DOCUMENTS = {
    # HM Government; the edition of 18 March 2026 replaced that of December 2023, and its text could not be read yet.
    "working_together": Document(
        "Working Together",
        (Edition("2023", date(2023, 12, 15)), Edition("2026", date(2026, 3, 18), is_compared=False)),
    ),
    "missing_children": Document(
        "Statutory guidance on children who run away or go missing from home or care",
        (Edition("(2014)", date(2014, 1, 31)),),
    ),
}


def cited(source: str, on: date) -> str:
    """The source as it reads on that day. Braces around anything else are the words of whoever wrote them."""

    def named(cited: re.Match[str]) -> str:
        document = DOCUMENTS.get(cited[1])
        return document.on(on, cited[2] or "") if document else cited[0]

    return NAMED.sub(named, source)
