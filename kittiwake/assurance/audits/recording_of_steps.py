"""What every step of an action has in common: the action held still, who may not take it, and what is kept of it."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.independence import why_not_step
from kittiwake.assurance.audits.models import AuditAction, Step
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.record.standing import must_stand


def locked(action: AuditAction) -> AuditAction:
    """As it is now, and nobody else's until this is over."""
    rows = AuditAction.objects.select_for_update(of=("self",)).select_related("entry", "owner")
    return rows.get(pk=action.pk)


def refuse_whose_it_is_not(action: AuditAction, by: User, does: str) -> None:
    if why_not := why_not_step(action, by, does):
        raise NotYours(why_not)


def refuse_unless(action: AuditAction, *states: str) -> None:
    if action.state not in states:
        raise Refused(rules.NEXT[action.state])


def change(action: AuditAction, **facts: object) -> None:
    AuditAction.objects.filter(pk=action.pk).update(**facts)
    for name, value in facts.items():
        setattr(action, name, value)


def take(action: AuditAction, kind: str, words: str, by: User, at: datetime) -> None:
    must_stand(action)
    if not words.strip():
        raise Refused("Say it in words.")
    Step.objects.create(action=action, kind=kind, words=words, by=by, at=at)
    history.write(f"audits.action_{kind}", action, by=by, at=at, child_id=action.child_id)
