"""How a child stood at a moment: in care, where, under which legal status. Read from the days on the record and kept
nowhere else, so that what is recorded late finds its place, and what happens later changes nothing."""

from __future__ import annotations

from datetime import datetime

from kittiwake.practice.missing.rules import Standing
from kittiwake.record.models import Allocation, Placement, Track
from kittiwake.ui.dates import local_date


def standing_at(child_id: int, at: datetime) -> Standing:
    """In care? Placed out of our area? With a worker? On the London day of that moment."""
    day = local_date(at)
    placement = Placement.objects.filter(child=child_id, starts_on__lte=day).exclude(ends_on__lte=day).first()
    lead = Allocation.objects.on(day).filter(child=child_id, worker__isnull=False)
    return Standing(
        looked_after=Track.objects.on(day).filter(child=child_id, kind="in_care").exists(),
        out_of_area=bool(placement and placement.out_of_area),
        legal_status=placement.legal_status if placement else "",
        has_worker=lead.exists(),
    )
