"""Who is asked in a round, each with the team they are of. Reads only; asked as Kittiwake itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from kittiwake.access.powers import SEES_TEAMS
from kittiwake.accounts.models import User
from kittiwake.assurance.feedback import questions, rules
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.council.agencies.queries import partners
from kittiwake.practice.own_pages.models import OwnPage
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.record.models import Allocation, Membership
from kittiwake.time.moments import local_date

Person = tuple[int, int | None]  # the keys of a user and of their team


def asked_of(audience: str, at: datetime) -> list[Person]:
    """Each once. Of children those with a page of their own after a piece of work; others have a code on paper."""
    today = local_date(at)
    if audience == questions.CHILDREN:
        return _children(at)
    users = {
        questions.WORKERS: lambda: User.objects.filter(role__in=SEES_TEAMS),
        questions.NEWLY_QUALIFIED: lambda: _newly_qualified(today),
        questions.PARTNERS: partners,
    }[audience]()
    able = {user.pk for user in users if user.may_sign_in(at)}
    teams = _teams_of(able, today)
    return [(pk, teams.get(pk)) for pk in sorted(able)]


def _newly_qualified(day: date) -> QuerySet[User]:
    return User.objects.filter(worker__in=NewlyQualified.objects.on(day).values("worker"))


def _teams_of(users: Iterable[int], day: date) -> dict[int, int]:
    """Of several the one somebody has been in longest, as measures have it."""
    longest_last = Membership.objects.on(day).filter(worker__user__in=users).order_by("-starts_on", "-pk")
    return dict(longest_last.values_list("worker__user", "team"))


def _children(at: datetime) -> list[Person]:
    since, today = at - rules.WORK_IS_NEW, local_date(at)
    pages = OwnPage.objects.standing(at).filter(_talked(since, at) | _plan_ended(since, at))
    teams = dict(
        Allocation.objects.on(today)
        .filter(role=Allocation.LEAD, child__in=pages.values("child"))
        .values_list("child", "team")
    )
    return [(user, teams.get(child)) for user, child in pages.order_by("user").values_list("user", "child")]


def _talked(since: datetime, at: datetime) -> Q:
    held = ReturnInterview.objects.filter(
        child=OuterRef("child"), held_at__gt=since, held_at__lte=at, entry__struck_out_at=None
    )
    return Q(Exists(held))


def _plan_ended(since: datetime, at: datetime) -> Q:
    ended = Plan.objects.standing().filter(child=OuterRef("child"), closed_at__gt=since, closed_at__lte=at)
    return Q(Exists(ended))
