"""Every number that a report publishes, as typed cells: what an attack on the whole of it starts from.

Titles and sentences included: a number that somebody typed is a cell of no table, and tells as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kittiwake.assurance.performance.counts.cases import SPAN_OF
from kittiwake.assurance.performance.counts.telling import typed
from kittiwake.assurance.performance.models import Count, Report
from kittiwake.assurance.performance.models.counts import PERIOD
from kittiwake.assurance.performance.rules import months_from

What = Literal["numerator", "denominator", "value", "words"]
TYPED = re.compile(r"\d[\d,]*(?:\.\d+)?%?")


@dataclass(frozen=True)
class PublishedCell:
    """`number` is None where it is hidden. `group` is empty for the whole. Of words, `text` is the sentence."""

    measure: str
    grouped_by: str
    group: str
    first: date
    last: date
    what: What
    number: float | None
    is_hidden: bool = False
    text: str = ""


def published_cells(report: Report, count: Count) -> Iterator[PublishedCell]:
    yield from _figures(report, count)
    for text in typed(report):
        for number in TYPED.findall(text):
            plain = float(number.replace(",", "").rstrip("%"))
            yield PublishedCell("", "", "", report.first_on, report.last_on, "words", plain, text=text)


def _figures(report: Report, count: Count) -> Iterator[PublishedCell]:
    for row in count.figures.order_by("measure", "grouped_by", "group"):
        in_period = SPAN_OF[row.grouped_by] == PERIOD
        first = report.first_on if in_period else months_from(report.last_on)
        numbers: list[tuple[What, float | None]] = [
            ("numerator", row.numerator),
            ("denominator", row.denominator),
            ("value", row.value),
        ]
        for what, number in numbers:
            if row.is_hidden or number is not None:
                yield PublishedCell(
                    row.measure, row.grouped_by, row.group, first, report.last_on, what, number, row.is_hidden
                )
