"""Where a plan is weak: what an inspector would say of it, as advice that never stops anybody. Facts in, sentences out.

Sources, read in November 2026: what inspectors praise in plans (made with the child, the parents and partners;
realistic; evenings and weekends; who does what when; linked to return interviews) and what they criticise (left to
parents, one-sided, no contingency, not time-bound, not about exploitation, risks and actions everybody knew missing).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kittiwake.practice.plans import parts, rules
from kittiwake.primitives.clocks.citing import cited

EXPLOITATION = {
    "sexual_exploitation",
    "criminal_exploitation",
    "county_lines",
    "serious_violence",
    "trafficking",
    "online_harm",
    "financial_exploitation",
    "home_takeover",
}
RELATIVES = {"parent", "home"}


@dataclass(frozen=True)
class PlannedAction:
    """What somebody agreed to do, as far as its strength goes. `covers` are the domains of the risks it is about."""

    who_is: str
    is_timed: bool
    evenings_weekends: bool
    says_difference: bool = True
    has_left: bool = False
    covers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Written:
    """The words of a plan, as far as its strength goes."""

    kind: str
    warning_signs: str
    contingency: str
    child_version: str
    review_on: date | None
    capacity: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """A plan and what it stands among. `answers` is the newest of each role; `risks` the domains that stand."""

    words: Written
    actions: Sequence[PlannedAction]
    answers: Mapping[str, str] = field(default_factory=dict)
    risks: Collection[str] = ()
    not_taken_up: Sequence[str] = ()  # what a meeting agreed and no plan has


def weaknesses(plan: Facts, today: date) -> list[str]:
    """What an inspector would say of it, each a sentence that says what to mend. Empty for a sound plan."""
    return [
        *_nobody(plan.actions),
        *in_words(plan.words, today),
        *in_actions(plan.actions),
        *_off_the_point(plan),
        *_not_agreed(plan),
        *(f"A meeting agreed this, and no plan has it: {what}." for what in plan.not_taken_up),
        *_relies_on(plan),
    ]


def _nobody(actions: Sequence[PlannedAction]) -> list[str]:
    return [] if actions else ["Nobody has agreed to do anything yet."]


def in_words(plan: Written, today: date) -> list[str]:
    """Of what is written alone: the advice while it is written."""
    said = {
        "The child’s own version is missing.": not plan.child_version.strip(),
        "It does not say what the warning signs are.": not plan.warning_signs.strip(),
        "It does not say what happens if it goes wrong.": not plan.contingency.strip(),
        "It has no date to look at it again.": plan.review_on is None,
        "The date to look at it again has passed.": plan.review_on is not None and plan.review_on < today,
    }
    silent = [part for part in parts.of(plan.kind) if not plan.parts.get(part.key, "").strip()]
    return [
        *_holding(said),
        *(f"It does not say {part.lacks} ({cited(part.source, today)})." for part in silent),
    ]


def in_actions(actions: Sequence[PlannedAction]) -> list[str]:
    """Of who does what and when. Nothing of a plan without any: that is said once, elsewhere."""
    if not actions:
        return []
    who = {action.who_is for action in actions}
    said = {
        "Nothing in it is for evenings or weekends.": not any(action.evenings_weekends for action in actions),
        "It relies on parents and carers alone.": who <= RELATIVES,
        "It leaves everything to the child.": who == {"child"},
    }
    return [
        *_holding(said),
        *_count(actions, [not action.is_timed for action in actions], "neither when nor by which day"),
        *_count(
            actions, [not action.says_difference for action in actions], "not how we will know that it worked"
        ),
        *_left(actions),
    ]


def _count(actions: Sequence[PlannedAction], lacking: list[bool], what: str) -> list[str]:
    untold = sum(lacking)
    says = "1 action says" if untold == 1 else f"{untold} actions say"
    return [f"{says} {what}."] if untold else []


def _left(actions: Sequence[PlannedAction]) -> list[str]:
    gone = sum(action.has_left for action in actions)
    if not gone:
        return []
    said = "1 action belongs" if gone == 1 else f"{gone} actions belong"
    return [f"{said} to somebody who has left."]


def _off_the_point(plan: Facts) -> list[str]:
    """A risk of exploitation stands, and nothing anybody does is about one."""
    standing = EXPLOITATION.intersection(plan.risks)
    about = any(action.covers & EXPLOITATION for action in plan.actions)
    return (
        ["It is not about exploitation: no action in it answers that risk."]
        if standing and plan.actions and not about
        else []
    )


def _not_agreed(plan: Facts) -> list[str]:
    answers, doing = plan.answers, {action.who_is for action in plan.actions}
    child = answers.get("child", "")
    family = not answers.keys() & {"parent", "home"}
    called = dict(rules.ROLES)
    partners = [role for role in ("police", "school", "health") if role in doing and role not in answers]
    said = {
        "Nobody has asked the child whether they agree.": child in ("", rules.NOT_ASKED),
        "The child does not agree with it.": child == rules.DISAGREES,
        "Nobody has recorded what the family or carers think of it.": family and bool(plan.actions),
    }
    unasked = [
        f"It gives work to {_within(called[role])}, and nobody has recorded whether they agree."
        for role in partners
    ]
    return [*_holding(said), *unasked]


def _within(name: str) -> str:
    """As it reads inside a sentence."""
    return "the police" if name == "Police" else name.lower()


def _relies_on(plan: Facts) -> list[str]:
    """An adult outside the services is to act, and nobody has said whether they can."""
    relies = any(action.who_is in {"parent", "home", "network"} for action in plan.actions)
    return (
        ["It does not say whether the adults it relies on are able to do it."]
        if relies and not plan.words.capacity.strip()
        else []
    )


def _holding(said: Mapping[str, bool]) -> list[str]:
    return [words for words, holds in said.items() if holds]
