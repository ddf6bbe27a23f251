"""How often people meet, how often each child is talked about, and what a session may say of itself. Facts in, answers out.

Sources, read in November 2026: employer standards for social workers in England (LGA), standard 5: weekly for the first
six weeks of newly qualified social workers, fortnightly to six months, then at least monthly; at least monthly for
everybody else; 90 minutes without interruption (also DfE, October 2024). How often a child is discussed is `local`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from kittiwake.primitives.clocks.rules import Standard, Unit, days, months
from kittiwake.time.moments import add_months

FORMAL, INFORMAL, GROUP = "formal", "informal", "group"
KINDS = [
    (FORMAL, "Supervision, by agreement"),
    (INFORMAL, "A discussion in between"),
    (GROUP, "Group supervision"),
]
SOCIAL_WORKER, OTHER = "social_worker", "other"
PROFESSIONS = [(SOCIAL_WORKER, "Social worker"), (OTHER, "Another practitioner")]

LGA = "Employer standards for social workers in England (Local Government Association), standard 5, voluntary, read November 2026"
WEEKLY = Standard(
    key="supervision.weekly",
    title="Supervision (weekly at first)",
    within=days(7),
    source=LGA,
    voluntary=True,
)
FORTNIGHTLY = Standard(
    key="supervision.fortnightly",
    title="Supervision (fortnightly to six months)",
    within=days(14),
    source=LGA,
    voluntary=True,
)
MONTHLY = Standard(
    key="supervision.monthly",
    title="Supervision (every month)",
    within=months(1),
    source=f"{LGA}; Department for Education, October 2024",
    voluntary=True,
)
OTHERS = Standard(
    key="supervision.others",
    title="Supervision (every month)",
    within=months(1),
    source="Local: the same for everybody who works with children",
    local=True,
)
WEEKLY_FOR, FORTNIGHTLY_UNTIL = timedelta(weeks=6), 6  # months
MINUTES = 90
GAP = timedelta(weeks=6)

HIGH_RISK = Standard(
    key="supervision.child_at_high_risk",
    title="Child discussed (a risk judged significant)",
    within=days(28),
    source="Local: every 4 weeks while a risk is judged significant",
    local=True,
)
PROTECTED = Standard(
    key="supervision.child_protected",
    title="Child discussed (child protection, in care)",
    within=days(42),
    source="Local: every 6 weeks under a child protection plan or in care",
    local=True,
)
EVERY_CHILD = Standard(
    key="supervision.child",
    title="Child discussed",
    within=days(84),
    source="Local: at least every 12 weeks",
    local=True,
)
PROTECTED_TRACKS = ("child_protection", "in_care")

DONE, PARTLY, NOT_DONE, NONE_SET = "done", "partly", "not_done", "none_set"
LAST_DIRECTION = [
    (DONE, "Yes"),
    (PARTLY, "Partly"),
    (NOT_DONE, "No"),
    (NONE_SET, "Nothing was set last time"),
]


def rhythm(on: date, *, profession: str, newly_qualified_since: date | None) -> Standard:
    """How soon after a supervision on that day the next one is held."""
    if profession != SOCIAL_WORKER:
        return OTHERS
    if newly_qualified_since is None or on >= add_months(newly_qualified_since, FORTNIGHTLY_UNTIL):
        return MONTHLY
    return WEEKLY if on < newly_qualified_since + WEEKLY_FOR else FORTNIGHTLY


def due_after(standard: Standard, on: date) -> date:
    """The last day in time, by the version that was in force on the day it is counted from."""
    within = standard.version_at(on).within
    if within.unit is Unit.MONTHS:
        return add_months(on, within.count)
    return on + timedelta(days=within.count)


def interval(tracks: Collection[str], *, is_high_risk: bool) -> Standard:
    """How often a child on these tracks is talked about."""
    if is_high_risk:
        return HIGH_RISK
    return PROTECTED if set(tracks) & set(PROTECTED_TRACKS) else EVERY_CHILD


def is_gap(last_on: date, on: date) -> bool:
    """Six weeks or more without supervision."""
    return on - last_on >= GAP


def wrong_with_held(held: datetime, at: datetime, *, minutes: int) -> tuple[str, str]:
    """(field, why) a supervision cannot be recorded like this; two empty strings when it can."""
    if held > at:
        return "held", "This is in the future. Record a supervision when it has been held."
    if not 1 <= minutes <= 480:
        return "minutes", "Enter how long it lasted in minutes, from 1 to 480."
    return "", ""


def short_of_standard(kind: str, minutes: int, uninterrupted: bool) -> list[str]:
    """What a supervision by agreement lacks of the standard."""
    if kind != FORMAL:
        return []
    short = [
        (minutes < MINUTES, f"It lasted {minutes} minutes: the standard is {MINUTES}."),
        (not uninterrupted, "It was interrupted."),
    ]
    return [said for is_so, said in short if is_so]


def gaps(
    *, changed: str, child_view: str, risk: str, progress: str, reflection: str, effect: str
) -> list[str]:
    """What readers most often miss in the child's part. Advice for whoever wrote it: none of it stops anything."""
    missing = [
        (changed, "It does not say what has changed for the child."),
        (child_view, "It does not say what the child thinks."),
        (risk, "It does not say how the risk is now, outside the home too."),
        (progress, "It says nothing of progress since last time."),
        (reflection, "There is no reflection: what else could explain it?"),
        (effect, "It does not say what effect the help has had."),
    ]
    return [said for words, said in missing if not words.strip()]
