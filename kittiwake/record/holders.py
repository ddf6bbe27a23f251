"""Whose each child is today: the team and the worker who hold them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from kittiwake.record.models import Allocation
from kittiwake.time.moments import local_date

NO_TEAM = "No team"


def holders_of(child_ids: Collection[int], at: datetime) -> dict[int, tuple[str, str]]:
    """(team, worker) who hold each child today."""
    held = Allocation.objects.on(local_date(at)).filter(child_id__in=child_ids, role=Allocation.LEAD)
    rows = held.values_list("child_id", "team__name", "worker__name")
    return {child_id: (team, worker or "") for child_id, team, worker in rows}
