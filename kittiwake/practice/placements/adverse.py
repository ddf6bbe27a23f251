"""An unplanned move speaks against a change that is about where a child lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import OuterRef, Subquery

from kittiwake.practice.placements.models import Move
from kittiwake.primitives.measures.adverse import Adverse, Fact
from kittiwake.record import codes
from kittiwake.record.models import Placement
from kittiwake.time.moments import local_date, start_of

KEY = "home"


def unplanned(child_id: int, since: datetime, until: datetime) -> Iterator[Fact]:
    """Moves because a placement ended that should not have: somebody asked, or after an allegation or poor care."""
    before = Placement.objects.filter(child=OuterRef("child"), ends_on=OuterRef("placement__starts_on"))
    days = {
        "placement__starts_on__gte": local_date(since),
        "placement__starts_on__lte": local_date(until),
    }
    moves = Move.objects.filter(child=child_id, entry__struck_out_at=None, **days)
    moves = moves.annotate(why=Subquery(before.values("end_reason")[:1])).filter(why__in=codes.UNPLANNED)
    for pk, on, recorded_at in moves.values_list("pk", "placement__starts_on", "entry__recorded_at"):
        yield Fact(KEY, pk, start_of(on), recorded_at, "moved because a placement ended unplanned")


ADVERSE = [Adverse(KEY, "Where they live", "They live where they are well, and it lasts.", unplanned)]
