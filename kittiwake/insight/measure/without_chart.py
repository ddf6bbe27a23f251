"""Why there is no chart: said in its place."""

from __future__ import annotations

from collections.abc import Sequence

from kittiwake.insight.charts.between_teams import COMPARED
from kittiwake.insight.charts.over_time import FEWEST
from kittiwake.insight.charts.rules import ENOUGH_CASES
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures.definition import Measure


def why_no_months(months: Sequence[Figure]) -> str:
    if not months:
        return "Nothing counts in these months."
    if all(month.is_hidden for month in months):
        return "There is no chart: the numbers of every month are so small that they are hidden."
    return f"There is no chart: fewer than {FEWEST} months have a figure that can be shown."


def why_no_teams(measure: Measure, teams: Sequence[Figure]) -> str:
    if not teams:
        return "Nothing counts for any team."
    if measure.how not in COMPARED:
        return (
            "Teams are not compared by it. It is no share of their cases, so nobody can say how far apart chance "
            "alone would put them."
        )
    return (
        f"There is no chart: it takes two teams with {ENOUGH_CASES} or more, whose figures differ and can be shown. "
        "You are shown what you may see."
    )
