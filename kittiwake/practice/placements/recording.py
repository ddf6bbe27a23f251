"""The only way a placement, what is owed about it, and a look at moving nearer are written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.council.settings import queries as of_the_council
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.placements import events, rules
from kittiwake.practice.placements.facts import PlacementFacts
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.moments import midday
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import places
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Placement
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

MOVE = "placements.move"
MADE_UP = "000"


@whole()
def place(
    child: Child,
    *,
    starts_on: date,
    by: User,
    at: datetime,
    host_code: str = "",
    arrangement: str = rules.Arrangement.STANDARD,
    is_emergency: bool = False,
    why_here: str = "",
    child_words: str = "",
    **facts: Unpack[PlacementFacts],
) -> Move:
    """The child moves there that day; the placement before ends. Its clocks run from that day.

    `host_code` is the council it lies in: whether that is out of our area, and at a distance, is worked out from which
    councils adjoin, unless `facts` say it. Refuses a start in the future and before they were born.
    """
    if starts_on > local_date(at):
        raise Refused("This is in the future. Record the placement when they have moved.", field="starts_on")
    if child.born_on and starts_on < child.born_on:
        raise Refused("This is before they were born. Check the date.", field="starts_on")
    how_far: PlacementFacts = {
        "out_of_area": is_out(host_code, starts_on),
        "at_a_distance": is_far(host_code, starts_on),
    }
    placed: PlacementFacts = {**how_far, **facts}
    placement = record.place(child, starts_on=starts_on, by=by, at=at, **placed)
    moment = midday(starts_on)
    entry = record.enter(child, kind=MOVE, summary=_said(placement), happened_at=moment, by=by, at=at)
    move = Move.objects.create(
        entry=entry,
        child=child,
        placement=placement,
        arrangement=arrangement,
        is_emergency=is_emergency,
        why_here=why_here,
        host_code=host_code,
    )
    record.keep_words(entry, text=child_words, said_at=moment, topic="moving")
    settle(child, at)
    history.write(events.PLACED, move, by=by, at=at, child_id=child.pk)
    return move


def is_out(host_code: str, on: date) -> bool | None:
    return places.is_out_of_area(host_code, of_the_council.la_code(on))


def is_far(host_code: str, on: date) -> bool | None:
    ours = of_the_council.la_code(on)
    adjoining = places.made_up_adjoining() if ours == MADE_UP else places.english_adjoining()
    return places.is_at_a_distance(host_code, ours, adjoining)


def _said(placement: Placement) -> str:
    where = placement.home_name or placement.carer or "a placement"
    far = (
        ", at a distance" if placement.at_a_distance else ", out of our area" if placement.out_of_area else ""
    )
    return f"Moved to {where}{far}"


@whole()
def agree_fewer_visits(move: Move, *, on: date, words: str, by: User, at: datetime) -> None:
    """The child, old enough to say so, agrees to be visited less often (regulation 28, as amended in 2015).

    Refuses anything but an established long-term placement, and an agreement in its first year.
    """
    must_stand(move)
    if on > local_date(at):
        raise Refused("This is in the future. Enter the day they said so.", field="on")
    if why := rules.no_fewer_visits(move.arrangement, move.placement.starts_on, on):
        raise Refused(why, field="on")
    Move.objects.filter(pk=move.pk).update(agreed_fewer_on=on, agreed_fewer_words=words)
    move.refresh_from_db()
    record.keep_words(move.entry, text=words, said_at=midday(on), topic="visits")
    settle(move.child, at)
    history.write(events.FEWER_VISITS_AGREED, move, by=by, at=at, child_id=move.child_id)


@whole()
def record_first_review(move: Move, *, on: date, by: User, at: datetime) -> None:
    """Their care was reviewed for the first time in this placement: how often they are visited hangs on it."""
    must_stand(move)
    if on > local_date(at):
        raise Refused("This is in the future. Enter a day that has passed.", field="on")
    if on < move.placement.starts_on:
        raise Refused("This is before they moved there.", field="on")
    Move.objects.filter(pk=move.pk).update(first_review_on=on)
    move.refresh_from_db()
    settle(move.child, at)
    history.write(events.FIRST_REVIEWED, move, by=by, at=at, child_id=move.child_id)


@whole()
def strike_out(move: Move, *, reason: str, by: User, at: datetime) -> None:
    """They never moved there: the placement before goes on."""
    record.strike_out(move.entry, reason=reason, by=by, at=at)
    record.take_back(move.placement, reason=reason, by=by, at=at)
    settle(move.child, at)
    history.write(events.STRUCK_OUT, move, by=by, at=at, child_id=move.child_id)
