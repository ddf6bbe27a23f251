"""What charts say in words: the same for months and for teams."""

from __future__ import annotations

import re

from kittiwake.insight.rules import Figure
from kittiwake.insight.words import said
from kittiwake.primitives.measures.definition import PERCENT, Measure

NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?(%?)[^\d%]*")
WHAT_SHARES_ARE_OF = {"children_share": "children", "per_child": "children"}


def amount(measure: Measure, value: float) -> str:
    """63%, 18.5 hours, 12."""
    return said(measure, Figure(None, None, None, value))


def tick(measure: Measure, value: float) -> str:
    return f"{value * 100:g}%" if measure.is_share else f"{value:,g}"


def better_or_worse(measure: Measure, side: int) -> str:
    """What it is to lie on that side, or to move to it: neither where neither is good."""
    if measure.direction == "context":
        return "different"
    return "better" if (side > 0) == (measure.direction == "up") else "worse"


def which_is(measure: Measure, side: int) -> str:
    """As a sentence goes on: “, which is worse”."""
    judged = better_or_worse(measure, side)
    return ", which is different from usual" if judged == "different" else f", which is {judged}"


def sized(measure: Measure) -> str:
    """What a figure rests on so many of."""
    return WHAT_SHARES_ARE_OF.get(measure.how, "cases")


def benchmark_value(measure: Measure) -> float | None:
    """The number in its benchmark, as its figures have theirs; None where there is none, or not one of the same kind."""
    if measure.benchmark is None:
        return None
    whole = NUMBER.fullmatch(measure.benchmark.figure.strip())
    if whole is None or (whole[2] == PERCENT) != measure.is_share:
        return None
    number = float(whole[1].replace(",", ""))
    return number / 100 if measure.is_share else number


def benchmark_in_words(measure: Measure) -> str:
    """For the key of a chart: whose it is, how much, and of when. Long names are cut: it is told in full beside the chart."""
    value, benchmark = benchmark_value(measure), measure.benchmark
    if value is None or benchmark is None:
        return ""
    whose = (
        benchmark.of
        if len(benchmark.of) <= LONGEST_WHOSE
        else f"{benchmark.of[: LONGEST_WHOSE - 1].rstrip()}…"
    )
    return f"{whose[:1].upper()}{whose[1:]}: {amount(measure, value)}, {benchmark.on}"


LONGEST_WHOSE = 36


def listed(names: list[str]) -> str:
    """North; North and South; North, South and 3 others."""
    if len(names) > MOST_NAMED + 1:
        return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


MOST_NAMED = 4


def many(number: int, single: str, plural: str) -> str:
    return f"1 {single}" if number == 1 else f"{number:,} {plural}"
