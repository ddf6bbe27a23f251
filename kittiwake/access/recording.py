"""Letting people in to a child, restricting a child, and opening a record without being on its list."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Child, Entry, Team

BREAK_GLASS_FOR = timedelta(hours=4)


@transaction.atomic
def let_in(
    child: Child,
    *,
    reason: str,
    by: User,
    at: datetime,
    user: User | None = None,
    team: Team | None = None,
    kind: str = Grant.INVITED,
    because_of: Entry | None = None,
    ends_at: datetime | None = None,
) -> Grant:
    """Let a person or a team see one child, from now until `ends_at` (no end: until it is ended)."""
    if not reason:
        raise Refused("Say why they need to see this child.", field="reason")
    grant = Grant.objects.create(
        child=child,
        user=user,
        team=team,
        kind=kind,
        reason=reason,
        because_of=because_of,
        by=by,
        starts_at=at,
        ends_at=ends_at,
    )
    history.write("access.let_in", grant, by=by, at=at, child_id=child.pk)
    return grant


@transaction.atomic
def end_grant(grant: Grant, *, by: User, at: datetime) -> None:
    if not Grant.objects.filter(pk=grant.pk, ends_at=None).update(ends_at=at):
        Grant.objects.filter(pk=grant.pk, ends_at__gt=at).update(ends_at=at)
    history.write("access.grant_ended", grant, by=by, at=at, child_id=grant.child_id)


@transaction.atomic
def restrict(child: Child, *, reason: str, named: list[User], by: User, at: datetime) -> None:
    """Only those allocated to or named for this child see them from now on. Whoever restricts is named too."""
    if not reason:
        raise Refused("Say why this record is restricted.", field="reason")
    for user in {by, *named}:
        let_in(child, user=user, reason=reason, kind=Grant.NAMED, by=by, at=at)
    Child.objects.filter(pk=child.pk).update(restricted=True, restricted_reason=reason)
    history.write(
        "access.restricted", child, by=by, at=at, child_id=child.pk, changes={"Restricted": (False, True)}
    )


@transaction.atomic
def lift_restriction(child: Child, *, reason: str, by: User, at: datetime) -> None:
    Child.objects.filter(pk=child.pk).update(restricted=False, restricted_reason="")
    history.write(
        "access.restriction_lifted", child, by=by, at=at, child_id=child.pk, changes={"Reason": ("", reason)}
    )
