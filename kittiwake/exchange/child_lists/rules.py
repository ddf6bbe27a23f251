"""Who is on which of Ofsted's lists on a day, and what the record can say of them. Facts in, answers out.

Sources, read in November 2026: Ofsted, Inspecting local authority children's services, Annex A (child-level data, 2024);
the headings and codes are those of its workbook. Care Leavers (England) Regulations 2010.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kittiwake.record.ages import age_on
from kittiwake.time.moments import add_months

WINDOW_MONTHS, YEAR_MONTHS = 6, 12
# Lists of which the record holds nothing itself: their rows are those that were brought in from the main case system.
BROUGHT_IN = (1, 3, 4, 10)
ADOPTERS = 11
# Of the other lists, columns that the record has no place for.
NOT_HELD: dict[int, tuple[str, ...]] = {
    2: ("organisation",),
    6: ("closure",),
    8: ("permanence_plan", "reviewing_officer_contact_on", "dental_check_on"),
    9: ("activity",),
}
WHOLE = tuple(
    number for number in range(1, 12) if number not in (*BROUGHT_IN, ADOPTERS) and number not in NOT_HELD
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on a track, as they stood on the day asked about: an end that came later is none."""

    kind: str
    starts_on: date
    ends_on: date | None = None
    category: str = ""
    end_reason: str = ""


def is_listed(starts_on: date, ends_on: date | None, on: date) -> bool:
    """Open on the day, or ended in the six months up to it, both days among them."""
    return starts_on <= on and (ends_on is None or add_months(on, -WINDOW_MONTHS) <= ends_on <= on)


def in_window(day: date | None, on: date, months: int = WINDOW_MONTHS) -> bool:
    return day is not None and add_months(on, -months) <= day <= on


def as_of(ends_on: date | None, on: date) -> date | None:
    """What ended later had not ended on that day."""
    return ends_on if ends_on and ends_on <= on else None


def by_kind(stretches: Iterable[Stretch], kind: str) -> list[Stretch]:
    return [stretch for stretch in stretches if stretch.kind == kind]


def is_second_period(care: Stretch, every: Sequence[Stretch], on: date) -> bool:
    """They were in care before this period, within the twelve months up to the day."""
    since = add_months(on, -YEAR_MONTHS)
    return any(
        other.starts_on < care.starts_on and other.ends_on is not None and other.ends_on > since
        for other in every
    )


def age(born_on: date | None, birth_is: str, on: date) -> int | None:
    """In whole years: 15 and eleven months is 15. Nobody who is not born yet has an age."""
    if born_on is None or birth_is == "due" or born_on > on:
        return None
    return age_on(born_on, on)
