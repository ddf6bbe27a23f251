"""Children without a worker: now, and the gaps of the last twelve months. Reads only."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.gaps import rules
from kittiwake.assurance.allocation.gaps.queries import Held, held, without_worker
from kittiwake.assurance.allocation.gaps.rules import Gap
from kittiwake.record import codes
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import counted, long_date, relative

BACK = timedelta(days=365)


@dataclass(frozen=True)
class GapNow:
    """A child without a named worker today."""

    child_id: int
    held: Held
    gap: Gap
    due_at: datetime
    at: datetime

    @property
    def is_late(self) -> bool:
        return self.due_at < self.at

    @property
    def team(self) -> str:
        row = self.held.row_on(local_date(self.at))
        return str(row.team) if row else "No team"

    def item(self, child: Child, href: str) -> Task:
        due = long_date(self.due_at)
        status = Status(f"Was due {due}", "red") if self.is_late else Status(f"By {due}", "yellow")
        return Task(child.name, href, self._hint, status)

    @property
    def _hint(self) -> str:
        """The team, since when, who covers as duty, and the tracks."""
        day, since = local_date(self.at), self.gap.days.starts_on
        tracks = ", ".join(codes.TRACK.label(kind).lower() for kind in self.held.tracks_on(day))
        row = self.held.row_on(day)
        covered = f". Duty: {row.worker}" if self.gap.is_covered and row else ""
        hint = f"{self.team}, since {long_date(since)}, {relative(since, self.at)}{covered}"
        return f"{hint}. {tracks.capitalize()}" if tracks else hint


@dataclass
class GapsNow:
    viewer: Viewer
    at: datetime
    team: str = ""

    @cached_property
    def every(self) -> list[GapNow]:
        """Whose limit ran out first comes first."""
        today = local_date(self.at)
        keys = without_worker(self.viewer.see, today).values("pk")
        gaps = []
        for child_id, days in held(self.viewer.see, keys).items():
            gap = days.gap_on(today)
            if gap:
                gaps.append(GapNow(child_id, days, gap, days.due_at(gap, today), self.at))
        return sorted(gaps, key=lambda gap: (gap.due_at, gap.child_id))

    @property
    def teams(self) -> list[str]:
        return sorted({gap.team for gap in self.every} | ({self.team} - {""}))

    @cached_property
    def rows(self) -> list[GapNow]:
        return [gap for gap in self.every if self.team in ("", gap.team)]

    @property
    def said(self) -> str:
        covered = sum(row.gap.is_covered for row in self.rows)
        late = sum(row.is_late for row in self.rows)
        return (
            f"{counted(len(self.rows), 'child', 'children')}: {len(self.rows) - covered} with nobody, {covered} covered by "
            f"duty only. {counted(late, 'is', 'are')} past the limit."
        )

    def items(self, rows: list[GapNow]) -> dict[str, list[Task]]:
        """Of one page: nobody, and apart from them duty cover, which is not a worker of their own."""
        children = children_of(rows, self.viewer)
        page = "allocation:change_worker" if self.viewer.may(Power.OVERSEE) else "allocation:workers_of"
        items: dict[str, list[Task]] = {"nobody": [], "covered": []}
        for row in rows:
            item = row.item(children[row.child_id], reverse(page, args=[row.child_id]))
            items["covered" if row.gap.is_covered else "nobody"].append(item)
        return items


@dataclass(frozen=True)
class PastGap:
    child_id: int
    held: Held
    gap: Gap
    today: date

    @property
    def days(self) -> int:
        return ((self.gap.days.ends_on or self.today) - self.gap.days.starts_on).days

    def row(self, child: Child, names: Mapping[Hashable, str]) -> list[Any]:
        gap = self.gap
        who = sorted({names[part.worker] for part in gap.parts if part.worker is not None})
        return [
            {"text": child.name, "href": reverse("allocation:workers_of", args=[child.pk])},
            long_date(gap.days.starts_on),
            long_date(gap.days.ends_on) if gap.days.ends_on and gap.days.ends_on <= self.today else "Goes on",
            counted(self.days, "day"),
            ", ".join(who) or "Nobody",
        ]


@dataclass
class PastGaps:
    """Every gap that ended or began in the last twelve months, the newest first. Also those that are over."""

    viewer: Viewer
    at: datetime
    COLUMNS = (
        {"text": "Child"},
        {"text": "From"},
        {"text": "To"},
        {"text": "How long", "is_number": True},
        {"text": "Covered by duty"},
    )

    @cached_property
    def rows(self) -> list[PastGap]:
        today = local_date(self.at)
        children = self.viewer.children.filter(withdrawn_at=None)
        gaps = [
            PastGap(child_id, days, gap, today)
            for child_id, days in held(self.viewer.see, children.values("pk")).items()
            for gap in rules.gaps(days.stretches)
            if gap.days.starts_on <= today and (gap.days.ends_on is None or gap.days.ends_on > today - BACK)
        ]
        return sorted(gaps, key=lambda past: (past.gap.days.starts_on, past.child_id), reverse=True)

    def table(self, rows: list[PastGap]) -> list[list[Any]]:
        children = children_of(rows, self.viewer)
        names: dict[Hashable, str] = {
            held.worker_id: held.worker.name for row in rows for held in row.held.rows if held.worker
        }
        return [row.row(children[row.child_id], names) for row in rows]


def children_of(rows: Sequence[GapNow | PastGap], viewer: Viewer) -> dict[int, Child]:
    return viewer.children.prefetch_related("identifiers").in_bulk([row.child_id for row in rows])
