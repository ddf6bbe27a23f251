"""Who is in which team, from a day to a day: it decides whose children they see."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from kittiwake.record.models import Membership, Team, Worker


def join(
    worker: Worker, *, team: Team, starts_on: date, ends_on: date | None = None, manages: bool = False
) -> Membership:
    """From that day they see the team's children; up to, not including, the day it ends."""
    return Membership.objects.create(
        worker=worker, team=team, starts_on=starts_on, ends_on=ends_on, manages=manages
    )


def leave(worker: Worker, *, team_id: int, joined_from: date, ends_on: date) -> None:
    """What they joined on or after that day ends; what they were a member of before goes on."""
    theirs = Membership.objects.filter(worker=worker, team_id=team_id, starts_on__gte=joined_from)
    theirs.filter(Q(ends_on=None) | Q(ends_on__gt=ends_on)).update(ends_on=ends_on)
