"""The loop of one return in eight steps, from facts and a time. Pure.

Sources: statutory guidance on children who run away or go missing from home or care (2014) for back, offered and
heard; what follows is local practice, as inspectors' published findings ask for it: what a child says is learned from,
judged, in the plan, seen by a manager, and the child is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

STEPS = {
    "back": "Back",
    "offered": "Offered",
    "heard": "Heard",
    "learned": "Learned",
    "judged": "Judged",
    "planned": "Planned",
    "seen": "Seen by a manager",
    "told": "Told",
}


class State(StrEnum):
    DONE = "done"
    OPEN = "open"  # somebody can do it now, and it is not late
    BROKEN = "broken"  # its limit has passed
    AHEAD = "ahead"  # what comes before it is not done yet
    ENDED = "ended"  # it will not be, for a reason


@dataclass(frozen=True)
class LoopStep:
    name: str
    state: State
    due_at: datetime | None = None
    words: str = ""

    @property
    def title(self) -> str:
        return STEPS[self.name]


@dataclass(frozen=True)
class Facts:
    """What the record says of one return. A moment that is None has not come; a limit that is None does not run."""

    returned_at: datetime | None = None
    offered_at: datetime | None = None
    offer_due_at: datetime | None = None
    held_at: datetime | None = None
    interview_due_at: datetime | None = None
    not_held: str = ""  # why there will be no interview
    learned: bool = False
    judged: bool = False
    planned: bool = False
    plan_due_at: datetime | None = None
    seen: bool = False
    seen_words: str = ""  # how far the manager's look has come
    seen_due_at: datetime | None = None
    written: bool = False
    told_at: datetime | None = None
    told_due_at: datetime | None = None
    wants_to_hear: bool = True


def steps(facts: Facts, at: datetime) -> list[LoopStep]:
    """All eight, in their order."""
    ways = (_back, _offered, _heard, _learned, _judged, _planned, _seen, _told)
    return [way(facts, at) for way in ways]


def is_closed(made: Iterable[LoopStep]) -> bool:
    """Nothing is left to do. What was learned and judged on the way is not asked for once the plan says it."""
    return all(
        step.state in {State.DONE, State.ENDED} for step in made if step.name not in {"learned", "judged"}
    )


def next_step(made: Iterable[LoopStep]) -> LoopStep | None:
    """What is to be done first: the earliest that is broken or open."""
    return next((step for step in made if step.state in {State.BROKEN, State.OPEN}), None)


def _timed(name: str, due_at: datetime | None, at: datetime, words: str = "") -> LoopStep:
    is_late = due_at is not None and due_at < at
    return LoopStep(name, State.BROKEN if is_late else State.OPEN, due_at, words)


def _back(facts: Facts, at: datetime) -> LoopStep:
    return LoopStep(
        "back", State.DONE if facts.returned_at else State.OPEN, words="" if facts.returned_at else "Missing"
    )


def _offered(facts: Facts, at: datetime) -> LoopStep:
    if facts.offered_at:
        return LoopStep("offered", State.DONE)
    if facts.returned_at is None:
        return LoopStep("offered", State.AHEAD)
    if facts.not_held:
        return LoopStep("offered", State.ENDED, words=facts.not_held)
    return _timed("offered", facts.offer_due_at, at)


def _heard(facts: Facts, at: datetime) -> LoopStep:
    if facts.held_at:
        late = facts.interview_due_at is not None and facts.held_at > facts.interview_due_at
        return LoopStep("heard", State.DONE, words="Late" if late else "")
    if facts.returned_at is None:
        return LoopStep("heard", State.AHEAD)
    if facts.not_held:
        return LoopStep("heard", State.ENDED, words=facts.not_held)
    return _timed("heard", facts.interview_due_at, at)


def _before(name: str, facts: Facts) -> LoopStep | None:
    """Nothing can follow from what nobody heard."""
    if facts.held_at:
        return None
    return LoopStep(name, State.ENDED if facts.not_held else State.AHEAD)


def _learned(facts: Facts, at: datetime) -> LoopStep:
    return _on_the_way("learned", facts.learned, facts, at)


def _judged(facts: Facts, at: datetime) -> LoopStep:
    return _on_the_way("judged", facts.judged, facts, at)


def _on_the_way(name: str, done: bool, facts: Facts, at: datetime) -> LoopStep:
    """It has no limit of its own: what they said is in the plan by a day, so it was learned and judged by then."""
    if done:
        return LoopStep(name, State.DONE)
    if before := _before(name, facts):
        return before
    return (
        LoopStep(name, State.OPEN, words="Nothing recorded")
        if facts.planned
        else _timed(name, facts.plan_due_at, at)
    )


def _planned(facts: Facts, at: datetime) -> LoopStep:
    if facts.planned:
        return LoopStep("planned", State.DONE)
    return _before("planned", facts) or _timed("planned", facts.plan_due_at, at)


def _seen(facts: Facts, at: datetime) -> LoopStep:
    if facts.seen:
        return LoopStep("seen", State.DONE)
    if before := _before("seen", facts):
        return before
    if not facts.planned:
        return LoopStep("seen", State.AHEAD)
    return _timed("seen", facts.seen_due_at, at, facts.seen_words)


def _told(facts: Facts, at: datetime) -> LoopStep:
    if facts.told_at:
        return LoopStep("told", State.DONE)
    if before := _before("told", facts):
        return before
    if not facts.wants_to_hear:
        return LoopStep("told", State.ENDED, words="They do not want to hear back")
    return _timed("told", facts.told_due_at, at, "Written, not told" if facts.written else "")
