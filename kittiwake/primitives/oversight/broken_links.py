"""Work put before a manager that nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, working_days
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.oversight.models import Review
from kittiwake.queries.kept import kept

LOOKED_AT = Standard(
    key="oversight.looked_at",
    title="A manager looks at what was put before them",
    within=working_days(5),
    source="Local: within 5 working days, so that what a child said is acted on while it matters",
    local=True,
)


@kept
def _waiting(see: See) -> QuerySet[Review]:
    return see(Review).waiting_for_manager().select_related("entry")


def waiting_for_manager(see: See, at: datetime) -> Iterator[Broken]:
    for review in _waiting(see):
        entry, due_at = review.entry, limits.due(LOOKED_AT, review.asked_at).due_at
        yield Broken(
            entry.child_id,
            review.asked_at,
            entry.pk,
            entry.kind,
            due_at,
            about=entry.summary,
            row_id=review.pk,
        )


LINKS = [
    BrokenLink(
        "oversight.waiting",
        "Waiting for a manager",
        "Work put before a manager is accepted, questioned or sent back.",
        LOOKED_AT.source,
        waiting_for_manager,
        reads=(LOOKED_AT.key,),
        mends=(Mend("Look at it", "oversight:review", Power.OVERSEE, "row"),),
    ),
]
