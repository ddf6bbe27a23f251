"""Measures, figures and charts made up for tests; and what is drawn in a chart."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

from kittiwake.insight.charts.chart import Chart
from kittiwake.insight.charts.months import between
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures.definition import Measure

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = between("2024-12", "2026-11")
NAMES = {str(number): f"{letter} team" for number, letter in enumerate("CADB")}


def measure(how="share", direction="up", **more) -> Measure:
    words = {"why": "", "numerator": "", "denominator": "", "source": "", "author": "", **more}
    return Measure(
        "P0", "Held <in> time", direction=direction, review_on=date(2027, 1, 1), cases=lambda tables: None,
        how=how, **words,
    )  # fmt: skip


def share(group: str, number: int, size: int) -> Figure:
    return Figure(group, number, size, number / size)


def shares(*numbers: int, size: int = 40) -> list[Figure]:
    return [share(month, number, size) for month, number in zip(MONTHS, numbers, strict=False)]


def count(group: str, number: int) -> Figure:
    return Figure(group, number, None, float(number))


STEADY = [27, 26, 28, 25, 27, 29, 26, 27, 28, 25, 27, 26]
LATE = shares(*STEADY, *STEADY[:10], 8, 27)


def drawn(chart: Chart | None) -> ET.Element:
    assert chart
    return ET.fromstring(chart.svg)


def marks(chart: Chart | None) -> list[str]:
    """What is drawn for a month or a team, without the key: circle and polygon."""
    svg = drawn(chart)
    return [
        element.tag.removeprefix(SVG)
        for element in svg.iter()
        if is_mark(element) and not _is_in_key(element)
    ]


def is_mark(element: ET.Element) -> bool:
    return element.tag in (f"{SVG}circle", f"{SVG}polygon")


def _is_in_key(element: ET.Element) -> bool:
    first = element.get("cx") or (element.get("points") or "").split(",")[0]
    return float(first) < 56


def words_of(chart: Chart | None) -> list[str]:
    return [element.text or "" for element in drawn(chart).iter(f"{SVG}text")]
