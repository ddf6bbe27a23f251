"""Broken links that belong to no one area: work put forward, actions agreed, children nobody is allocated to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.rules import end_of, start_of
from kittiwake.primitives.measures.links import Broken, BrokenLink, See
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Allocation, Child, Track
from kittiwake.ui.dates import local_date


def waiting_for_oversight(see: See, at: datetime) -> Iterator[Broken]:
    waiting = see(Review).waiting_for_manager()  # type: ignore[attr-defined]
    for child, asked_at, pk in waiting.values_list("entry__child_id", "asked_at", "pk"):
        yield Broken(child, asked_at, None, pk)


def overdue_actions(see: See, at: datetime) -> Iterator[Broken]:
    overdue = see(Action).overdue(local_date(at))  # type: ignore[attr-defined]
    for child, raised_at, due_on, pk in overdue.values_list("entry__child_id", "raised_at", "due_on", "pk"):
        yield Broken(child, raised_at, end_of(due_on), pk)


def without_a_worker(see: See, at: datetime) -> Iterator[Broken]:
    """Children we work with, on a track or held by a team, whose lead worker is nobody."""
    today = local_date(at)
    tracks = Track.objects.on(today).filter(child=OuterRef("pk"))
    leads = Allocation.objects.filter(child=OuterRef("pk"), role=Allocation.LEAD)
    held = leads.on(today)
    gaps = see(Child).filter(
        Exists(tracks) | Exists(held), ~Exists(held.filter(worker__isnull=False)), died_on__isnull=True
    )
    since = Coalesce(
        _first(held.order_by("starts_on"), "starts_on"),
        _first(leads.filter(ends_on__lte=today).order_by("-ends_on"), "ends_on"),
        _first(tracks.order_by("starts_on"), "starts_on"),
    )
    for pk, since_on in gaps.annotate(since_on=since).values_list("pk", "since_on"):
        yield Broken(pk, start_of(since_on), None, pk)


def _first(rows: QuerySet, column: str) -> Subquery:
    return Subquery(rows.filter(Q(**{f"{column}__isnull": False})).values(column)[:1], output_field=DateField())


BROKEN_LINKS = [
    BrokenLink(
        key="oversight.waiting",
        title="Waiting for a manager",
        why="Work that nobody has looked at is work that nobody has challenged.",
        source="Local",
        do="Look at it",
        page="oversight:review",
        find=waiting_for_oversight,
    ),
    BrokenLink(
        key="actions.overdue",
        title="Actions overdue",
        why="Somebody said they would do this for the child, by a day that has passed.",
        source="Local",
        do="Open the action",
        page="actions:action",
        find=overdue_actions,
    ),
    BrokenLink(
        key="record.without_worker",
        title="No worker",
        why="Every child we work with has a named worker.",
        source="Working together to safeguard children",
        do="Allocate a worker",
        page="desk:allocate",
        find=without_a_worker,
    ),
]
