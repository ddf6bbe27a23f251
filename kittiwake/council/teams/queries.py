"""Teams that stand, who is in them, and what one still holds. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from kittiwake.record.models import Membership, Team, Worker


@dataclass(frozen=True)
class Remaining:
    """On a day or after it."""

    children: int
    duties: int


def remaining_with(team: Team, on: date) -> Remaining:
    with connection.cursor() as cursor:
        cursor.execute("SELECT children, duties FROM teams_left_with(%s, %s)", [team.pk, on])
        return Remaining(*(cursor.fetchone() or (0, 0)))


def standing_on(day: date) -> QuerySet[Team]:
    return Team.objects.on(day)


def above(team: Team) -> set[int]:
    """The keys of the team and of those it stands beneath."""
    keys: set[int] = set()
    while team.pk not in keys:
        keys.add(team.pk)
        if team.parent is None:
            break
        team = team.parent
    return keys


def mergeable_with(team: Team) -> QuerySet[Team]:
    """The other teams of its agency. Those that came in with a list name none, and are the council's as well."""
    others = Team.objects.lasting().exclude(pk=team.pk)
    if team.agency is None or team.agency.kind == "council":
        return others.filter(Q(agency=None) | Q(agency__kind="council"))
    return others.filter(agency=team.agency)


def places_in(team: Team, day: date) -> QuerySet[Membership]:
    """Of those who are in it, and of those who come."""
    places = Membership.objects.filter(team=team).exclude(ends_on__lte=day)
    return places.select_related("worker").order_by("-manages", "worker__name", "pk")


def workers(day: date) -> QuerySet[Worker]:
    return Worker.objects.exclude(ends_on__lte=day).order_by("name", "pk")
