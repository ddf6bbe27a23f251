"""Adding letters, saying what they are, and confirming how their statements are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.assurance.letters import events, rules
from kittiwake.assurance.letters.facts import Decision, LetterFacts, SourceFile
from kittiwake.assurance.letters.models import Letter, LetterFile, Statement
from kittiwake.assurance.letters.reading.letters import LetterRead
from kittiwake.assurance.letters.reading.statements import MOST
from kittiwake.assurance.letters.themes import TITLES
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand
from kittiwake.ui.dates import long_date

SOMEBODY_ELSE = "Somebody else has just corrected this letter. Look at it again before you change it."
CALLED = {
    "kind": "Kind",
    "council": "Council",
    "visited_from": "First day of the visit",
    "visited_to": "Last day of the visit",
    "published_on": "Published",
    "grades": "Grades",
}


@whole()
def add_letter(
    letter_read: LetterRead, text: str, *, file: SourceFile | None, by: User, at: datetime
) -> Letter:
    """Each statement as the rules propose it, until somebody confirms it. Refuses a letter that is here already."""
    if len(letter_read.statements) > MOST:
        raise Refused(f"It has more than {MOST:,} sentences. Send the letter alone.")
    mark = mark_of(text)
    with refused_by(letter_once_while_it_stands=lambda: _here_already(mark)):
        letter = Letter.objects.create(
            kind=letter_read.kind, council=letter_read.council[:200], visited_from=letter_read.visited_from,
            visited_to=letter_read.visited_to, published_on=letter_read.published_on, grades=letter_read.grades,
            text=text, sha256=mark, added_at=at, added_by=by,
        )  # fmt: skip
    if file:
        digest = sha256(file.content).hexdigest()
        LetterFile.objects.create(
            letter=letter, name=file.name[:200], format=file.format, sha256=digest, content=file.content
        )
    Statement.objects.bulk_create(_statements(letter, letter_read))
    history.write(events.ADDED, letter, by=by, at=at)
    return letter


def _statements(letter: Letter, letter_read: LetterRead) -> list[Statement]:
    return [
        Statement(
            letter=letter, ordinal=ordinal, kind=each.kind, section=each.section[:300], text=each.text,
            proposed_reading=each.reading, proposed_theme=each.theme, deciding=each.deciding,
            reading=each.reading, theme=each.theme,
        )
        for ordinal, each in enumerate(letter_read.statements, 1)
    ]  # fmt: skip


def mark_of(text: str) -> str:
    """The same for the same words, however their lines break and whichever file they came in."""
    return sha256(re.sub(r"[\W_]", "", text.casefold()).encode()).hexdigest()


def _here_already(mark: str) -> Refused:
    letter = Letter.objects.standing().select_related("added_by").get(sha256=mark)
    return Refused(
        f"This letter is here already: “{letter}”, added by {letter.added_by.name} on {long_date(letter.added_at)}. "
        "Look for it in the list of letters."
    )


@whole()
def correct_letter(
    letter: Letter, *, version: int, by: User, at: datetime, **facts: Unpack[LetterFacts]
) -> Letter:
    """What the letter is, as a person says. `version` is the one they read: of two who correct it one is told."""
    must_stand(letter)
    first, last = facts["visited_from"], facts["visited_to"]
    must_be_believable(at, visited_from=first, visited_to=last, published_on=facts["published_on"])
    if first and last and last < first:
        raise Refused("The visit cannot end before it starts.", field="visited_to")
    before = Letter.objects.select_for_update().get(pk=letter.pk)
    if before.version != version:
        raise Refused(SOMEBODY_ELSE)
    changes = {
        CALLED[name]: (_readable(getattr(before, name)), _readable(value))
        for name, value in facts.items()
        if getattr(before, name) != value
    }
    if changes:
        Letter.objects.filter(pk=letter.pk).update(version=version + 1, **facts)
        history.write(events.CORRECTED, letter, by=by, at=at, changes=changes)
    letter.refresh_from_db()
    return letter


def _readable(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return ", ".join(f"{judgement}: {grade}" for judgement, grade in sorted(value.items()))


class DecidedOtherwise(Refused):
    """Somebody else decided some of them since they were seen. `statements`: those, as they now stand."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        super().__init__(
            "Somebody else confirmed some of these while you were looking. What you chose is below, and is not recorded yet."
        )
        self.statements = statements


@whole()
def confirm(letter: Letter, decisions: Iterable[Decision], *, by: User, at: datetime) -> None:
    """How these statements are read. Refuses all of them where somebody else has decided one otherwise since it was seen:
    nobody's reading is replaced by somebody who did not know of it.
    """
    must_stand(letter)
    by_id = {decision.statement_id: _of_the_lists(decision) for decision in decisions}
    rows = (
        Statement.objects.select_for_update(of=("self",)).filter(letter=letter, pk__in=by_id).order_by("pk")
    )
    pairs = [(row, by_id[row.pk]) for row in rows.select_related("confirmed_by")]
    new = [(statement, decision) for statement, decision in pairs if not _is_as_decided(statement, decision)]
    if otherwise := [statement for statement, decision in new if statement.confirmed_at != decision.seen_at]:
        raise DecidedOtherwise(otherwise)
    if new:
        _keep(letter, new, by=by, at=at)


def _keep(letter: Letter, pairs: list[tuple[Statement, Decision]], *, by: User, at: datetime) -> None:
    for statement, decision in pairs:
        statement.reading, statement.theme = decision.reading, decision.theme
        statement.confirmed_at, statement.confirmed_by = at, by
    Statement.objects.bulk_update(
        [statement for statement, _ in pairs], ["reading", "theme", "confirmed_at", "confirmed_by"]
    )
    other = sum(statement.reading != statement.proposed_reading for statement, _ in pairs)
    changes = {"Statements": ("", f"{len(pairs)} confirmed, {other} of them otherwise than proposed")}
    history.write(events.CONFIRMED, letter, by=by, at=at, changes=changes)


def _is_as_decided(statement: Statement, decision: Decision) -> bool:
    is_same = (statement.reading, statement.theme) == (decision.reading, decision.theme)
    return statement.is_confirmed and is_same


def _of_the_lists(decision: Decision) -> Decision:
    if decision.reading not in dict(rules.READINGS) or decision.theme not in {"", *TITLES}:
        raise Refused("Choose a reading and a theme from the lists on the page.")
    return decision


@whole()
def strike_out_letter(letter: Letter, *, reason: str, by: User, at: datetime) -> Letter:
    """It was added by mistake, or inspectors withdrew it. It stays to be seen, and can be added again."""
    if not reason.strip():
        raise Refused("Enter why it is wrong.", field="reason")
    must_stand(letter)
    Letter.objects.filter(pk=letter.pk).update(
        struck_out_at=at, struck_out_by=by, struck_out_reason=reason.strip()
    )
    history.write(events.STRUCK_OUT, letter, by=by, at=at)
    letter.refresh_from_db()
    return letter
