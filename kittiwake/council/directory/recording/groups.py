"""Groups and who is in them, as the directory tells by SCIM."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.council.directory import events
from kittiwake.council.directory.models import DirectoryGroup, DirectoryPerson, GroupMember, moments
from kittiwake.council.directory.queries import groups_of, listed
from kittiwake.council.directory.recording.roles import take_groups
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole

Members = Mapping[int, str]  # by their number, what the directory calls each


@whole()
def list_group(*, name: str, external_id: str, members: Members, by: User, at: datetime) -> DirectoryGroup:
    """The directory tells of a group. Whoever is in it may have a role by it (GroupRole)."""
    group = DirectoryGroup.objects.create(name=name, external_id=external_id, **moments(at))
    history.write(events.GROUP_LISTED, group, by=by, at=at, changes={"group": (None, name)})
    _have(group, members)
    _roles_of(set(members), by=by, at=at)
    return group


@whole()
def change_group(
    group: DirectoryGroup, *, name: str, external_id: str, members: Members, by: User, at: datetime
) -> None:
    """All that the directory says of it now: who comes has its role, who goes has it no longer."""
    was = dict(group.members.values_list("person_id", "display"))
    is_called_otherwise = (group.name, group.external_id) != (name, external_id)
    if not is_called_otherwise and was == dict(members):
        return
    changes = {"group": (group.name, name), "in_it": (len(was), len(members))}
    group.name, group.external_id, group.changed_at = name, external_id, at
    group.save()
    history.write(events.GROUP_CHANGED, group, by=by, at=at, changes=changes)
    _have(group, members)
    moved = set(was) ^ set(members)
    _roles_of(set(was) | set(members) if is_called_otherwise else moved, by=by, at=at)


@whole()
def drop_group(group: DirectoryGroup, *, by: User, at: datetime) -> None:
    """There is no such group any more, and nobody has a role by it."""
    were = set(group.members.values_list("person_id", flat=True))
    DirectoryGroup.objects.filter(pk=group.pk).update(gone_at=at, changed_at=at)
    history.write(events.GROUP_GONE, group, by=by, at=at, changes={"group": (group.name, None)})
    _roles_of(were, by=by, at=at)


def _have(group: DirectoryGroup, members: Members) -> None:
    known = set(listed().filter(pk__in=members).values_list("pk", flat=True))
    if known != set(members):
        raise Refused("Somebody in this group is not known here. Add them first.", field="members")
    group.members.exclude(person_id__in=known).delete()
    rows = [GroupMember(group=group, person_id=key, display=display) for key, display in members.items()]
    GroupMember.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["group", "person"], update_fields=["display"]
    )


def _roles_of(keys: set[int], *, by: User, at: datetime) -> None:
    people = DirectoryPerson.objects.filter(pk__in=keys, is_listed=True, gone_at=None)
    for person in people.select_related("user").order_by("pk"):
        take_groups(person, groups_of(person), by=by, at=at)
