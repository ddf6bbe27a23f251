"""What the guidance and the local protocol say about a missing episode. Facts and a time in, an answer out.

Sources, read in November 2026: MIS14, statutory guidance on children who run away or go missing from
home or care (January 2014); APP, the College of Policing's authorised practice on missing persons; SSDA903, the
looked-after children return, missing module. What they leave to the council is `local`: a default it may change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kittiwake.practice.missing.notifications.rules import NOTIFIED
from kittiwake.primitives.clocks.rules import Standard, hours
from kittiwake.record.ages import birthday, born_by
from kittiwake.time.moments import local_date, start_of

RETURN_INTERVIEW = Standard(
    key="missing.return_interview",
    title="Return interview held",
    within=hours(72),
    source="{missing_children}: within 72 hours of the child being found or returning, whatever the length of the episode",
)
INTERVIEW_OFFER = Standard(
    key="missing.interview_offer",
    title="Return interview offered",
    within=hours(24),
    source="No national limit ({missing_children}): early enough for the 72 hours. Default of 24 hours",
    local=True,
)

# Whom to tell that a child is missing, and how soon: each a standard of its own (notifications/rules.py).
TOLD_POLICE, TOLD_PARENTS = NOTIFIED["police"], NOTIFIED["parents"]
TOLD_REVIEWING_OFFICER, TOLD_PLACING_AUTHORITY = NOTIFIED["reviewing_officer"], NOTIFIED["placing_authority"]
TOLD_HOST_AUTHORITY, TOLD_WORKER = NOTIFIED["host_authority"], NOTIFIED["worker"]
TOLD_OFSTED, TOLD_HOME_OFFICE, TOLD_GUARDIAN = (
    NOTIFIED["ofsted"],
    NOTIFIED["home_office"],
    NOTIFIED["guardian"],
)

ADULT_AT = 18

GRADES = [
    ("no_apparent_risk", "No apparent risk"),
    ("low", "Low"),
    ("medium", "Medium"),
    ("high", "High"),
]  # APP's continuum; "absent" is how 2013 to 2016 called the first
HIGH = "high"
KINDS = [
    ("M", "Missing: whereabouts not known"),
    ("A", "Away without authorisation: whereabouts known, but not where they should be"),
]  # SSDA903
SOURCES = [
    ("police", "Police"),
    ("carer", "Parent or carer"),
    ("home", "Children's home or foster carer"),
    ("school", "School or college"),
    ("child", "The child"),
    ("worker", "A worker"),
    ("other", "Somebody else"),
]


IN_THE_FUTURE = "This is in the future. Enter a time that has passed."


@dataclass(frozen=True)
class Moments:
    """The four moments of an episode, as far as they are known."""

    last_seen: datetime | None
    reported: datetime
    located: datetime | None = None
    returned: datetime | None = None

    @property
    def started(self) -> datetime:
        """From when the child counts as missing: last seen, or reported where nobody can say (SSDA903 MIS_START)."""
        return self.last_seen or self.reported


def no_earlier(at: datetime, floor: datetime | None, *, time_known: bool) -> datetime:
    """Where only the day is known, some moment of that day that does not come before what came before it.

    The day is all that counts from such a moment, so a return on the day they were last seen stays in order.
    """
    if time_known or floor is None or at >= floor or local_date(at) != local_date(floor):
        return at
    return floor


def out_of_order(moments: Moments, at: datetime) -> str | None:
    """What is wrong with the order of the moments, as a sentence; None when nothing is."""
    if moments.last_seen and moments.last_seen > moments.reported:
        return "They cannot have been last seen after they were reported missing."
    if moments.located and moments.located < moments.started:
        return "They cannot have been located before they went missing."
    if moments.returned and moments.returned < moments.started:
        return "They cannot have returned before they went missing."
    if moments.located and moments.returned and moments.returned < moments.located:
        return "They cannot have returned before they were located."
    known = (moments.last_seen, moments.reported, moments.located, moments.returned)
    return IN_THE_FUTURE if any(moment and moment > at for moment in known) else None


def told_out_of_order(told: datetime | None, reported: datetime, at: datetime) -> str | None:
    """What is wrong with when the police told the council, as a sentence; None when nothing is."""
    if told is None:
        return None
    if told < reported:
        return "The police cannot have told us before they were reported missing."
    return IN_THE_FUTURE if told > at else None


@dataclass(frozen=True)
class Outcome:
    """How an episode stands. `is_open`: somebody still has to look for, or bring back, this child."""

    name: str
    title: str
    is_open: bool


CANCELLED = Outcome("cancelled", "Not missing after all", is_open=False)
CLOSED = Outcome("closed", "Closed without a return", is_open=False)
RETURNED = Outcome("returned", "Returned", is_open=False)
LOCATED = Outcome("located", "Whereabouts known, not returned", is_open=True)
MISSING = Outcome("missing", "Missing", is_open=True)


def outcome(*, cancelled: bool, closed: bool, moments: Moments) -> Outcome:
    """Being located is not being back (MIS14)."""
    if cancelled:
        return CANCELLED
    if moments.returned:
        return RETURNED
    if closed:
        return CLOSED
    if moments.located:
        return LOCATED
    return MISSING


@dataclass(frozen=True)
class Often:
    """So many times within so long; the numbers are the council's."""

    times: int
    within: timedelta


def is_often(starts: Sequence[datetime], at: datetime, often: Often) -> bool:
    return sum(at - often.within <= start <= at for start in starts) >= often.times


def adult_on(born_on: date | None) -> date | None:
    """The day an open episode closes: their 18th birthday (SSDA903, validation rule 580)."""
    return birthday(born_on, ADULT_AT) if born_on else None


def adult_born_by(at: datetime) -> date:
    """Whoever was born by this day is an adult."""
    return born_by(local_date(at), ADULT_AT)


AT_18 = "They turned 18"


def ends_by_age_at(born_on: date | None, started: datetime) -> datetime | None:
    """When an open episode ends by itself: as their 18th birthday begins. One that began later is an adult's."""
    day = adult_on(born_on)
    return start_of(day) if day and start_of(day) > started else None
