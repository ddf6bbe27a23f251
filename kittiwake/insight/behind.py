"""What the page of the rows behind a figure shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property

from kittiwake.insight import comparing, counting
from kittiwake.insight.results import NO_TEAM, team_names
from kittiwake.insight.showing import Figures
from kittiwake.primitives.measures.definition import Measure
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.ui.dates import short_date

MANY = 500
SINCE = {
    "": "As it was",
    comparing.NEW: "New",
    comparing.CHANGED: "Changed",
    comparing.GONE: "No longer counted",
}


@dataclass
class RowsPage:
    """The cases behind a figure, with children the viewer may see: never more than were counted for them."""

    measure: Measure
    figures: Figures
    team: int | None = None
    month: str = ""

    @cached_property
    def cases(self) -> list[counting.Case]:
        period = self.figures.period
        chosen: dict[str, Any] = {"team": self.team, "month": self.month, "many": MANY}
        if period.known_at is None:
            return counting.rows(self.measure, period.first, period.last, **chosen)
        return comparing.rows_since(self.measure, period.first, period.last, period.known_at, **chosen)

    @cached_property
    def _children(self) -> dict[int, Child]:
        ids = {case.child_id for case in self.cases if case.child_id}
        return self.figures.viewer.children.prefetch_related("identifiers").in_bulk(ids)

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        if self.measure.about != "entry":
            return {}
        rows = self.figures.viewer.see(Entry).filter(pk__in=[case.case_id for case in self.cases])
        return {entry.pk: entry for entry in rows}

    @cached_property
    def _workers(self) -> dict[int, Worker]:
        return Worker.objects.in_bulk({case.worker_id for case in self.cases if case.worker_id})

    @property
    def rows(self) -> list[list[Any]]:
        teams = team_names()
        if self.measure.about == "worker":
            return [self._of_worker(case, teams) for case in self.cases]
        return [self._row(case, teams) for case in self.cases if case.child_id in self._children]

    @property
    def columns(self) -> list[str]:
        known = self.figures.period.known
        since = [f"Since {short_date(known)}"] if known else []
        if self.measure.about == "worker":
            return ["Worker", "Day", "Counted", "Team then", *since]
        return ["Child", "Day", "Counted", "Team then", "Worker then", *since]

    def _since(self, case: counting.Case) -> list[str]:
        return [SINCE[case.since]] if self.figures.period.known else []

    @property
    def back(self) -> str:
        return f"{reverse('insight:measure', args=[self.measure.key])}?{self.figures.period.query}"

    def _of_worker(self, case: counting.Case, teams: dict[str, str]) -> list[Any]:
        worker = self._workers.get(case.worker_id or 0)
        name = worker.name if worker else "No worker"
        team = teams.get(str(case.team_id), NO_TEAM)
        return [name, short_date(case.on), self._counted(case), team, *self._since(case)]

    def _counted(self, case: counting.Case) -> str:
        """Yes, No, 18.5 hours; of a ratio also whether it stands above the line or below."""
        how, unit = self.measure.how, self.measure.unit
        if case.value is None:
            return "Yes" if case.in_numerator else "No"
        value = f"{case.value:,.1f}"
        if how == "weighted":
            return f"{'Yes' if case.in_numerator else 'No'}, {value}"
        if how == "ratio":
            return f"{'Counted' if case.in_numerator else 'Out of'}: {value}"
        return f"{value} {unit}".strip()

    def _row(self, case: counting.Case, teams: dict[str, str]) -> list[Any]:
        child, entry = self._children[case.child_id or 0], self._entries.get(case.case_id)
        worker = self._workers.get(case.worker_id or 0)
        return [
            {"text": child.name, "href": child.get_absolute_url()},
            {"text": short_date(case.on), "href": _page(entry)} if entry else short_date(case.on),
            self._counted(case),
            teams.get(str(case.team_id), NO_TEAM),
            worker.name if worker else "No worker",
            *self._since(case),
        ]

    @property
    def child_ids(self) -> set[int]:
        return set(self._children)

    @property
    def is_cut(self) -> bool:
        return len(self.cases) == MANY


def _page(entry: Entry) -> str:
    try:
        return entry.get_absolute_url()
    except NoReverseMatch:
        return ""
