"""How far a tactic may come, one step after another, and how long it may last. Facts in, answers out.

Sources, read in November 2026: Home Office, Child exploitation disruption toolkit (2022), and the Acts in the register.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kittiwake.practice.disruption.powers import Power
from kittiwake.time.durations import Duration, Unit
from kittiwake.time.moments import add_months

REQUESTED, CONSIDERED, APPLIED = "requested", "considered", "applied"
GRANTED, REFUSED, BREACHED, EXPIRED, WITHDRAWN = "granted", "refused", "breached", "expired", "withdrawn"
ARRESTED, CHARGED, CONVICTED, ACQUITTED, ENDED = (
    "arrested",
    "charged",
    "convicted",
    "acquitted",
    "discontinued",
)
STEPS = [
    (REQUESTED, "Requested"),
    (CONSIDERED, "Considered"),
    (APPLIED, "Applied for"),
    (GRANTED, "Granted or used"),
    (REFUSED, "Refused"),
    (BREACHED, "Breached"),
    (EXPIRED, "Over"),
    (WITHDRAWN, "Not taken further"),
]
IN_COURT = [
    (ARRESTED, "Somebody was arrested"),
    (CHARGED, "Somebody was charged"),
    (CONVICTED, "Convicted"),
    (ACQUITTED, "Acquitted"),
    (ENDED, "The case was dropped"),
]
CALLED = dict(STEPS + IN_COURT)
FOLLOWS: dict[str, list[str]] = {
    "": [REQUESTED],
    REQUESTED: [CONSIDERED, WITHDRAWN],
    CONSIDERED: [APPLIED, WITHDRAWN],
    APPLIED: [GRANTED, REFUSED, WITHDRAWN],
    GRANTED: [BREACHED, EXPIRED],
    BREACHED: [BREACHED, EXPIRED],
    REFUSED: [],
    EXPIRED: [],
    WITHDRAWN: [],
}
# A criminal case goes its own way beside the tactic, and may go on long after it.
IN_COURT_FOLLOWS: dict[str, list[str]] = {
    "": [ARRESTED, CHARGED],
    ARRESTED: [CHARGED, ENDED],
    CHARGED: [CONVICTED, ACQUITTED, ENDED],
    CONVICTED: [],
    ACQUITTED: [],
    ENDED: [],
}
USES = {APPLIED, GRANTED}  # from here on the power has to be in force
OVER = {REFUSED, EXPIRED, WITHDRAWN}

EFFECTS = [
    ("worse", "Worse than before"),
    ("none", "Nothing changed"),
    ("some", "Somewhat safer"),
    ("much", "Much safer"),
]


@dataclass(frozen=True)
class Taken:
    """A step that was taken."""

    kind: str
    on: date


def next_steps(power: Power, taken: Sequence[Taken]) -> list[str]:
    """What may follow, in both ways: how far the tactic comes, and what comes of it in a criminal court."""
    last = _last(taken, FOLLOWS)
    following = list(FOLLOWS[last])
    if last == CONSIDERED and not power.by_court:
        following = [GRANTED, WITHDRAWN]
    return following + IN_COURT_FOLLOWS[_last(taken, IN_COURT_FOLLOWS)]


def why_not_next(power: Power, taken: Sequence[Taken], step: Taken) -> str:
    """Why this step cannot be the next one. Empty when it can."""
    way = IN_COURT_FOLLOWS if step.kind in IN_COURT_FOLLOWS else FOLLOWS
    allowed = [kind for kind in next_steps(power, taken) if kind in way]
    if step.kind not in allowed:
        return _wrong_order(_last(taken, way), step.kind, allowed)
    before = [taken_step.on for taken_step in taken if taken_step.kind in way]
    if before and step.on < before[-1]:
        return f"That day is before the step it follows: {CALLED[_last(taken, way)].lower()}."
    return ""


def _wrong_order(last: str, wanted: str, allowed: list[str]) -> str:
    now = f"It stands at “{CALLED[last].lower()}”" if last else "Nothing has been recorded yet"
    then = " or ".join(f"“{CALLED[kind].lower()}”" for kind in allowed)
    so = f"what can follow is {then}" if then else "nothing can follow: request it anew"
    return f"{now}, so it cannot be “{CALLED[wanted].lower()}”; {so}."


def _last(taken: Sequence[Taken], way: dict[str, list[str]]) -> str:
    return next((taken_step.kind for taken_step in reversed(taken) if taken_step.kind in way), "")


def stands_at(taken: Sequence[Taken]) -> str:
    """How far the tactic has come."""
    return _last(taken, FOLLOWS)


def came_to(taken: Sequence[Taken]) -> str:
    """What has come of it in a criminal court; empty while nothing has."""
    return _last(taken, IN_COURT_FOLLOWS)


def how_long(power: Power, from_on: date, until_on: date | None) -> str:
    """Why it cannot last until that day. Empty when it can."""
    if until_on is None:
        return ""
    if until_on < from_on:
        return "The day it ends must not be before the day it begins."
    if power.shortest and until_on < _after(from_on, power.shortest):
        return f"{power.title} lasts at least {power.shortest} ({power.basis})."
    if power.longest and until_on > _after(from_on, power.longest):
        return f"{power.title} lasts at most {power.longest} ({power.basis})."
    return ""


def _after(day: date, duration: Duration) -> date:
    if duration.unit is Unit.MONTHS:
        return add_months(day, duration.count)
    return day + timedelta(days=duration.count)
