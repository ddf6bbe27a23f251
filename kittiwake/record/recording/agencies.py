"""Agencies, the council's own among them, and their workers."""

from __future__ import annotations

from datetime import date

from kittiwake.accounts.models import User
from kittiwake.record.models import Agency, Worker


def add_agency(*, name: str, kind: str, phone: str) -> Agency:
    return Agency.objects.create(name=name, kind=kind, phone=phone)


def change_agency(agency: Agency, *, name: str, kind: str, phone: str) -> None:
    Agency.objects.filter(pk=agency.pk).update(name=name, kind=kind, phone=phone)


def end_agency(agency: Agency, *, ends_on: date) -> None:
    Agency.objects.filter(pk=agency.pk).update(ends_on=ends_on)


def worker_of(agency: Agency, user: User) -> Worker:
    """Whoever this is, they are of that agency."""
    worker, _ = Worker.objects.get_or_create(user=user, defaults={"name": user.name})
    Worker.objects.filter(pk=worker.pk).update(agency=agency)
    worker.agency = agency
    return worker
