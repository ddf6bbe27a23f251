"""Who is in which team, from a day to a day: it decides whose children they see."""

from __future__ import annotations

from datetime import date

from kittiwake.record.models import Membership, Team, Worker


def join(
    worker: Worker, *, team: Team, starts_on: date, ends_on: date | None = None, manages: bool = False
) -> Membership:
    """From that day they see the team's children; up to, not including, the day it ends."""
    return Membership.objects.create(
        worker=worker, team=team, starts_on=starts_on, ends_on=ends_on, manages=manages
    )


def end(place: Membership, *, ends_on: date) -> None:
    """From that day they see the team's children no longer."""
    Membership.objects.filter(pk=place.pk).update(ends_on=ends_on)


def worker_called(name: str, *, team: Team, since: date) -> Worker:
    """The worker of that name in that team; a new one without a login where nobody there is called so."""
    found = Worker.objects.filter(name=name, memberships__team=team).first()
    if found is None:
        found = Worker.objects.create(name=name)
        join(found, team=team, starts_on=since)
    return found
