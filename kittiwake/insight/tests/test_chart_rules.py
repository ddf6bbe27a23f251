"""What a chart by month calls a signal: the rules, and the mistakes that chart libraries are known to make."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kittiwake.insight.charts.rules import (
    Judged,
    Point,
    Standing,
    beside_each_other,
    control_chart,
)

# Twelve quiet months: the mean is 10, two sigma are 7.6 and 12.4, three 6.4 and 13.6.
QUIET = [10, 11, 9] * 4


def names(many: int) -> list[str]:
    return [f"{2024 + month // 12}-{month % 12 + 1:02}" for month in range(many)]


def values(*given: float | None) -> list[Point]:
    return [Point(name, value) for name, value in zip(names(len(given)), given, strict=True)]


def shares(*given: tuple[int, int]) -> list[Point]:
    counts = zip(names(len(given)), given, strict=True)
    return [Point(name, number / size, size) for name, (number, size) in counts]


def judged(points: list[Point], spread="value", starts=()) -> list[Judged]:
    return [month for stretch in control_chart(points, spread, starts) for month in stretch.points]


def signals(points: list[Point], rule: str, spread="value", starts=()) -> dict[int, int]:
    """By place, the side."""
    return {
        place: signal.side
        for place, month in enumerate(judged(points, spread, starts))
        for signal in month.signals
        if signal.rule == rule
    }


def test_limits_are_2_66_mean_moving_ranges_from_the_mean() -> None:
    limits = judged(values(*QUIET))[0].limits
    mean_range = sum(abs(one - other) for one, other in pairwise(QUIET)) / 11
    assert limits.middle == pytest.approx(sum(QUIET) / 12)
    assert limits.far.high == pytest.approx(limits.middle + 2.66 * mean_range)
    assert limits.far.low == pytest.approx(limits.middle - 2.66 * mean_range)
    assert limits.near.high == pytest.approx(limits.middle + 2.66 * mean_range * 2 / 3)


def test_limits_of_a_share_go_by_how_many_each_month_had() -> None:
    months = judged(shares(*[(63, 100)] * 10, (63, 100), (300, 480)), "share")
    assert months[0].limits.far.low < months[-1].limits.far.low
    assert months[0].limits.middle == months[-1].limits.middle == pytest.approx((63 * 11 + 300) / 1580)


@pytest.mark.parametrize(("value", "side"), [(14.0, 1), (6.0, -1)])
def test_a_point_outside_three_sigma_is_a_signal(value, side) -> None:
    assert signals(values(*QUIET, value), "outside") == {12: side}


def test_a_point_inside_is_none() -> None:
    assert not any(month.signals for month in judged(values(*QUIET, 13.5)))


def test_eight_on_one_side_are_a_run_and_seven_are_not() -> None:
    assert signals(values(*QUIET, *[10.4, 10.3] * 4), "run") == dict.fromkeys(range(12, 20), 1)
    assert signals(values(*QUIET, *[10.4, 10.3] * 3, 10.4, 9.9), "run") == {}


def test_a_value_on_the_middle_neither_counts_to_a_run_nor_ends_it() -> None:
    points = values(*QUIET, *[10.4] * 4, 10.0, *[10.4] * 4)
    assert signals(points, "run") == dict.fromkeys([12, 13, 14, 15, 17, 18, 19, 20], 1)


# The mistakes. Each of these fails on the mistaken way.


def test_two_of_three_near_the_limits_on_opposite_sides_are_nothing() -> None:
    """NHSRplotthedots#143."""
    assert signals(values(*QUIET, 12.8, 10, 7.2), "two_of_three") == {}
    assert signals(values(*QUIET, 12.8, 10, 12.8), "two_of_three") == {12: 1, 14: 1}


def test_two_of_three_counts_one_beyond_the_limits_as_well() -> None:
    """NHSRplotthedots#153: beyond three sigma is beyond two."""
    points = values(*QUIET, 14, 14, 12.8)
    assert signals(points, "outside") == {12: 1, 13: 1}
    assert signals(points, "two_of_three") == {12: 1, 13: 1, 14: 1}


