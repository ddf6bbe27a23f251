"""What is handed over: written, met, told, and signed by both."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.broken_links import not_handed_over, not_introduced
from kittiwake.assurance.allocation.handovers.recording import introduce, sign, write_note
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.allocation.tests.making import TODAY, changed
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Words
from tests.cast import NOW, Cast, make_child

NOTE = {
    "matters": "Football, and being told the truth",
    "promised": "To ring on Friday",
    "watch_for": "Tuesdays",
}


@pytest.fixture
def change(cast: Cast) -> Change:
    return changed(cast, cast.ash, cast.workers["colleague"])


def noted(change: Change, cast: Cast) -> Change:
    return write_note(change, **NOTE, version=change.version, by=cast.user("worker"), at=NOW)


def met(change: Change, cast: Cast, **more: Any) -> Change:
    facts = {
        "introduced_on": TODAY,
        "introduced_by": "Worker",
        "introduced_how": "In the park",
        "told_on": TODAY - timedelta(days=2),
        "told_how": "by_old",
        "child_words": "Will you stay?",
        **more,
    }
    return introduce(change, **facts, by=cast.user("colleague"), at=NOW)


def running(change: Change) -> set[str]:
    return set(Clock.objects.running().filter(entry=change.entry).values_list("key", flat=True))


def test_it_is_handed_over_when_both_have_signed_what_was_written(cast: Cast, change: Change) -> None:
    change = noted(change, cast)
    change = sign(change, side="before", by=cast.user("worker"), at=NOW)
    assert rules.HANDED_OVER.key in running(change)
    change = sign(change, side="after", by=cast.user("colleague"), at=NOW)
    assert change.is_signed
    assert running(change) == {rules.INTRODUCED.key}


def test_the_child_met_the_new_worker_and_said_something(cast: Cast, change: Change) -> None:
    met(change, cast)
    assert running(change) == {rules.HANDED_OVER.key}
    words = Words.objects.get(entry=change.entry)
    assert (words.text, words.topic) == ("Will you stay?", "their new worker")


def test_who_has_gone_is_signed_for_with_the_reason(cast: Cast, change: Change) -> None:
    change = noted(change, cast)
    change = sign(change, side="before", for_why="Off sick", by=cast.user("manager"), at=NOW)
    assert (change.signed_before_by, change.signed_for_why) == (cast.user("manager"), "Off sick")


@pytest.mark.parametrize(
    ("side", "who", "why", "said"),
    [
        ("after", "manager", "", "Only Colleague can say"),
        ("after", "manager", "Busy", "Only Colleague can say"),
        ("before", "manager", "", "Say why Worker cannot sign"),
        ("before", "colleague", " ", "Say why Worker cannot sign"),
    ],
)
def test_nobody_signs_for_another_without_a_reason_and_nobody_takes_over_for_another(
    cast: Cast, change: Change, side: str, who: str, why: str, said: str
) -> None:
    change = noted(change, cast)
    with pytest.raises(Refused, match=said):
        sign(change, side=side, for_why=why, by=cast.user(who), at=NOW)


def test_an_empty_note_is_not_signed_nor_one_twice(cast: Cast, change: Change) -> None:
    with pytest.raises(Refused, match="Write what matters"):
        sign(change, side="before", by=cast.user("worker"), at=NOW)
    change = sign(noted(change, cast), side="before", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="signed already"):
        sign(change, side="before", by=cast.user("worker"), at=NOW)


def test_of_two_who_write_the_note_one_is_told(cast: Cast, change: Change) -> None:
    noted(change, cast)
    with pytest.raises(Refused, match="somebody else has changed it"):
        write_note(change, **NOTE, version=1, by=cast.user("colleague"), at=NOW)


def test_what_was_signed_is_not_changed(cast: Cast, change: Change) -> None:
    change = sign(noted(change, cast), side="after", by=cast.user("colleague"), at=NOW)
    with pytest.raises(Refused, match="It has been signed"):
        noted(change, cast)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"introduced_on": TODAY + timedelta(days=1)}, "in the future"),
        ({"told_on": TODAY + timedelta(days=1)}, "in the future"),
        ({"introduced_on": TODAY - timedelta(days=3)}, "told on or before the day they met"),
    ],
)
def test_it_refuses_an_introduction_on_a_day_that_cannot_be(
    cast: Cast, change: Change, facts: dict, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        met(change, cast, **facts)


def test_they_meet_once(cast: Cast, change: Change) -> None:
    met(change, cast)
    with pytest.raises(Refused, match="on the record already"):
        met(change, cast)


def test_where_there_is_no_new_worker_there_is_nobody_to_meet_and_nothing_to_hand_over(cast: Cast) -> None:
    change = changed(cast, cast.ash, None)
    with pytest.raises(Refused, match="no new worker"):
        met(change, cast)
    with pytest.raises(Refused, match="Nobody handed over here"):
        noted(change, cast)
    first = changed(
        cast, make_child("Fern", "Frost", cast.north, None), cast.workers["worker"], reason="first"
    )
    with pytest.raises(Refused, match="Nobody handed over here"):
        noted(first, cast)


def test_what_was_not_done_in_time_is_on_the_board(cast: Cast, change: Change) -> None:
    def see(model):  # type: ignore[no-untyped-def]
        return model.objects.all()

    in_time, late = NOW + timedelta(days=7, hours=14), NOW + timedelta(days=7, hours=15)
    assert not [*not_introduced(see, in_time), *not_handed_over(see, in_time)]
    assert [broken.entry_id for broken in not_introduced(see, late)] == [change.pk]
    assert [broken.entry_id for broken in not_handed_over(see, late)] == [change.pk]
    met(change, cast)
    assert not list(not_introduced(see, late))
