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