def test_the_third_of_three_is_no_signal() -> None:
    """Marked with the other two, it would be two of the next three."""
    assert 13 not in signals(values(*QUIET, 12.8, 10.2, 12.8, 10, 10), "two_of_three")


def test_a_trend_of_six_is_a_signal() -> None:
    """NHSRplotthedots#195. Six months, each above the one before; five are not."""
    assert signals(values(*QUIET, 9.6, 9.8, 10.0, 10.2, 10.4), "trend") == dict.fromkeys(range(11, 17), 1)
    assert signals(values(*QUIET[:-1], 10.4, 9.8, 10.0, 10.2, 10.4, 10.5), "trend") == {}


def test_a_trend_is_by_where_it_goes_and_not_by_where_it_lies() -> None:
    """NHSRplotthedots#171: all below the middle, and rising."""
    points = values(*QUIET, 8.0, 8.3, 8.6, 8.9, 9.2, 9.5)
    assert set(signals(points, "trend").values()) == {1}


def test_the_same_value_twice_neither_counts_to_a_trend_nor_ends_it() -> None:
    points = values(*QUIET, 9.6, 9.6, 9.8, 10.0, 10.2, 10.4)
    assert signals(points, "trend") == dict.fromkeys([11, 12, 14, 15, 16, 17], 1)


def test_an_outlier_is_out_of_the_mean_as_of_the_limits() -> None:
    """NHSRplotthedots#152."""
    with_it = judged(values(*QUIET[:5], 25, *QUIET[6:]))
    assert with_it[0].limits.middle == pytest.approx((sum(QUIET) - QUIET[5]) / 11)
    assert with_it[5].signals[0].rule == "outside"
    (stretch,) = control_chart(values(*QUIET[:5], 25, *QUIET[6:]), "value")
    assert names(12)[5] not in stretch.baseline


def test_an_outlier_of_a_share_is_out_of_both_as_well() -> None:
    months = judged(shares(*[(60, 100)] * 6, (10, 100), *[(61, 100)] * 5), "share")
    assert months[0].limits.middle == pytest.approx((60 * 6 + 61 * 5) / 1100)


def test_no_more_is_left_out_than_leaves_enough() -> None:
    """Three of twelve apart are no outliers: then the year was unsettled, and the limits are wide."""
    (stretch,) = control_chart(shares(*[(60, 100)] * 9, *[(10, 100)] * 3), "share")
    assert len(stretch.baseline) == 12


def test_limits_do_not_widen_month_by_month() -> None:
    """NHSRplotthedots#16: the baseline is the first twelve months, whatever comes after."""
    wild = [10, 14, 6, 15, 5, 16, 4, 17]
    early, late = (judged(values(*QUIET, *wild[:many]))[0].limits for many in (1, 8))
    assert early == late == judged(values(*QUIET))[0].limits


def test_a_baseline_never_begins_anew_by_itself() -> None:
    """However long it has been otherwise."""
    stretches = control_chart(values(*QUIET, *[20, 20.5, 19.5] * 8), "value")
    assert len(stretches) == 1
    assert all(month.signals[0].side == 1 for month in stretches[0].points[12:])


def test_a_baseline_that_somebody_set_judges_what_comes_after_and_nothing_before() -> None:
    """NHSRplotthedots#172: what comes after is judged anew."""
    points = values(*QUIET, *[20, 20.5, 19.5] * 4)
    stretches = control_chart(points, "value", [names(13)[12]])
    assert [len(stretch.points) for stretch in stretches] == [12, 12]
    assert stretches[0].points == control_chart(points[:12], "value")[0].points
    assert not any(month.signals for month in stretches[1].points)


def test_a_run_does_not_go_on_across_a_baseline() -> None:
    points = values(*QUIET, *[10.4] * 5, *[10.5, 10.4] * 6)
    assert signals(points, "run", starts=[names(18)[17]]) == {}


GHOSTS = [
    pytest.param(Point("", 90.0, 9), id="of fewer than ten"),
    pytest.param(Point("", 90.0, 50, is_over=False), id="not over"),
    pytest.param(Point("", None), id="hidden"),
]


