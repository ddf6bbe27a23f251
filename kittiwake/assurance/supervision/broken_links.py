"""Links of supervision that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.discussions import discussed
from kittiwake.assurance.supervision.parts.recording import CHILD_PART
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.queries.kept import kept
from kittiwake.time.moments import end_of, local_date, start_of


def not_discussed(see: See, at: datetime) -> Iterator[Broken]:
    """Children of workers whose supervision is agreed, not talked about for too long."""
    for child in discussed(see, at):
        if child.due_on < local_date(at):
            kind = CHILD_PART if child.part_id else ""
            yield Broken(
                child.child_id,
                start_of(child.since_on),
                child.part_id,
                kind,
                end_of(child.due_on),
                row_id=child.worker_id,
            )


def direction_late(see: See, at: datetime) -> Iterator[Broken]:
    """What was directed in supervision, neither done nor dropped by its day."""
    for child_id, raised_at, entry_id, due_on, what, pk in _directed(see, local_date(at)):
        yield Broken(child_id, raised_at, entry_id, CHILD_PART, end_of(due_on), what, pk)


@kept
def _directed(see: See, today: date) -> QuerySet[Action, tuple[int, datetime, int, date, str, int]]:
    late = see(Action).overdue(today).filter(entry__kind=CHILD_PART)
    return late.values_list("entry__child_id", "raised_at", "entry_id", "due_on", "what", "pk")


LINKS = [
    BrokenLink(
        "supervision.not_discussed",
        "Not discussed in supervision for too long",
        "A child nobody thinks about with their worker drifts.",
        f"{rules.PROTECTED.source}; {rules.EVERY_CHILD.source}",
        not_discussed,
        reads=(rules.PROTECTED.key, rules.EVERY_CHILD.key),
        mends=(Mend("Prepare the supervision", "supervision:prepare", Power.RECORD, "row"),),
    ),
    BrokenLink(
        "supervision.direction_late",
        "Direction from supervision not done by its day",
        "A direction nobody follows changes nothing for the child.",
        "Local",
        direction_late,
        mends=(Mend("Say what came of it", "actions:action", Power.RECORD_MEETINGS, "row"),),
    ),
]
