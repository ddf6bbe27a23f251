"""Raising, finishing and dropping actions."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.actions import events
from kittiwake.primitives.actions.models import Action
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Entry, Team, Worker
from kittiwake.record.standing import must_stand


@whole()
def raise_action(
    entry: Entry,
    *,
    what: str,
    due_on: date,
    by: User,
    at: datetime,
    owner: Worker | None = None,
    team: Team | None = None,
    difference: str = "",
    about_child: Child | None = None,
) -> Action:
    """Somebody agreed to do something. A person or a team owns it from the start."""
    must_stand(entry)
    must_be_believable(at, of=entry.child, due_on=due_on)
    if owner is None and team is None:
        raise Refused("Say who will do it: a person or a team.")
    action = Action.objects.create(
        entry=entry,
        what=what,
        difference=difference,
        due_on=due_on,
        owner=owner,
        team=team,
        about_child=about_child,
        raised_at=at,
        raised_by=by,
    )
    history.write(events.RAISED, action, by=by, at=at, child_id=entry.child_id)
    return action


@whole()
def complete(action: Action, *, outcome: str, by: User, at: datetime) -> None:
    """It is done, and this came of it. Refuses a second completion."""
    must_stand(action)
    if not Action.objects.open().filter(pk=action.pk).update(done_at=at, done_by=by, outcome=outcome):
        raise Refused(
            "This action has already been finished or dropped. Open it to see by whom, and add another if more is to be done."
        )
    history.write(events.COMPLETED, action, by=by, at=at, child_id=action.entry.child_id)


@whole()
def drop(action: Action, *, reason: str, by: User, at: datetime) -> None:
    """It will not be done, for a reason that stays with it."""
    must_stand(action)
    if not Action.objects.open().filter(pk=action.pk).update(dropped_at=at, dropped_reason=reason):
        raise Refused(
            "This action has already been finished or dropped. Open it to see by whom, and add another if more is to be done."
        )
    history.write(events.DROPPED, action, by=by, at=at, child_id=action.entry.child_id)


@whole()
def give(action: Action, *, owner: Worker | None, team: Team | None, by: User, at: datetime) -> None:
    """Somebody else will do it. Refuses nobody, who has left, and an action that is over."""
    must_stand(action)
    if owner is None and team is None:
        raise Refused("Say who will do it: a person or a team.", field="owner")
    if owner is not None and owner.ends_on is not None:
        raise Refused(f"{owner} is leaving or has left. Choose somebody else.", field="owner")
    if (
        not Action.objects.open()
        .filter(pk=action.pk)
        .update(owner=owner, team=team, version=F("version") + 1)
    ):
        raise Refused(
            "This action has already been finished or dropped. Open it to see by whom, and add another if more is to be done."
        )
    changes = {"Whose": (str(action.owner or action.team), str(owner or team))}
    history.write(events.GIVEN, action, by=by, at=at, child_id=action.entry.child_id, changes=changes)


@whole()
def pass_on(team: Team, into: Team, /, *, by: User, at: datetime) -> int:
    """The team has become part of another, and what it still has to do is that one's. How much that is."""
    waiting = list(Action.objects.open().filter(team=team).select_related("entry", "owner", "team"))
    for action in waiting:
        Action.objects.filter(pk=action.pk).update(team=into, version=F("version") + 1)
        changes = {"Whose": (str(action.owner or team), str(action.owner or into))}
        history.write(events.GIVEN, action, by=by, at=at, child_id=action.entry.child_id, changes=changes)
    return len(waiting)
