"""Whose each child is today: the team and the worker who hold them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import QuerySet

from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.record.models import Allocation
from kittiwake.time.moments import local_date

NO_TEAM = "No team"


def holders_of(child_ids: Collection[int], at: datetime) -> dict[int, tuple[str, str]]:
    """(team, worker) who hold each child today."""
    held = _held(list(child_ids), local_date(at))
    return {child_id: (team, worker or "") for child_id, team, worker in held}


@kept
def _held(child_ids: list[int], today: date) -> QuerySet[Allocation, tuple[int, str, str | None]]:
    held = Allocation.objects.on(today).filter(Among("child_id", child_ids), role=Allocation.LEAD)
    return held.values_list("child_id", "team__name", "worker__name")
