"""Somebody ends by the directory's word; or stays, until a person has looked."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.recording.checks import is_last_administrator
from kittiwake.accounts.roles import Role
from kittiwake.council.directory import events, rules
from kittiwake.council.directory.models import DirectoryPerson, standing_rules
from kittiwake.council.directory.queries import ended_within_the_hour, in_use
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole

Held = DirectoryPerson.Held
NOT_HELD = {"held_at": None, "held_because": ""}


@whole()
def end(person: DirectoryPerson, *, by: User, at: datetime) -> None:
    """Their next click is refused. The only administrator stays, and so do people of whom very many were ended within an
    hour: a person decides (confirm_end, undo_end)."""
    user = person.user
    if user is None or not user.is_active or person.held_at or user.role == Role.CHILD:
        return
    because = _why_held(user, at)
    if because:
        _write(person, held_at=at, held_because=because)
        history.write(events.END_HELD, user, by=by, at=at, changes={"why": (None, because.label)})
        return
    accounts.end_user(user, by=by, at=at)
    _write(person, ended_at=at)


def _why_held(user: User, at: datetime) -> DirectoryPerson.Held | None:
    # One after the other: of a hundred ends sent at once each counts those before it.
    User.objects.select_for_update().get(role=Role.DIRECTORY)
    if is_last_administrator(user):
        return Held.ADMINISTRATOR
    ended, standing = ended_within_the_hour(at), standing_rules()
    most = standing.most_ended if standing else rules.MOST_ENDED
    too_many = rules.are_too_many(ended=ended + 1, of=in_use() + ended, most_ended=most)
    return Held.MANY if too_many else None


@whole()
def confirm_end(person: DirectoryPerson, *, by: User, at: datetime) -> None:
    """An administrator has looked: they have left. Refuses where somebody else was quicker, and the only administrator."""
    user = _of_held(person)
    if user.is_active:
        accounts.end_user(user, by=by, at=at)
    _write(person, **NOT_HELD, ended_at=at)


@whole()
def undo_end(person: DirectoryPerson, *, by: User, at: datetime) -> None:
    """An administrator has looked: the directory was wrong, and the account stays as it was."""
    user = _of_held(person)
    _write(person, **NOT_HELD)
    history.write(events.END_UNDONE, user, by=by, at=at)


def release(person: DirectoryPerson, *, by: User, at: datetime) -> None:
    """The directory has taken back what nobody had decided on yet."""
    if person.held_at and person.user:
        _write(person, **NOT_HELD)
        history.write(events.END_UNDONE, person.user, by=by, at=at)


def _of_held(person: DirectoryPerson) -> User:
    fresh = DirectoryPerson.objects.select_for_update(of=("self",)).filter(
        pk=person.pk, held_at__isnull=False
    )
    held = fresh.select_related("user").first()
    if held is None or held.user is None:
        raise Refused("Somebody else has just decided this. Look again.")
    return held.user


def _write(person: DirectoryPerson, **facts: object) -> None:
    DirectoryPerson.objects.filter(pk=person.pk).update(**facts)
    for name, value in facts.items():
        setattr(person, name, value)
