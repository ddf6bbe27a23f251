"""What becomes of a letter: added once, corrected, confirmed by several at a time, struck out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.assurance.letters import events, recording, rules
from kittiwake.assurance.letters.facts import Decision, SourceFile
from kittiwake.assurance.letters.models import Letter, LetterFile, Statement
from kittiwake.assurance.letters.reading.letters import read
from kittiwake.assurance.letters.tests import made_up
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast

LATER = NOW + timedelta(hours=1)


def added(cast: Cast, text: str = made_up.REPORT, file: SourceFile | None = None) -> Letter:
    return recording.add_letter(read(text), text, file=file, by=cast.user("principal"), at=NOW)


def decision(statement: Statement, reading: str, theme: str = "", seen_at: object = None) -> Decision:
    return Decision(statement.pk, reading, theme, seen_at)  # type: ignore[arg-type]


def test_a_letter_is_added_with_its_statements_and_its_file(cast: Cast) -> None:
    letter = added(cast, file=SourceFile("report.txt", "txt", b"It is good."))
    assert (letter.kind, letter.council, letter.grades["overall"]) == (
        rules.STANDARD, "Far Hedge Council", rules.REQUIRES_IMPROVEMENT,
    )  # fmt: skip
    assert letter.statements.count() == 14
    assert bytes(LetterFile.objects.get().content) == b"It is good."
    first = letter.statements.first()
    assert first is not None
    assert (first.ordinal, first.reading, first.is_confirmed) == (1, first.proposed_reading, False)
    assert Event.objects.filter(what=events.ADDED.name, subject_id=letter.pk).exists()


def test_the_same_words_are_the_same_letter_however_their_lines_break(cast: Cast) -> None:
    added(cast)
    with pytest.raises(
        Refused, match="here already: “Standard inspection, Far Hedge Council”, added by Principal"
    ):
        added(cast, " ".join(made_up.REPORT.split()))
    assert Letter.objects.count() == 1


def test_a_letter_that_was_struck_out_can_be_added_again(cast: Cast) -> None:
    letter = added(cast)
    with pytest.raises(Refused, match="Enter why"):
        recording.strike_out_letter(letter, reason=" ", by=cast.user("director"), at=LATER)
    recording.strike_out_letter(letter, reason="Withdrawn", by=cast.user("director"), at=LATER)
    assert (letter.is_struck_out, str(letter.struck_out_by)) == (True, str(cast.user("director")))
    assert added(cast).pk != letter.pk
    assert Statement.objects.standing().count() == 14
    with pytest.raises(Refused, match="struck out"):
        recording.strike_out_letter(letter, reason="Twice", by=cast.user("director"), at=LATER)


def test_more_sentences_than_any_letter_has(cast: Cast) -> None:
    with pytest.raises(Refused, match="more than 3,000 sentences"):
        added(cast, "It is good. " * 3001)


def facts(letter: Letter, **more: object) -> dict[str, object]:
    names = ("kind", "council", "visited_from", "visited_to", "published_on", "grades")
    return {**{name: getattr(letter, name) for name in names}, **more}


def test_what_it_is_is_corrected_and_kept_in_the_history(cast: Cast) -> None:
    letter, by = added(cast), {"by": cast.user("director"), "at": LATER}
    changed = facts(letter, council="Far Hedge", grades={"overall": rules.GOOD})
    recording.correct_letter(letter, version=0, **changed, **by)  # type: ignore[arg-type]
    assert (letter.council, letter.grades, letter.version) == ("Far Hedge", {"overall": rules.GOOD}, 1)
    event = Event.objects.get(what=events.CORRECTED.name)
    assert event.changes["Council"] == ["Far Hedge Council", "Far Hedge"]
    recording.correct_letter(letter, version=1, **facts(letter), **by)  # type: ignore[arg-type]
    assert letter.version == 1


@pytest.mark.parametrize(
    ("version", "more", "says"),
    [
        (3, {}, "Somebody else has just corrected"),
        (0, {"visited_to": date(2026, 3, 1)}, "cannot end before it starts"),
        (0, {"visited_to": date(1926, 3, 1), "visited_from": None}, "1926|before"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(cast: Cast, version: int, more: dict, says: str) -> None:
    letter = added(cast)
    with pytest.raises(Refused, match=says):
        recording.correct_letter(
            letter,
            version=version,
            **facts(letter, **more),
            by=cast.user("director"),
            at=LATER,  # type: ignore[arg-type]
        )


def test_confirming_keeps_what_was_proposed_beside_what_is_so(cast: Cast) -> None:
    letter = added(cast)
    agreed, changed, left = letter.statements.order_by("ordinal")[:3]
    decisions = [decision(agreed, agreed.reading, agreed.theme), decision(changed, rules.NEUTRAL, "homes")]
    recording.confirm(letter, decisions, by=cast.user("principal"), at=LATER)
    for statement in (agreed, changed, left):
        statement.refresh_from_db()
    assert (changed.proposed_reading, changed.reading, changed.theme) == (
        rules.STRENGTH,
        rules.NEUTRAL,
        "homes",
    )
    assert (agreed.confirmed_by, agreed.confirmed_at, left.confirmed_at) == (
        cast.user("principal"),
        LATER,
        None,
    )
    event = Event.objects.get(what=events.CONFIRMED.name)
    assert event.changes["Statements"][1] == "2 confirmed, 1 of them otherwise than proposed"


def test_of_two_who_decide_otherwise_the_second_is_told_and_nothing_of_the_first_is_lost(cast: Cast) -> None:
    letter = added(cast)
    first, second = letter.statements.order_by("ordinal")[:2]
    recording.confirm(letter, [decision(first, rules.SHORTFALL)], by=cast.user("principal"), at=NOW)
    unseen = [decision(first, rules.NEUTRAL), decision(second, rules.NEUTRAL)]
    with pytest.raises(recording.DecidedOtherwise, match="not recorded yet") as refused:
        recording.confirm(letter, unseen, by=cast.user("director"), at=LATER)
    first.refresh_from_db()
    second.refresh_from_db()
    assert [statement.pk for statement in refused.value.statements] == [first.pk]
    assert (first.reading, second.is_confirmed) == (rules.SHORTFALL, False)
    seen = [decision(first, rules.NEUTRAL, seen_at=first.confirmed_at)]
    recording.confirm(letter, [*seen, unseen[1]], by=cast.user("director"), at=LATER)
    first.refresh_from_db()
    assert (first.reading, first.confirmed_by) == (rules.NEUTRAL, cast.user("director"))


def test_of_two_who_decide_alike_neither_is_told(cast: Cast) -> None:
    letter = added(cast)
    first = letter.statements.order_by("ordinal").first()
    assert first is not None
    for name in ("principal", "director"):
        recording.confirm(letter, [decision(first, rules.SHORTFALL, "plans")], by=cast.user(name), at=LATER)
    first.refresh_from_db()
    assert first.confirmed_by == cast.user("principal")


def test_a_statement_of_another_letter_is_not_touched(cast: Cast) -> None:
    letter, other = added(cast), added(cast, made_up.MONITORING)
    theirs = other.statements.first()
    assert theirs is not None
    recording.confirm(letter, [decision(theirs, rules.NEUTRAL)], by=cast.user("principal"), at=LATER)
    theirs.refresh_from_db()
    assert not theirs.is_confirmed


@pytest.mark.parametrize(("reading", "theme"), [("praise", ""), (rules.STRENGTH, "weather")])
def test_what_is_on_no_list_is_refused(cast: Cast, reading: str, theme: str) -> None:
    letter = added(cast)
    statement = letter.statements.first()
    assert statement is not None
    with pytest.raises(Refused, match="from the lists"):
        recording.confirm(letter, [decision(statement, reading, theme)], by=cast.user("principal"), at=LATER)


def test_nothing_is_confirmed_in_a_letter_that_was_struck_out(cast: Cast) -> None:
    letter = added(cast)
    recording.strike_out_letter(letter, reason="Withdrawn", by=cast.user("director"), at=LATER)
    with pytest.raises(Refused, match="struck out"):
        recording.confirm(letter, [], by=cast.user("principal"), at=LATER)
