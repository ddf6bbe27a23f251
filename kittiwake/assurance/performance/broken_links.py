"""A member's question that nobody has answered by its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.assurance.performance.models import Turn
from kittiwake.assurance.performance.settings import ANSWER
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.queries.kept import kept


def not_answered(see: See, at: datetime) -> Iterator[Broken]:
    for turn in _late(see, at):
        yield Broken(
            None, turn.asked_at, due_at=turn.due_at, row_id=turn.question_id, worker_id=turn.worker_id
        )


@kept
def _late(see: See, at: datetime) -> QuerySet[Turn]:
    return see(Turn).filter(answered_at=None, dropped_at=None, due_at__lt=at).order_by("due_at", "pk")


LINKS = [
    BrokenLink(
        "performance.not_answered",
        "A member’s question not answered",
        "Members answer for the service to everybody: they cannot, where they are not answered themselves.",
        ANSWER.source,
        not_answered,
        reads=(ANSWER.key,),
        mends=(Mend("Answer it", "performance:question", Power.ANSWER_MEMBERS, of="row"),),
        of_workers=True,
    ),
]
