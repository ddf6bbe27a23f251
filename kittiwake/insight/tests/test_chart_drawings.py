"""How charts are drawn: nobody needs to see colours, nothing leaves the drawing, and nothing in it is forbidden."""

from __future__ import annotations

import re

import pytest

from kittiwake.insight.charts.between_teams import between_teams
from kittiwake.insight.charts.chart import Chart
from kittiwake.insight.charts.over_time import over_time
from kittiwake.insight.rules import Figure
from kittiwake.insight.tests.drawn import (
    LATE,
    MONTHS,
    NAMES,
    STEADY,
    SVG,
    count,
    drawn,
    is_mark,
    measure,
    share,
    shares,
    words_of,
)

EVERY = [
    over_time(measure(), LATE),
    over_time(measure("median", unit="hours"), [Figure(month, None, 20, 30.0 + place % 5) for place, month in enumerate(MONTHS)]),
    over_time(measure("count"), [count(month, 12 + place % 5) for place, month in enumerate(MONTHS)]),
    over_time(measure(), shares(*[40] * 24)),
    between_teams(measure(), [share("0", 60, 100), share("1", 20, 100), share("3", 4, 8)], NAMES),
    between_teams(measure("per_child"), [Figure("0", 300, 100, 3.0), Figure("1", 100, 100, 1.0)], NAMES),
]  # fmt: skip


@pytest.mark.parametrize("chart", EVERY)
def test_it_is_a_picture_with_a_name_and_a_description(chart: Chart) -> None:
    svg = drawn(chart)
    assert svg.get("role") == "img"
    parts = {element.get("id"): element.text for element in svg}
    title, words = (parts[key] for key in svg.get("aria-labelledby").split())
    assert (title, words) == (chart.title, chart.words)
    assert "<in>" in title


@pytest.mark.parametrize("chart", EVERY)
def test_it_says_nothing_that_the_content_security_policy_forbids(chart: Chart) -> None:
    for element in drawn(chart).iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image", f"{SVG}a")
        assert not {
            name for name in element.attrib if name == "style" or name.startswith("on") or "href" in name
        }


@pytest.mark.parametrize("chart", EVERY)
def test_nothing_leaves_the_drawing(chart: Chart) -> None:
    svg = drawn(chart)
    _, _, width, height = map(float, svg.get("viewBox").split())
    for element in svg.iter():
        ends = [
            (float(x), float(y))
            for x, y in re.findall(
                r"(-?[\d.]+)[ ,](-?[\d.]+)", element.get("d") or element.get("points") or ""
            )
        ]
        ends += [
            (float(element.get(x)), float(element.get(y)))
            for x, y in (("cx", "cy"), ("x", "y"))
            if element.get(x)
        ]
        assert all(0 <= x <= width and 0 <= y <= height for x, y in ends)


def _shapes_and_colours(chart: Chart) -> dict[int, set[str]]:
    """By how many places from left to right a shape has corners at: a circle none, a square 2, a diamond or a triangle 3."""
    kinds: dict[int, set[str]] = {}
    for element in drawn(chart).iter():
        if is_mark(element):
            corners = {corner.split(",")[0] for corner in (element.get("points") or "").split()}
            kinds.setdefault(len(corners), set()).add(element.get("stroke") or "")
    return kinds


@pytest.mark.parametrize("chart", EVERY)
def test_each_kind_of_point_has_a_shape_of_its_own(chart: Chart) -> None:
    """Without colours, it says the same: no two colours share a shape, and a diamond is no square."""
    assert all(len(colours) == 1 for colours in _shapes_and_colours(chart).values())


def test_better_and_worse_are_told_apart_by_shape_and_by_word() -> None:
    chart = over_time(measure(), shares(*STEADY, 8, 39))
    points = [element.get("points") for element in drawn(chart).iter(f"{SVG}polygon")]
    first_corners = {tuple(point.split(",")[0] for point in corners.split()) for corners in points}
    assert any(len(set(xs)) == 2 for xs in first_corners)  # a square
    assert any(len(set(xs)) == 3 for xs in first_corners)  # a diamond
    said = words_of(chart)
    assert "Better than chance alone would bring" in said
    assert "Worse than chance alone would bring" in said


def _contrast(colour: str) -> float:
    """With white, as WCAG 2.2 counts it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)


@pytest.mark.parametrize("chart", EVERY)
def test_words_and_points_can_be_seen(chart: Chart) -> None:
    for element in drawn(chart).iter():
        if element.tag == f"{SVG}text":
            assert _contrast(element.get("fill")) >= 4.5
        if is_mark(element):
            assert _contrast(element.get("stroke")) >= 3
