"""One measure by what is held of the children: which ways there are, and the figure of each group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.areas.powers import Power
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Figures
from kittiwake.insight.words import rests_on, said, was
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import NOT_KNOWN, Dimension
from kittiwake.ui.dates import short_date


def ways(measure: Measure, figures: Figures) -> list[Dimension]:
    """By what this person may see the measure. For whoever sees no child nothing of it is published: the smaller the groups,
    the more of all other figures would have to be hidden beside them."""
    if figures.is_protected:
        return []
    return [
        way
        for way in catalogue.dimensions().values()
        if way.fits(measure) and (not way.asks or figures.viewer.may(way.asks))
    ]


@dataclass
class Breakdown:
    """`asked` is the key of a dimension as the address says it: of one there is not, nothing is shown."""

    measure: Measure
    figures: Figures
    asked: str = ""

    @cached_property
    def ways(self) -> list[Dimension]:
        return ways(self.measure, self.figures)

    @cached_property
    def by(self) -> Dimension | None:
        return next((way for way in self.ways if way.key == self.asked), None)

    @property
    def links(self) -> list[dict[str, Any]]:
        address = reverse("insight:measure", args=[self.measure.key])
        query = self.figures.period.query
        return [
            {
                "text": way.title,
                "href": f"{address}?{query}&{urlencode({'by': way.key})}#groups",
                "is_chosen": way is self.by,
            }
            for way in self.ways
        ]

    @property
    def columns(self) -> list[dict[str, str]]:
        assert self.by
        known = self.figures.period.known
        then = [f"As known at {short_date(known)}"] if known and self.figures.compares(self.by.key) else []
        return [{"text": text} for text in (self.by.title, "Figure", "Rests on", *then)]

    @cached_property
    def rows(self) -> list[list[Any]]:
        """In the order of the groups, and last what is not known; also groups in which nothing counts now."""
        if self.by is None:
            return []
        key, by = self.measure.key, self.by
        figures_now = self.figures.of([self.measure], [by.key])
        now = {figure.group: figure for figure in figures_now[key, by.key]}
        known = self.figures.then([self.measure], figures_now, [by.key])
        then = {figure.group: figure for figure in known.get((key, by.key), [])}
        compares = bool(known) or self.figures.compares(by.key)
        return [self._row(name, now, then, compares) for name in sorted(now | then, key=by.place)]

    def _row(
        self,
        group: str | None,
        now: dict[str | None, Figure],
        then: dict[str | None, Figure],
        compares: bool,
    ) -> list[Any]:
        assert self.by
        none = Figure(group, None, None, None)
        figure = now.get(group, none)
        before = [was(self.measure, figure, then.get(group, none))] if compares else []
        return [
            {"text": self.by.called(group), "href": self._rows_url(group)},
            said(self.measure, figure),
            rests_on(self.measure, figure),
            *before,
        ]

    @property
    def may_see_rows(self) -> bool:
        return self.figures.viewer.may(Power.OPEN_FIGURES) and not self.figures.is_protected

    def _rows_url(self, group: str | None) -> str:
        if not self.may_see_rows or self.by is None:
            return ""
        address, period = reverse("insight:rows", args=[self.measure.key]), self.figures.period.query
        chosen = urlencode({"by": self.by.key, "group": NOT_KNOWN if group is None else group})
        return f"{address}?{period}&{chosen}"
