"""Who is away and who covers for them: the only way it is written."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from kittiwake.access import footing
from kittiwake.accounts.models import User
from kittiwake.assurance.allocation import events, rules
from kittiwake.assurance.allocation.cover.queries import manages, may_hold_supervision
from kittiwake.assurance.allocation.models import Away, Covered, CoveredTeam, not_over
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Allocation, Child, Membership, Team, Worker
from kittiwake.record.recording import teams
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

ROLE = "other"  # beside the named worker, who stays theirs
BACK_BY_NOW = "They are back by now. Record who is away in days to come."


@whole()
def be_away(
    worker: Worker,
    *,
    starts_on: date,
    ends_on: date | None,
    by: User,
    at: datetime,
    covered_by: Worker | None = None,
    words: str = "",
) -> Away:
    """They are away from a day to the day they are back, and somebody else answers for their children and teams.

    Refuses days that have passed, days in which they are away already, and whoever `name_cover` refuses.
    """
    must_be_believable(at, starts_on=starts_on, ends_on=ends_on)
    if ends_on and ends_on <= starts_on:
        raise Refused("The day they are back is after the day they go.", field="ends_on")
    if ends_on and ends_on <= local_date(at):
        raise Refused(BACK_BY_NOW, field="ends_on")

    def already() -> Refused:
        return Refused(_already(worker, starts_on, ends_on), field="starts_on")

    with refused_by(worker_away_once_at_a_time=already):
        away = Away.objects.create(
            worker=worker, starts_on=starts_on, ends_on=ends_on, words=words, recorded_at=at, by=by
        )
    history.write(events.AWAY, away, by=by, at=at)
    if covered_by is not None:
        away = _cover(away, covered_by, since=starts_on, by=by, at=at)
    return away


def _already(worker: Worker, starts_on: date, ends_on: date | None) -> str:
    there = _in_those_days(starts_on, ends_on).filter(worker=worker).first()
    until = there.until if there else ""
    return f"{worker} is away in those days already, {until}. Say when they are back from that first."


def _in_those_days(starts_on: date, ends_on: date | None) -> QuerySet[Away]:
    away = Away.objects.filter(not_over(starts_on))
    return away.filter(starts_on__lt=ends_on) if ends_on else away


@whole()
def name_cover(away: Away, *, covered_by: Worker, by: User, at: datetime) -> Away:
    """Somebody covers from today on, where nobody did.

    Refuses themselves, somebody who is away too, does not work here then, or cannot decide for the team of somebody
    who manages one, and a second cover beside the first.
    """
    now = Away.objects.select_for_update().get(pk=away.pk)
    if now.covered_by is not None:
        raise Refused(f"{now.covered_by} covers already. End that first.", field="covered_by")
    if now.ends_on and now.ends_on <= local_date(at):
        raise Refused(BACK_BY_NOW)
    return _cover(now, covered_by, since=max(now.starts_on, local_date(at)), by=by, at=at)


def _cover(away: Away, covered_by: Worker, *, since: date, by: User, at: datetime) -> Away:
    _refuse_who_cannot(away, covered_by)
    Away.objects.filter(pk=away.pk).update(covered_by=covered_by)
    away.refresh_from_db()
    for held in _held_by(away.worker, since, away.ends_on):
        _cover_child(away, held, since=since, by=by, at=at)
    from_today = max(since, local_date(at))
    for team in _managed_by(away.worker, from_today):
        place = teams.join(covered_by, team=team, starts_on=from_today, ends_on=away.ends_on)
        CoveredTeam.objects.create(away=away, place=place)
    history.write(events.COVERED, away, by=by, at=at, changes={"Cover": (None, covered_by.name)})
    return away


def _refuse_who_cannot(away: Away, covered_by: Worker) -> None:
    starts_on, worker = away.starts_on, away.worker
    if covered_by == worker:
        raise Refused("Nobody covers for themselves. Choose somebody else.", field="covered_by")
    if why := rules.why_not_here(
        covered_by.name, starts_on, starts_on=covered_by.starts_on, left_on=covered_by.ends_on
    ):
        raise Refused(why, field="covered_by")
    if _in_those_days(starts_on, away.ends_on).filter(worker=covered_by).exists():
        raise Refused(f"{covered_by} is away in those days too. Choose somebody else.", field="covered_by")
    if manages(worker, starts_on) and not may_hold_supervision(covered_by):
        raise Refused(
            f"{covered_by} cannot hold supervision, which somebody has to for {worker}’s team. "
            "Choose somebody who works with children and signs in.",
            field="covered_by",
        )


def _held_by(worker: Worker, since: date, ends_on: date | None) -> QuerySet[Allocation]:
    held = Allocation.objects.filter(worker=worker, role=Allocation.LEAD, is_cover=False)
    held = held.filter(not_over(since))
    return (held.filter(starts_on__lt=ends_on) if ends_on else held).select_related("child", "team")


def _cover_child(away: Away, held: Allocation, *, since: date, by: User, at: datetime) -> None:
    covered_by = away.covered_by
    # Whoever was only let in to a child decides for nobody else that they see them.
    if covered_by is None or footing.passes(held.child, by):
        return
    ends = [day for day in (away.ends_on, held.ends_on) if day]
    row = Allocation.objects.create(
        child=held.child, team=_team_of(covered_by, held), worker=covered_by, role=ROLE, is_cover=True,
        starts_on=max(since, held.starts_on), ends_on=min(ends, default=None),
        reason=f"Covers for {away.worker}", recorded_at=at,
    )  # fmt: skip
    Covered.objects.create(away=away, allocation=row)
    history.write(events.COVERED, row, by=by, at=at, child_id=held.child_id)


def _team_of(worker: Worker, held: Allocation) -> Team:
    """The child's own team where whoever covers is in it, else theirs: nobody else's team comes to see the child."""
    theirs = Membership.objects.filter(worker=worker, ends_on=None).select_related("team").order_by("pk")
    teams_of_theirs = [place.team for place in theirs]
    return held.team if held.team in teams_of_theirs or not teams_of_theirs else teams_of_theirs[0]


def _managed_by(worker: Worker, on: date) -> list[Team]:
    """The teams they manage, and those beneath."""
    managed = Membership.objects.on(on).filter(worker=worker, manages=True)
    teams_below: list[Team] = []
    layer = list(Team.objects.filter(memberships__in=managed).distinct())
    while layer:
        teams_below += layer
        layer = list(Team.objects.filter(parent__in=layer).exclude(pk__in=[team.pk for team in teams_below]))
    return teams_below


@whole()
def be_back(away: Away, *, ends_on: date, by: User, at: datetime) -> None:
    """They are back sooner, or on a day nobody knew before; or somebody else covers from that day, as a time of its own.

    Refuses a day before they went, one that is later than was said, and a second time.
    """
    now = Away.objects.select_for_update().get(pk=away.pk)
    if ends_on < now.starts_on:
        day = long_date(now.starts_on)
        raise Refused(f"This is before they went away. To call it off, enter {day}.", field="ends_on")
    if now.ends_on and now.ends_on <= local_date(at):
        raise Refused("They are back already. If that is wrong, record that they are away again.")
    if now.ends_on and ends_on >= now.ends_on:
        day = long_date(now.ends_on)
        raise Refused(
            f"They are expected back on {day} as it is. Are they away longer? Record that from {day} on.",
            field="ends_on",
        )
    Away.objects.filter(pk=now.pk).update(ends_on=ends_on)
    for row in Allocation.objects.filter(not_over(ends_on), covered__away=now):
        _end(row, ends_on, by=by, at=at)
    for place in Membership.objects.filter(not_over(ends_on), covered__away=now):
        teams.end(place, ends_on=max(ends_on, place.starts_on))
    history.write(events.BACK, now, by=by, at=at)


def _end(row: Allocation, ends_on: date, *, by: User, at: datetime) -> None:
    Allocation.objects.filter(pk=row.pk).update(ends_on=max(ends_on, row.starts_on))
    history.write(events.COVER_ENDED, row, by=by, at=at, child_id=row.child_id)


def cover_follows(child: Child, after: Allocation, *, by: User, at: datetime) -> None:
    """Cover is for a worker's own children: it ends for one who goes to somebody else, and begins for one who comes."""
    for row in Allocation.objects.filter(not_over(after.starts_on), child=child, covered__isnull=False):
        _end(row, after.starts_on, by=by, at=at)
    if after.worker is None or after.is_cover:
        return
    for away in Away.objects.filter(not_over(after.starts_on), worker=after.worker):
        _cover_child(away, after, since=max(away.starts_on, after.starts_on), by=by, at=at)
