"""Whom a list of people offers: those who may do it, the likeliest first. Every choice of a worker is made from here.

Who could open a child's record is told from allocations, teams and grants, as near as a list needs it; the recording
function has the last word.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.forms import Form

from kittiwake.access.models import Grant
from kittiwake.access.powers import SEES_EVERYONE, SEES_TEAMS, role_may, roles_that_may
from kittiwake.accounts.roles import NOT_PEOPLE
from kittiwake.areas.powers import Power
from kittiwake.record.models import Allocation, Child, Membership, Team, Worker

OF_RECORD = (Power.REPORT,)  # who works with children here, or manages those who do
THEIRS, WITH_THEM, IN_TEAM, OVER_TEAM, ELSEWHERE = range(5)
NEAR = {
    THEIRS: "their worker",
    WITH_THEM: "works with them",
    IN_TEAM: "their team",
    OVER_TEAM: "over their team",
}


def who_may(
    *wanted: Power, day: date, child: Child | None = None, without_sign_in: bool = False
) -> QuerySet[Worker]:
    """Workers whose role may do all of this; of a child, those who could open the record, the nearest first.

    `without_sign_in`: also the council's own workers who do not sign in, where somebody else can record for them.
    """
    roles = [role for role in roles_that_may(wanted[0]) if all(role_may(role, power) for power in wanted)]
    signs_in = Q(user__is_active=True, user__role__in=[role for role in roles if role not in NOT_PEOPLE])
    able = signs_in | Q(user=None, agency=None) if without_sign_in else signs_in
    workers = Worker.objects.filter(able).filter(Q(ends_on=None) | Q(ends_on__gt=day)).select_related("user")
    if child is None:
        return workers.order_by("name", "pk")
    teams = _teams_of(child, day)
    near = workers.annotate(nearness=_nearness(child, teams, day)).filter(_could_open(child, day))
    return cast("QuerySet[Worker]", near.order_by("nearness", "name", "pk"))


def offer(form: Form, name: str, workers: QuerySet[Worker]) -> None:
    """As the choices of a form's field, each with what they are: somebody is found among many names."""
    field: Any = form.fields[name]
    field.queryset = workers
    field.label_from_instance = words


def words(worker: Worker) -> str:
    near = NEAR.get(getattr(worker, "nearness", ELSEWHERE))
    what = worker.user.get_role_display().lower() if worker.user else ""
    return ", ".join(filter(None, [worker.name, what, near]))


def _teams_of(child: Child, day: date) -> tuple[list[int], list[int]]:
    """(the teams that hold the child, those over them)."""
    hold = Allocation.objects.on(day).filter(child=child).values_list("team_id", flat=True)
    held: list[int] = list(dict.fromkeys(hold))
    over: list[int] = []
    layer = held
    while layer:
        above = Team.objects.filter(teams__in=layer).exclude(pk__in=[*held, *over])
        layer = list(above.values_list("pk", flat=True).distinct())
        over += layer
    return held, over


def _nearness(child: Child, teams: tuple[list[int], list[int]], day: date) -> Case:
    mine = Allocation.objects.on(day).filter(child=child, worker=OuterRef("pk"))
    held, over = teams
    member = Membership.objects.on(day).filter(worker=OuterRef("pk"))
    return Case(
        When(Exists(mine.filter(role=Allocation.LEAD)), then=Value(THEIRS)),
        When(Exists(mine), then=Value(WITH_THEM)),
        When(Exists(member.filter(team__in=held)), then=Value(IN_TEAM)),
        When(Exists(member.filter(team__in=over)), then=Value(OVER_TEAM)),
        default=Value(ELSEWHERE),
        output_field=IntegerField(),
    )


def _could_open(child: Child, day: date) -> Q:
    """Nobody who would have to break glass. A restricted child is opened by those named for them and by their workers."""
    let_in = Grant.objects.filter(child=child, user=OuterRef("user")).exclude(
        kind__in=[Grant.BREAK_GLASS, Grant.TO_ONE]
    )
    let_in = let_in.filter(Q(ends_at=None) | Q(ends_at__date__gte=day))
    by_name = Q(nearness__lte=WITH_THEM) | Q(Exists(let_in))
    if child.restricted:
        return by_name
    by_team = Q(nearness__lte=OVER_TEAM) & (Q(user=None) | Q(user__role__in=SEES_TEAMS))
    return by_name | by_team | Q(user__role__in=SEES_EVERYONE) | Q(user=None)
