"""What the pages of duties show, put in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.duties import slots
from kittiwake.practice.duties.models import Done
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import codes
from kittiwake.record.models import Entry, Track
from kittiwake.ui.components import SummaryRow, TextLink
from kittiwake.ui.dates import long_date, long_moment


@dataclass
class TrackPage:
    """What a track brings: what runs, what was done and what is over."""

    entry: Entry
    viewer: Viewer

    @cached_property
    def track(self) -> Track:
        return self.entry.track

    @property
    def title(self) -> str:
        return codes.TRACK.label(self.track.kind)

    @property
    def facts(self) -> list[SummaryRow]:
        until = long_date(self.track.ends_on) if self.track.ends_on else "Now"
        return [SummaryRow("From", long_date(self.track.starts_on)), SummaryRow("Until", until)]

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        clocks = self.viewer.see(Clock).filter(entry=self.entry).order_by("cancelled_at", "due_at", "pk")
        return [(standards()[clock.key].title, clock) for clock in clocks if clock.key in standards()]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.REPORT)

    @property
    def recorded_elsewhere(self) -> list[TextLink]:
        links = self.viewer.links(slots.RECORDED_ELSEWHERE) if self.viewer.may(Power.RECORD) else []
        return [TextLink(link.text, link.address(self.entry.child_id)) for link in links]


@dataclass
class DonePage:
    done: Done
    viewer: Viewer

    @property
    def facts(self) -> list[SummaryRow]:
        done = self.done
        rows = [
            SummaryRow("When", long_moment(done.done_at) if done.time_known else long_date(done.done_at)),
            SummaryRow("Who did it", done.who),
            SummaryRow("What came of it", done.words),
            SummaryRow("As told by", done.source),
        ]
        return [row for row in rows if row.value]

    @property
    def may_strike_out(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.done.entry.is_struck_out
