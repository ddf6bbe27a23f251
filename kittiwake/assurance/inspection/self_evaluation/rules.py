"""What a self-evaluation asks, and where a claim and its figure disagree. Figures in, sentences out.

Source: Ofsted, Inspecting local authority children's services, on the annual self-evaluation; read November 2026: what do you
know about the quality and impact of practice, how do you know it, and what are your plans for the next 12 months.
"""

from __future__ import annotations

import re
from math import sqrt

from kittiwake.assurance.inspection import direction
from kittiwake.insight.disclosure.figure import Figure
from kittiwake.primitives.measures.definition import Benchmark, Measure

QUALITY, HOW, NEXT = "quality", "how", "next"
QUESTIONS = [
    (QUALITY, "What do we know about the quality and impact of practice?"),
    (HOW, "How do we know it?"),
    (NEXT, "What will we do in the next 12 months?"),
]
STRENGTH, BETTER, WEAK, PLAIN = "strength", "better", "weak", "plain"
SAYS = [
    (STRENGTH, "This is a strength"),
    (BETTER, "This is getting better"),
    (WEAK, "This is not good enough yet"),
    (PLAIN, "It does not say how good it is"),
]
FEW = 10  # as many as a share is shown of: of fewer, a figure says little either way
PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")


def disagreement(says: str, measure: Measure, now: Figure | None, before: Figure | None) -> str:
    """Where what is said and what the figure shows are not one; empty where they are, or where nothing is claimed."""
    if says == PLAIN:
        return ""
    if now is None or now.value is None:
        return "" if now is not None and now.is_hidden else "No figure shows this: there are no cases."
    if now.denominator is not None and now.denominator < FEW:
        return f"The figure rests on {now.denominator} cases: too few to show this."
    moved = direction.moved(measure, before, now)
    return {STRENGTH: _strength, BETTER: _better, WEAK: _weak}[says](measure, now, moved)


def _strength(measure: Measure, now: Figure, moved: str) -> str:
    if measure.benchmark and _beside(measure, now) == direction.WORSE:
        return f"This is called a strength, and the figure is worse than {_whose(measure.benchmark)}."
    if moved == direction.WORSE:
        return "This is called a strength, and the figure has become worse since the year before."
    return ""


def _better(measure: Measure, now: Figure, moved: str) -> str:
    if moved == direction.WORSE:
        return "This is said to be getting better, and the figure has become worse since the year before."
    if moved in (direction.SAME, direction.CHANCE):
        return "This is said to be getting better, and the figure has not moved more than chance explains."
    return ""


def _weak(measure: Measure, now: Figure, moved: str) -> str:
    if moved == direction.BETTER and _beside(measure, now) != direction.WORSE:
        return "This is said not to be good enough, and the figure has become better since the year before."
    return ""


def _beside(measure: Measure, now: Figure) -> str:
    """Beside the figure of others, where it is a share and ours is further away than chance explains (one proportion, 95%)."""
    percent = PERCENT.search(measure.benchmark.figure) if measure.benchmark else None
    shares = measure.how in ("share", "children_share") and measure.direction != "context"
    if not (percent and shares and now.denominator):
        return direction.UNKNOWN
    theirs = float(percent[1]) / 100
    spread = sqrt(theirs * (1 - theirs) / now.denominator)
    ours = now.value or 0
    if abs(ours - theirs) <= direction.ALERT * spread:
        return direction.CHANCE
    return direction.BETTER if (ours > theirs) == (measure.direction == "up") else direction.WORSE


def _whose(benchmark: Benchmark) -> str:
    otherwise = ", which was counted otherwise" if benchmark.beside else ""
    return f"{benchmark.figure} in {benchmark.of}, {benchmark.on}{otherwise}"
