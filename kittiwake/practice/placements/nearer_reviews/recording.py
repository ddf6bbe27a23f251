"""The only way a look at moving a child nearer home is written."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.placements import events, rules
from kittiwake.practice.placements.models import Move, NearerReview
from kittiwake.practice.placements.moments import midday
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

NEARER = "placements.nearer"


@whole()
def review_nearer(
    move: Move,
    *,
    held_on: date,
    decision: str,
    why: str,
    by: User,
    at: datetime,
    next_steps: str = "",
    child_words: str = "",
) -> NearerReview:
    """Somebody looked at moving them nearer. Stops that clock and starts the next, unless the child is nearer already."""
    must_stand(move)
    if held_on > local_date(at):
        raise Refused("This is in the future. Enter the day it was looked at.", field="held_on")
    if held_on < move.placement.starts_on:
        raise Refused("This is before they moved there.", field="held_on")
    if not move.placement.out_of_area or move.placement.ends_on:
        raise Refused(
            "They do not live there, out of our area, any more. Open the child’s placements to see where they live."
        )
    moment = midday(held_on)
    label = dict(rules.DECISIONS)[decision]
    entry = record.enter(
        move.child,
        kind=NEARER,
        summary=f"Moving nearer home looked at. {label}",
        happened_at=moment,
        by=by,
        at=at,
    )
    review = NearerReview.objects.create(
        entry=entry, move=move, held_on=held_on, decision=decision, why=why, next_steps=next_steps
    )
    record.keep_words(entry, text=child_words, said_at=moment, topic="moving nearer home")
    settle(move.child, at)
    history.write(events.NEARER_REVIEWED, review, by=by, at=at, child_id=move.child_id)
    return review
