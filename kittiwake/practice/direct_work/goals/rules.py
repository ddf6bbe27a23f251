"""What a goal’s scale may say, and how it is drawn. Facts in, answers out. All of it is ours: local."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

LOWEST, HIGHEST = 0, 10
WIDTH, HEIGHT, LEFT, TOP = 560, 200, 40, 20


def wrong_with_scale(score: int) -> str:
    if LOWEST <= score <= HIGHEST:
        return ""
    return f"Enter a whole number from {LOWEST} to {HIGHEST}."


@dataclass(frozen=True)
class Point:
    """One place on a goal's chart, in the units of its drawing."""

    x: int
    y: int
    score: int
    on: date


def drawn(scores: Sequence[tuple[date, int]]) -> list[Point]:
    """Where each score stands on a drawing WIDTH wide and HEIGHT high, by its day; days apart keep their distance."""
    if not scores:
        return []
    ordered = sorted(scores)
    first, last = ordered[0][0], ordered[-1][0]
    span = max((last - first).days, 1)
    return [
        Point(
            LEFT + round((on - first).days / span * WIDTH),
            TOP + HEIGHT - round(score / HIGHEST * HEIGHT),
            score,
            on,
        )
        for on, score in ordered
    ]


def movement(scores: Sequence[int]) -> str:
    """How the child has scaled a goal, first against last, in words."""
    if not scores:
        return "Not scaled yet"
    if len(scores) == 1:
        return f"{scores[0]} out of {HIGHEST}"
    first, last = scores[0], scores[-1]
    went = "up" if last > first else "down" if last < first else "no change"
    return (
        f"{last} out of {HIGHEST}, {went} from {first}"
        if went != "no change"
        else f"Still {last} out of {HIGHEST}"
    )


WORK_ON_GOAL_WITHIN = timedelta(weeks=4)  # local


def goal_is_alone(set_at: datetime, at: datetime) -> bool:
    return at - set_at > WORK_ON_GOAL_WITHIN
