"""Who covers while a worker is away: the only way it is written."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from kittiwake.accounts.models import User
from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.models import Away, Covered
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Allocation, Child, Membership, Team, Worker
from kittiwake.ui.dates import local_date, long_date

ROLE = "other"  # beside the named worker, who stays theirs


@transaction.atomic
def cover(
    worker: Worker,
    *,
    covered_by: Worker,
    starts_on: date,
    ends_on: date,
    by: User,
    at: datetime,
    words: str = "",
) -> Away:
    """While they are away somebody else answers for each of their children. `ends_on` is the day they are back.

    Refuses nobody covering, days that have passed, days on which they are covered already, and somebody who covers
    and is away or has left.
    """
    Worker.objects.select_for_update(of=("self",)).get(pk=worker.pk)
    _refuse(worker, covered_by, starts_on, ends_on, at)
    away = Away.objects.create(
        worker=worker,
        covered_by=covered_by,
        starts_on=starts_on,
        ends_on=ends_on,
        words=words,
        recorded_at=at,
        by=by,
    )
    held = Allocation.objects.filter(
        worker=worker, role=Allocation.LEAD, is_cover=False, starts_on__lt=ends_on
    )
    for one in held.filter(Q(ends_on=None) | Q(ends_on__gt=starts_on)).select_related("child"):
        _cover_child(away, one, by=by, at=at)
    history.write("allocation.covered", away, by=by, at=at)
    return away


def _refuse(worker: Worker, covered_by: Worker, starts_on: date, ends_on: date, at: datetime) -> None:
    if covered_by.pk == worker.pk:
        raise Refused("Choose somebody else: nobody covers for themselves.", field="covered_by")
    if ends_on <= starts_on:
        raise Refused("The day they are back is after the day they go.", field="ends_on")
    if ends_on <= local_date(at):
        raise Refused("They are back by now. Record cover for days to come.", field="ends_on")
    if why := rules.why_not_here(
        covered_by.name, starts_on, starts_on=covered_by.starts_on, left_on=covered_by.ends_on
    ):
        raise Refused(why, field="covered_by")
    overlap = Away.objects.filter(starts_on__lt=ends_on, ends_on__gt=starts_on)
    if there := overlap.filter(worker=worker).first():
        raise Refused(
            f"{worker} is covered by {there.covered_by} until {long_date(there.ends_on)}. End that first.",
            field="starts_on",
        )
    if overlap.filter(worker=covered_by).exists():
        raise Refused(f"{covered_by} is away in those days too. Choose somebody else.", field="covered_by")


def _cover_child(away: Away, held: Allocation, *, by: User, at: datetime) -> None:
    starts_on = max(away.starts_on, held.starts_on)
    ends_on = min(away.ends_on, held.ends_on or away.ends_on)
    row = Allocation.objects.create(
        child=held.child, team=_team_of(away.covered_by, held), worker=away.covered_by, role=ROLE, is_cover=True,
        starts_on=starts_on, ends_on=ends_on, reason=f"Covers for {away.worker}", recorded_at=at,
    )  # fmt: skip
    Covered.objects.create(away=away, allocation=row)
    history.write("allocation.covered", row, by=by, at=at, child_id=held.child_id)


def _team_of(worker: Worker, held: Allocation) -> Team:
    """The child's own team where whoever covers is in it, else theirs: nobody else's team comes to see the child."""
    theirs = Membership.objects.filter(worker=worker, ends_on=None).select_related("team").order_by("pk")
    teams = [one.team for one in theirs]
    return held.team if held.team in teams or not teams else teams[0]


@transaction.atomic
def end_cover(away: Away, *, ends_on: date, by: User, at: datetime) -> None:
    """They are back sooner, or somebody else covers from that day. Refuses a second time."""
    if not away.is_on(local_date(at)) and away.starts_on <= local_date(at):
        raise Refused("This cover is over.")
    ends_on = max(ends_on, away.starts_on)
    if not Away.objects.filter(pk=away.pk, ends_on__gt=ends_on).update(ends_on=ends_on):
        raise Refused("This cover has ended already.")
    for row in Allocation.objects.filter(covered__away=away, ends_on__gt=ends_on):
        _end(row, ends_on, by=by, at=at)
    history.write("allocation.cover_ended", away, by=by, at=at)


def _end(row: Allocation, ends_on: date, *, by: User, at: datetime) -> None:
    Allocation.objects.filter(pk=row.pk).update(ends_on=max(ends_on, row.starts_on))
    history.write("allocation.cover_ended", row, by=by, at=at, child_id=row.child_id)


def cover_follows(
    child: Child, before: Allocation | None, after: Allocation, *, by: User, at: datetime
) -> None:
    """Cover is for a worker's own children: it ends for one who goes to somebody else, and begins for one who comes."""
    rows = Allocation.objects.filter(child=child, covered__isnull=False, ends_on__gt=after.starts_on)
    for row in rows:
        _end(row, after.starts_on, by=by, at=at)
    if after.worker is None or after.is_cover:
        return
    for away in Away.objects.filter(worker=after.worker, ends_on__gt=after.starts_on).select_related(
        "covered_by"
    ):
        _cover_child(away, after, by=by, at=at)
