"""Correcting or completing who a child is, by hand or from a list, without losing what somebody else typed meanwhile."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Unpack

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.models import Event
from kittiwake.history.refusal import Changed, Refused
from kittiwake.history.whole import whole
from kittiwake.record import events
from kittiwake.record.believing import must_be_a_birth
from kittiwake.record.facts import ChildFacts
from kittiwake.record.models import Child
from kittiwake.record.recording import add_name

# What may be changed about a child by hand, and how a person reads the field's name.
CHILD_FIELDS = {
    "forenames": "First names",
    "surname": "Last name",
    "called": "Likes to be called",
    "born_on": "Date of birth",
    "birth_is": "Date of birth is",
    "died_on": "Date of death",
    "sex": "Sex",
    "gender": "Gender",
    "ethnicity": "Ethnicity",
    "disabilities": "Disability",
    "unaccompanied": "Unaccompanied, and seeking asylum",
    "language": "Language",
    "communication": "How to communicate",
}


@whole()
def change_child(child: Child, *, version: int, by: User, at: datetime, **facts: Unpack[ChildFacts]) -> Child:
    """Correct or complete what is known of a child. `version` is the one that was read.

    Refuses (`Changed`) when somebody else changed it meanwhile, saying what they changed.
    """
    now = Child.objects.select_for_update().get(pk=child.pk)
    if now.version != version:
        raise _since(now, version)
    must_be_a_birth(facts.get("born_on"), birth_is=facts.get("birth_is", now.birth_is), at=at)
    changes = {
        name: (getattr(now, name), value) for name, value in facts.items() if getattr(now, name) != value
    }
    if not changes:
        return now
    Child.objects.filter(pk=now.pk).update(
        version=F("version") + 1, **{n: new for n, (_, new) in changes.items()}
    )
    if "forenames" in changes or "surname" in changes:
        _keep_former_name(now, at)
    history.write(
        events.CHILD_CHANGED,
        now,
        by=by,
        at=at,
        child_id=now.pk,
        changes={CHILD_FIELDS[name]: change for name, change in changes.items()},
    )
    now.refresh_from_db()
    return now


def _keep_former_name(child: Child, at: datetime) -> None:
    if child.forenames or child.surname:
        add_name(child, kind="spelling", forenames=child.forenames, surname=child.surname, at=at)


def _since(child: Child, version: int) -> Refused:
    """What was changed after that version, merged from history, oldest first; or that nobody ever read that one."""
    happened = Event.objects.filter(
        subject="record.child", subject_id=child.pk, what=events.CHILD_CHANGED.name
    ).order_by("-at", "-id")[: max(child.version - version, 0)]
    if not happened:
        return Refused("This page is out of date. Open it again to see how it stands now.", field="version")
    changes: dict[str, tuple[Any, Any]] = {}
    for event in reversed(list(happened)):
        for name, (was, now) in event.changes.items():
            changes[name] = (changes.get(name, (was, None))[0], now)
    latest = happened[0]
    return Changed(changes, User.objects.get(pk=latest.by_id).name, latest.at)


def tie_account(child: Child, user: User) -> None:
    """The account is the child's own from now on. One they have already is not replaced."""
    Child.objects.filter(pk=child.pk, user=None).update(user=user)
