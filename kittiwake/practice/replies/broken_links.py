"""Links of a reply that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from kittiwake.areas.powers import Power
from kittiwake.practice.replies import rules
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.rules import NOT_WANTED
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.queries.kept import kept

TELL = Mend("Say that they were told", "replies:tell", Power.RECORD, "row")


def not_told(see: See, at: datetime) -> Iterator[Broken]:
    """Interviews whose child has not been told what happens next, from when it is due. Any version's reply counts."""
    for child_id, held_at, pk, reply_id in _owed(see):
        due_at = limits.due(rules.TOLD, held_at).due_at
        if due_at < at:
            mend = TELL if reply_id else None
            yield Broken(
                child_id, held_at, pk, "return_interviews.interview", due_at, row_id=reply_id, mend=mend
            )


@kept
def _owed(see: See) -> QuerySet[ReturnInterview, tuple[int, datetime, int, int | None]]:
    first = Coalesce("interview__version_of", "interview")
    told = Reply.objects.told().alias(first=first).filter(first=OuterRef("first_id"))
    held = see(ReturnInterview).standing()
    waiting = held.exclude(hear_back=NOT_WANTED).filter(~Exists(told))
    written = Reply.objects.untold().alias(first=first).filter(first=OuterRef("first_id")).order_by("-pk")
    owed = waiting.annotate(written=written.values("pk")[:1])
    return owed.values_list("child_id", "held_at", "pk", "written")


LINKS = [
    BrokenLink(
        "replies.not_told",
        "Children who have not been told",
        "A child who hears nothing back does not talk to us again.",
        rules.TOLD.source,
        not_told,
        reads=(rules.TOLD.key,),
        mends=(Mend("Write to them", "replies:write_reply", Power.RECORD, "child", because=True),),
    )
]
