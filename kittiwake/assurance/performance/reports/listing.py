"""The page a member begins on: what is published, the newest first; and what waits. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.pages import Link
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import STARTS
from kittiwake.assurance.performance.models import Report, Turn
from kittiwake.assurance.performance.reports.queries import makes, readable
from kittiwake.assurance.performance.reports.showing import period, state
from kittiwake.ui.components import Cell, TextLink, columns
from kittiwake.ui.dates import counted, short_date

PUBLISHED_COLUMNS = columns("Report", "Of", "Published", "State")
DRAFT_COLUMNS = columns("Draft", "Of", "Begun", "By")
MOST = 50


@dataclass
class ReportsPage:
    viewer: Viewer
    at: datetime

    published_columns = PUBLISHED_COLUMNS
    draft_columns = DRAFT_COLUMNS

    @cached_property
    def published(self) -> list[Report]:
        rows = readable(self.viewer).filter(published_at__isnull=False)
        return list(rows.order_by("-last_on", "-published_at", "-pk")[:MOST])

    @property
    def newest(self) -> Report | None:
        return next((report for report in self.published if report.withdrawn_at is None), None)

    @property
    def published_rows(self) -> list[list[Cell]]:
        replaced = {report.replaces_id for report in self.published}
        return [self._row(report, replaced) for report in self.published]

    def _row(self, report: Report, replaced: set[int | None]) -> list[Cell]:
        standing = state(report).text
        if standing == "Published" and report.pk in replaced:
            standing = "Replaced"
        published = short_date(report.published_at) if report.published_at else ""
        return [TextLink(report.title, report.get_absolute_url()), period(report), published, standing]

    @cached_property
    def drafts(self) -> list[list[Cell]]:
        if not makes(self.viewer):
            return []
        rows = readable(self.viewer).filter(published_at=None).order_by("-made_at", "-pk")[:MOST]
        return [
            [TextLink(report.title, report.get_absolute_url()), period(report), short_date(report.made_at), str(report.made_by)]
            for report in rows
        ]  # fmt: skip

    @property
    def more(self) -> list[Link]:
        """Where else to begin, for whoever has this page instead of one of their own work."""
        if not self.viewer.may(Power.ASK_AS_MEMBER):
            return []
        return [link for link in self.viewer.links(STARTS) if not link.page.name.startswith("performance:")]

    @property
    def may_make(self) -> bool:
        return self.viewer.may(Power.MAKE_REPORTS)

    @cached_property
    def waiting(self) -> list[Turn]:
        return list(Turn.objects.filter(answered_at=None, dropped_at=None))

    @property
    def waiting_words(self) -> str:
        late = sum(turn.is_late_at(self.at) for turn in self.waiting)
        if not self.waiting:
            return "Every question that members asked is answered."
        waits = f"{counted(len(self.waiting), 'question')} of members {'waits' if len(self.waiting) == 1 else 'wait'} for an answer"
        return f"{waits}, {late} of them late." if late else f"{waits}. None is late."