@pytest.mark.parametrize("ghost", GHOSTS)
def test_a_month_that_is_not_judged_is_no_part_of_anything(ghost) -> None:
    """Shown, and in no mean, no moving range, no run and no trend, and no signal itself: a ghost."""
    months = [*QUIET, *[10.4] * 4, None, *[10.4] * 4]
    points = [Point(name, value, 50) for name, value in zip(names(len(months)), months, strict=True)]
    points[16] = Point(points[16].name, ghost.value, ghost.size, ghost.is_over)
    told = judged(points)
    assert told[16].limits is None
    assert told[16].signals == ()
    assert told[0].limits == judged(values(*QUIET))[0].limits
    assert signals(points, "run") == {}


@pytest.mark.parametrize("ghost", GHOSTS)
def test_in_the_first_year_it_is_no_part_of_the_baseline(ghost) -> None:
    points = [
        Point(name, value, 50) for name, value in zip(names(13), [*QUIET[:6], 0, *QUIET[6:]], strict=True)
    ]
    points[6] = Point(points[6].name, ghost.value, ghost.size, ghost.is_over)
    (stretch,) = control_chart(points, "value")
    ranges = [abs(one - other) for half in (QUIET[:6], QUIET[6:]) for one, other in pairwise(half)]
    assert len(stretch.baseline) == 12
    assert stretch.points[0].limits.middle == pytest.approx(sum(QUIET) / 12)
    # No moving range is taken across it.
    assert stretch.points[0].limits.far.high == pytest.approx(
        sum(QUIET) / 12 + 2.66 * sum(ranges) / len(ranges)
    )


@pytest.mark.parametrize(
    "points",
    [
        pytest.param(values(*QUIET[:9]), id="nine months"),
        pytest.param(shares(*[(5, 9)] * 24), id="fewer than ten cases"),
        pytest.param(values(*[10] * 24), id="nothing moves"),
        pytest.param(values(*[1, None] * 12), id="no two months follow each other"),
    ],
)
def test_there_are_no_limits_where_they_would_rest_on_nothing(points) -> None:
    assert all(month.limits is None and not month.signals for month in judged(points))


@pytest.mark.parametrize("number", [0, 40])
def test_of_nobody_or_everybody_every_month_there_are_no_limits(number) -> None:
    assert all(month.limits is None for month in judged(shares(*[(number, 40)] * 12, (20, 40)), "share"))


def test_ten_months_are_enough() -> None:
    assert judged(values(*QUIET[:10]))[0].limits


# Between teams.


def team(name: str, number: int, size: int) -> Point:
    return Point(name, number / size, size)


def test_teams_stand_where_chance_for_so_many_would_put_them_or_beyond() -> None:
    middle, standings = beside_each_other(
        [team("A", 60, 100), team("B", 58, 100), team("C", 30, 100), team("D", 8, 20), team("E", 2, 4)]
    )
    assert middle == pytest.approx(158 / 324)
    assert [(standing.level, standing.side) for standing in standings] == [
        ("alert", 1), ("within", 0), ("alarm", -1), ("within", 0), ("", 0),
    ]  # fmt: skip


def test_a_hidden_team_is_no_part_of_the_middle() -> None:
    middle, standings = beside_each_other([team("A", 60, 100), team("B", 40, 100), Point("C", None, None)])
    assert middle == pytest.approx(0.5)
    assert standings[2] == Standing(Point("C", None, None))


@pytest.mark.parametrize(
    "teams",
    [
        pytest.param([], id="none"),
        pytest.param([team("A", 60, 100)], id="one"),
        pytest.param([team("A", 60, 100), team("B", 5, 9)], id="one with enough"),
        pytest.param([team("A", 0, 100), team("B", 0, 90)], id="nobody"),
        pytest.param([team("A", 100, 100), team("B", 90, 90)], id="everybody"),
    ],
)
def test_where_nothing_can_lie_apart_nothing_is_said(teams) -> None:
    middle, standings = beside_each_other(teams)
    assert middle is None
    assert all(standing.level == "" for standing in standings)


def test_more_than_one_to_each_is_a_rate() -> None:
    middle, standings = beside_each_other([team("A", 150, 100), team("B", 50, 100)], is_rate=True)
    assert middle == 1.0
    assert [standing.level for standing in standings] == ["alarm", "alarm"]
