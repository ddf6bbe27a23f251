"""What a report may be of, and which sentences say what its tables hide."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.assurance.performance import rules

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        (date(2026, 7, 1), date(2026, 9, 30), ""),
        (date(2026, 11, 22), date(2026, 11, 22), ""),
        (date(2025, 10, 1), date(2026, 9, 30), ""),
        (date(2026, 7, 1), date(2026, 6, 30), "same as or before"),
        (date(2026, 7, 1), TODAY, "must be over"),
        (date(2025, 9, 1), date(2026, 9, 30), "a year or less"),
    ],
)
def test_a_report_is_of_a_period_that_is_over(first: date, last: date, wrong: str) -> None:
    said = rules.wrong_period(first, last, TODAY)
    assert (wrong in said.words) if said else wrong == ""


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2026, 9, 30), date(2025, 10, 1)),
        (date(2026, 9, 15), date(2025, 10, 1)),
        (date(2026, 1, 31), date(2025, 2, 1)),
    ],
)
def test_twelve_months_are_shown_with_that_of_the_last_day(last: date, first: date) -> None:
    assert rules.months_from(last) == first


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 7, 1), date(2026, 9, 30), ["2026-07", "2026-08", "2026-09"]),
        (date(2026, 7, 2), date(2026, 9, 30), ["2026-08", "2026-09"]),
        (date(2026, 7, 1), date(2026, 9, 29), ["2026-07", "2026-08"]),
        (date(2026, 7, 5), date(2026, 7, 9), []),
    ],
)
def test_months_that_lie_in_the_period_whole_add_up_to_it(first: date, last: date, months: list[str]) -> None:
    assert rules.months_within(first, last) == months


@pytest.mark.parametrize(("month", "is_over"), [("2026-08", True), ("2026-09", True), ("2026-10", False)])
def test_a_month_is_compared_when_it_is_over(month: str, is_over: bool) -> None:
    assert rules.is_over(month, date(2026, 9, 30)) is is_over
    assert not rules.is_over("2026-09", date(2026, 9, 29))


@pytest.mark.parametrize(
    ("text", "hidden", "tells"),
    [
        ("Three children went missing.", {"3"}, ["Three children went missing."]),
        ("It was better. 3 came back late. All is well.", {"3"}, ["3 came back late."]),
        ("Of 1,204 talks none was late.", {"1204"}, ["Of 1,204 talks none was late."]),
        ("That is 25% of them.", {"25%"}, ["That is 25% of them."]),
        ("That is 25 per cent of them.", {"25%"}, ["That is 25 per cent of them."]),
        ("That is 25% of them.", {"25"}, []),
        ("30 children.", {"3"}, []),
        ("On average 2.5 days.", {"2.5"}, ["On average 2.5 days."]),
        ("On average 2.5 days.", {"2"}, []),
        ("Threefold.", {"3"}, []),
        ("", {"3"}, []),
        ("Nothing in it.", {"3"}, []),
    ],
)
def test_a_sentence_with_a_hidden_number_is_found(text: str, hidden: set[str], tells: list[str]) -> None:
    assert list(rules.sentences_that_tell([text], hidden)) == tells


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (3, 12, ["3", "12", "9", "25%"]),
        (3, None, ["3"]),
        (None, 4, ["4"]),
        (0, 4, ["4"]),
        (4, 4, ["4", "4", "100%"]),
        (5, 3, ["5", "3", "167%"]),
        (None, None, []),
    ],
)
def test_a_hidden_figure_is_told_by_each_of_its_numbers(
    numerator: int | None, denominator: int | None, said: list[str]
) -> None:
    assert list(rules.as_said(numerator, denominator)) == said


@pytest.mark.parametrize(
    ("direction", "before", "now", "is_share", "worse"),
    [
        ("up", 0.63, 0.48, True, 0.15),
        ("up", 0.63, 0.60, True, 0.0),
        ("up", 0.48, 0.63, True, 0.0),
        ("down", 0.10, 0.20, True, 0.10),
        ("down", 20.0, 30.0, False, 0.5),
        ("down", 20.0, 21.0, False, 0.0),
        ("down", 0.0, 21.0, False, 0.0),
        ("context", 20.0, 90.0, False, 0.0),
    ],
)
def test_what_got_worse_by_enough_is_worth_a_question(
    direction: str, before: float, now: float, is_share: bool, worse: float
) -> None:
    assert rules.worsened(direction, before, now, is_share=is_share) == pytest.approx(worse)
