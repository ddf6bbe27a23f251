"""Whether a plan answers every risk, and where it is weak. Facts in, answers out.

Sources, read in November 2026: what inspectors praise in safety plans (made with the child, the
parents and partners; realistic; evenings and weekends; who does what when; linked to return interviews) and what they
criticise (left to parents, one-sided, no contingency, not time-bound, not specific).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

WHO = [
    ("child", "The child"),
    ("parent", "A parent or carer"),
    ("home", "Their home or foster carer"),
    ("worker", "A worker of the council"),
    ("police", "Police"),
    ("school", "School or college"),
    ("health", "Health"),
    ("network", "Somebody else they trust"),
    ("other", "Somebody else"),
]
ROLES = [("child", "The child"), ("parent", "A parent or carer"), ("partner", "A partner")]


class Answer(IntEnum):
    """How the plan answers a risk. In the order a reader should meet them: gaps first."""

    UNCOVERED = 0
    LEFT = 1
    COVERED = 2


@dataclass(frozen=True)
class Covered:
    """One standing risk beside the actions that cover it, by key."""

    risk: int
    answer: Answer
    actions: tuple[int, ...] = ()


def coverage(risks: Sequence[int], covers: Iterable[tuple[int, int]], left: Collection[int]) -> list[Covered]:
    """Every standing risk and how the current plan answers it, uncovered first, otherwise in the order given.

    `covers` are (action, risk) of the plan's standing actions; `left` are the risks left with a reason. An action
    counts for more than a reason. Without a plan both are empty and every risk is uncovered.
    """
    actions: dict[int, list[int]] = {}
    for action, risk in covers:
        actions.setdefault(risk, []).append(action)
    found = [Covered(risk, _answer(risk, actions, left), tuple(actions.get(risk, ()))) for risk in risks]
    return sorted(found, key=lambda one: one.answer)


def _answer(risk: int, actions: Collection[int], left: Collection[int]) -> Answer:
    if risk in actions:
        return Answer.COVERED
    return Answer.LEFT if risk in left else Answer.UNCOVERED


@dataclass(frozen=True)
class Step:
    """What somebody agreed to do, as far as its strength goes."""

    who_is: str
    who: str
    is_timed: bool
    evenings_weekends: bool


@dataclass(frozen=True)
class Facts:
    """A plan, as far as its strength goes. `child_agreed` is None while nobody has recorded what the child thinks."""

    steps: Sequence[Step]
    warning_signs: str
    contingency: str
    child_version: str
    review_on: date | None
    child_agreed: bool | None


def weaknesses(plan: Facts, today: date) -> list[str]:
    """What an inspector would say of it, each a sentence that says what to mend. Empty for a sound plan."""
    said = {
        "Nobody has agreed to do anything yet.": not plan.steps,
        "The child’s own version is missing.": not plan.child_version,
        "Nobody has asked the child whether they agree.": plan.child_agreed is None,
        "The child does not agree with it.": plan.child_agreed is False,
        "It does not say what the warning signs are.": not plan.warning_signs,
        "It does not say what happens if it goes wrong.": not plan.contingency,
        "It has no date to look at it again.": plan.review_on is None,
        "The date to look at it again has passed.": plan.review_on is not None and plan.review_on < today,
    }
    return [words for words, holds in said.items() if holds] + _weak_steps(plan.steps)


def _weak_steps(steps: Sequence[Step]) -> list[str]:
    if not steps:
        return []
    untimed = sum(not step.is_timed for step in steps)
    count = "1 action says" if untimed == 1 else f"{untimed} actions say"
    said = {
        "Nothing in it is for evenings or weekends.": not any(step.evenings_weekends for step in steps),
        "It relies on parents and carers alone.": {step.who_is for step in steps} <= {"parent", "home"},
        "It leaves everything to the child.": {step.who_is for step in steps} == {"child"},
        f"{count} neither when nor by which day.": untimed > 0,
    }
    return [words for words, holds in said.items() if holds]
