"""The rules of who does the work. Pure; each limit names its source and the day it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kittiwake.primitives.clocks.rules import add_months

READ_ON = date(2026, 11, 1)


@dataclass(frozen=True)
class Limit:
    source: str
    local: bool = False
    read_on: date = READ_ON


AGENCY_RULES = Limit("Statutory guidance on agency child and family social workers")
REGISTRATION = Limit("Social Work England: registration is renewed each year by 30 November")
SUPPORTED_YEAR = Limit("Assessed and supported year in employment: programme norm, local", local=True)

EXPERIENCE_YEARS, NOTICE_WEEKS, COOLING_OFF_MONTHS = 3, 4, 3
SWE_NUMBER = re.compile(r"[A-Za-z]{2}[0-9]{10}")


def swe_number(typed: str) -> str:
    """Two letters and ten digits, letters in capitals; ValueError with a sentence otherwise."""
    found = re.sub(r"\s", "", typed)
    if not SWE_NUMBER.fullmatch(found):
        raise ValueError("A registration number is two letters and ten digits, like SW0123456789.")
    return found.upper()


def wrong_fte(fte: Decimal, cases: int = 0) -> str:
    if fte > 1:
        return "FTE cannot be over 1. Enter the share of whole-time hours, like 0.6."
    if fte < 0:
        return "FTE cannot be below 0. Enter the share of whole-time hours, like 0.6."
    if fte == 0 and cases:
        return "Somebody who holds cases cannot have FTE 0. Enter their hours, or move the cases first."
    return ""


def wrong_days(starts_on: date, ends_on: date | None) -> str:
    return "The end cannot be before the start. Check both days." if ends_on and ends_on < starts_on else ""


def registration_due(on: date) -> date:
    """The 30 November by which registration is to be renewed next."""
    this = date(on.year, 11, 30)
    return this if on <= this else date(on.year + 1, 11, 30)


def is_registration_over(registered_until: date | None, on: date) -> bool:
    return registered_until is not None and registered_until < on


@dataclass(frozen=True)
class AgencyFacts:
    starts_on: date
    qualified_on: date | None = None
    notice_weeks: int | None = None
    left_post_on: date | None = None  # a substantive post in the region
    is_above_price_cap: bool | None = None


def agency_warnings(facts: AgencyFacts) -> list[str]:
    """What the agency rules would not have. Warned of when recorded, never refused: the council may have its reasons."""
    found = []
    if facts.qualified_on is None:
        found.append(
            "It is not known when they qualified: an agency worker has 3 years in direct employment."
        )
    elif add_months(facts.qualified_on, 12 * EXPERIENCE_YEARS) > facts.starts_on:
        found.append("They qualified less than 3 years before they start.")
    if facts.notice_weeks is not None and facts.notice_weeks < NOTICE_WEEKS:
        found.append("Their notice is shorter than 4 weeks.")
    if facts.left_post_on and add_months(facts.left_post_on, COOLING_OFF_MONTHS) > facts.starts_on:
        found.append("They left a substantive post in the region less than 3 months before they start.")
    if facts.is_above_price_cap:
        found.append("Their rate is above the regional price cap.")
    return found


@dataclass(frozen=True)
class Due:
    key: str
    title: str
    due_on: date
    source: str = SUPPORTED_YEAR.source


# The last review is due within 9 to 12 months: by the end of the year.
STEPS = [
    ("induction", "Induction and support agreement", timedelta(weeks=2), 0),
    ("shadowing", "Shadowing", timedelta(weeks=6), 0),
    ("review_3", "Review at 3 months", None, 3),
    ("review_6", "Review at 6 months", None, 6),
    ("review_12", "Review at 9 to 12 months", None, 12),
]


def steps_of_the_year(starts_on: date) -> list[Due]:
    return [
        Due(key, title, starts_on + after if after else add_months(starts_on, months))
        for key, title, after, months in STEPS
    ]


def overdue_steps(starts_on: date, held: set[str], on: date) -> list[Due]:
    return [step for step in steps_of_the_year(starts_on) if step.key not in held and step.due_on < on]


def vacant_fte(post_fte: Decimal, filled: Decimal) -> Decimal:
    """FTE of a post that nobody employed by the council fills. An agency worker covers a vacancy, and does not end it."""
    return max(post_fte - filled, Decimal(0))
