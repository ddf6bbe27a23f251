"""How an inspection, an action and a concern stand, and why a concern may not be closed. Facts and a day in, an answer out.

Sources, read in November 2026: Ofsted, Inspecting local authority children's services (ILACS); Ofsted's policy on monitoring
visits. How far a concern is, is judged by a person: nothing here judges it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

STANDARD, SHORT, FOCUSED, JOINT, MONITORING, PLANNING, MEETING = (
    "standard",
    "short",
    "focused",
    "jtai",
    "monitoring",
    "action_planning",
    "annual_meeting",
)
KINDS = [
    (STANDARD, "Standard inspection"),
    (SHORT, "Short inspection"),
    (FOCUSED, "Focused visit"),
    (JOINT, "Joint targeted area inspection"),
    (MONITORING, "Monitoring visit"),
    (PLANNING, "Action-planning visit"),
    (MEETING, "Annual engagement meeting"),
]
INSPECTIONS = {STANDARD, SHORT}  # graded: the next is counted from these

EXPECTED, ANNOUNCED, UNDER_WAY, AWAITED, REPORTED, CALLED_OFF = (
    "expected",
    "announced",
    "under_way",
    "awaited",
    "reported",
    "called_off",
)
STATES = {
    EXPECTED: "Expected",
    ANNOUNCED: "Announced",
    UNDER_WAY: "Under way",
    AWAITED: "Over, letter awaited",
    REPORTED: "Reported",
    CALLED_OFF: "Did not take place",
}


@dataclass(frozen=True)
class Dates:
    starts_on: date
    ends_on: date
    announced_on: date | None = None
    reported_on: date | None = None
    is_called_off: bool = False


def state(dates: Dates, today: date) -> str:
    """An expected visit whose days have come and that nobody announced is still only expected: somebody has to say."""
    if dates.is_called_off:
        return CALLED_OFF
    if dates.reported_on is not None and dates.reported_on <= today:
        return REPORTED
    if dates.announced_on is None or dates.announced_on > today:
        return EXPECTED
    if today < dates.starts_on:
        return ANNOUNCED
    return UNDER_WAY if today <= dates.ends_on else AWAITED


PRIORITY, CONCERN, IMPROVE, SHORTFALL = "priority", "concern", "improve", "shortfall"
CONCERNS = [
    (PRIORITY, "Area for priority action"),
    (CONCERN, "Area of concern"),
    (IMPROVE, "What needs to improve"),
    (SHORTFALL, "A shortfall the letter names"),
]

NONE, SOME, MUCH, DONE = "none", "some", "good", "done"
PROGRESS = [
    (NONE, "No progress"),
    (SOME, "Some progress"),
    (MUCH, "Good progress"),
    (DONE, "Done"),
]

MEASURE, AUDIT, ENTRY, DOCUMENT, PERSON = "measure", "audit", "entry", "document", "person"
EVIDENCE = [
    (MEASURE, "A measure"),
    (AUDIT, "Audits of one programme"),
    (ENTRY, "An entry on a child’s record"),
    (DOCUMENT, "A document"),
    (PERSON, "What somebody who answers for it says"),
]
FOR, AGAINST = "for", "against"
SAYS = [(FOR, "It is better"), (AGAINST, "It is not better, or it is worse")]

WITHOUT_ACTION, LATE, UNSHOWN, UNJUDGED, CONTRADICTED = (
    "without_action",
    "late",
    "unshown",
    "unjudged",
    "contradicted",
)
BROKEN = {
    WITHOUT_ACTION: "Nobody does anything about it yet",
    LATE: "An action is past its day",
    UNSHOWN: "An action is said to be done, and nothing shows it",
    UNJUDGED: "Nobody has judged it since the last visit",
    CONTRADICTED: "Something put in as evidence says the opposite",
}


@dataclass(frozen=True)
class ActionFacts:
    due_on: date
    is_done: bool = False
    is_dropped: bool = False
    is_shown: bool = False  # evidence that stands hangs from it


@dataclass(frozen=True)
class ConcernFacts:
    actions: Sequence[ActionFacts]
    judged_on: date | None
    last_visit_on: date | None  # the end of the last visit since it was raised
    says_opposite: bool = False
    is_closed: bool = False


def broken(concern: ConcernFacts, today: date) -> list[str]:
    """What should follow from a concern, and does not; of one that is closed, only what says the opposite now."""
    if concern.is_closed:
        return [CONTRADICTED] if concern.says_opposite else []
    standing = [action for action in concern.actions if not action.is_dropped]
    unjudged = concern.last_visit_on is not None and (
        concern.judged_on is None or concern.judged_on < concern.last_visit_on
    )
    missing = {
        WITHOUT_ACTION: not standing,
        LATE: any(not action.is_done and action.due_on < today for action in standing),
        UNSHOWN: any(action.is_done and not action.is_shown for action in standing),
        UNJUDGED: unjudged,
        CONTRADICTED: concern.says_opposite,
    }
    return [key for key, is_so in missing.items() if is_so]


@dataclass(frozen=True)
class Closing:
    """What stands when somebody wants to close a concern."""

    is_owner: bool  # of it, or of one of its actions
    progress: str  # as judged last; empty where nobody has
    shown: int  # pieces of evidence the last judgement rests on, that stand
    against: Sequence[str] = ()  # in words: evidence that says the opposite, figures that went the wrong way
    open_actions: int = 0


def why_not_close(closing: Closing) -> str:
    """Empty where it may be closed. Nothing overrules what speaks against: it is looked into first, and set aside by name."""
    if closing.progress != DONE:
        return "Judge its progress first: it is closed when somebody other than its owner has judged it done."
    if not closing.shown:
        return "The last judgement rests on no evidence that still stands. Judge it again, on something that shows it."
    if closing.against:
        return f"This says the opposite: {'; '.join(closing.against)}. Look into it, and set it aside with a reason, or keep the concern open."
    if closing.open_actions:
        return "Some of its actions are not done. Say what came of each, or drop it with a reason."
    return ""


OWNER = (
    "You own this concern or one of its actions. Somebody else has to judge that it is done, and to close it."
)
