"""Links of a placement that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.placements import rules
from kittiwake.practice.placements.models import Move, MoveQuerySet
from kittiwake.practice.placements.rules import State
from kittiwake.practice.placements.showing import owed
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept
from kittiwake.time.moments import end_of, local_date


def owed_and_not_done(see: See, at: datetime) -> Iterator[Broken]:
    """Out of our area today without consultation or notice that was due."""
    today = local_date(at)
    for move in _away(see, today):
        late = [duty for duty in owed(move) if duty.key != APPROVE and duty.state(today) is State.OVERDUE]
        if late:
            due, about = end_of(min(duty.due_on for duty in late)), ", ".join(duty.title for duty in late)
            yield Broken(move.child_id, move.entry.happened_at, move.pk, "placements.move", due, about)


def not_approved(see: See, at: datetime) -> Iterator[Broken]:
    """Out of our area today, and whoever has to approve it has not: from the moment it is recorded."""
    today = local_date(at)
    for move in _away(see, today):
        for duty in owed(move):
            if duty.key == APPROVE and duty.state(today) in (State.OVERDUE, State.WAITING):
                due, since = end_of(duty.due_on), move.entry.happened_at
                yield Broken(move.child_id, since, move.pk, "placements.move", due, duty.title)


@kept
def _away(see: See, today: date) -> QuerySet[Move]:
    moves: MoveQuerySet = see(Move).away(today)
    return moves.select_related("placement", "entry").prefetch_related("entry__clocks")


APPROVE = "approve"
LINKS = [
    BrokenLink(
        "placements.not_approved",
        "Placed out of our area, and not approved",
        "Somebody senior has to have looked, of a placement at a distance the director.",
        f"{rules.REGULATIONS}, regulation 11",
        not_approved,
        mends=(Mend("Decide whether to approve it", "placements:approve", Power.APPROVE),),
    ),
    BrokenLink(
        "placements.owed",
        "Placed out of our area without what the law asks",
        "The council they live in has to know that they are there, and to have been asked.",
        f"{rules.REGULATIONS}, regulations 11 and 13",
        owed_and_not_done,
        mends=(Mend("Do what is owed", "placements:move", Power.RECORD),),
    ),
    BrokenLink(
        "placements.no_plan",
        "Placed, and no placement plan",
        "Whoever looks after a child has to know what they need and what was agreed.",
        rules.PLACEMENT_PLAN.source,
        LateClocks(rules.PLACEMENT_PLAN),
        reads=(rules.PLACEMENT_PLAN.key,),
        mends=(Mend("Say that it was prepared", "duties:say_done", Power.REPORT, "child"),),
    ),
    BrokenLink(
        "placements.nearer",
        "Far from home, and nobody has looked at moving nearer",
        "Children placed far away go missing to get home.",
        rules.NEARER.source,
        LateClocks(rules.NEARER),
        reads=(rules.NEARER.key,),
        mends=(Mend("Say what was looked at", "placements:review_nearer", Power.RECORD),),
    ),
]
