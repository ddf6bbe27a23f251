"""Children without a worker: now, and the gaps of the last twelve months. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.gaps import rules
from kittiwake.assurance.allocation.gaps.queries import Held, held, without_worker
from kittiwake.assurance.allocation.gaps.rules import Gap
from kittiwake.record import codes
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, long_date, relative

BACK = timedelta(days=365)


@dataclass(frozen=True)
class Now:
    """A child without a named worker today."""

    child_id: int
    one: Held
    gap: Gap
    due_at: datetime
    at: datetime

    @property
    def is_late(self) -> bool:
        return self.due_at < self.at

    @property
    def team(self) -> str:
        row = self.one.row_on(local_date(self.at))
        return str(row.team) if row else "No team"

    def item(self, child: Child, href: str) -> dict[str, Any]:
        day = local_date(self.at)
        tracks = ", ".join(codes.TRACK.label(kind).lower() for kind in self.one.tracks_on(day))
        row = self.one.row_on(day)
        covered = f". Duty: {row.worker}" if self.gap.is_covered and row else ""
        since = f"since {long_date(self.gap.days.starts_on)}, {relative(self.gap.days.starts_on, self.at)}"
        due = long_date(self.due_at)
        status = (
            {"text": f"Was due {due}", "colour": "red"}
            if self.is_late
            else {"text": f"By {due}", "colour": "yellow"}
        )
        hint = f"{self.team}, {since}{covered}" + (f". {tracks.capitalize()}" if tracks else "")
        return {"title": child.name, "href": href, "hint": hint, "status": status}


@dataclass
class GapsNow:
    viewer: Viewer
    at: datetime
    team: str = ""

    @cached_property
    def every(self) -> list[Now]:
        """Whose limit ran out first comes first."""
        today = local_date(self.at)
        keys = without_worker(self.viewer.see, today).values("pk")
        found = []
        for child_id, one in held(self.viewer.see, keys).items():
            gap = one.gap_on(today)
            if gap:
                found.append(Now(child_id, one, gap, one.due_at(gap, today), self.at))
        return sorted(found, key=lambda one: (one.due_at, one.child_id))

    @property
    def teams(self) -> list[str]:
        return sorted({one.team for one in self.every} | ({self.team} - {""}))

    @cached_property
    def rows(self) -> list[Now]:
        return [one for one in self.every if self.team in ("", one.team)]

    @property
    def said(self) -> str:
        covered = sum(one.gap.is_covered for one in self.rows)
        late = sum(one.is_late for one in self.rows)
        return (
            f"{counted(len(self.rows), 'child', 'children')}: {len(self.rows) - covered} with nobody, {covered} covered by "
            f"duty only. {counted(late, 'is', 'are')} past the limit."
        )

    def items(self, rows: list[Now]) -> dict[str, list[dict[str, Any]]]:
        """Of one page: nobody, and apart from them duty cover, which is not a worker of their own."""
        children = self.viewer.children.prefetch_related("identifiers").in_bulk(
            [one.child_id for one in rows]
        )
        page = "allocation:change_worker" if self.viewer.may(Power.OVERSEE) else "allocation:workers_of"
        made: dict[str, list[dict[str, Any]]] = {"nobody": [], "covered": []}
        for one in rows:
            item = one.item(children[one.child_id], reverse(page, args=[one.child_id]))
            made["covered" if one.gap.is_covered else "nobody"].append(item)
        return made


@dataclass(frozen=True)
class Past:
    child_id: int
    held: Held
    gap: Gap
    today: date

    @property
    def days(self) -> int:
        return ((self.gap.days.ends_on or self.today) - self.gap.days.starts_on).days

    def row(self, child: Child, names: dict[Any, str]) -> list[Any]:
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
    def rows(self) -> list[Past]:
        today = local_date(self.at)
        children = self.viewer.children.filter(withdrawn_at=None)
        found = [
            Past(child_id, one, gap, today)
            for child_id, one in held(self.viewer.see, children.values("pk")).items()
            for gap in rules.gaps(one.stretches)
            if gap.days.starts_on <= today and (gap.days.ends_on is None or gap.days.ends_on > today - BACK)
        ]
        return sorted(found, key=lambda one: (one.gap.days.starts_on, one.child_id), reverse=True)

    def table(self, rows: list[Past]) -> list[list[Any]]:
        children = self.viewer.children.prefetch_related("identifiers").in_bulk(
            [one.child_id for one in rows]
        )
        names = {row.worker_id: row.worker.name for one in rows for row in one.held.rows if row.worker}
        return [one.row(children[one.child_id], names) for one in rows]
