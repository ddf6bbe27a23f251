"""Writing of the front page: why something is late and by when it will be done, whose it is now, and what was looked through."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.desk import events
from kittiwake.desk.models import Look, Promise
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

NOTHING = "Select what this is about."
FURTHEST = timedelta(days=90)  # a promise further ahead is none; local


@whole()
def promise(
    *, clocks: Collection[Clock], actions_: Collection[Action], why: str, by_on: date, by: User, at: datetime
) -> None:
    """Why these are late, and by when they will be done. No limit moves: they stay late wherever they are counted."""
    today = local_date(at)
    if not clocks and not actions_:
        raise Refused(NOTHING, field="late")
    if by_on < today:
        raise Refused("This day has passed. Say by when it will be done.", field="by_on")
    if by_on > today + FURTHEST:
        raise Refused(f"Say a day within the next {FURTHEST.days} days.", field="by_on")
    said = {"why": why, "by_on": by_on, "by": by, "at": at}
    made = [Promise(entry_id=clock.entry_id, clock=clock, **said) for clock in clocks]
    made += [Promise(entry_id=action.entry_id, action=action, **said) for action in actions_]
    for row in made:
        row.save()
        history.write(events.PROMISED, row, by=by, at=at, child_id=row.entry.child_id)


@whole()
def hand_over(*, actions_: Collection[Action], owner: Worker | None, by: User, at: datetime) -> None:
    """Somebody else does these from now on. A duty by law is not handed over here: it goes with the child."""
    if not actions_:
        raise Refused(
            "Select actions. A duty with a time limit goes with the child, and not by itself.", field="late"
        )
    if owner is None:
        raise Refused("Say who will do it.", field="owner")
    for action in actions_:
        actions.give(action, owner=owner, team=None, by=by, at=at)


def look(*, by: User, at: datetime) -> None:
    Look.objects.create(user=by, at=at)
