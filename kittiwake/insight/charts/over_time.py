"""A measure month by month, with the limits that chance alone would keep it in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from kittiwake.insight.charts import drawing, standing_out
from kittiwake.insight.charts.chart import Chart
from kittiwake.insight.charts.drawing import LEFT, RIGHT, TOP, At, Scale
from kittiwake.insight.charts.months import Month, months_of
from kittiwake.insight.charts.rules import Judged, Stretch, control_chart
from kittiwake.insight.charts.words import benchmark_in_words, benchmark_value, better_or_worse, tick
from kittiwake.insight.rules import Figure
from kittiwake.insight.words import rests_on, said
from kittiwake.primitives.measures.definition import Measure

FEWEST = 3  # months: fewer are read from the table
BOTTOM = 226
ROOM = 0.08  # above and below what is drawn, of its height
LEAST_OF_SHARES = 0.3  # so much of 100% is always shown, so that a small move does not look large
LABELS, HALF_A_LABEL = 4, 32


def over_time(
    measure: Measure,
    figures: Sequence[Figure],
    *,
    first: str = "",
    last: str = "",
    unfinished: str = "",
    starts: Sequence[str] = (),
    name: str = "over-time",
) -> Chart | None:
    """`figures` by month, as they may be shown, and months as they are grouped: 2026-03. `unfinished` is the month that is
    not over, and `starts` are those from which somebody has set a new baseline. None where fewer than three have a value."""
    months = months_of(measure, figures, first, last, unfinished)
    if sum(month.figure.value is not None for month in months) < FEWEST:
        return None
    stretches = control_chart(
        [month.point for month in months],
        "share" if measure.how in standing_out.BINOMIAL else "value",
        starts,
    )
    title, words = f"{measure.title}, by month", standing_out.words(measure, months, stretches)
    drawn = _Drawn(measure, months, stretches)
    columns, rows = _table(measure, months, stretches)
    return Chart(drawn.svg(name, title, words), title, words, columns, rows, name)


def _table(
    measure: Measure, months: Sequence[Month], stretches: Sequence[Stretch]
) -> tuple[list[dict[str, Any]], list[list[Any]]]:
    judged = [month for stretch in stretches for month in stretch.points]
    columns = [{"text": text} for text in ("Month", "Figure", "Rests on", "What stands out")]
    rows = [
        [
            {"text": month.words, "group": month.name},
            said(measure, month.figure),
            rests_on(measure, month.figure),
            standing_out.of_month(measure, month, beside),
        ]
        for month, beside in zip(months, judged, strict=True)
    ]
    return columns, rows


class _Drawn:
    def __init__(self, measure: Measure, months: Sequence[Month], stretches: Sequence[Stretch]) -> None:
        self.measure, self.months, self.stretches = measure, months, stretches
        self.judged = [month for stretch in stretches for month in stretch.points]
        self.benchmark = benchmark_value(measure)
        self.ticks = drawing.ticks(*self._from_to())
        self.x = Scale(-0.5, len(months) - 0.5, LEFT, RIGHT)
        self.y = Scale(self.ticks[0], self.ticks[-1], BOTTOM, TOP)

    def _from_to(self) -> tuple[float, float]:
        limits = [month.limits.far for month in self.judged if month.limits]
        values = [month.point.value for month in self.judged if month.point.value is not None]
        every = [*values, *(limit.low for limit in limits), *(limit.high for limit in limits)]
        every += [self.benchmark] if self.benchmark is not None else []
        low, high = min(every), max(every)
        if not self.measure.is_share:
            return min(0.0, *values), high + (high - low) * ROOM or 1.0
        apart = max(high - low, LEAST_OF_SHARES) * (1 + 2 * ROOM)
        middle = min(max((low + high) / 2, apart / 2), max(1 - apart / 2, apart / 2))
        return max(0.0, middle - apart / 2), max(high, min(1.0, middle + apart / 2))

    def svg(self, name: str, title: str, words: str) -> SafeString:
        key, end = drawing.key(self._key(), BOTTOM + 52)
        pieces = [*self._band(), *self._grid(), *self._limits(), *self._benchmark(), *self._values(), *key]
        return drawing.svg(name, title, words, end - drawing.ROW + 10, pieces)

    def _grid(self) -> list[str]:
        pieces = [
            piece
            for value in self.ticks
            for piece in (
                drawing.line([(LEFT, self.y.at(value)), (RIGHT, self.y.at(value))], drawing.RULE),
                drawing.text(LEFT - 7, self.y.at(value) + 5, tick(self.measure, value), "end"),
            )
        ]
        every = max(1, -(-len(self.months) // LABELS))
        for place in range(0, len(self.months), every):
            x = self.x.at(place)
            anchor = "end" if x > RIGHT - HALF_A_LABEL else "middle"  # so that none leaves the drawing
            pieces += [
                drawing.line([(x, BOTTOM), (x, BOTTOM + 5)], drawing.QUIET),
                drawing.text(x, BOTTOM + 22, self.months[place].short, anchor),
            ]
        return pieces

    @cached_property
    def _parts(self) -> list[list[tuple[int, Judged]]]:
        """Months that follow each other and have limits, of one baseline."""
        placed, place = [], 0
        for number, stretch in enumerate(self.stretches):
            for month in stretch.points:
                placed.append((number, place, month))
                place += 1
        parts = groupby(placed, key=lambda entry: (entry[0], entry[2].limits is not None))
        return [[(place, month) for _, place, month in part] for (_, has), part in parts if has]

    def _edge(self, part: list[tuple[int, Judged]], which: str) -> list[At]:
        """As stairs, a month each: its limits are its own."""
        edge: list[At] = []
        for place, month in part:
            assert month.limits
            value = getattr(month.limits.far, which)
            y = self.y.at(min(max(value, self.y.low), self.y.high))
            edge += [(self.x.at(place - 0.5), y), (self.x.at(place + 0.5), y)]
        return edge

    def _middle(self, part: list[tuple[int, Judged]]) -> list[At]:
        (first, month), (last, _) = part[0], part[-1]
        assert month.limits
        y = self.y.at(month.limits.middle)
        return [(self.x.at(first - 0.5), y), (self.x.at(last + 0.5), y)]

    def _band(self) -> list[str]:
        return [
            drawing.band([*self._edge(part, "low"), *reversed(self._edge(part, "high"))])
            for part in self._parts
        ]

    def _limits(self) -> list[str]:
        return [
            self._line(edge, kind)
            for part in self._parts
            for edge, kind in (
                (self._edge(part, "low"), "limit"),
                (self._edge(part, "high"), "limit"),
                (self._middle(part), "middle"),
            )
        ]

    def _line(self, points: Sequence[At], kind: str) -> str:
        width, dash, colour = drawing.LINES[kind]
        return drawing.line(points, colour, width=width, dash=dash)

    def _benchmark(self) -> list[str]:
        if self.benchmark is None:
            return []
        y = self.y.at(self.benchmark)
        return [self._line([(LEFT, y), (RIGHT, y)], "benchmark")]

    def _values(self) -> list[str]:
        placed = [(place, month.point) for place, month in enumerate(self.judged)]
        lines = [
            [(self.x.at(place), self.y.at(point.value)) for place, point in part if point.value is not None]
            for has, part in groupby(placed, key=lambda entry: entry[1].value is not None)
            if has
        ]
        pieces = [drawing.line(part, drawing.BLUE, width=2) for part in lines if len(part) > 1]
        for place, (month, kind) in enumerate(zip(self.months, self._kinds(), strict=True)):
            if month.figure.is_hidden:
                pieces.append(drawing.sample(kind, self.x.at(place), BOTTOM - 12))
            elif month.figure.value is not None:
                pieces.append(drawing.mark(kind, self.x.at(place), self.y.at(month.figure.value)))
        return pieces

    def _kinds(self) -> list[str]:
        return [self._kind(month, beside) for month, beside in zip(self.months, self.judged, strict=True)]

    def _kind(self, month: Month, beside: Judged) -> str:
        if month.figure.is_hidden:
            return drawing.HIDDEN_MARK
        if beside.signals:
            return better_or_worse(self.measure, beside.signals[0].side)
        return "ordinary" if beside.limits else "not judged"

    def _key(self) -> list[tuple[str, str]]:
        """Only what is there."""
        kinds = [
            kind
            for kind, month in zip(self._kinds(), self.months, strict=True)
            if month.figure.is_hidden or month.figure.value is not None
        ]
        has_limits = any(month.limits for month in self.judged)
        entries = [(kind, words) for kind, words in (KEY if has_limits else WITHOUT_LIMITS) if kind in kinds]
        if has_limits:
            entries += [("middle", "The middle"), ("limit", "As far as chance alone would bring it")]
        if words := benchmark_in_words(self.measure):
            entries.append(("benchmark", words))
        return entries


KEY = (
    ("ordinary", "A month, as chance would have it"),
    ("better", "Better than chance alone would bring"),
    ("worse", "Worse than chance alone would bring"),
    ("different", "Different from what chance would bring"),
    ("not judged", "Not judged"),
    (HIDDEN := (drawing.HIDDEN_MARK, "Hidden: so few that somebody could be known")),
)
WITHOUT_LIMITS = (("not judged", "A month"), HIDDEN)
