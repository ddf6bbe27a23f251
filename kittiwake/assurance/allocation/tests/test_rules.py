"""Who held a child on which day: every day of an open involvement is exactly one of named, cover and nobody."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.gaps import rules as rules_of_gaps
from kittiwake.assurance.allocation.gaps.rules import Days, Holding, State

ZERO = date(2026, 1, 1)


def on(number: int) -> date:
    return ZERO + timedelta(days=number)


def days(start: int, end: int | None = None) -> Days:
    return Days(on(start), None if end is None else on(end))


spans = st.builds(
    lambda start, length: days(start, None if length is None else start + length),
    st.integers(0, 60),
    st.none() | st.integers(0, 40),
)
holdings = st.builds(Holding, days=spans, worker=st.sampled_from([None, "a", "b"]), is_cover=st.booleans())
worlds = st.tuples(st.lists(spans, max_size=4), st.lists(holdings, max_size=6))
at_ease = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
ALL = [on(number) for number in range(-2, 110)]


def held_on(day: date, held: list[Holding]) -> State:
    """As a person would say it, day by day."""
    now = [hold for hold in held if hold.days.has(day) and hold.worker is not None]
    if any(not hold.is_cover for hold in now):
        return State.NAMED
    return State.COVER if now else State.NOBODY


@at_ease
@given(worlds)
def test_every_open_day_is_in_exactly_one_stretch_and_every_other_in_none(world) -> None:
    open_, held = world
    stretches = rules_of_gaps.stretches(open_, held)
    for day in ALL:
        is_open = any(span.has(day) for span in open_)
        here = [stretch.state for stretch in stretches if stretch.days.has(day)]
        assert here == ([held_on(day, held)] if is_open else [])


@at_ease
@given(worlds)
def test_stretches_are_in_order_and_neighbours_differ(world) -> None:
    stretches = rules_of_gaps.stretches(*world)
    for before, after in pairwise(stretches):
        assert before.days.ends_on is not None
        assert before.days.ends_on <= after.days.starts_on
        if before.days.ends_on == after.days.starts_on:
            assert (before.state, before.worker) != (after.state, after.worker)


@at_ease
@given(worlds)
def test_a_day_is_in_a_gap_when_it_has_no_named_worker(world) -> None:
    stretches = rules_of_gaps.stretches(*world)
    gaps = rules_of_gaps.gaps(stretches)
    for day in ALL:
        states = {stretch.state for stretch in stretches if stretch.days.has(day)}
        assert any(gap.days.has(day) for gap in gaps) == bool(states - {State.NAMED})
        if gap := rules_of_gaps.gap_on(stretches, day):
            assert sum(part.days.has(day) for part in gap.parts) == 1


@at_ease
@given(worlds)
def test_gaps_do_not_touch(world) -> None:
    gaps = rules_of_gaps.gaps(rules_of_gaps.stretches(*world))
    assert all(
        first.days.ends_on and first.days.ends_on < second.days.starts_on for first, second in pairwise(gaps)
    )


def test_duty_cover_is_a_gap_and_is_told_apart() -> None:
    held = [Holding(days(0, 10), "a"), Holding(days(10, 12)), Holding(days(12, None), "duty", is_cover=True)]
    stretches = rules_of_gaps.stretches([days(0)], held)
    assert [stretch.state for stretch in stretches] == [State.NAMED, State.NOBODY, State.COVER]
    (gap,) = rules_of_gaps.gaps(stretches)
    assert (gap.days, gap.is_covered) == (days(10), True)


def test_a_child_on_a_track_whom_no_team_holds_is_held_by_nobody() -> None:
    assert [stretch.state for stretch in rules_of_gaps.stretches([days(0, 5)], [])] == [State.NOBODY]


def test_days_before_the_involvement_and_after_it_are_no_gap() -> None:
    assert rules_of_gaps.gaps(rules_of_gaps.stretches([days(5, 10)], [Holding(days(5, 10), "a")])) == []


def test_a_worker_who_left_holds_nobody_whatever_the_row_says() -> None:
    row = Holding(days(0), "a")
    assert row.until(on(5)).days == days(0, 5)
    assert row.until(None) == row
    assert Holding(days(0, 3), "a").until(on(5)).days == days(0, 3)


@pytest.mark.parametrize(
    ("workers", "changed"),
    [
        (["a"], []),
        (["a", "b"], [1]),
        (["a", None, "a"], []),
        (["a", None, "b"], [2]),
        (["a", "b", "a"], [1, 2]),
        ([None, "a"], []),
    ],
)
def test_a_change_is_another_named_worker(workers: list[str | None], changed: list[int]) -> None:
    held = [Holding(days(place * 10, place * 10 + 10), worker) for place, worker in enumerate(workers)]
    stretches = rules_of_gaps.stretches([days(0)], held)
    assert rules_of_gaps.changes(stretches) == [on(place * 10) for place in changed]


@pytest.mark.parametrize(
    ("tracks", "standard"),
    [
        ([], rules.NAMED_WORKER),
        (["early_help", "child_in_need"], rules.NAMED_WORKER),
        (["child_protection"], rules.NAMED_WORKER_SOONER),
        (["care_leaver", "in_care"], rules.NAMED_WORKER_SOONER),
    ],
)
def test_a_child_in_care_or_on_a_protection_plan_waits_less(tracks: list[str], standard) -> None:
    assert rules.limit_of(tracks) == standard


@pytest.mark.parametrize(
    ("day", "why"), [(4, "not work here yet"), (5, ""), (9, ""), (10, "has left"), (11, "has left")]
)
def test_a_worker_is_here_from_their_first_day_to_the_day_before_they_left(day: int, why: str) -> None:
    said = rules.why_not_here("Sam", on(day), starts_on=on(5), left_on=on(10))
    assert bool(said) == bool(why)
    assert why in said
