"""What somebody does about a concern: agreed, done, dropped."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Unpack

from kittiwake.accounts.models import User
from kittiwake.assurance.inspection import events
from kittiwake.assurance.inspection.concerns.facts import ActionFacts
from kittiwake.assurance.inspection.concerns.recording import hold, refuse_closed, refuse_owner
from kittiwake.assurance.inspection.models import Concern, ConcernAction
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.time.moments import local_date

OVER = "This action has already been finished or dropped. Open the concern to see by whom, and add another if more is to be done."
NOT_THEIRS = (
    "Only its owner says that it is done. Give the concern or the action to somebody else, or ask them."
)


@whole()
def raise_action(concern: Concern, *, by: User, at: datetime, **facts: Unpack[ActionFacts]) -> ConcernAction:
    """Somebody agreed to do something by a day, and what it should change. Refuses who could not say that it is done."""
    held = hold(concern)
    refuse_closed(held)
    must_be_believable(at, due_on=facts["due_on"])
    if facts["due_on"] < local_date(at):
        raise Refused("By when it is to be done is a day to come.", field="due_on")
    refuse_owner(facts["owner"], at)
    action = ConcernAction.objects.create(concern=held, raised_at=at, raised_by=by, **facts)
    history.write(events.ACTION_RAISED, action, by=by, at=at)
    return action


@whole()
def finish(action: ConcernAction, *, outcome: str, by: User, at: datetime) -> None:
    """Its owner says that it is done and what came of it. What shows it is evidence, and somebody else's to judge."""
    refuse_closed(hold(action.concern))
    if action.owner.user_id != by.pk:
        raise NotYours(NOT_THEIRS)
    if not outcome.strip():
        raise Refused("Say what came of it.", field="outcome")
    _end(action, done_at=at, done_by=by, outcome=outcome.strip())
    history.write(events.ACTION_DONE, action, by=by, at=at)


@whole()
def drop(action: ConcernAction, *, why: str, by: User, at: datetime) -> None:
    """It will not be done, for a reason that stays with it."""
    refuse_closed(hold(action.concern))
    if not why.strip():
        raise Refused("Say why it will not be done.", field="why")
    _end(action, dropped_at=at, dropped_why=why.strip())
    history.write(events.ACTION_DROPPED, action, by=by, at=at)


def _end(action: ConcernAction, **facts: Any) -> None:
    if not ConcernAction.objects.filter(pk=action.pk, done_at=None, dropped_at=None).update(**facts):
        raise Refused(OVER)
