"""What moves, or lies apart, more than chance alone would bring: month by month, and between teams. Facts in, answers out.

Sources, read in November 2026:
- XmR: the mean, and on each side of it 2.66 times the mean moving range (3 / 1.128): Shewhart’s chart of individual values,
  as in Wheeler, “Understanding Variation”, and NHS England, “Making Data Count”;
- p-chart: the share of the whole baseline, and limits by how many cases each month had (limits.py);
- signals: one point outside 3 sigma; 8 in a row on one side of the middle; 6 rising or falling; 2 of 3 beyond 2 sigma on the
  same side: the Western Electric rules as councils and NHS England use them. A value the same as the one before neither
  counts to a rise nor ends it, and one on the middle neither counts to a run nor ends it: Perla, Provost and Murray, “The
  run chart”, BMJ Quality & Safety 20 (2011);
- limits of a baseline that stays, and never a new one by itself: NHS England, the same;
- between teams: limits about the share of all of them together (limits.py).

What a month cannot be judged by is no part of anything: a month that is hidden, not over, or of fewer than ten cases stands
in no baseline and in no moving range, and ends a run. Of a month outside the limits neither the mean nor the limits are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Literal

from kittiwake.insight.charts.limits import ALARM, ALERT, Interval, rate_limits, share_limits

ENOUGH_POINTS, ENOUGH_CASES, BASELINE = 10, 10, 12
OF_MOVING_RANGE = 2.66
RUN, TREND, OF_THREE = 8, 6, 3
Rule = Literal["outside", "two_of_three", "run", "trend"]  # the first of a point is the one it is marked by
Spread = Literal["share", "value"]  # a p-chart, or XmR
Level = Literal["", "within", "alert", "alarm"]  # empty where it is not judged


@dataclass(frozen=True)
class Point:
    """`value` is None where it is hidden or nothing counts; `size` of how many, None where it is of nothing."""

    name: str
    value: float | None
    size: int | None = None
    is_over: bool = True

    @property
    def is_judged(self) -> bool:
        return self.value is not None and self.is_over and (self.size is None or self.size >= ENOUGH_CASES)


@dataclass(frozen=True)
class Limits:
    middle: float
    near: Interval  # 2 sigma
    far: Interval  # 3 sigma


@dataclass(frozen=True)
class Signal:
    rule: Rule
    side: int  # 1 above or rising, -1 below or falling


@dataclass(frozen=True)
class Judged:
    point: Point
    limits: Limits | None = None
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """The points from one baseline to the next. `baseline` names those the limits are made of; none where there are no limits."""

    points: list[Judged]
    baseline: list[str] = field(default_factory=list)


Made = Callable[[Point], Limits]
Make = Callable[[Sequence[Point], Sequence[int]], Made | None]


def control_chart(points: Sequence[Point], spread: Spread, starts: Sequence[str] = ()) -> list[Stretch]:
    """`points` in the order of their names, and `starts` the names from which somebody has set a new baseline."""
    starts = sorted(starts)
    parts = groupby(points, key=lambda point: sum(start <= point.name for start in starts))
    return [_stretch(list(part), spread) for _, part in parts]


def _stretch(points: list[Point], spread: Spread) -> Stretch:
    first = [place for place, point in enumerate(points) if point.is_judged][:BASELINE]
    made, settled = _settled(points, first, xmr if spread == "value" else p_chart)
    if made is None:
        return Stretch([Judged(point) for point in points])
    judged = [Judged(point, made(point) if point.is_judged else None) for point in points]
    return Stretch(list(_with_signals(judged)), [points[place].name for place in settled])


def _settled(points: list[Point], places: list[int], make: Make) -> tuple[Made | None, list[int]]:
    """The limits without the months outside them, as long as enough are left; and of which months they are made."""
    while True:
        made = make(points, places) if len(places) >= ENOUGH_POINTS else None
        if made is None:
            return None, []
        within = [place for place in places if not _side(points[place], made(points[place]).far)]
        if len(within) == len(places) or len(within) < ENOUGH_POINTS:
            return made, places
        places = within


def xmr(points: Sequence[Point], places: Sequence[int]) -> Made | None:
    """None where nothing moves, and where no two months follow each other."""
    values = {place: _value(points[place]) for place in places}
    ranges = [abs(values[here] - values[there]) for here, there in pairwise(places) if there == here + 1]
    if not any(ranges):
        return None
    middle, sigma = sum(values.values()) / len(values), OF_MOVING_RANGE * sum(ranges) / len(ranges) / 3
    limits = Limits(middle, *(Interval(middle - z * sigma, middle + z * sigma) for z in (2, 3)))
    return lambda _point: limits


def p_chart(points: Sequence[Point], places: Sequence[int]) -> Made | None:
    """None where it was nobody or everybody in each month: such a share says nothing of how far chance would move it."""
    sizes = sum(points[place].size or 0 for place in places)
    share = sum(_value(points[place]) * (points[place].size or 0) for place in places) / sizes
    if not 0 < share < 1:
        return None

    def made(point: Point) -> Limits:
        return Limits(share, *(share_limits(share, point.size or 0, z) for z in (2, 3)))

    return made


def _with_signals(judged: Sequence[Judged]) -> Iterator[Judged]:
    """The rules look at months that follow each other, and at nothing across one that is not judged."""
    for is_judged, part in groupby(judged, key=lambda month: month.limits is not None):
        months = list(part)
        if not is_judged:
            yield from months
            continue
        signals = [*_outside(months), *_two_of_three(months), *_runs(months), *_trends(months)]
        for place, month in enumerate(months):
            told = dict.fromkeys(signal for at, signal in signals if at == place)
            yield replace(month, signals=tuple(told))


Found = Iterator[tuple[int, Signal]]


def _outside(months: list[Judged]) -> Found:
    for place, month in enumerate(months):
        if side := _side(month.point, _limits(month).far):
            yield place, Signal("outside", side)


def _two_of_three(months: list[Judged]) -> Found:
    """Also where the three are not there yet: two that follow each other are two of any three with them in it."""
    sides = [_side(month.point, _limits(month).near) for month in months]
    for start in range(len(months)):
        places = range(start, min(start + OF_THREE, len(months)))
        for side in (-1, 1):
            beyond = [place for place in places if sides[place] == side]
            if len(beyond) >= OF_THREE - 1:
                yield from ((place, Signal("two_of_three", side)) for place in beyond)


def _runs(months: list[Judged]) -> Found:
    sides = [_sign(_value(month.point) - _limits(month).middle) for month in months]
    return _alike([(place, side) for place, side in enumerate(sides) if side], RUN, "run")


def _trends(months: list[Judged]) -> Found:
    """Each month by the step to it; the month a rise begins from is a part of it."""
    values = [_value(month.point) for month in months]
    places = [place for place in range(len(values)) if not place or values[place] != values[place - 1]]
    steps = [(there, _sign(values[there] - values[here])) for here, there in pairwise(places)]
    before = dict(zip(places[1:], places, strict=False))
    for place, signal in _alike(steps, TREND - 1, "trend"):
        yield before[place], signal
        yield place, signal


def _alike(sides: Sequence[tuple[int, int]], enough: int, rule: Rule) -> Found:
    """Those of so many in a row on the same side, or more."""
    for side, part in groupby(sides, key=lambda place_and_side: place_and_side[1]):
        places = [place for place, _ in part]
        if len(places) >= enough:
            yield from ((place, Signal(rule, side)) for place in places)


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)


def _side(point: Point, interval: Interval) -> int:
    return interval.side(_value(point))


def _value(point: Point) -> float:
    assert point.value is not None  # of months that are judged
    return point.value


def _limits(month: Judged) -> Limits:
    assert month.limits is not None
    return month.limits


@dataclass(frozen=True)
class Standing:
    """Where one team stands: within what chance alone would bring for so many, or beyond it on a side."""

    point: Point
    level: Level = ""
    side: int = 0


def beside_each_other(
    points: Sequence[Point], *, is_rate: bool = False
) -> tuple[float | None, list[Standing]]:
    """The figure of all of them together, and where each stands. None where fewer than two can be judged, and where
    nobody or everybody is in it: then nothing lies apart."""
    shown = [point for point in points if point.value is not None and point.size]
    if sum(point.is_judged for point in shown) < 2:
        return None, [Standing(point) for point in points]
    middle = sum(_value(point) * (point.size or 0) for point in shown) / sum(
        point.size or 0 for point in shown
    )
    if middle <= 0 or (middle >= 1 and not is_rate):
        return None, [Standing(point) for point in points]
    return middle, [_standing(point, middle, rate_limits if is_rate else share_limits) for point in points]


def _standing(point: Point, middle: float, limits: Callable[[float, int, float], Interval]) -> Standing:
    if not point.is_judged:
        return Standing(point)
    for level, z in LEVELS:
        if side := _side(point, limits(middle, point.size or 0, z)):
            return Standing(point, level, side)
    return Standing(point, "within")


LEVELS: tuple[tuple[Level, float], ...] = (("alarm", ALARM), ("alert", ALERT))
