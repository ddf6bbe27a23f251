"""What the page of the rows behind a figure shows, and the file in which they are taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property

from kittiwake.insight import comparing, counting
from kittiwake.insight.judging import judged_by
from kittiwake.insight.results import NO_TEAM, team_names
from kittiwake.insight.showing import Figures
from kittiwake.insight.words import counted
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import NOT_KNOWN, Dimension
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.ui.dates import short_date

MANY, MOST_TAKEN_AWAY = 500, 100_000
YES, NO = "yes", "no"  # as an address says whether a case is in the numerator
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
    by: Dimension | None = None
    group: str = ""  # of that dimension
    met: bool | None = None  # only those in the numerator, or only the others
    many: int = MANY

    @cached_property
    def cases(self) -> list[counting.Case]:
        period = self.figures.period
        chosen: dict[str, Any] = {"team": self.team, "month": self.month, "many": self.many}
        chosen |= {"by": self.by, "group": self.group, "met": self.met}
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
            return ["Worker", "Day", "Counted", "Team then", *self._by_title, *since]
        judged = ["Judged by"] if self._judged_by else []
        return ["Child", "Day", "Counted", *judged, "Team then", "Worker then", *self._by_title, *since]

    @cached_property
    def _judged_by(self) -> dict[int, str]:
        return judged_by(self.measure, self.figures.viewer, {case.case_id for case in self.cases})

    @property
    def _by_title(self) -> list[str]:
        return [self.by.title] if self.by else []

    def _group(self, case: counting.Case) -> list[str]:
        return [self.by.called(case.group)] if self.by else []

    def _since(self, case: counting.Case) -> list[str]:
        return [SINCE[case.since]] if self.figures.period.known else []

    @property
    def back(self) -> str:
        by = f"&{urlencode({'by': self.by.key})}#groups" if self.by else ""
        return f"{reverse('insight:measure', args=[self.measure.key])}?{self.figures.period.query}{by}"

    @property
    def file(self) -> str:
        """Where the same rows are taken away."""
        return self._address("insight:rows_file", self.met)

    @property
    def choices(self) -> list[dict[str, Any]]:
        """All of them, those that were met, those that were not: of a share, the ones to look at."""
        if not self.measure.is_share:
            return []
        choices = (("all", None), ("counted", True), ("not counted", False))
        return [
            {"text": text, "href": self._address("insight:rows", met), "is_chosen": met is self.met}
            for text, met in choices
        ]

    def _address(self, page: str, met: bool | None) -> str:
        chosen = {"team": self.team, "month": self.month, "by": self.by.key if self.by else ""}
        chosen |= {"group": self.group, "met": "" if met is None else YES if met else NO}
        asked = urlencode({name: value for name, value in chosen.items() if value})
        address = reverse(page, args=[self.measure.key])
        return f"{address}?{self.figures.period.query}{f'&{asked}' if asked else ''}"

    @property
    def file_name(self) -> str:
        period = self.figures.period
        return f"{self.measure.key}-{period.first.isoformat()}-to-{period.last.isoformat()}.csv"

    @property
    def only(self) -> str:
        """Which group these are of, in words."""
        if self.by is None or not self.group:
            return ""
        return f"{self.by.title}: {self.by.called(None if self.group == NOT_KNOWN else self.group)}"

    @cached_property
    def withheld(self) -> int:
        """Cases that were counted for whoever reads and are of no child they may open."""
        if self.measure.about == "worker":
            return 0
        return sum(case.child_id not in self._children for case in self.cases)

    def _of_worker(self, case: counting.Case, teams: dict[str, str]) -> list[Any]:
        worker = self._workers.get(case.worker_id or 0)
        name = worker.name if worker else "No worker"
        team = teams.get(str(case.team_id), NO_TEAM)
        return [
            name,
            short_date(case.on),
            counted(self.measure, case),
            team,
            *self._group(case),
            *self._since(case),
        ]

    def _row(self, case: counting.Case, teams: dict[str, str]) -> list[Any]:
        child, entry = self._children[case.child_id or 0], self._entries.get(case.case_id)
        worker = self._workers.get(case.worker_id or 0)
        return [
            {"text": child.name, "href": child.get_absolute_url()},
            {"text": short_date(case.on), "href": _page(entry)} if entry else short_date(case.on),
            counted(self.measure, case),
            *([self._judged_by.get(case.case_id, "")] if self._judged_by else []),
            teams.get(str(case.team_id), NO_TEAM),
            worker.name if worker else "No worker",
            *self._group(case),
            *self._since(case),
        ]

    @property
    def lines(self) -> Iterator[list[Any]]:
        """The rows as a file has them: the day as every program reads it, and the child's number beside the name."""
        opens = [
            case for case in self.cases if self.measure.about == "worker" or case.child_id in self._children
        ]
        for case, row in zip(opens, self.rows, strict=True):
            child = self._children.get(case.child_id or 0)
            cells = [cell["text"] if isinstance(cell, dict) else cell for cell in row]
            numbers = [] if child is None else [child.council_id]
            yield [*numbers, cells[0], case.on.isoformat(), *cells[2:]]

    @property
    def file_columns(self) -> list[str]:
        return self.columns if self.measure.about == "worker" else ["Council id", *self.columns]

    @property
    def child_ids(self) -> set[int]:
        return set(self._children)

    @property
    def is_cut(self) -> bool:
        return len(self.cases) == self.many


def _page(entry: Entry) -> str:
    try:
        return entry.get_absolute_url()
    except NoReverseMatch:
        return ""
