"""Which role a group gives, and what comes of it for somebody whose groups are known anew."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.recording.checks import is_last_administrator, known_role
from kittiwake.accounts.roles import Role
from kittiwake.council.directory import events, rules
from kittiwake.council.directory.models import DirectoryPerson, DirectoryRules, GroupRole, standing_rules
from kittiwake.council.directory.queries import last_ended_by, role_given
from kittiwake.council.directory.recording.ending import end, release
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole


@whole()
def give_role(*, group: str, role: str, by: User, at: datetime) -> GroupRole:
    """Whoever is in the group has the role from their next sign-in on, or as SCIM next tells of them. Not whoever says so
    here. Refuses a group that gives a role already, and the roles of those who come for a time."""
    group, given = group.strip(), known_role(role)
    if given in rules.NEVER_BY_GROUP:
        raise Refused(
            f"{given.label}: no group gives this role. Add them on the page of people.", field="role"
        )
    standing = standing_rules()
    if given == Role.ADMINISTRATOR and not (standing and standing.makes_administrators):
        why = "No group makes system administrators here. Allow it first, under “What the directory may do”."
        raise Refused(why, field="role")
    twice = "This group gives a role already. Take that back first."
    with refused_by(directory_one_role_a_group=Refused(twice, field="group")):
        row = GroupRole.objects.create(group=group, role=given, at=at, by=by)
    changes: history.Changes = {"group": (None, group), "role": (None, given.label)}
    history.write(events.GROUP_GIVES_ROLE, row, by=by, at=at, changes=changes)
    return row


@whole()
def take_role_back(row: GroupRole, *, by: User, at: datetime) -> None:
    """The group gives no role any more. Whoever has theirs from it loses it as their groups are next known."""
    if not GroupRole.objects.filter(pk=row.pk, ended_at=None).update(ended_at=at):
        raise Refused("Somebody else has just taken this back. Look again.")
    changes: history.Changes = {"group": (row.group, None), "role": (Role(row.role).label, None)}
    history.write(events.GROUP_GIVES_NONE, row, by=by, at=at, changes=changes)


@whole()
def change_rules(*, most_ended: int, makes_administrators: bool, by: User, at: datetime) -> None:
    """What the directory may do from now on."""
    was = standing_rules()
    said = {"most_ended": most_ended, "makes_administrators": makes_administrators}
    before = {name: getattr(was, name, None) for name in said}
    if was and before == said:
        raise Refused("This is so already. Change one of them.", field="most_ended")
    row = DirectoryRules.objects.create(at=at, by=by, **said)
    changes: history.Changes = {name: (before[name], value) for name, value in said.items()}
    history.write(events.RULES_CHANGED, row, by=by, at=at, changes=changes)


@whole()
def take_groups(person: DirectoryPerson, named: Collection[str], *, by: User, at: datetime) -> None:
    """Their groups are known anew: a role comes with one, changes, or ends with the last.

    The role that another administrator gave an administrator stays: no group makes somebody else of them. A role given by
    hand to somebody in no such group stays too.
    """
    if not person.is_active:
        return
    given, user = role_given(named, person.user), person.user
    if user is None:
        if given:
            _join(person, given, by=by, at=at)
    elif not user.may_sign_in(at):
        if given and may_come_back(user, by=by, at=at):
            come_back(user, role=given.role, by=by, at=at)
            _keep_group(person, user, given.group, by=by, at=at)
    elif given:
        release(person, by=by, at=at)
        if _may_change(person, user):
            _take(person, user, given, by=by, at=at)
    elif person.group:
        end(person, by=by, at=at)


def _may_change(person: DirectoryPerson, user: User) -> bool:
    if user.role == Role.ADMINISTRATOR:
        return bool(person.group) and not is_last_administrator(user)
    return user.role not in rules.NEVER_BY_GROUP


def _take(person: DirectoryPerson, user: User, given: GroupRole, *, by: User, at: datetime) -> None:
    if user.role != given.role:
        accounts.change_role(user, role=given.role, by=by, at=at)
    _keep_group(person, user, given.group, by=by, at=at)


def _join(person: DirectoryPerson, given: GroupRole, *, by: User, at: datetime) -> None:
    """Without an address of their own they wait on, and the page says so."""
    if not may_be_an_account(person.address, person.name):
        return
    person.user = accounts.add_user(email=person.address, name=person.name, role=given.role, by=by, at=at)
    person.save(update_fields=["user"])
    _keep_group(person, person.user, given.group, by=by, at=at)


def may_be_an_account(address: str, name: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return bool(name.strip()) and not User.objects.filter(email__iexact=address).exists()


def may_come_back(user: User, *, by: User, at: datetime) -> bool:
    """The directory opens again what it ended itself. What a person closed, a person opens; a last day that is over stays
    over."""
    return not user.is_active and user.is_lent(at) and last_ended_by(user) == by.pk


def come_back(user: User, *, role: str, by: User, at: datetime) -> None:
    until = user.expires_at
    accounts.open_again(user, role=role, by=by, at=at, expires_at=until, keeps_single_sign_on=True)
    user.refresh_from_db()


def _keep_group(person: DirectoryPerson, user: User, group: str, *, by: User, at: datetime) -> None:
    if person.group == group:
        return
    changes: history.Changes = {"group": (person.group or None, group)}
    person.group = group
    person.save(update_fields=["group"])
    history.write(events.ROLE_FROM_GROUP, user, by=by, at=at, changes=changes)
