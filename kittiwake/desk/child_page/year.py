"""A child's last twelve months: what happened, when, a row for each kind. Rows come through the viewer. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.db.models import Q, QuerySet
from django.utils.functional import cached_property

from kittiwake.areas.area import declared
from kittiwake.areas.powers import Power
from kittiwake.desk.child_page.drawing import YearDrawn
from kittiwake.primitives.shared_pages.child_page import Lane, OnChild
from kittiwake.primitives.shared_pages.marks import DAYS, Mark
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import lists_together
from kittiwake.record.models import Allocation, Entry, Placement
from kittiwake.record.models.homes import Residence
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted

LIVED, WORKERS = Lane("Where they lived", 20), Lane("Workers", 90)


def lanes() -> list[Lane]:
    return sorted([LIVED, WORKERS, *declared(Lane)], key=lambda lane: lane.place)


@dataclass
class Year:
    page: OnChild

    @property
    def until(self) -> date:
        return local_date(self.page.at)

    @property
    def since(self) -> date:
        return self.until - timedelta(days=DAYS)

    @cached_property
    def marks(self) -> list[Mark]:
        by_areas = [partial(lane.marks, self.page) for lane in declared(Lane) if lane.marks]
        every = lists_together(*by_areas, self._placed, self._at_home, self._entries, self._workers)
        return [mark for marks in every for mark in marks if mark.touches(self.since, self.until)]

    @cached_property
    def drawn(self) -> YearDrawn:
        drawn = {mark.lane for mark in self.marks}
        return YearDrawn(
            [lane.name for lane in lanes() if lane.name in drawn], self.marks, self.since, self.until
        )

    def _placed(self) -> Iterator[Mark]:
        if not self.page.viewer.may(Power.SEE):
            return
        for placed in _placements(self.page, self.since):
            where = placed.home_name or placed.carer or "Placed"
            away = ", out of our area" if placed.out_of_area else ""
            yield Mark(LIVED.name, placed.starts_on, placed.ends_on, f"{where}{away}", is_span=True)

    def _at_home(self) -> Iterator[Mark]:
        """Addresses of those who were not placed."""
        if not self.page.viewer.may(Power.SEE):
            return
        for home in _homes(self.page, self.since):
            if home.starts_on:
                yield Mark(LIVED.name, home.starts_on, home.ends_on, str(home.address), is_span=True)

    def _entries(self) -> Iterator[Mark]:
        """Those that stand in a row by themselves, as the chronology has them."""
        lane_of = {kind: lane.name for lane in declared(Lane) for kind in lane.kinds}
        for entry in _entries(self.page, list(lane_of)):
            on = local_date(entry.happened_at)
            yield Mark(lane_of[entry.kind], on, on, entry.summary, entry.get_absolute_url())

    def _workers(self) -> Iterator[Mark]:
        for held in _leads(self.page, self.since):
            who = f"{held.worker}{', cover' if held.is_cover else ''}" if held.worker else "Nobody"
            yield Mark(WORKERS.name, held.starts_on, held.ends_on, f"{who}, {held.team}", is_span=True)

    @property
    def title(self) -> str:
        """Twelve months in one sentence, for whoever cannot see the picture."""
        counts = [
            counted(sum(mark.lane == lane.name for mark in self.marks), *lane.counted)
            for lane in lanes()
            if lane.counted
        ]
        return f"The last 12 months: {', '.join(counts)}"


def _lasts(since: date) -> Q:
    return Q(ends_on__isnull=True) | Q(ends_on__gt=since)


@kept
def _placements(page: OnChild, since: date) -> QuerySet[Placement]:
    return page.viewer.see(Placement).filter(_lasts(since), child=page.child).order_by("starts_on")


@kept
def _homes(page: OnChild, since: date) -> QuerySet[Residence]:
    homes = page.viewer.see(Residence).filter(_lasts(since), child=page.child)
    return homes.select_related("address").order_by("starts_on")


@kept
def _entries(page: OnChild, kinds: list[str]) -> QuerySet[Entry]:
    since = page.at - timedelta(days=DAYS)
    standing = page.viewer.see(Entry).filter(child=page.child, struck_out_at=None, happened_at__gte=since)
    return standing.filter(Among("kind", kinds)).order_by("happened_at", "pk")


@kept
def _leads(page: OnChild, since: date) -> QuerySet[Allocation]:
    leads = page.viewer.see(Allocation).filter(_lasts(since), child=page.child, role=Allocation.LEAD)
    return leads.select_related("worker", "team").order_by("starts_on", "pk")
