"""What was agreed and is not done by its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from kittiwake.areas.area import declared
from kittiwake.areas.powers import Power
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.queries.kept import kept
from kittiwake.time.moments import end_of, local_date


@dataclass(frozen=True)
class FollowedApart:
    """Actions of entries of this kind have a broken link of their own."""

    kind: str


@kept
def _overdue(see: See, today: date) -> QuerySet[Action, tuple[int, datetime, int, str, date, str, int]]:
    apart = [each.kind for each in declared(FollowedApart)]
    rows = see(Action).overdue(today).exclude(entry__kind__in=apart)
    return rows.values_list("entry__child_id", "raised_at", "entry_id", "entry__kind", "due_on", "what", "pk")


def late_actions(see: See, at: datetime) -> Iterator[Broken]:
    for child_id, raised_at, entry_id, kind, due_on, what, pk in _overdue(see, local_date(at)):
        yield Broken(child_id, raised_at, entry_id, kind, end_of(due_on), what, pk)


LINKS = [
    BrokenLink(
        "actions.late",
        "Actions past their day",
        "What was agreed is done.",
        "Local",
        late_actions,
        mends=(Mend("Say what came of it", "actions:action", Power.RECORD_MEETINGS, "row"),),
    ),
]
