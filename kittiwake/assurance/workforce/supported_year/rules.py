"""What is owed to somebody newly qualified in their first year, and when. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kittiwake.time.durations import Duration, Unit
from kittiwake.time.moments import add_months

SOURCE = "Assessed and supported year in employment: programme norm, local"


@dataclass(frozen=True)
class Due:
    key: str
    title: str
    due_on: date


# The last review is due within 9 to 12 months: by the end of the year.
STEPS = [
    ("induction", "Induction and support agreement"),
    ("shadowing", "Shadowing"),
    ("review_3", "First review"),
    ("review_6", "Second review"),
    ("review_12", "Last review"),
]


def steps_of_the_year(starts_on: date, within: Mapping[str, Duration]) -> list[Due]:
    """`within`: the council's own limit of each step, as in force on the day the year began."""
    return [Due(key, title, _after(starts_on, within[key])) for key, title in STEPS]


def _after(day: date, within: Duration) -> date:
    return add_months(day, within.count) if within.unit is Unit.MONTHS else day + timedelta(days=within.count)
