"""What of a whole report may be shown: its tables beside one another, and beside what was published before."""

from __future__ import annotations

import pytest

from kittiwake.assurance.performance.counts.protecting import Table, protect_pack
from kittiwake.insight.rules import Figure, Sizes

SIZES = Sizes(counted=6, shared=10)
WITHIN = frozenset({"2026-07", "2026-08", "2026-09"})


def counts(**many: int) -> tuple[Figure, ...]:
    return tuple(Figure(group, number, None, number) for group, number in many.items())


def months(*numbers: int, first: int = 6) -> tuple[Figure, ...]:
    return tuple(
        Figure(f"2026-{first + place:02}", number, None, number) for place, number in enumerate(numbers)
    )


def hidden(tables: list[Table]) -> list[list[str]]:
    return [[figure.group or "" for figure in table.figures if figure.is_hidden] for table in tables]


def test_a_small_number_is_hidden_and_never_alone() -> None:
    team = Table("P01", "team", counts(north=3, south=20, door=9))
    assert hidden(protect_pack([team], SIZES, {})) == [["north", "door"]]


def test_the_months_of_the_period_hide_one_another_and_not_with_a_month_outside() -> None:
    """June is the smallest, and hides nothing: July, August and September are the whole of the period."""
    table = Table("P01", "month", months(7, 3, 20, 30), WITHIN)
    assert hidden(protect_pack([table], SIZES, {})) == [["2026-07", "2026-08"]]


def test_what_is_hidden_carries_no_number() -> None:
    (table,) = protect_pack([Table("P01", "team", counts(north=3, south=20))], SIZES, {})
    assert all(
        (figure.numerator, figure.denominator, figure.value) == (None, None, None) for figure in table.figures
    )


@pytest.mark.parametrize(
    ("now", "before", "shown"),
    [
        (61, 60, None),  # one more: the difference would tell of one
        (55, 60, None),
        (60, 60, 60),
        (54, 60, 54),
        (66, 60, 66),
    ],
)
def test_a_figure_near_one_that_was_published_of_the_same_days_is_hidden(
    now: int, before: int, shown: int | None
) -> None:
    earlier = {("P01", "none", None): [Figure(None, before, None, before)]}
    (table,) = protect_pack([Table("P01", "none", (Figure(None, now, None, now),))], SIZES, earlier)
    assert table.figures[0].numerator == shown
    assert table.figures[0].is_hidden is (shown is None)


def test_a_month_near_what_was_published_of_it_says_that_again() -> None:
    earlier = {("P01", "month", "2026-06"): [Figure("2026-06", 40, None, 40.0)]}
    (table,) = protect_pack([Table("P01", "month", months(41, 20, 20, 20), WITHIN)], SIZES, earlier)
    assert table.figures[0] == Figure("2026-06", 40, None, 40.0)
    assert table.as_before == {"2026-06"}
    assert hidden([table]) == [[]]


def test_where_one_part_is_hidden_for_what_was_published_another_is_with_it() -> None:
    earlier = {("P01", "team", "north"): [Figure("north", 30, None, 30.0)]}
    table = Table("P01", "team", counts(north=31, south=20, door=50))
    assert hidden(protect_pack([table], SIZES, earlier)) == [["north", "south"]]


def test_what_was_hidden_before_hides_nothing_now() -> None:
    earlier = {("P01", "none", None): [Figure(None, None, None, None, is_hidden=True)]}
    (table,) = protect_pack([Table("P01", "none", (Figure(None, 60, None, 60),))], SIZES, earlier)
    assert not table.figures[0].is_hidden


def of_a_quarter(figure: Figure) -> dict[tuple[str, str, str | None], list[Figure]]:
    return {("P01", "team", figure.group): [figure]}


def test_what_the_quarter_hides_is_hidden_here() -> None:
    hides = of_a_quarter(Figure("south", None, None, None, is_hidden=True))
    (table,) = protect_pack([Table("P01", "team", counts(north=30, south=20))], SIZES, {}, hides)
    assert hidden([table]) == [["south"]]


def test_what_the_quarter_shows_is_said_again_whatever_was_recorded_since() -> None:
    shows = of_a_quarter(Figure("south", 20, None, 20.0))
    (table,) = protect_pack([Table("P01", "team", counts(north=30, south=26))], SIZES, {}, shows)
    assert table.figures[1] == Figure("south", 20, None, 20.0)
    assert table.as_before == {"south"}
