"""Whether the plans answer every risk. Keys in, answers out; the measure and the board ask the same (`uncovered`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum


class Answer(IntEnum):
    """How the plans answer a risk. In the order a reader should meet them: gaps first."""

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
    """Every standing risk and how the plans in force answer it, uncovered first, otherwise in the order given.

    `covers` are (action, risk) of the plans' standing actions; `left` are the risks left with a reason. An action
    counts for more than a reason. Without a plan both are empty and every risk is uncovered.
    """
    actions: dict[int, list[int]] = {}
    for action, risk in covers:
        actions.setdefault(risk, []).append(action)
    answers = [Covered(risk, _answer(risk, actions, left), tuple(actions.get(risk, ()))) for risk in risks]
    return sorted(answers, key=lambda covered: covered.answer)


def _answer(risk: int, actions: Collection[int], left: Collection[int]) -> Answer:
    if risk in actions:
        return Answer.COVERED
    return Answer.LEFT if risk in left else Answer.UNCOVERED
