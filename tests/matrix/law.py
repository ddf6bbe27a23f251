"""The answer each page must give, from the role table and the facts: no view, queryset or SQL of ours is asked."""

from __future__ import annotations

from enum import Enum
from typing import Any

from kittiwake.access import powers
from kittiwake.access.tests.reference import Reference
from kittiwake.accounts.models import User
from kittiwake.record.kinds import kinds_shown_to
from kittiwake.record.models import Child, Entry
from tests.matrix.pages import NAME, Made, Page


class Answer(Enum):
    OPEN = "opens"
    HIDDEN = "is not there"
    REFUSED = "is refused"
    SIGN_IN = "is sent to sign in"


class Law:
    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.sight: dict[tuple[int, int], bool] = {}

    def answer(self, page: Page, person: User | None, made: Made | None) -> Answer:
        if person is None:
            return Answer.SIGN_IN
        if page.power not in powers.HOLDS[person.role]:
            return Answer.REFUSED
        subject = page.subject(made)
        if (
            made is not None
            and page.about
            and page.of_a_child
            and not self.may_see(person, made.child, subject)
        ):
            return Answer.HIDDEN
        if made is not None and page.about and page.of_a_child and self.only_reads(page, person, made.child):
            return Answer.REFUSED
        beyond = page.unless(person, made) if page.unless else ""
        return {"": Answer.OPEN, "hidden": Answer.HIDDEN, "refused": Answer.REFUSED}[beyond]

    def only_reads(self, page: Page, person: User, child: Child) -> bool:
        """Whoever only broke in may open what shows, and nothing that records or decides."""
        return not page.power.only_reads and self.reference.only_opened(person, child)

    def may_see(self, person: User, child: Child, subject: Any) -> bool:
        return self.sees(person, child) and self.may_see_kind(person, entry_of(subject))

    def sees(self, person: User, child: Child) -> bool:
        key = (person.pk, child.pk)
        if key not in self.sight:
            self.sight[key] = self.reference.sees(person, child)
        return self.sight[key]

    def may_see_kind(self, person: User, entry: Entry | None) -> bool:
        """Partners and children see a few kinds of entry, and nothing that was struck out."""
        if entry is None or person.role not in powers.OUTSIDE:
            return True
        return entry.kind in kinds_shown_to(person.role) and entry.struck_out_at is None

    def may_read(self, person: User | None, made: Made, word: str) -> bool:
        """Whether a word of this child's record may stand on a page of theirs. A name is no entry's."""
        if person is not None and word in made.kept:
            return person.pk in made.kept[word]
        if person is None or not self.sees(person, made.child):
            return False
        if person.role not in powers.OUTSIDE or word == made.word(NAME):
            return True
        entries = (entry_of(row) for row in made.values() if hasattr(row, "_meta"))
        own = [entry for entry in entries if entry and made.word(entry.kind) == word]
        return bool(own) and all(self.may_see_kind(person, entry) for entry in own)


HANGS_FROM_NONE = (None, "child", "user", "importer", "only", "self", "internal", "power")


def entry_of(row: Any) -> Entry | None:
    """The line of the chronology that a row hangs from, or None where it hangs from the child."""
    if isinstance(row, Entry):
        return row
    if isinstance(row, Child | int) or row.access_path in HANGS_FROM_NONE:
        return None  # a bare number is the key of somebody or something that is about no child
    return entry_of(getattr(row, row.access_path))
