"""How often, how long, how good: the examples of the standards, and what must hold whatever is drawn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.quality import rules as quality_rules
from kittiwake.primitives.clocks.rules import days

QUALIFIED = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("on", "since", "profession", "standard"),
    [
        (date(2026, 9, 1), QUALIFIED, "social_worker", rules.WEEKLY),
        (date(2026, 10, 12), QUALIFIED, "social_worker", rules.WEEKLY),  # the last day of six weeks
        (date(2026, 10, 13), QUALIFIED, "social_worker", rules.FORTNIGHTLY),
        (date(2027, 2, 28), QUALIFIED, "social_worker", rules.FORTNIGHTLY),
        (date(2027, 3, 1), QUALIFIED, "social_worker", rules.MONTHLY),  # six months
        (date(2026, 9, 1), None, "social_worker", rules.MONTHLY),
        (date(2026, 9, 1), QUALIFIED, "other", rules.OTHERS),
    ],
)
def test_how_often_somebody_is_supervised(on, since, profession, standard) -> None:
    assert rules.rhythm(on, profession=profession, newly_qualified_since=since) is standard


@pytest.mark.parametrize(
    ("standard", "on", "due_on"),
    [
        (rules.MONTHLY, date(2026, 10, 31), date(2026, 11, 30)),
        (rules.MONTHLY, date(2027, 1, 31), date(2027, 2, 28)),
        (rules.WEEKLY, date(2026, 12, 28), date(2027, 1, 4)),
        (rules.FORTNIGHTLY, date(2026, 11, 2), date(2026, 11, 16)),
        (rules.HIGH_RISK, date(2026, 11, 2), date(2026, 11, 30)),
    ],
)
def test_by_when_the_next_is_held(standard, on, due_on) -> None:
    assert rules.due_after(standard, on) == due_on


def test_a_council_that_changes_its_interval_changes_nothing_that_was_due_before() -> None:
    changed = rules.EVERY_CHILD.changed(days(56), source="Local", effective_from=date(2026, 11, 1))
    assert rules.due_after(changed, date(2026, 10, 31)) == date(2027, 1, 23)
    assert rules.due_after(changed, date(2026, 11, 1)) == date(2026, 12, 27)


@pytest.mark.parametrize("standard", [rules.WEEKLY, rules.FORTNIGHTLY, rules.MONTHLY])
def test_what_employers_agreed_nationally_is_not_changed_here(standard) -> None:
    with pytest.raises(ValueError, match="set nationally"):
        standard.changed(days(60), source="x", effective_from=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("tracks", "high", "standard"),
    [
        (["child_protection"], False, rules.PROTECTED),
        (["in_care", "child_protection"], False, rules.PROTECTED),
        (["child_in_need"], False, rules.EVERY_CHILD),
        ([], False, rules.EVERY_CHILD),
        (["early_help"], True, rules.HIGH_RISK),
        (["in_care"], True, rules.HIGH_RISK),
    ],
)
def test_how_often_a_child_is_talked_about(tracks, high, standard) -> None:
    assert rules.interval(tracks, is_high_risk=high) is standard


@given(
    on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    since=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    profession=st.sampled_from([key for key, _ in rules.PROFESSIONS]),
)
def test_it_is_never_further_apart_than_a_month(on, since, profession) -> None:
    due_on = rules.due_after(rules.rhythm(on, profession=profession, newly_qualified_since=since), on)
    assert timedelta(days=7) <= due_on - on <= timedelta(days=31)


@pytest.mark.parametrize(("apart", "is_gap"), [(41, False), (42, True), (90, True)])
def test_six_weeks_without_is_a_gap(apart, is_gap) -> None:
    on = date(2026, 11, 23)
    assert rules.is_gap(on - timedelta(days=apart), on) is is_gap


AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("held", "minutes", "field"),
    [
        (AT + timedelta(days=1), 90, "held"),
        (AT + timedelta(minutes=1), 90, "held"),
        (AT, 90, ""),
        (AT - timedelta(days=1), 0, "minutes"),
        (AT - timedelta(days=1), 481, "minutes"),
    ],
)
def test_what_cannot_be_recorded(held, minutes, field) -> None:
    assert rules.wrong_with_held(held, AT, minutes=minutes)[0] == field


def test_what_a_supervision_lacks_of_the_standard_is_said_and_stops_nothing() -> None:
    assert rules.short_of_standard("formal", 90, True) == []
    assert len(rules.short_of_standard("formal", 89, False)) == 2
    assert rules.short_of_standard("informal", 10, False) == []


def test_a_note_that_says_nothing_of_progress_is_told_so() -> None:
    words = dict.fromkeys(("changed", "child_view", "risk", "reflection", "effect"), "x")
    assert rules.gaps(**words, progress=" ") == ["It says nothing of progress since last time."]
    assert rules.gaps(**words, progress="x") == []


@pytest.mark.parametrize(
    ("facts", "mark"),
    [
        ({}, 4),
        ({"due_on": None}, 4),
        ({"due_on": date(2026, 11, 1)}, 3),
        ({"minutes": 89}, 3),
        ({"uninterrupted": False}, 3),
        ({"written_after": timedelta(days=5, seconds=1)}, 3),
        (
            {
                "due_on": date(2026, 11, 1),
                "minutes": 30,
                "uninterrupted": False,
                "written_after": timedelta(9),
            },
            0,
        ),
    ],
)
def test_timeliness_is_a_point_for_each_thing_done_in_time(facts, mark) -> None:
    good = {
        "due_on": date(2026, 11, 2),
        "minutes": 90,
        "uninterrupted": True,
        "written_after": timedelta(days=5),
        "written_within": timedelta(days=5),
    }
    assert quality_rules.timeliness(held_on=date(2026, 11, 2), **{**good, **facts}) == mark


def test_what_nobody_knows_is_no_mark() -> None:
    assert [quality_rules.talked(answer) for answer in (True, False, None)] == [4, 0, None]
    assert quality_rules.overall([4, 3, 1, None, None]) == 3.0


@given(st.lists(st.integers(0, 4), min_size=1, max_size=7))
def test_the_middle_of_the_marks_is_no_better_than_the_best_and_no_worse_than_the_worst(marks) -> None:
    assert min(marks) <= quality_rules.overall(marks) <= max(marks)


@given(st.lists(st.floats(0, 4, allow_nan=False), max_size=30))
def test_a_team_with_few_readings_shows_no_figure_and_others_their_spread_in_order(values) -> None:
    spread = quality_rules.spread(values, fewest=5)
    assert spread.count == len(values)
    if len(values) < 5:
        assert (spread.middle, spread.lower, spread.upper) == (None,) * 3
    else:
        assert spread.lower <= spread.middle <= spread.upper


def test_quartiles_as_a_spreadsheet_counts_them() -> None:
    spread = quality_rules.spread([1, 2, 3, 4, 4], fewest=5)
    assert (spread.lower, spread.middle, spread.upper) == (2, 3, 4)
