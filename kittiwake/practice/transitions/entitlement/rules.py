"""What a young person is entitled to as a care leaver, and since when. Facts in, answers out.

Sources, read in November 2026: Children Act 1989, sections 23A, 23C and 24 and Schedule 2 paragraph 19B; Care Planning,
Placement and Case Review (England) Regulations 2010, regulation 40; Care Leavers (England) Regulations 2010, regulation 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from kittiwake.record.ages import birthday
from kittiwake.record.codes.tracks import Span

COUNTED_FROM, DUTY_FROM, ADULT, UNTIL = 14, 16, 18, 25


PRESCRIBED = timedelta(weeks=13)


class Entitlement(StrEnum):
    ELIGIBLE = "eligible"
    RELEVANT = "relevant"
    FORMER_RELEVANT = "former_relevant"
    QUALIFYING = "qualifying"
    NONE = "none"


WORDS = {
    Entitlement.ELIGIBLE: "Eligible: 16 or 17, in care, and in care for 13 weeks or more since 14",
    Entitlement.RELEVANT: "Relevant: 16 or 17, was eligible, and has left care",
    Entitlement.FORMER_RELEVANT: "Former relevant: 18 to 24, was eligible or relevant",
    Entitlement.QUALIFYING: "Qualifying: in care at 16 or later, for less than 13 weeks",
    Entitlement.NONE: "Not entitled as a care leaver, as far as the record says",
}


def _days_in_care(care: Iterable[Span], start: date, end: date) -> int:
    """Days in care from `start` up to, not including, `end`."""
    stretches = [(max(span.starts_on, start), min(span.ends_on or end, end)) for span in care]
    return sum(max((until - since).days, 0) for since, until in stretches)


def eligible_from(born_on: date, care: Sequence[Span], today: date) -> date | None:
    """The first day they were 16, in care, and had been for 13 weeks or more since 14; None if that day has not come."""
    counted, sixteen, adult = (birthday(born_on, age) for age in (COUNTED_FROM, DUTY_FROM, ADULT))
    total = 0
    for stay in sorted(care, key=lambda span: span.starts_on):
        since, until = (
            max(stay.starts_on, counted),
            min(stay.ends_on or date.max, adult, today + timedelta(days=1)),
        )
        if until <= since:
            continue
        enough = since + timedelta(days=max(PRESCRIBED.days - total, 0))
        reached = max(enough, sixteen)
        if reached < until:
            return reached
        total += (until - since).days
    return None


def entitlement(born_on: date | None, care: Sequence[Span], today: date) -> Entitlement:
    if born_on is None or not birthday(born_on, DUTY_FROM) <= today < birthday(born_on, UNTIL):
        return Entitlement.NONE
    adult = today >= birthday(born_on, ADULT)
    if eligible_from(born_on, care, today):
        if adult:
            return Entitlement.FORMER_RELEVANT
        return Entitlement.ELIGIBLE if _in_care(care, today) else Entitlement.RELEVANT
    after_sixteen = _days_in_care(
        care, birthday(born_on, DUTY_FROM), min(birthday(born_on, ADULT), today + timedelta(days=1))
    )
    return (
        Entitlement.QUALIFYING if after_sixteen and (adult or not _in_care(care, today)) else Entitlement.NONE
    )


def _in_care(care: Iterable[Span], today: date) -> bool:
    return any(span.starts_on <= today and (span.ends_on is None or span.ends_on > today) for span in care)
