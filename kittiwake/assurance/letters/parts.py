"""A letter's statements in parts of a size that one form holds: each of one section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kittiwake.assurance.letters.models import Statement

LARGEST = 25  # statements on one form
OPENING = "What the letter opens with"


@dataclass(frozen=True)
class Part:
    """`number` counts the parts of a letter from 1; `place` and `of`: where it stands among those of its section."""

    number: int
    section: str
    place: int
    of: int
    statements: Sequence[Statement] = field(repr=False)

    @property
    def title(self) -> str:
        title = self.section or OPENING
        return f"{title} ({self.place} of {self.of})" if self.of > 1 else title

    @property
    def confirmed(self) -> int:
        return sum(statement.is_confirmed for statement in self.statements)

    @property
    def is_done(self) -> bool:
        return self.confirmed == len(self.statements)


def parts_of(statements: Iterable[Statement]) -> list[Part]:
    """`statements` in their order."""
    parts: list[Part] = []
    for section, together in groupby(statements, key=lambda statement: statement.section):
        rows = list(together)
        pieces = [rows[start : start + LARGEST] for start in range(0, len(rows), LARGEST)]
        parts += [
            Part(len(parts) + place, section, place, len(pieces), piece)
            for place, piece in enumerate(pieces, 1)
        ]
    return parts


def next_to_confirm(parts: Sequence[Part], after: int = 0) -> Part | None:
    """The first after this one with something to confirm, and round to the beginning again."""
    waiting = [part for part in parts if not part.is_done]
    return next((part for part in waiting if part.number > after), next(iter(waiting), None))
