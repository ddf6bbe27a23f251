"""Charts as they are shown: what they say, what they keep to themselves, and that nobody needs to see colours."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kittiwake.insight.charts.between_teams import between_teams
from kittiwake.insight.charts.chart import Chart
from kittiwake.insight.charts.over_time import over_time
from kittiwake.insight.charts.words import benchmark_value, listed
from kittiwake.insight.rules import Figure, Sizes, protect
from kittiwake.insight.tests.drawn import (
    LATE,
    MONTHS,
    NAMES,
    STEADY,
    count,
    marks,
    measure,
    share,
    shares,
    words_of,
)
from kittiwake.primitives.measures.definition import Benchmark

# What it says.


def test_a_month_outside_the_limits_is_said_to_be_worse() -> None:
    chart = over_time(measure(), LATE)
    assert chart.words == (
        "Between 45% and 89% is what chance alone would bring in a month with 40 cases. October 2026 is below these limits, "
        "which is worse. The limits rest on December 2024 to November 2025."
    )
    assert chart.rows[22] == [
        {"text": "October 2026", "group": "2026-10"}, "20%", "8 of 40", "Worse: below the limits",
    ]  # fmt: skip
    assert [column["text"] for column in chart.columns] == ["Month", "Figure", "Rests on", "What stands out"]


@pytest.mark.parametrize(
    ("direction", "said"), [("down", "which is better"), ("context", "which is different from usual")]
)
def test_what_is_better_goes_by_which_way_is_good(direction, said) -> None:
    assert (
        f"October 2026 is below these limits, {said}." in over_time(measure(direction=direction), LATE).words
    )


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (
            [*STEADY, *[29, 28] * 6],
            "From December 2025 to November 2026 it stayed above the middle, which is better.",
        ),
        (
            [*STEADY, 24, 25, 26, 27, 28, 29, 27],
            "From December 2025 to May 2026 it rose month after month, which is better.",
        ),
        (
            [*STEADY, 19, 27, 19],
            "February 2026 and December 2025 are close to the lower limit, which is worse.",
        ),
        ([*STEADY, 27, 26], "No month stands out."),
    ],
)
def test_each_signal_has_its_sentence(numbers, said) -> None:
    assert said in over_time(measure(), shares(*numbers)).words


def test_of_many_signals_the_newest_are_said() -> None:
    chart = over_time(measure(), shares(*STEADY[:10], 8, 39, *[29, 28] * 3, 20, 21, 22, 23, 24, 25))
    assert "The table says which others stand out." not in chart.words
    chart = over_time(measure(), shares(*STEADY, 8, 39, *[29, 28] * 4, 27, 26)[:24])
    assert chart.words.count("which is") == 3
    chart = over_time(measure(), shares(*STEADY[:11], 8, *[29, 28] * 4, 39, 27, 19, 19))
    assert chart.words.count("which is") == 3
    assert "The table says which others stand out." in chart.words


@pytest.mark.parametrize(
    ("figures", "starts", "said"),
    [
        (shares(20, 21, 19), [], "Fewer than 10 months have enough cases for limits"),
        (shares(*[5] * 24, size=9), [], "24 months have fewer than 10 cases and are not judged."),
        (
            shares(*[40] * 24),
            [],
            "It did not move in the months that limits would rest on, so there are none.",
        ),
        (LATE, [MONTHS[20]], "Since the new baseline of August 2026 fewer than 10 months have enough cases"),
    ],
)
def test_where_there_are_no_limits_it_says_so(figures, starts, said) -> None:
    chart = over_time(measure(), figures, starts=starts)
    assert said in chart.words
    assert "chance alone would bring" not in chart.words


def test_the_month_that_is_not_over_is_drawn_and_not_judged() -> None:
    chart = over_time(measure(), shares(*STEADY, 8), unfinished=MONTHS[12])
    assert "December 2025 is not over and is not judged." in chart.words
    assert chart.rows[-1][-1] == "Not over yet"
    assert len(marks(chart)) == 13


def test_a_count_of_nought_is_one_and_a_share_of_nothing_is_a_gap() -> None:
    some = [count(month, 12) for month in MONTHS if month != "2025-06"]
    assert over_time(measure("count"), some, last=MONTHS[-1]).rows[6][1] == "0"
    gap = [figure for figure in LATE if figure.group != "2025-06"]
    chart = over_time(measure(), gap)
    assert chart.rows[6][1] == "No cases"
    assert len(marks(chart)) == 23


def test_before_the_first_case_nothing_is_nought() -> None:
    assert (
        over_time(measure("count"), [count(month, 12) for month in MONTHS[4:]]).rows[0][0]["group"]
        == MONTHS[4]
    )


@pytest.mark.parametrize(
    "figures", [[], shares(20, 21), [Figure(month, None, None, None, is_hidden=True) for month in MONTHS]]
)
def test_two_months_or_none_that_can_be_shown_make_no_chart(figures) -> None:
    assert over_time(measure(), figures) is None


# What it keeps to itself.


def test_what_is_hidden_leaves_a_gap_that_says_so_and_is_never_nought() -> None:
    figures = protect(
        [count(month, 3 if place % 6 == 5 else 12) for place, month in enumerate(MONTHS)], Sizes()
    )
    chart = over_time(measure("count"), figures)
    assert len(marks(chart)) == 20
    assert words_of(chart).count("c") == 4 + 1  # and in the key
    assert chart.rows[5] == [{"text": "May 2025", "group": "2025-05"}, "c", "c", "Hidden: so few"]
    assert "4 months are hidden, because the numbers are so small." in chart.words


@pytest.mark.parametrize("of", ["months", "teams"])
def test_what_is_hidden_makes_no_difference_to_anything_that_is_drawn(of) -> None:
    """A number that is hidden is not there: neither the limits nor the words nor the scale can give it away."""
    groups = MONTHS if of == "months" else list(NAMES)

    def chart(number: int) -> Chart | None:
        figures = [share(group, 25 + place % 4, 40) for place, group in enumerate(groups)]
        figures[1], figures[2] = share(groups[1], number, 9), share(groups[2], 9 - number, 9)
        shown = protect(figures, Sizes())
        return over_time(measure(), shown) if of == "months" else between_teams(measure(), shown, NAMES)

    assert chart(0) == chart(9) is not None


# Between teams.


def test_a_team_beyond_chance_is_said_to_be() -> None:
    figures = [share("0", 60, 100), share("1", 58, 100), share("2", 20, 100), share("3", 4, 8)]
    chart = between_teams(measure(), figures, NAMES)
    assert chart.words == (
        "All these teams together: 46%. D team lies below that by far more than chance alone would bring, which is worse. "
        "A team and C team lie above that by more than chance alone would bring, which is better. "
        "1 team has too few cases to be compared."
    )
    assert [row[0]["text"] for row in chart.rows] == ["A team", "B team", "C team", "D team"]  # no league
    assert [row[-1] for row in chart.rows] == [
        "Better, beyond what chance brings 19 times in 20", "Fewer than 10 cases",
        "Better, beyond what chance brings 19 times in 20", "Worse, beyond what chance brings 499 times in 500",
    ]  # fmt: skip
    assert len(marks(chart)) == 4
    assert "How many cases a team had" in words_of(chart)


def test_where_neither_is_good_it_is_higher_or_lower() -> None:
    figures = [share("0", 60, 100), share("1", 20, 100)]
    chart = between_teams(measure(direction="context"), figures, NAMES)
    assert [row[-1].partition(",")[0] for row in chart.rows] == ["Lower", "Higher"]
    assert "better" not in chart.words


def test_cases_of_no_team_are_no_team() -> None:
    figures = [share("0", 60, 100), share("1", 58, 100), Figure(None, 1, 90, 1 / 90)]
    assert len(between_teams(measure(), figures, NAMES).rows) == 2


def test_events_to_each_child_are_compared_as_a_rate() -> None:
    figures = [Figure("0", 300, 100, 3.0), Figure("1", 100, 100, 1.0)]
    chart = between_teams(measure("per_child", "down"), figures, NAMES)
    assert [row[-1].partition(",")[0] for row in chart.rows] == ["Better", "Worse"]
    assert "How many children a team had" in words_of(chart)


@pytest.mark.parametrize("how", ["count", "children", "median", "maximum", "weighted", "ratio"])
def test_what_chance_does_to_is_not_known_is_not_compared(how) -> None:
    assert between_teams(measure(how), [share("0", 60, 100), share("1", 58, 100)], NAMES) is None


def test_one_team_is_not_compared() -> None:
    assert between_teams(measure(), [share("0", 60, 100)], NAMES) is None


def test_thirty_teams_are_all_there_and_no_name_covers_another() -> None:
    names = {str(number): f"The team with a long name {number}" for number in range(30)}
    figures = [share(key, 2 if place % 2 else 38, 40) for place, key in enumerate(names)]
    chart = between_teams(measure(), figures, names)
    assert len(chart.rows) == len(marks(chart)) == 30
    labels = [word for word in words_of(chart) if word.startswith("The ")]
    assert labels
    assert len(labels) == len(set(labels)) < 5
    assert all("…" in label for label in labels)


# Beside it.


@pytest.mark.parametrize(
    ("figure", "how", "value"),
    [
        ("85.7%", "share", 0.857),
        ("85.7% of them", "share", 0.857),
        ("16.0", "ratio", 16.0),
        ("33 working days", "median", 33.0),
        ("33", "share", None),
        ("12%", "median", None),
        ("between 4% and 7%", "share", None),
        ("about half", "share", None),
    ],
)
def test_of_a_benchmark_the_number_is_read_where_it_is_one_of_the_same_kind(figure, how, value) -> None:
    benchmark = Benchmark(figure, of="England", on="2025", source="Published")
    assert benchmark_value(measure(how, benchmark=benchmark)) == value


OTHERS = Benchmark("63%", of="England", on="2025", source="Published")


@pytest.mark.parametrize(
    "chart",
    [
        over_time(measure(benchmark=OTHERS), LATE),
        between_teams(measure(benchmark=OTHERS), [share("0", 60, 100), share("1", 20, 100)], NAMES),
    ],
)
def test_a_benchmark_is_a_line_with_its_year_and_whose_it_is(chart: Chart) -> None:
    assert "England: 63%, 2025" in words_of(chart)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C", "D", "E"], "A, B, C, D and E"),
        (["A", "B", "C", "D", "E", "F"], "A, B, C, D and 2 others"),
    ],
)
def test_a_few_names_are_said(names: Sequence[str], said: str) -> None:
    assert listed(list(names)) == said
