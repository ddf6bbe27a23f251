"""How a child stood at a moment: in care, where, under which legal status. Read from the days on the record and kept
nowhere else, so that what is recorded late finds its place, and what happens later changes nothing."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.identity import acting_as_system
from kittiwake.practice.missing.notifications.rules import Standing
from kittiwake.practice.risk.duties import risks_of
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.clocks.duties import Facts
from kittiwake.record.models import Allocation, Child, Placement, Track
from kittiwake.time.moments import local_date


def standing_at(child_id: int, at: datetime) -> Standing:
    """In care? Placed out of our area? With a worker? On the London day of that moment."""
    return Standings(child_id).at(at)


class Standings:
    """How one child stood at any moment, read once however many are asked about."""

    def __init__(self, child_id: int) -> None:
        self.child_id = child_id

    @classmethod
    def of(cls, facts: Facts) -> Standings:
        """With what has been read of the child for all duties already."""
        known = cls(facts.child.pk)
        known._in_care = [track for track in facts.tracks if track.kind == "in_care"]
        known._placements = facts.rows(Placement.objects.all)
        known._allocations = facts.rows(_workers)
        known._risks = risks_of(facts, "trafficking", "sexual_exploitation")
        known._unaccompanied = bool(facts.child.unaccompanied)
        return known

    def at(self, at: datetime) -> Standing:
        day = local_date(at)
        placement = next((placement for placement in self._placements if _lasts(placement, day)), None)
        domains = {risk.domain for risk in self._risks if _stood(risk, day, at)}
        return Standing(
            looked_after=any(_lasts(track, day) for track in self._in_care),
            out_of_area=bool(placement and placement.out_of_area),
            legal_status=placement.legal_status if placement else "",
            placement=placement.kind if placement else "",
            has_worker=any(_lasts(allocation, day) for allocation in self._allocations),
            unaccompanied=self._unaccompanied,
            trafficked="trafficking" in domains,
            sexually_exploited="sexual_exploitation" in domains,
        )

    @cached_property
    def _in_care(self) -> list[Track]:
        return list(Track.objects.filter(child=self.child_id, kind="in_care"))

    @cached_property
    def _placements(self) -> list[Placement]:
        return list(Placement.objects.filter(child=self.child_id))

    @cached_property
    def _allocations(self) -> list[Allocation]:
        return list(_workers().filter(child=self.child_id))

    @cached_property
    def _risks(self) -> list[PresentingRisk]:
        """Also those kept from whoever asks until they have marked them: whom to tell is the same whoever asks."""
        with acting_as_system():
            return list(PresentingRisk.objects.filter(child=self.child_id, entry__struck_out_at=None))

    @cached_property
    def _unaccompanied(self) -> bool:
        return Child.objects.filter(pk=self.child_id, unaccompanied=True).exists()


def _workers() -> QuerySet[Allocation]:
    return Allocation.objects.filter(worker__isnull=False)


def _lasts(row: Track | Placement | Allocation, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or row.ends_on > day)


def _stood(risk: PresentingRisk, day: date, at: datetime) -> bool:
    """Those that bring somebody more to tell."""
    return risk.since_on <= day and (risk.closed_at is None or risk.closed_at > at)
