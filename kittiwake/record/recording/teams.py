"""Teams and who is in which of them, from a day to a day: it decides whose children they see."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import F, Model, QuerySet, Value
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.db.models.functions import Greatest

from kittiwake.accounts.models import User
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Address, Agency, Allocation, Membership, Team, Worker


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


def add_team(*, name: str, kind: str, parent: Team | None) -> Team:
    """Of the council itself, or of the agency of the team it stands beneath."""
    agency = parent.agency if parent else Agency.objects.filter(kind="council").order_by("pk").first()
    return Team.objects.create(name=name, kind=kind, parent=parent, agency=agency)


def change_team(team: Team, *, name: str, kind: str, parent: Team | None) -> None:
    Team.objects.filter(pk=team.pk).update(name=name, kind=kind, parent=parent)


def end_team(team: Team, *, ends_on: date) -> None:
    """With everybody's place in it."""
    Team.objects.filter(pk=team.pk).update(ends_on=ends_on)
    places = Membership.objects.filter(team=team).exclude(ends_on__lte=ends_on)
    places.update(ends_on=Greatest("starts_on", Value(ends_on)))


def merge_team(team: Team, into: Team, *, on: date) -> list[Membership]:
    """From that day its people and the teams beneath it are the other's, and it is closed. The places that were made there:
    whoever has the same part there already gets no second."""
    Team.objects.filter(parent=team).exclude(ends_on__lte=on).update(parent=into)
    places = Membership.objects.filter(team=team).exclude(ends_on__lte=on).select_related("worker")
    made = [_place_there(place, into, on) for place in places.order_by("pk")]
    end_team(team, ends_on=on)
    Team.objects.filter(pk=team.pk).update(merged_into=into)
    return [place for place in made if place]


def _place_there(place: Membership, into: Team, on: date) -> Membership | None:
    there = Membership.objects.filter(worker=place.worker, team=into, manages=place.manages)
    if there.exclude(ends_on__lte=on).exists():
        return None
    starts_on = max(place.starts_on, on)
    return join(place.worker, team=into, starts_on=starts_on, ends_on=place.ends_on, manages=place.manages)


def move_children(team: Team, into: Team, *, on: date, reason: str, at: datetime) -> list[Allocation]:
    """From that day they are with the other team, each with the same worker. What was before stays as it was."""
    held = Allocation.objects.filter(team=team, child__withdrawn_at=None).exclude(ends_on__lte=on)
    return [
        _moved(allocation, into, on, reason, at)
        for allocation in held.order_by("pk").select_for_update(of=("self",))
    ]


def _moved(allocation: Allocation, into: Team, on: date, reason: str, at: datetime) -> Allocation:
    starts_on = max(allocation.starts_on, on)
    Allocation.objects.filter(pk=allocation.pk).update(ends_on=starts_on)
    return Allocation.objects.create(
        child_id=allocation.child_id,
        team=into,
        worker_id=allocation.worker_id,
        role=allocation.role,
        is_cover=allocation.is_cover,
        starts_on=starts_on,
        ends_on=allocation.ends_on,
        reason=reason,
        recorded_at=at,
    )


def team_called(name: str, *, kind: str) -> tuple[Team, bool]:
    """The team of that name, and whether it was made now."""
    return Team.objects.get_or_create(name=name, defaults={"kind": kind})


def worker_called(name: str, *, team: Team, since: date) -> tuple[Worker, bool]:
    """The worker of that name in that team; a new one without a login where nobody there is called so."""
    worker = Worker.objects.filter(name=name, memberships__team=team).first()
    if worker is not None:
        return worker, False
    made = Worker.objects.create(name=name)
    join(made, team=team, starts_on=since)
    return made, True


def name_council(agency: Agency | None, name: str) -> Agency:
    """The council whose service this is: the agency its own teams belong to."""
    taken = Refused(f"There is an agency called {name} already, which is no council. Enter another name.")
    with refused_by(record_agency_name_key=taken):
        if agency is None:
            return Agency.objects.create(name=name, kind="council")
        Agency.objects.filter(pk=agency.pk).update(name=name)
    agency.name = name
    return agency


def new_worker(name: str, *, user: User) -> Worker:
    return Worker.objects.create(name=name, user=user)


def give_account(worker: Worker, user: User) -> bool:
    """Says no when they have one, or have left."""
    without = Worker.objects.filter(pk=worker.pk, user=None, ends_on=None)
    return bool(without.update(user=user))


def withdraw_worker(worker: Worker, *, at: datetime) -> bool:
    """Put on the record by mistake, with their place in a team. Says no when anything else has to do with them."""
    places = worker.memberships.all()
    if worker.user_id or places.count() > 1 or _is_used(worker, but_for=(Membership,)):
        return False
    places.update(ends_on=F("starts_on"))
    return _withdraw(worker, at=at)


def withdraw(row: Team | Address, *, at: datetime) -> bool:
    """Put on the record by mistake. Says no when anything that stands has to do with it."""
    return not _is_used(row) and _withdraw(row, at=at)


def _withdraw(row: Team | Worker | Address, *, at: datetime) -> bool:
    return bool(type(row).objects.filter(pk=row.pk).update(withdrawn_at=at))


def _is_used(row: Team | Worker | Address, *, but_for: tuple[type[Model], ...] = ()) -> bool:
    """Whether a row of any table points at it, but for rows that were taken back."""
    return any(
        _not_taken_back(field.related_model).filter(**{field.field.name: row}).exists()
        for field in row._meta.get_fields(include_hidden=True)
        if isinstance(field, ForeignObjectRel) and field.related_model not in but_for
    )


def _not_taken_back(model: type[Model]) -> QuerySet[Any]:
    """What was taken back is withdrawn, or ended the day it began."""
    rows, names = model._base_manager.all(), {field.name for field in model._meta.fields}
    if "withdrawn_at" in names:
        rows = rows.filter(withdrawn_at=None)
    if {"starts_on", "ends_on"} <= names:
        rows = rows.exclude(ends_on=F("starts_on"), starts_on__isnull=False, ends_on__isnull=False)
    return rows
