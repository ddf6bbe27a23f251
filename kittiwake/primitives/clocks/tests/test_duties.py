"""How a duty begins, is met, comes back and is over; read aloud, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.primitives.clocks import duties
from kittiwake.primitives.clocks.duties import BROUGHT_OVER, Act, Duty, Facts, Reading, Stretch, chain
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.record.models import Child, Track
from kittiwake.time.durations import days
from kittiwake.time.moments import start_of

VISIT = Standard("example.visit", "Visit", days(7), "Made up for this test")
LAST = Standard("example.last_visit", "Last visit", days(28), "Made up for this test")
FIRST_DAY, LAST_DAY = date(2026, 3, 2), date(2026, 3, 20)
TRACK = 1  # the entry of the track
OPEN, ENDED = Stretch(TRACK, FIRST_DAY), Stretch(TRACK, FIRST_DAY, LAST_DAY, "They left")


def on(day: int, entry_id: int | None = 9, **more: bool) -> Act:
    """At noon on that day of March."""
    return Act(datetime(2026, 3, day, 12, tzinfo=UTC), entry_id, **more)


def asked(stretch: Stretch = OPEN) -> Duty:
    return stretch.ask(VISIT)


@pytest.mark.parametrize(
    ("acts", "met"),
    [
        ([], None),
        ([on(1)], None),  # before it was asked for
        ([on(5), on(3)], on(3)),
        ([on(1), on(5)], on(5)),
    ],
)
def test_it_is_met_by_the_first_that_was_done_since(acts: list[Act], met: Act | None) -> None:
    assert asked().met_by(acts).met == met


@pytest.mark.parametrize(
    ("acts", "met_at"),
    [([], None), ([on(5), on(3)], on(3).at), ([on(1), on(5)], start_of(FIRST_DAY))],
)
def test_where_any_counts_what_was_done_before_meets_it_as_it_begins(
    acts: list[Act], met_at: datetime | None
) -> None:
    met = asked().met_by_any(acts).met
    assert (met and met.at) == met_at


def test_what_a_list_told_of_the_latest_alone_is_neither_met_nor_late() -> None:
    duty = asked().met_by([on(3, brought_over=True)])
    assert (duty.met, duty.over_at, duty.why_over) == (None, duty.starts_at, BROUGHT_OVER)
    assert duty.until(start_of(LAST_DAY), "They left") == duty


def test_it_is_over_with_what_asked_for_it() -> None:
    assert (asked(ENDED).over_at, asked(ENDED).why_over) == (start_of(LAST_DAY), "They left")
    assert (asked().over_at, asked().why_over) == (None, "")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((2, 5), (5, 9), False),  # ended as the other began
        ((2, 6), (5, 9), True),
        ((2, None), (5, None), True),
        ((5, 9), (2, 5), False),
        ((5, 9), (2, None), True),
        ((9, None), (2, 5), False),
    ],
)
def test_two_stretches_meet_where_some_day_is_in_both(
    one: tuple[int, int | None], other: tuple[int, int | None], meet: bool
) -> None:
    def stretch(first: int, last: int | None) -> Stretch:
        return Stretch(TRACK, date(2026, 3, first), last and date(2026, 3, last))

    assert stretch(*one).meets(stretch(*other)) is meet


def test_what_was_done_on_its_last_day_was_done_in_it() -> None:
    assert ENDED.of([on(21), on(20), on(1), on(2)]) == [on(2), on(20)]
    assert OPEN.of([on(21), on(1)]) == [on(21)]


def runs(stretch: Stretch, acts: list[Act], following: duties.Following = lambda *_: VISIT) -> list[tuple]:
    """(standard, from which day of March, met on which)"""
    return [
        (duty.standard.key, duty.starts_at.astimezone(UTC).day, duty.met and duty.met.on.day)
        for duty in chain(stretch.ask(VISIT), stretch, acts, following)
    ]


@pytest.mark.parametrize(
    ("what", "stretch", "acts", "expected"),
    [
        ("nothing was done", OPEN, [], [(2, None)]),
        ("each starts the next", OPEN, [on(5), on(9)], [(2, 5), (5, 9), (9, None)]),
        ("what was done before it is none of it", OPEN, [on(1), on(5)], [(2, 5), (5, None)]),
        ("nothing follows the last day", ENDED, [on(5), on(20)], [(2, 5), (5, 20)]),
        ("nor what no line tells of", OPEN, [on(5, None)], [(2, 5)]),
        ("until something does again", OPEN, [on(5, None), on(9)], [(2, 5), (9, None)]),
    ],
)
def test_it_comes_back_until_the_stretch_is_over(
    what: str, stretch: Stretch, acts: list[Act], expected: list[tuple[int, int | None]]
) -> None:
    assert runs(stretch, acts) == [(VISIT.key, *each) for each in expected], what


def test_what_follows_may_differ_by_how_often_it_was_done_and_end() -> None:
    def following(_: Act, number: int) -> Standard | None:
        return LAST if number == 1 else None

    assert runs(OPEN, [on(5), on(9), on(12)], following) == [(VISIT.key, 2, 5), (LAST.key, 5, 9)]


def test_what_follows_hangs_on_the_act_and_ends_with_the_stretch() -> None:
    first, second = chain(asked(ENDED), ENDED, [on(5, 7, time_known=False)], lambda *_: LAST)
    assert (first.entry_id, second.entry_id, second.time_known) == (TRACK, 7, False)
    assert (second.over_at, second.why_over) == (start_of(LAST_DAY), "They left")


@pytest.mark.parametrize(
    ("acts", "at", "met", "over"),
    [
        ([], on(19), False, False),  # what will be over one day is not yet
        ([], on(20), False, True),
        ([on(20)], on(21), True, True),  # done on the day it ended
        ([on(21)], on(22), False, True),  # and after it
    ],
)
def test_how_it_stands_at_a_time(acts: list[Act], at: Act, met: bool, over: bool) -> None:
    stands = duties._as_of(asked(ENDED).met_by(acts), at.at)
    assert (stands.met is not None, stands.over_at is not None) == (met, over)


def facts(*tracks: Track, **child: object) -> Facts:
    acts = {"seen": [on(9), on(3)], "heard": [on(5)]}
    return Facts(Child(**child), on(21).at, tracks, Reading({}), acts)


def test_the_facts_are_in_order_whoever_knows_of_them() -> None:
    assert facts().done("heard", "seen", "told") == [on(3), on(5), on(9)]
    assert facts().today == date(2026, 3, 21)


def test_the_times_on_a_track_are_those_that_stand_on_the_chronology() -> None:
    in_care = {"kind": "in_care", "starts_on": FIRST_DAY}
    known = facts(
        Track(**in_care, entry_id=TRACK, ends_on=LAST_DAY),
        Track(**in_care, entry_id=None),
        Track(kind="child_in_need", starts_on=FIRST_DAY, entry_id=3),
        Track(**in_care, entry_id=4),
    )
    assert known.stretches("in_care", "They left") == [ENDED, Stretch(4, FIRST_DAY)]


@pytest.mark.parametrize(
    ("birth_is", "known"), [("known", True), ("approximate", False), ("expected", False)]
)
def test_an_age_is_counted_from_a_day_that_is_known(birth_is: str, known: bool) -> None:
    born = facts(born_on=FIRST_DAY, birth_is=birth_is).born_on()
    assert born == (FIRST_DAY if known else None)


def test_an_act_is_of_its_day_in_london() -> None:
    just_after_midnight = Act(datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    assert just_after_midnight.on == date(2026, 6, 30) + timedelta(days=1)
