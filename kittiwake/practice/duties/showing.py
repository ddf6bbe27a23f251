"""What the pages of duties show, put in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.duties.models import Done
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import codes
from kittiwake.record.models import Entry, Track
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
    def facts(self) -> list[dict[str, Any]]:
        until = long_date(self.track.ends_on) if self.track.ends_on else "Now"
        return [{"key": "From", "value": long_date(self.track.starts_on)}, {"key": "Until", "value": until}]

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        found = self.viewer.see(Clock).filter(entry=self.entry).order_by("cancelled_at", "due_at", "pk")
        return [(standards()[one.key].title, one) for one in found if one.key in standards()]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.REPORT)

    @property
    def may_visit(self) -> bool:
        return self.viewer.may(Power.RECORD)


@dataclass
class DonePage:
    done: Done
    viewer: Viewer

    @property
    def facts(self) -> list[dict[str, Any]]:
        one = self.done
        when = long_moment(one.done_at) if one.time_known else long_date(one.done_at)
        rows = [
            ("When", when),
            ("Who did it", one.who),
            ("What came of it", one.words),
            ("As told by", one.source),
        ]
        return [{"key": key, "value": value} for key, value in rows if value]

    @property
    def may_strike_out(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.done.entry.is_struck_out
