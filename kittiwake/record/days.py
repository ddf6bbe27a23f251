"""Which days can be believed of what is written down here. Dates in, a sentence out; nothing else is asked.

No law says these: they are what a wrong year looks like. A child of this service is at most 25 (Children Act 1989,
section 23CZB: care leavers to 25), nobody's working life is longer than 60 years, and nothing agreed in practice is
further ahead than three years unless the recording function that knows better says so.
"""

from __future__ import annotations

from datetime import date, timedelta

YEAR = timedelta(days=366)
AHEAD = 3 * YEAR
OLDEST_CHILD, WORKING_LIFE = 26 * YEAR, 60 * YEAR
BEFORE_BIRTH = timedelta(days=300)  # of a child who is due, plans are made and risks known
FIRST_YEAR = 1901  # 1900 is what an empty cell of a spreadsheet becomes


def wrong_day(
    day: date, *, today: date, earliest: date, ahead: timedelta = AHEAD, is_birth: bool = False
) -> str:
    """What cannot be so about this day, as a sentence; empty when it can. `is_birth` says that `earliest` is theirs."""
    if day < earliest:
        if is_birth:
            return "This is before they were born. Check the year, or their date of birth."
        return f"This is before {earliest.year}. Check the year."
    if day > today + ahead:
        return (
            f"This is after {(today + ahead).year}. Check the year."
            if ahead
            else "This is in the future. Check the day."
        )
    return ""


def wrong_birth(born_on: date, *, today: date, is_due: bool) -> str:
    if born_on.year < FIRST_YEAR:
        return f"They cannot have been born before {FIRST_YEAR}. Check the year."
    if is_due:
        return "A birth is due within ten months. Check the day." if born_on > today + BEFORE_BIRTH else ""
    return (
        "They cannot have been born in the future. Check the day, or say that it is when they are due."
        if born_on > today
        else ""
    )


def earliest_of(born_on: date | None, *, today: date, is_due: bool) -> date:
    """Before this day nothing can have happened to this child."""
    if born_on is None:
        return today - OLDEST_CHILD
    return born_on - BEFORE_BIRTH if is_due else born_on
