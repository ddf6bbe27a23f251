"""How a child stood at a moment: in care, where, under which legal status. Read from the days on the record and kept
nowhere else, so that what is recorded late finds its place, and what happens later changes nothing."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from kittiwake.access.identity import acting_as_system
from kittiwake.practice.missing.rules_of_telling import Standing
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.record.models import Allocation, Child, Placement, Track
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
        placement=placement.kind if placement else "",
        has_worker=lead.exists(),
        unaccompanied=Child.objects.filter(pk=child_id, unaccompanied=True).exists(),
        **_risks(child_id, at),
    )


def _risks(child_id: int, at: datetime) -> dict[str, bool]:
    """Which of the risks that bring somebody more to tell stood on that day: also one that is kept from whoever asks
    until they have marked it, because whom to tell is the same whoever asks."""
    stood = PresentingRisk.objects.filter(
        child=child_id, entry__struck_out_at=None, since_on__lte=local_date(at)
    )
    stood = stood.filter(Q(closed_at=None) | Q(closed_at__gt=at))
    with acting_as_system():
        domains = set(stood.values_list("domain", flat=True))
    return {"trafficked": "trafficking" in domains, "sexually_exploited": "sexual_exploitation" in domains}
