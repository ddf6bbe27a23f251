"""Who held which child when, as far as whoever asks may see: the rows, and what rules make of them. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kittiwake.assurance.allocation.gaps import rules
from kittiwake.assurance.allocation.gaps.rules import Days, Gap, Holding, Stretch
from kittiwake.assurance.allocation.rules import limit_of
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures.links import See
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together
from kittiwake.record.models import Allocation, Child, Track
from kittiwake.time.moments import start_of


@dataclass(frozen=True)
class Held:
    """One child's days with us."""

    tracks: list[tuple[str, Days]]
    rows: list[Allocation]  # as lead, with worker and team

    @property
    def open(self) -> list[Days]:
        """On a track, or held by a team."""
        return [days for _, days in self.tracks] + [days_of(row) for row in self.rows]

    @property
    def stretches(self) -> list[Stretch]:
        return rules.stretches(self.open, [_holding(row) for row in self.rows])

    def tracks_on(self, day: date) -> list[str]:
        return [kind for kind, days in self.tracks if days.has(day)]

    def row_on(self, day: date) -> Allocation | None:
        return next((row for row in self.rows if days_of(row).has(day)), None)

    def gap_on(self, day: date) -> Gap | None:
        return rules.gap_on(self.stretches, day)

    def due_at(self, gap: Gap, day: date) -> datetime:
        """By when there is a named worker again, by the tracks the child is on that day."""
        return limits.due(limit_of(self.tracks_on(day)), start_of(gap.days.starts_on)).due_at


def days_of(row: Allocation | Track) -> Days:
    return Days(row.starts_on, row.ends_on)


def _holding(row: Allocation) -> Holding:
    left_on = row.worker.ends_on if row.worker else None
    return Holding(days_of(row), row.worker_id, row.is_cover).until(left_on)


def held(see: See, children: Collection[int] | QuerySet[Any, Any]) -> dict[int, Held]:
    """Of these children: one statement, however many."""
    tracks, leads = together(lambda: list(_tracks(see, children)), lambda: list(_leads(see, children)))
    return _by_child(tracks, leads)


def held_without_worker(see: See, day: date) -> dict[int, Held]:
    """Of the children who have no named worker that day."""
    tracks, leads = together(lambda: _tracks_without(see, day), lambda: _leads_without(see, day))
    return _by_child(tracks, leads)


def _tracks(see: See, children: Collection[int] | QuerySet[Any, Any]) -> QuerySet[Track]:
    return see(Track).filter(child__in=children).order_by("starts_on", "pk")


def _leads(see: See, children: Collection[int] | QuerySet[Any, Any]) -> QuerySet[Allocation]:
    leads = see(Allocation).filter(child__in=children, role=Allocation.LEAD)
    return leads.select_related("worker", "team").order_by("starts_on", "pk")


@kept
def _tracks_without(see: See, day: date) -> QuerySet[Track]:
    return _tracks(see, without_worker(see, day).values("pk"))


@kept
def _leads_without(see: See, day: date) -> QuerySet[Allocation]:
    return _leads(see, without_worker(see, day).values("pk"))


def _by_child(tracks: list[Track], rows: list[Allocation]) -> dict[int, Held]:
    by_child: dict[int, Held] = defaultdict(lambda: Held([], []))
    for track in tracks:
        by_child[track.child_id].tracks.append((track.kind, days_of(track)))
    for row in rows:
        by_child[row.child_id].rows.append(row)
    return dict(by_child)


def without_worker(see: See, day: date) -> QuerySet[Child]:
    """Children who are open that day and have no named worker: nobody, duty cover, or somebody who has left."""
    mine: dict[str, Any] = {"child": OuterRef("pk")}
    lead = Allocation.objects.on(day).filter(**mine, role=Allocation.LEAD)
    named = lead.filter(worker__isnull=False, is_cover=False).filter(
        Q(worker__ends_on=None) | Q(worker__ends_on__gt=day)
    )
    is_open = Exists(lead) | Exists(Track.objects.on(day).filter(**mine))
    return see(Child).filter(is_open, ~Exists(named), withdrawn_at=None)
