"""What the directory says of people: by SCIM, and as somebody signs in."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict, Unpack

from django.db.models import Q

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.council.directory import events
from kittiwake.council.directory.models import DirectoryPerson, moments
from kittiwake.council.directory.queries import groups_of, keeps_groups
from kittiwake.council.directory.recording.ending import end, release
from kittiwake.council.directory.recording.roles import (
    come_back,
    may_be_an_account,
    may_come_back,
    take_groups,
)
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole

TWICE = Refused("The directory has named somebody with this user name already.", field="user_name")
ANOTHERS = Refused(
    "There is an account with this address that is not the directory’s to hold: it is closed, or tied to somebody else. "
    "Ask a system administrator.",
    field="user_name",
)


class PersonFacts(TypedDict):
    user_name: str
    external_id: str
    display_name: str
    formatted: str
    given_name: str
    family_name: str
    emails: list[dict[str, object]]
    is_active: bool


@whole()
def list_person(*, by: User, at: datetime, **facts: Unpack[PersonFacts]) -> DirectoryPerson:
    """The directory names somebody: whoever has an account with their address is them, once; all others wait for a role.

    Refuses a user name that is somebody's, and an address whose account is closed or another's.
    """
    person = DirectoryPerson(**facts, is_listed=True, **moments(at))
    account = _account_of(person.address)
    if account is not None:
        person = _known_by_sign_in(account, facts, at) or person
        person.user = account
    with refused_by(directory_user_name_once=TWICE):
        person.save()
    changes: history.Changes = {"user_name": (None, person.user_name)}
    history.write(events.PERSON_LISTED, account or person, by=by, at=at, changes=changes)
    _follow(person, by=by, at=at)
    return person


def _account_of(address: str) -> User | None:
    user = User.objects.filter(email__iexact=address).first() if address else None
    if user is None:
        return None
    listed = DirectoryPerson.objects.filter(Q(is_listed=True) | Q(gone_at__isnull=False), user=user)
    if not user.is_active or user.role in {*NOT_PEOPLE, Role.CHILD} or listed.exists():
        raise ANOTHERS
    return user


def _known_by_sign_in(user: User, facts: PersonFacts, at: datetime) -> DirectoryPerson | None:
    """The row that their first sign-in made, with what the directory says beside it."""
    person = DirectoryPerson.objects.filter(user=user).first()
    for name, value in {**facts, "is_listed": True, "changed_at": at}.items() if person else ():
        setattr(person, name, value)
    return person


@whole()
def change_person(person: DirectoryPerson, *, by: User, at: datetime, **facts: Unpack[PersonFacts]) -> None:
    """All that the directory says of them now. What it says again changes nothing, and is no event."""
    was = {name: getattr(person, name) for name in facts}
    if was == dict(facts):
        return
    for name, value in facts.items():
        setattr(person, name, value)
    person.changed_at = at
    with refused_by(directory_user_name_once=TWICE):
        person.save()
    changes: history.Changes = {
        name: (_said(was[name]), _said(value)) for name, value in facts.items() if was[name] != value
    }
    history.write(events.PERSON_CHANGED, person.user or person, by=by, at=at, changes=changes)
    _call_as_said(person, by=by, at=at)
    _follow(person, comes_back=not was["is_active"] and person.is_active, by=by, at=at)


def _said(value: object) -> object:
    """In history: of addresses, the addresses."""
    return ", ".join(str(email.get("value", "")) for email in value) if isinstance(value, list) else value


@whole()
def drop_person(person: DirectoryPerson, *, by: User, at: datetime) -> None:
    """The directory knows them no longer. Their account is closed; nothing of what they wrote goes."""
    person.gone_at, person.changed_at, person.is_active = at, at, False
    person.save(update_fields=["gone_at", "changed_at", "is_active"])
    person.memberships.all().delete()
    changes: history.Changes = {"user_name": (person.user_name, None)}
    history.write(events.PERSON_GONE, person.user or person, by=by, at=at, changes=changes)
    end(person, by=by, at=at)


@whole()
def give_account(person: DirectoryPerson, *, role: str, by: User, at: datetime) -> User:
    """An administrator says what they are here, where no group does. Refuses where somebody else was quicker, and somebody
    without an address of their own."""
    fresh = DirectoryPerson.objects.select_for_update().filter(pk=person.pk, user=None, gone_at=None).first()
    if fresh is None:
        raise Refused("Somebody else has just given them an account. Look again.")
    user = accounts.add_user(email=fresh.address, name=fresh.name, role=role, by=by, at=at)
    fresh.user = user
    fresh.save(update_fields=["user"])
    return user


@whole()
def tie(user: User, *, issuer: str, subject: str, by: User, at: datetime) -> DirectoryPerson:
    """The provider's own number for them, from their first sign-in on: another number, or the same of another provider, is
    somebody else."""
    person = DirectoryPerson.objects.filter(user=user).first() or DirectoryPerson(user=user, **moments(at))
    if (person.issuer, person.subject) == (issuer, subject):
        return person
    before = DirectoryPerson.objects.filter(
        issuer=issuer, subject=subject
    )  # whose tie an administrator has removed
    before.update(issuer="", subject="")
    person.issuer, person.subject = issuer, subject
    person.save()
    history.write(events.TIED, user, by=by, at=at)
    return person


def _call_as_said(person: DirectoryPerson, *, by: User, at: datetime) -> None:
    """Their account is called as the directory calls them, and has their address while nobody else does."""
    user = person.user
    if user is None:
        return
    changed = person.address != user.email
    email = person.address if changed and may_be_an_account(person.address, person.name) else user.email
    name = person.name.strip() or user.name
    if (email, name) != (user.email, user.name):
        accounts.change_address(user, email=email, name=name, by=by, at=at)


def _follow(person: DirectoryPerson, *, comes_back: bool = False, by: User, at: datetime) -> None:
    """What comes of it for their account: it ends, or opens again, or has the role of a group."""
    if not person.is_active:
        end(person, by=by, at=at)
        return
    if comes_back:
        release(person, by=by, at=at)
    if keeps_groups():
        take_groups(person, groups_of(person), by=by, at=at)
    if comes_back and person.user:
        _open_as_before(person, person.user, by=by, at=at)


def _open_as_before(person: DirectoryPerson, user: User, *, by: User, at: datetime) -> None:
    """Where no group gave them the role they had: with that, where it was not an administrator's."""
    lost_it = bool(person.group) and keeps_groups()
    if not lost_it and user.role != Role.ADMINISTRATOR and may_come_back(user, by=by, at=at):
        come_back(user, role=user.role, by=by, at=at)
