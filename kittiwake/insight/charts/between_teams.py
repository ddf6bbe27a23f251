"""A measure of each team by how many cases it had, with the limits that chance alone would keep a team of that size in.

No order of teams is made: in the table they stand by their names, and in the drawing by how many cases each had.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString

from kittiwake.insight.charts import drawing
from kittiwake.insight.charts.chart import Chart
from kittiwake.insight.charts.drawing import LEFT, RIGHT, TOP, Scale
from kittiwake.insight.charts.limits import ALARM, ALERT, Interval, rate_limits, share_limits
from kittiwake.insight.charts.rules import ENOUGH_CASES, Point, Standing, beside_each_other
from kittiwake.insight.charts.words import (
    amount,
    benchmark_in_words,
    benchmark_value,
    better_or_worse,
    listed,
    many,
    sized,
    tick,
)
from kittiwake.insight.rules import Figure
from kittiwake.insight.words import rests_on, said
from kittiwake.primitives.measures.definition import Measure

COMPARED = ("share", "children_share", "per_child")  # what chance alone does to others is not known
RATE = "per_child"
BOTTOM = 256
ALONG = 40  # places at which a limit is worked out
LONGEST_NAME = 24
LETTER = 7.6  # how wide a letter is, about
APART, HALF_A_MARK = 13, 8  # what stands closer, up or down, would cover the other


def between_teams(
    measure: Measure, figures: Sequence[Figure], names: Mapping[str, str], *, name: str = "between-teams"
) -> Chart | None:
    """`figures` by team, as they may be shown, and `names` by the same keys: whoever is not among them is no team. None
    where chance cannot be told from anything else: of counts and middle values, and of fewer than two teams that can be judged."""
    if measure.how not in COMPARED:
        return None
    teams = sorted(
        (figure for figure in figures if figure.group in names), key=lambda figure: names[figure.group or ""]
    )
    points = [Point(names[team.group or ""], team.value, team.denominator) for team in teams]
    middle, standings = beside_each_other(points, is_rate=measure.how == RATE)
    if middle is None:
        return None
    title, words = f"{measure.title}, by team", _words(measure, teams, middle, standings)
    columns = [{"text": text} for text in ("Team", "Figure", "Rests on", "Beside the others")]
    rows: list[list[Any]] = [
        [
            {"text": beside.point.name, "group": team.group},
            said(measure, team),
            rests_on(measure, team),
            standing(measure, team, beside),
        ]
        for team, beside in zip(teams, standings, strict=True)
    ]
    drawn = _Drawn(measure, middle, standings)
    return Chart(drawn.svg(name, title, words), title, words, columns, rows, name)


def standing(measure: Measure, figure: Figure, team: Standing) -> str:
    """What is said of one team beside the others."""
    if figure.is_hidden:
        return "Hidden: so few"
    if team.level == "":
        return f"Fewer than {ENOUGH_CASES} {sized(measure)}" if figure.value is not None else ""
    if team.level == "within":
        return "As chance would have it"
    judged = better_or_worse(measure, team.side)
    if judged == "different":
        judged = "higher" if team.side > 0 else "lower"
    return f"{judged.capitalize()}, beyond {SURE[team.level]}"


SURE = {"alert": "what chance brings 19 times in 20", "alarm": "what chance brings 499 times in 500"}


def _words(measure: Measure, teams: Sequence[Figure], middle: float, standings: Sequence[Standing]) -> str:
    sentences = [f"All these teams together: {amount(measure, middle)}."]
    for level, how_sure in (("alarm", "far more"), ("alert", "more")):
        for side in (1, -1):
            apart = [team for team in standings if (team.level, team.side) == (level, side)]
            if apart:
                sentences.append(_apart(measure, apart, how_sure))
    if len(sentences) == 1:
        sentences.append("No team lies further from that than chance alone would bring.")
    hidden = sum(team.is_hidden for team in teams)
    few = sum(team.level == "" and team.point.value is not None for team in standings)
    if few:
        sentences.append(f"{many(few, 'team has', 'teams have')} too few {sized(measure)} to be compared.")
    if hidden:
        sentences.append(f"{many(hidden, 'team is', 'teams are')} hidden, because the numbers are so small.")
    return " ".join(sentences)


def _apart(measure: Measure, apart: Sequence[Standing], how_sure: str) -> str:
    names, side = listed([team.point.name for team in apart]), apart[0].side
    verb, where = "lies" if len(apart) == 1 else "lie", "above" if side > 0 else "below"
    judged = better_or_worse(measure, side)
    which = "" if judged == "different" else f", which is {judged}"
    return f"{names} {verb} {where} that by {how_sure} than chance alone would bring{which}."


class _Drawn:
    def __init__(self, measure: Measure, middle: float, standings: Sequence[Standing]) -> None:
        self.measure, self.middle = measure, middle
        self.shown = [team for team in standings if team.point.value is not None and team.point.size]
        self.benchmark = benchmark_value(measure)
        across = drawing.ticks(0, max(team.point.size or 0 for team in self.shown) * 1.02, 6)
        self.across = [value for value in across if value == int(value)]
        self.x = Scale(0, across[-1], LEFT, RIGHT)
        self.sizes = sorted(
            {max(1, round(across[-1] * (place / ALONG) ** 2)) for place in range(1, ALONG + 1)}
        )
        self.up = drawing.ticks(*self._from_to())
        self.y = Scale(self.up[0], self.up[-1], BOTTOM, TOP)

    def _from_to(self) -> tuple[float, float]:
        values = [team.point.value or 0.0 for team in self.shown]
        if self.measure.is_share:
            return 0.0, 1.0
        widest = self._limits(min(team.point.size or 1 for team in self.shown), ALARM)
        return 0.0, max(*values, widest.high, self.benchmark or 0.0)

    def _limits(self, size: int, z: float) -> Interval:
        return (rate_limits if self.measure.how == RATE else share_limits)(self.middle, size, z)

    def svg(self, name: str, title: str, words: str) -> SafeString:
        key, end = drawing.key(self._key(), BOTTOM + 68)
        pieces = [*self._grid(), *self._funnel(), *self._teams(), *key]
        return drawing.svg(name, title, words, end - drawing.ROW + 10, pieces)

    def _grid(self) -> list[str]:
        pieces = []
        for value in self.up:
            y = self.y.at(value)
            pieces.append(drawing.line([(LEFT, y), (RIGHT, y)], drawing.RULE))
            pieces.append(drawing.text(LEFT - 7, y + 5, tick(self.measure, value), "end"))
        for size in self.across:
            x = self.x.at(size)
            pieces.append(drawing.line([(x, BOTTOM), (x, BOTTOM + 5)], drawing.QUIET))
            pieces.append(
                drawing.text(x, BOTTOM + 21, f"{size:,.0f}", "end" if size == self.across[-1] else "middle")
            )
        pieces.append(
            drawing.text(
                (LEFT + RIGHT) / 2, BOTTOM + 42, f"How many {sized(self.measure)} a team had", "middle"
            )
        )
        return pieces

    def _funnel(self) -> list[str]:
        pieces = []
        for z, kind in ((ALERT, "limit"), (ALARM, "outer limit")):
            limits = [(size, self._limits(size, z)) for size in self.sizes]
            for edge in ("low", "high"):
                points = [
                    (self.x.at(size), self.y.at(min(getattr(limit, edge), self.y.high)))
                    for size, limit in limits
                ]
                pieces.append(self._line(points, kind))
        pieces.append(self._line([(LEFT, self.y.at(self.middle)), (RIGHT, self.y.at(self.middle))], "middle"))
        if self.benchmark is not None:
            y = self.y.at(self.benchmark)
            pieces.append(self._line([(LEFT, y), (RIGHT, y)], "benchmark"))
        return pieces

    def _line(self, points: Sequence[drawing.At], kind: str) -> str:
        width, dash, colour = drawing.LINES[kind]
        return drawing.line(points, colour, width=width, dash=dash)

    def _teams(self) -> list[str]:
        """A name stands where it covers no other and no point; who has none in the drawing has it in the words."""
        places = [
            (self.x.at(team.point.size or 0), self.y.at(team.point.value or 0.0)) for team in self.shown
        ]
        taken = [(x - HALF_A_MARK, x + HALF_A_MARK, y) for x, y in places]
        labels = []
        for team, (x, y) in zip(self.shown, places, strict=True):
            if team.level in SURE and (label := self._label(team, x, y, taken)):
                labels.append(label)
        marks = [drawing.mark(self._kind(team), *at) for team, at in zip(self.shown, places, strict=True)]
        return [*labels, *marks]

    def _label(self, team: Standing, x: float, y: float, taken: list[tuple[float, float, float]]) -> str:
        """Its name on the side where there is room; empty where there is none."""
        name = _shortened(team.point.name)
        long = len(name) * LETTER
        for start, anchor, at in ((x + 12, "start", x + 12), (x - 12 - long, "end", x - 12)):
            is_inside = start >= LEFT and start + long <= drawing.WIDTH
            if is_inside and all(
                abs(y - other) >= APART or start + long < left or right < start
                for left, right, other in taken
            ):
                taken.append((start, start + long, y))
                return drawing.text(at, y + 5, name, anchor, halo=True)
        return ""

    def _kind(self, team: Standing) -> str:
        if team.level not in SURE:
            return "ordinary" if team.level else "not judged"
        judged = better_or_worse(self.measure, team.side)
        return judged if team.level == "alarm" else f"nearly {judged}"

    def _key(self) -> list[tuple[str, str]]:
        kinds = {self._kind(team) for team in self.shown}
        entries = [(kind, words) for kind, words in KEY if kind in kinds or kind in drawing.LINES]
        if words := benchmark_in_words(self.measure):
            entries.append(("benchmark", words))
        return entries


def _shortened(name: str) -> str:
    """By its middle: of teams it is often the end that tells them apart."""
    if len(name) <= LONGEST_NAME:
        return name
    half = LONGEST_NAME // 2
    return f"{name[:half].rstrip()}…{name[-half:].lstrip()}"


KEY = (
    ("ordinary", "A team, as chance would have it"),
    ("nearly better", "Better: look twice"),
    ("better", "Better than chance alone would bring"),
    ("nearly worse", "Worse: look twice"),
    ("worse", "Worse than chance alone would bring"),
    ("nearly different", "Different: look twice"),
    ("different", "Different from what chance would bring"),
    ("not judged", "Too few cases to be compared"),
    ("middle", "All these teams together"),
    ("limit", "Where chance leaves 19 teams of 20"),
    ("outer limit", "Where chance leaves 499 teams of 500"),
)
