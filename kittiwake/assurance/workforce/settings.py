"""What the council sets about its people: the steps of the first year, and how few leavers are told apart too easily."""

from __future__ import annotations

from datetime import date

from kittiwake.assurance.workforce.supported_year.rules import SOURCE
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, cases, days, months
from kittiwake.time.durations import Duration

LEAVERS = Standard(
    key="workforce.fewest_leavers",
    title="Fewest people who left of whom a reason is counted out, or words are shown",
    within=cases(3),
    source="Local: colleagues tell fewer apart. What is published hides more",
    local=True,
)


def fewest_leavers(on: date) -> int:
    return limits.count(LEAVERS, on)


def _step(key: str, title: str, within: Duration) -> Standard:
    title = f"Supported first year: {title}"
    return Standard(f"workforce.first_year_{key}", title, within, SOURCE, local=True)


INDUCTION = _step("induction", "induction and support agreement", days(14))
SHADOWING = _step("shadowing", "shadowing", days(42))
FIRST_REVIEW = _step("review_3", "first review", months(3))
SECOND_REVIEW = _step("review_6", "second review", months(6))
LAST_REVIEW = _step("review_12", "last review", months(12))
FIRST_YEAR = {
    "induction": INDUCTION,
    "shadowing": SHADOWING,
    "review_3": FIRST_REVIEW,
    "review_6": SECOND_REVIEW,
    "review_12": LAST_REVIEW,
}


def first_year(starts_on: date) -> dict[str, Duration]:
    """By step, as in force on the day the year began."""
    return {key: limits.within_on(standard, starts_on) for key, standard in FIRST_YEAR.items()}
