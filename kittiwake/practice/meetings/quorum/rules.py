"""Who must be in the room for a meeting to count, by kind and by day. Pure: names in, answers out.

Sources as in rules. A council adds its own quorum to a kind with the day it starts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from kittiwake.practice.meetings.rules import (
    ABSENT,
    AGENCIES,
    APOLOGIES,
    CARE,
    COMPLEX,
    CONTEXT,
    CORE_GROUP,
    HEALTH,
    INVITED,
    PANEL,
    PLAN_MAKING,
    POLICE,
    STRATEGIES,
    STRATEGY,
    WT,
)


@dataclass(frozen=True)
class Quorum:
    """Who must be in the room. `besides` more of any other agencies; a report is not the same as being there."""

    needs: frozenset[str]
    source: str
    follows: str  # when it is not met
    besides: int = 0
    effective_from: date = date.min


AGAIN = (
    "What was agreed to keep the child safe today stands. Hold the discussion again with those who were missing: "
    "the clock runs on until it is held with social care, the police and health."
)
# Newest first within a kind. A council adds its own, with the day it starts.
QUORA: dict[str, list[Quorum]] = {
    STRATEGY: [Quorum(frozenset({CARE, POLICE, HEALTH}), f"Children Act 1989 s47; {WT}", AGAIN)],
    COMPLEX: [Quorum(frozenset({CARE, POLICE, HEALTH}), f"Children Act 1989 s47; {WT}", AGAIN)],
    PANEL: [
        Quorum(
            frozenset({CARE, POLICE}),
            "Local: led together by social care and the police",
            "The panel may talk, and what it decides waits until the other agency agrees.",
        )
    ],
    CONTEXT: [
        Quorum(
            frozenset({CARE, POLICE}),
            "Local",
            "What was agreed stands; tell the agency that was missing what is asked of it.",
        )
    ],
}
for _kind in PLAN_MAKING:
    QUORA[_kind] = [
        Quorum(
            frozenset({CARE}),
            "Local: social care and at least two other agencies that have worked with the child",
            "The chair decides whether it may go ahead. If it does not, set another day within the time limit.",
            besides=2,
        )
    ]
QUORA[CORE_GROUP] = [
    Quorum(frozenset({CARE}), "Local", "Hold it again with at least one partner agency.", besides=1)
]


@dataclass(frozen=True)
class Standing:
    """Whether a meeting was quorate, and who was missing. `rule` is None where no quorum is set."""

    rule: Quorum | None
    missing: tuple[str, ...] = ()

    @property
    def is_quorate(self) -> bool:
        return not self.missing

    @property
    def words(self) -> str:
        return ", ".join(self.missing)


def quorum_on(kind: str, day: date) -> Quorum | None:
    return next((quorum for quorum in QUORA.get(kind, []) if quorum.effective_from <= day), None)


def standing(kind: str, came: Collection[str], day: date) -> Standing:
    """`came` are the agencies that were there, on that day."""
    rule = quorum_on(kind, day)
    if rule is None:
        return Standing(None)
    names = dict(AGENCIES)
    lacking = [names[agency] for agency, _ in AGENCIES if agency in rule.needs and agency not in came]
    short = rule.besides - len(set(came) - rule.needs)
    if short > 0:
        lacking.append("one more agency" if short == 1 else f"{short} more agencies")
    return Standing(rule, tuple(lacking))


def ends_the_duty(kind: str, came: Collection[str], day: date) -> bool:
    """A strategy discussion without the police or health is not one; every other meeting counts once held."""
    return kind not in STRATEGIES or standing(kind, came, day).is_quorate


def missed_again(answers: Iterable[str]) -> bool:
    """An agency's answers, newest meeting first: missed this one and the one before, without so much as a report."""
    newest = [answer for answer in answers if answer != INVITED][:2]
    return len(newest) == 2 and all(answer in (APOLOGIES, ABSENT) for answer in newest)
