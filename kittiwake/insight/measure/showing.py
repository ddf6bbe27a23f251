"""What the page of one measure shows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import now

from kittiwake.areas.powers import Power
from kittiwake.insight.baselines.queries import months_set, standing
from kittiwake.insight.charts.between_teams import between_teams
from kittiwake.insight.charts.chart import Chart
from kittiwake.insight.charts.months import month_in_words, months_of
from kittiwake.insight.charts.over_time import over_time
from kittiwake.insight.disclosure.words import hidden_of
from kittiwake.insight.measure.periods import month_not_over, months_drawn, over_months
from kittiwake.insight.measure.then import Then
from kittiwake.insight.measure.without_chart import why_no_months, why_no_teams
from kittiwake.insight.models import Baseline
from kittiwake.insight.results import NO_TEAM, team_names
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Figures, Found
from kittiwake.insight.words import DIRECTIONS, rests_on, said, was
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date, short_date

GROUPS = ("none", "team")


@dataclass
class MeasurePage:
    measure: Measure
    figures: Figures

    def count(self) -> object:
        """All that the page shows, so that it is kept."""
        return self.known, self.months_now, self.months_known

    @property
    def may_see_rows(self) -> bool:
        return self.figures.viewer.may(Power.OPEN_FIGURES) and not self.figures.is_protected

    @property
    def may_set_baseline(self) -> bool:
        return self.figures.viewer.may(Power.SET_STANDARDS)

    @cached_property
    def now(self) -> Found:
        return self.figures.of([self.measure], GROUPS)

    @cached_property
    def known(self) -> Found:
        return self.figures.then([self.measure], self.now, GROUPS)

    @cached_property
    def months_now(self) -> list[Figure]:
        return self.figures.months(self.measure, over_months(self.figures.period))

    @cached_property
    def months_known(self) -> list[Figure]:
        period = self.figures.period
        if not self.figures.compares("month"):
            return []
        return self.figures.months(self.measure, over_months(period), period.known_at)

    @property
    def not_shown(self) -> str:
        return hidden_of([*chain(*self.now.values()), *self.months_now])

    @property
    def whole(self) -> Figure:
        return self.now[self.measure.key, "none"][0]

    @property
    def value(self) -> str:
        return said(self.measure, self.whole)

    @property
    def basis(self) -> str:
        return rests_on(self.measure, self.whole)

    @property
    def facts(self) -> list[dict[str, str]]:
        measure = self.measure
        rows = [
            ("Why it matters", measure.why),
            ("Counted", measure.numerator),
            ("Out of", measure.denominator or "Nothing: it is a count or a middle value"),
            ("Better", DIRECTIONS[measure.direction]),
            *([("Beside it", str(measure.benchmark))] if measure.benchmark else []),
            ("Cases of no team", self._of_no_team()),
            ("Source", cited(measure.source, self.figures.period.last)),
            (
                "Who answers for it",
                f"{measure.author}, to be looked at again by {long_date(measure.review_on)}",
            ),
        ]
        return [{"key": key, "value": value} for key, value in rows]

    def _of_no_team(self) -> str:
        """So many of its cases stand beside no team: what a comparison of teams leaves out."""
        every = {figure.group: figure for figure in self.now[self.measure.key, "team"]}
        if None not in every:
            return "None"
        size, whole = (_size(figure) for figure in (every[None], self.whole))
        if size is None or whole is None:
            return "Some; how many is hidden"
        return f"{size:,} of {whole:,}"

    @property
    def then(self) -> Then | None:
        figures = self.known.get((self.measure.key, "none"))
        return Then(self.measure, self.figures, self.whole, figures[0]) if figures else None

    @cached_property
    def baselines(self) -> list[Baseline]:
        return standing(self.measure.key)

    @cached_property
    def over_time(self) -> Chart | None:
        period = self.figures.period
        return over_time(
            self.measure,
            self.months_now,
            first=months_drawn(self.months_now),
            last=f"{period.last:%Y-%m}",
            unfinished=month_not_over(period, local_date(now())),
            starts=months_set(self.baselines),
        )

    @cached_property
    def between_teams(self) -> Chart | None:
        return between_teams(self.measure, self.now[self.measure.key, "team"], team_names())

    @property
    def no_months(self) -> str:
        return why_no_months(self.months_now)

    @property
    def no_teams(self) -> str:
        return why_no_teams(self.measure, self.now[self.measure.key, "team"])

    @property
    def month_columns(self) -> list[dict[str, str]]:
        return self._columns("Month", "month", self.over_time)

    @property
    def team_columns(self) -> list[dict[str, str]]:
        return self._columns("Team", "team", self.between_teams)

    def _columns(self, name: str, group: str, chart: Chart | None) -> list[dict[str, str]]:
        known = self.figures.period.known
        then = [f"As known at {short_date(known)}"] if known and self.figures.compares(group) else []
        judged = [chart.columns[-1]["text"]] if chart else []
        return [{"text": text} for text in (name, "Figure", "Rests on", *then, *judged)]

    @property
    def months(self) -> list[list[Any]]:
        """The table of the chart, with the rows behind each; the months before it too."""
        months = [
            month.figure if month.figure.group else Figure(month.name, *_counts(month.figure))
            for month in months_of(self.measure, self.months_now, last=f"{self.figures.period.last:%Y-%m}")
        ]
        pairs, judged = self._beside("month", months, self.months_known), _judged(self.over_time)
        query = over_months(self.figures.period).query
        return [
            self._row(month_in_words(now.group or ""), now, before, judged, query, month=now.group)
            for now, before in pairs
        ]

    @property
    def teams(self) -> list[list[Any]]:
        names, judged = team_names(), _judged(self.between_teams)
        then = self.known.get((self.measure.key, "team"), [])
        query = self.figures.period.query
        rows = [
            self._row(names.get(now.group or "", NO_TEAM), now, before, judged, query, team=now.group)
            for now, before in self._beside("team", self.now[self.measure.key, "team"], then)
        ]
        return sorted(rows, key=lambda row: row[0]["text"])

    def _beside(
        self, group: str, figures: list[Figure], known: list[Figure]
    ) -> list[tuple[Figure, list[str]]]:
        """Each group's figure, and what it was then where that is asked: also of groups in which nothing counts now."""
        if not self.figures.compares(group):
            return [(figure, []) for figure in figures]
        now = {figure.group: figure for figure in figures}
        then = {figure.group: figure for figure in known}
        none = {
            name: Figure(name, None, None, None) for name in sorted(now | then, key=lambda name: name or "")
        }
        pairs = [(now.get(name, nothing), then.get(name, nothing)) for name, nothing in none.items()]
        return [(figure, [was(self.measure, figure, before)]) for figure, before in pairs]

    def _row(
        self, name: str, figure: Figure, before: list[str], judged: dict[str, str] | None, query: str,
        **only: str | None,
    ) -> list[Any]:  # fmt: skip
        chosen = {key: value for key, value in only.items() if value}
        href = self._rows_url(query, **chosen) if self.may_see_rows and chosen else ""
        return [
            {"text": name, "href": href},
            said(self.measure, figure),
            rests_on(self.measure, figure),
            *before,
            *([judged.get(figure.group or "", "")] if judged is not None else []),
        ]

    @property
    def rows_url(self) -> str:
        return self._rows_url(self.figures.period.query)

    def _rows_url(self, query: str, **only: str) -> str:
        address = reverse("insight:rows", args=[self.measure.key])
        return f"{address}?{query}{f'&{urlencode(only)}' if only else ''}"


def _size(figure: Figure) -> int | None:
    return figure.numerator if figure.denominator is None else figure.denominator


def _counts(figure: Figure) -> tuple[int | None, int | None, float | None]:
    return figure.numerator, figure.denominator, figure.value


def _judged(chart: Chart | None) -> dict[str, str] | None:
    """What the chart says of each month or team."""
    return {row[0]["group"]: row[-1] for row in chart.rows} if chart else None
