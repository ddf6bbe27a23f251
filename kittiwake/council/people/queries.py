"""Whose accounts an administrator sees: everybody's who works here or beside the council, and no young person's."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.history.kinds import kinds_of_administration
from kittiwake.history.models import Event
from kittiwake.record.models import Worker
from kittiwake.time.moments import ONE_DAY, local_date, start_of

AWAY = timedelta(days=60)
ALIKE = 10


def people() -> QuerySet[User]:
    return User.objects.exclude(role__in=[*NOT_PEOPLE, Role.CHILD])


def find(*, name: str, role: str, standing: str, at: datetime) -> QuerySet[User]:
    """By part of a name or address, and by how the account stands; closed ones only where they are asked for."""
    rows = people().filter(Q(name__icontains=name) | Q(email__icontains=name))
    if role:
        rows = rows.filter(role=role)
    return rows.filter(_standing(standing, at)).order_by("name", "pk")


def _standing(standing: str, at: datetime) -> Q:
    is_over = Q(expires_at__isnull=False, expires_at__lte=at)
    is_open = Q(is_active=True) & ~is_over
    if standing == "closed":
        return ~is_open
    narrower = {
        "away": Q(last_login__lt=at - AWAY),
        "never": Q(last_login=None),
        "ends": Q(expires_at__gt=at) | Q(next_role_on__isnull=False),
    }
    return is_open & narrower.get(standing, Q())


def workers_to_be(user: User, at: datetime) -> list[tuple[Worker, str]]:
    """Workers without an account who may be this person, and their teams: those who share a word of the name or
    address."""
    named = user.name.split() + user.email.partition("@")[0].split(".")
    words = [word for word in named if len(word) > 1]
    alike = Q(name__iexact=user.name)
    for word in words:
        alike |= Q(name__icontains=word)
    without = Worker.objects.filter(alike, user=None, ends_on=None)
    workers = without.prefetch_related("memberships__team").order_by("name", "pk")[:ALIKE]
    return [(worker, teams_of(worker, at)) for worker in workers]


def teams_of(worker: Worker, at: datetime) -> str:
    today = local_date(at)
    standing = [
        place.team.name
        for place in worker.memberships.all()
        if place.starts_on <= today and (place.ends_on is None or place.ends_on > today)
    ]
    return ", ".join(sorted(standing)) or "In no team"


def acts_on(user: User) -> QuerySet[Event]:
    """What administrators did to this account, the latest first."""
    return Event.objects.filter(
        what__in=kinds_of_administration(), subject=User._meta.label_lower, subject_id=user.pk
    ).order_by("-at", "-pk")


def last_act(user: User) -> Event | None:
    return acts_on(user).first()


def acts_between(start: datetime, end: datetime) -> QuerySet[Event]:
    """Everything administrators did from then until then, the latest first."""
    acts = Event.objects.filter(what__in=kinds_of_administration(), at__gte=start, at__lt=end)
    return acts.order_by("-at", "-pk")


def last_day(user: User) -> date | None:
    return last_day_of(user.expires_at) if user.expires_at else None


def last_day_of(expires_at: datetime) -> date:
    """The day before, where it ends as a day begins."""
    on = local_date(expires_at)
    return on - ONE_DAY if expires_at == start_of(on) else on
