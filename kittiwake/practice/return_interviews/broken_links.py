"""Links of a return interview that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from kittiwake.areas.powers import Power
from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.follow_ups import PLAN, follow_up
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks import rules as clocks
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept
from kittiwake.record.models import InformedBy

CHANGED_THE_PLAN = clocks.Standard(
    key="return_interviews.changed_the_plan",
    title="What they said changed the plan",
    within=clocks.working_days(5),
    source="Local: what a child says is in their plan within 5 working days",
    local=True,
)


FIRST = Coalesce("because_of__return_interview__version_of", "because_of")


def no_plan_change(see: See, at: datetime) -> Iterator[Broken]:
    """Interviews after which no plan was made or changed because of them, whichever version of the interview it names,
    from when it is due.
    """
    for child_id, held_at, pk in _without_change(see):
        due = limits.due(CHANGED_THE_PLAN, held_at).due_at
        if due < at:
            yield Broken(child_id, held_at, pk, "return_interviews.interview", due)


@kept
def _without_change(see: See) -> QuerySet[ReturnInterview, tuple[int, datetime, int]]:
    informed = InformedBy.objects.alias(first=FIRST).filter(
        first=OuterRef("first_id"),
        entry__kind__in=follow_up(PLAN).kinds,
        entry__struck_out_at=None,
    )
    held = see(ReturnInterview).standing().filter(~Exists(informed))
    return held.values_list("child_id", "held_at", "pk")


LINKS = [
    BrokenLink(
        "return_interviews.not_shared",
        "Interview held, and not passed on",
        "What a child said helps when whoever works with them knows it.",
        rules.SHARED.source,
        LateClocks(rules.SHARED),
        reads=(rules.SHARED.key,),
        mends=(Mend("Say who was told of it", "return_interviews:share", Power.RECORD),),
    ),
    BrokenLink(
        "return_interviews.no_plan_change",
        "Interview held, and the plan did not change",
        "What a child says is worth nothing if nothing changes.",
        CHANGED_THE_PLAN.source,
        no_plan_change,
        reads=(CHANGED_THE_PLAN.key,),
    ),
]
