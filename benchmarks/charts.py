"""B14: a chart of 24 months with its limits, and one of 30 teams, as SVG, beside the same drawn by matplotlib.

    python -m benchmarks.charts

Ours works the limits out and says in words what stands out; matplotlib is given the limits. It is no dependency of the project:
install it where this is run, or nothing is compared and the program says so.
"""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from benchmarks.pairs import compare

if TYPE_CHECKING:
    from kittiwake.insight.rules import Figure
    from kittiwake.primitives.measures.definition import Measure

TARGET = 1 / 100
MONTHS, TEAMS = 24, 30


def main() -> int:
    from django.conf import settings

    settings.configure(USE_TZ=True)
    if find_spec("matplotlib") is None:
        print("matplotlib is not installed here: nothing to compare with.", file=sys.stderr)
        return 0
    for name, ours, peer, marks in (("chart by month", *_by_month()), ("chart of teams", *_of_teams())):
        _agree(name, ours(), peer(), marks)
        compare(f"B14 {name}", ours, peer, target=TARGET, bytes=len(ours()), peer_bytes=len(peer()))
    return 0


def _agree(name: str, ours: str, peer: str, marks: int) -> None:
    """Both have every value as a mark of its own."""
    drawn = ours.count("<circle") + ours.count("<polygon") - _of_the_key(ours)
    theirs = peer.count("<use ")
    if drawn != marks or theirs < marks:  # theirs in the key as well
        raise SystemExit(f"{name}: {drawn} marks and {theirs}, of {marks}.")


def _of_the_key(svg: str) -> int:
    return svg.count('cx="18.0"') + sum(
        part.split(",")[0] in KEY_CORNERS for part in svg.split('<polygon points="')[1:]
    )


KEY_CORNERS = {"12.5", "18.0"}  # where a square and a diamond of the key begin


def _measure() -> Measure:
    from kittiwake.primitives.measures.definition import Measure

    words = {"why": "", "numerator": "", "denominator": "", "source": "", "author": ""}
    return Measure(
        "P0", "Held in time", direction="up", review_on=date(2027, 1, 1), cases=lambda tables: None, **words
    )  # type: ignore[arg-type, return-value]


def _figures(groups: Sequence[str], chance: random.Random) -> list[Figure]:
    from kittiwake.insight.rules import Figure

    figures = []
    for group in groups:
        size = chance.randint(20, 200)
        number = sum(chance.random() < 0.67 for _ in range(size))
        figures.append(Figure(group, number, size, number / size))
    return figures


Work = Callable[[], str]


def _by_month() -> tuple[Work, Work, int]:
    from kittiwake.insight.charts.months import between, months_of
    from kittiwake.insight.charts.over_time import over_time
    from kittiwake.insight.charts.rules import control_chart

    measure = _measure()
    figures = _figures(between("2024-12", "2026-11"), random.Random(11))
    points = [month.point for month in months_of(measure, figures)]
    limits = [month.limits for stretch in control_chart(points, "share") for month in stretch.points]

    def ours() -> str:
        chart = over_time(measure, figures)
        assert chart
        return chart.svg

    def draw(axes: Any) -> None:
        across = range(len(figures))
        for edge in ("low", "high"):
            axes.step(
                across, [getattr(limit.far, edge) for limit in limits if limit], where="mid", linestyle="--"
            )
        axes.fill_between(
            across,
            [limit.far.low for limit in limits if limit],
            [limit.far.high for limit in limits if limit],
            step="mid",
            alpha=0.1,
        )
        axes.step(across, [limit.middle for limit in limits if limit], where="mid", label="The middle")
        axes.plot(across, [figure.value for figure in figures], marker="o", label="A month")
        axes.set_xticks(range(0, MONTHS, 6), [figures[place].group or "" for place in range(0, MONTHS, 6)])

    return ours, _drawn("Held in time, by month", draw), MONTHS


def _of_teams() -> tuple[Work, Work, int]:
    from kittiwake.insight.charts.between_teams import between_teams
    from kittiwake.insight.charts.limits import ALARM, ALERT, share_limits
    from kittiwake.insight.charts.rules import Point, beside_each_other

    measure = _measure()
    names = {str(number): f"Team {number}" for number in range(TEAMS)}
    figures = _figures(list(names), random.Random(12))
    middle, _ = beside_each_other([Point(team.group or "", team.value, team.denominator) for team in figures])
    assert middle is not None
    sizes = range(5, 205, 5)
    limits = {z: [share_limits(middle, size, z) for size in sizes] for z in (ALERT, ALARM)}

    def ours() -> str:
        chart = between_teams(measure, figures, names)
        assert chart
        return chart.svg

    def draw(axes: Any) -> None:
        for lines in limits.values():
            for edge in ("low", "high"):
                axes.plot(sizes, [getattr(limit, edge) for limit in lines], linestyle="--")
        axes.axhline(middle, label="All these teams together")
        axes.scatter([team.denominator for team in figures], [team.value for team in figures], label="A team")
        axes.set_xlabel("How many cases a team had")

    return ours, _drawn("Held in time, by team", draw), TEAMS


def _drawn(title: str, draw: Callable[[Any], None]) -> Work:
    """As whoever knows matplotlib does it on a server: its own objects, and no window."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure as Canvas
    from matplotlib.ticker import PercentFormatter

    def peer() -> str:
        canvas = Canvas(figsize=(4.8, 3.2))
        FigureCanvasSVG(canvas)
        axes = canvas.add_subplot()
        draw(axes)
        axes.yaxis.set_major_formatter(PercentFormatter(1))
        axes.set_title(title)
        axes.legend()
        out = io.StringIO()
        canvas.savefig(out, format="svg")
        return out.getvalue()

    return peer


if __name__ == "__main__":
    sys.exit(main())
