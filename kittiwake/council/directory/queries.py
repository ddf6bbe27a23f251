"""What is asked of the directory's tables. Reads only."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db.models import Count, Q, QuerySet

from kittiwake.accounts.events import USER_ENDED
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.directory import rules
from kittiwake.council.directory.models import (
    DirectoryGroup,
    DirectoryPerson,
    DirectoryToken,
    GroupRole,
    standing_rules,
)
from kittiwake.history.models import Event
from kittiwake.time.moments import local_date


def listed() -> QuerySet[DirectoryPerson]:
    return DirectoryPerson.objects.filter(is_listed=True, gone_at=None)


def groups() -> QuerySet[DirectoryGroup]:
    return DirectoryGroup.objects.filter(gone_at=None)


def standing_roles() -> QuerySet[GroupRole]:
    return GroupRole.objects.filter(ended_at=None)


def held() -> QuerySet[DirectoryPerson]:
    return (
        DirectoryPerson.objects.filter(held_at__isnull=False).select_related("user").order_by("held_at", "pk")
    )


def waiting() -> QuerySet[DirectoryPerson]:
    """Whom the directory named and no group gives a role."""
    return listed().filter(user=None, is_active=True).order_by("made_at", "pk")


def role_given(named: Collection[str], user: User | None) -> GroupRole | None:
    """The first that counts. What somebody said themselves about a group gives them nothing."""
    given = standing_roles().filter(group__in=named)
    if user is not None:
        given = given.exclude(by=user)
    standing = standing_rules()
    if standing is None or not standing.makes_administrators:
        given = given.exclude(role=Role.ADMINISTRATOR)
    return given.order_by("pk").first()


def groups_of(person: DirectoryPerson) -> set[str]:
    """By either name of each: a council may write down the one or the other."""
    rows = groups().filter(members__person=person).values_list("name", "external_id")
    return {name for row in rows for name in row if name}


def keeps_groups() -> bool:
    """Whether the directory tells of groups by SCIM. Then what it says there counts, and not what a token says."""
    return groups().exists()


def ended_within_the_hour(at: datetime) -> int:
    return DirectoryPerson.objects.filter(ended_at__gt=at - rules.HOUR).count()


def last_ended_by(user: User) -> int | None:
    """Who closed the account, the last time that somebody did."""
    ended = Event.objects.filter(what=USER_ENDED.name, subject=User._meta.label_lower, subject_id=user.pk)
    return ended.order_by("-at", "-pk").values_list("by_id", flat=True).first()


def in_use() -> int:
    """Accounts the directory could end."""
    return (
        DirectoryPerson.objects.filter(user__is_active=True).filter(Q(is_listed=True) | ~Q(group="")).count()
    )


def digest(token: str) -> str:
    """Plain, since a token is 256 bits made by chance: there is nothing to guess from a list of words."""
    return sha256(token.encode()).hexdigest()


def people_by_group() -> dict[str, int]:
    """How many have their role from each group now."""
    having = DirectoryPerson.objects.filter(user__is_active=True).exclude(group="")
    return dict(having.values_list("group").annotate(Count("pk")).order_by())


def account_of(user: User) -> DirectoryPerson | None:
    """What the directory says of whoever has this account, if it knows them."""
    return DirectoryPerson.objects.filter(user=user).first()


def group_of_role(user: User) -> str:
    """The group their role comes from, or ""."""
    person = account_of(user)
    return person.group if person else ""


def token_of(given: str, at: datetime) -> DirectoryToken | None:
    token = DirectoryToken.objects.filter(digest=digest(given)).first() if given else None
    return token if token and token.works(today=local_date(at)) else None
