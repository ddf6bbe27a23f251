"""Whom an interview, or a word that there is none, is put before."""

from __future__ import annotations

from datetime import datetime

from kittiwake.record.models import Allocation, Child, Team
from kittiwake.time.moments import local_date


def team_of(child: Child, at: datetime) -> Team | None:
    """The team whose manager reads it: the one that holds the child."""
    lead = Allocation.objects.on(local_date(at)).filter(child=child, role=Allocation.LEAD)
    allocation = lead.select_related("team").first()
    return allocation.team if allocation else None
