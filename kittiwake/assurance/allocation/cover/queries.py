"""Whom somebody covers for today and whose children those are; who could cover for whom. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, IntegerField, Q, QuerySet, When

from kittiwake.access.people import OF_RECORD, who_may
from kittiwake.access.powers import roles_that_may
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.models import Away, Covered
from kittiwake.queries.kept import kept
from kittiwake.record.models import Child, Membership, Team, Worker
from kittiwake.time.moments import local_date

# Who could sit with somebody's workers in their place: managers, and social workers, those of an exploitation team among
# them; nobody of another profession. Local, after the Employer standards for social workers (standard 5: supervision by
# somebody experienced in social work).
HOLDS_SUPERVISION = [*roles_that_may(Power.LEAD), Role.SOCIAL_WORKER, Role.EXPLOITATION_WORKER]


@dataclass(frozen=True)
class Covering:
    away: Away
    children: list[Child]


def covering(worker: Worker, viewer: Viewer, at: datetime) -> list[Covering]:
    """One for each colleague who is away, with the children they may see."""
    by_absence: dict[int, Covering] = {}
    for row in _covered(worker, viewer, local_date(at)):
        by_absence.setdefault(row.away_id, Covering(row.away, [])).children.append(row.allocation.child)
    return list(by_absence.values())


@kept
def _covered(worker: Worker, viewer: Viewer, today: date) -> QuerySet[Covered]:
    covered = viewer.see(Covered).filter(away__covered_by=worker, allocation__child__withdrawn_at=None)
    lasts = Q(allocation__ends_on=None) | Q(allocation__ends_on__gt=today)
    covered = covered.filter(lasts, allocation__starts_on__lte=today)
    rows = covered.select_related("away__worker", "allocation__child").prefetch_related(
        "allocation__child__identifiers"
    )
    return rows.order_by("allocation__child__surname", "allocation__child__forenames", "pk")


def manages(worker: Worker, on: date) -> bool:
    return Membership.objects.on(on).filter(worker=worker, manages=True).exists()


def may_hold_supervision(worker: Worker) -> bool:
    """Whether they could sit with somebody's workers in their place: they write, and sign."""
    return worker.user is not None and worker.user.role in HOLDS_SUPERVISION


def who_may_hold_supervision(day: date) -> QuerySet[Worker]:
    """Managers first."""
    able = who_may(Power.SEE, day=day).filter(user__role__in=HOLDS_SUPERVISION)
    leads = Case(
        When(user__role__in=roles_that_may(Power.LEAD), then=0),
        default=1,
        output_field=IntegerField(),
    )
    return able.order_by(leads, "name", "pk")


def who_could_cover(worker: Worker, near: QuerySet[Worker], on: date) -> QuerySet[Worker]:
    """Those near; for somebody who manages a team anybody who may hold supervision, wherever they work."""
    if manages(worker, on):
        return who_may_hold_supervision(on).exclude(pk=worker.pk)
    able = who_may(*OF_RECORD, day=on, without_sign_in=True)
    return able.filter(pk__in=near.values("pk")).exclude(pk=worker.pk)


def why_not_merged(team: Team, day: date) -> str:
    """Cover ends with the absence it is for, in the team it was given in: it does not go along to another."""
    in_team = Q(covered_teams__place__team=team) & not_over_of("covered_teams__place", day)
    of_children = Q(covered__allocation__team=team) & not_over_of("covered__allocation", day)
    away = Away.objects.filter(in_team | of_children).select_related("worker").order_by("pk").first()
    if away is None:
        return ""
    return (
        f"Somebody covers in {team} for {away.worker}, who is away {away.until}. Ask their manager to end the cover today, and "
        "to name it again afterwards."
    )


def not_over_of(path: str, day: date) -> Q:
    return Q(**{f"{path}__ends_on": None}) | Q(**{f"{path}__ends_on__gt": day})
