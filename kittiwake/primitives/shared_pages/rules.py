"""In which order somebody's work stands: what a thing is and when it is due, and a time in; its place out. Pure.

Source: our own practice, asked for by those who work from such lists: the child who is missing or has just come back
stands before everything, and what has been late for weeks does not hide them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import Enum, IntEnum

from kittiwake.time.moments import end_of, local_date

DAY = timedelta(days=1)
SOON = timedelta(days=7)
LONG = timedelta(days=14)  # late for longer than this stands together, below; local


class Kind(Enum):
    """What waits for somebody."""

    MISSING = "missing"
    INTERVIEW = "interview"  # to offer, or to hold
    TIMED = "timed"  # a duty or an action with its day
    SENT_BACK = "sent back"
    ANSWER = "answer"  # a child has answered
    LOOK = "look"  # somebody's work waits for a manager
    DRAFT = "draft"


class Stretch(IntEnum):
    """Where it stands, the first first."""

    MISSING = 0
    NOT_HEARD = 1
    NOW = 2
    BACK_TO_ME = 3
    ANSWERS = 4
    TO_LOOK_AT = 5
    WEEK = 6
    DRAFTS = 7
    LATER = 8
    LONG_LATE = 9


HEADINGS = {
    Stretch.MISSING: "Missing now",
    Stretch.NOT_HEARD: "Back, and not yet listened to",
    Stretch.NOW: "Late, or due today or tomorrow",
    Stretch.BACK_TO_ME: "Came back to you",
    Stretch.ANSWERS: "Answers from children",
    Stretch.TO_LOOK_AT: "Waiting for you to look at",
    Stretch.WEEK: "Due in the next 7 days",
    Stretch.DRAFTS: "Drafts",
    Stretch.LATER: "Due later",
}
# Of one child everything stands on one page: what is long late comes before what is due in weeks, and does not hide what
# is to be done now.
ON_A_CHILDS_PAGE = [Stretch.NOT_HEARD, Stretch.NOW, Stretch.WEEK, Stretch.LONG_LATE, Stretch.LATER]
_UNTIMED = {
    Kind.MISSING: Stretch.MISSING,
    Kind.SENT_BACK: Stretch.BACK_TO_ME,
    Kind.ANSWER: Stretch.ANSWERS,
    Kind.LOOK: Stretch.TO_LOOK_AT,
    Kind.DRAFT: Stretch.DRAFTS,
}


def stretch(
    kind: Kind, due_at: datetime | None, at: datetime, *, promised: datetime | None = None
) -> Stretch:
    """`promised`: by when somebody who said why it is late means to have done it; until then it stands by that day."""
    if kind in _UNTIMED or due_at is None:
        return _UNTIMED.get(kind, Stretch.LATER)
    stands_at = promised if promised and promised >= at else due_at
    if stands_at < at - LONG:
        return Stretch.LONG_LATE
    if kind is Kind.INTERVIEW and stands_at == due_at:
        return Stretch.NOT_HEARD
    if stands_at <= end_of(local_date(at) + DAY):
        return Stretch.NOW
    return Stretch.WEEK if stands_at < at + SOON else Stretch.LATER


def place(first: Stretch, due: Iterable[datetime]) -> tuple[int, float]:
    """Of a child's block among the others: whoever came back last is first, everything else by what is due soonest."""
    moments = [due_at.timestamp() for due_at in due]
    if first is Stretch.NOT_HEARD:
        return first, -max(moments, default=0.0)
    return first, min(moments, default=0.0)
