"""Limits as the guidance writes them: 72 hours, 15 working days, 6 school days, 3 months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 10_000


class Unit(StrEnum):
    """What a limit is counted in. The values are the words people use, and are what is stored."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    SCHOOL_DAYS = "school days"
    MONTHS = "months"
    YEARS = "years"
    TIMES = "times"  # these count what was done or is there, and no time
    CASES = "cases"


COUNTS = (Unit.TIMES, Unit.CASES)


@dataclass(frozen=True, slots=True)
class Duration:
    """So many of a unit. Its text reads back: Duration.read(str(duration)) is the same duration."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        # "By the end of the same day" is 0 days; there is no such thing as 0 working days from a Sunday.
        least = 0 if self.unit is Unit.DAYS else 1
        if not least <= self.count <= LONGEST:
            raise ValueError(f"A limit in {self.unit} must be between {least} and {LONGEST:,}.")

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value.removesuffix('s') if self.count == 1 else self.unit.value}"

    @classmethod
    def read(cls, text: str) -> Duration:
        written = re.fullmatch(
            r"\s*(\d{1,5})\s+(hour|day|working day|school day|month|year)s?\s*", text.lower()
        )
        if not written:
            raise ValueError(
                "Write the limit as a number and a unit, such as 72 hours, 15 working days or 3 months."
            )
        return cls(int(written[1]), Unit(written[2] + "s"))


def hours(count: int) -> Duration:
    """Elapsed, through nights, weekends and holidays."""
    return Duration(count, Unit.HOURS)


def days(count: int) -> Duration:
    """Calendar days; 0 is the end of the same day."""
    return Duration(count, Unit.DAYS)


def working_days(count: int) -> Duration:
    return Duration(count, Unit.WORKING_DAYS)


def school_days(count: int) -> Duration:
    return Duration(count, Unit.SCHOOL_DAYS)


def times(count: int) -> Duration:
    """How often something is done or happens: no time, and so never the limit of a clock."""
    return Duration(count, Unit.TIMES)


def cases(count: int) -> Duration:
    """How many of something there have to be: no time either."""
    return Duration(count, Unit.CASES)


def months(count: int) -> Duration:
    """Calendar months, to the same day of the month or the last day of a shorter one."""
    return Duration(count, Unit.MONTHS)


def years(count: int) -> Duration:
    """To the same day of the year, or 28 February where there is no 29th."""
    return Duration(count, Unit.YEARS)
