"""The board and the clocks as plain rows, for programs. Shapes are promised in docs/json.md."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import CharField, OuterRef, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.area import declared
from kittiwake.desk.board.lines import lines
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.shared_pages.chronology import EntryReference
from kittiwake.record.models import Child, Identifier
from kittiwake.time.moments import LONDON


def board(*, team: str | None, at: datetime) -> list[dict[str, Any]]:
    """[{kind, child, worker, team, since, due_at}], as Kittiwake itself sees it."""
    every = lines(Viewer(User.objects.system()), at, team=team)
    prefetch_related_objects([line.child for line in every if line.child], "identifiers")
    return [
        {
            "kind": line.link.key,
            "child": known_as(line.child) if line.child else None,
            "worker": line.about.pk if line.child is None else None,
            "team": line.team,
            "since": iso(line.broken.since),
            "due_at": iso(line.broken.due_at),
        }
        for line in every
    ]


def clocks(*, at: datetime, overdue: bool = False) -> list[dict[str, Any]]:
    """[{key, child, reference, started_at, due_at, stopped_at}], soonest due first."""
    council_id = Identifier.objects.filter(
        child=OuterRef("entry__child_id"), kind=Identifier.COUNCIL, ended_on=None
    )
    rows = (
        Clock.objects.overdue(at)
        if overdue
        else Clock.objects.filter(cancelled_at=None, entry__struck_out_at=None)
    )
    rows = rows.annotate(
        reference=_reference(),
        council=Subquery(council_id.values("value")[:1]),
    )
    fields = ("key", "council", "entry__child_id", "reference", "started_at", "due_at", "stopped_at")
    return [
        {
            "key": key,
            "child": council or f"K{child_id}",
            "reference": reference,
            "started_at": iso(started_at),
            "due_at": iso(due_at),
            "stopped_at": iso(stopped_at),
        }
        for key, council, child_id, reference, started_at, due_at, stopped_at in rows.order_by(
            "due_at", "pk"
        ).values_list(*fields)
    ]


def _reference() -> Coalesce:
    """What others know the entry by; empty for most."""
    nothing = Value(None, output_field=CharField())
    return Coalesce(*(Subquery(each.find()[:1]) for each in declared(EntryReference)), nothing, nothing)


def known_as(child: Child) -> str:
    return child.council_id or f"K{child.pk}"


def iso(moment: datetime | None) -> str | None:
    return moment.astimezone(LONDON).isoformat() if moment else None
