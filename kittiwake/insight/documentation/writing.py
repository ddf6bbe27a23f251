"""All measures as one paper: docs/measures.md is made from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kittiwake.insight.documentation.examples import Example, examples
from kittiwake.insight.words import DIRECTIONS
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import Dimension
from kittiwake.ui.dates import long_date

EDITION = date(2026, 11, 30)  # the sources are named by the edition of that day
HEAD = """# Measures

Made by `.venv/bin/python script/measures.py` from the definitions that the areas declare; a test fails when it is not up to
date. Each has an example of made-up people, which the tests count by hand.

A measure yields cases, one row each; its figure is made of them, so every figure opens to them. Whoever asks counts the
children, or the workers, whose records they may see.
"""


def document() -> str:
    every = catalogue.measures().values()
    return "\n".join([HEAD, *_ways(), *(line for measure in every for line in _measure(measure))])


def _ways() -> Iterator[str]:
    yield "## What a figure can be cut by\n"
    yield "By team and by month; and, as of the day of each case:\n"
    yield "| | Groups | How they are made |"
    yield "| --- | --- | --- |"
    for dimension in catalogue.dimensions().values():
        yield f"| {dimension.title} (`{dimension.key}`) | {_groups(dimension)} | {dimension.note} |"
    yield ""


def _groups(dimension: Dimension) -> str:
    return "; ".join([*dimension.groups.values(), dimension.unknown])


def _measure(measure: Measure) -> Iterator[str]:
    yield f"## {measure.key} {measure.title}\n"
    yield f"{measure.why}\n"
    yield f"- Counted: {measure.numerator}"
    if measure.denominator:
        yield f"- Out of: {measure.denominator}"
    yield f"- {DIRECTIONS[measure.direction]}"
    if measure.benchmark:
        yield f"- Beside it: {measure.benchmark}"
    yield f"- Source: {cited(measure.source, EDITION)}"
    yield f"- Who answers for it: {measure.author}, to be looked at again by {long_date(measure.review_on)}\n"
    yield from _example(examples()[measure.key])


def _example(example: Example) -> Iterator[str]:
    yield f"Example. {example.words}\n"
    yield "| Who | Day | Counted |"
    yield "| --- | --- | --- |"
    for row in example.rows:
        yield f"| {' | '.join(row)} |"
    yield ""
