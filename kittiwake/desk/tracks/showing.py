"""On which tracks a child is and was, drawn, in a table, and one by one to end or to correct. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.record import codes
from kittiwake.record.models import Child, Track
from kittiwake.ui.dates import long_date

BAR, ROW, LEFT = 460, 34, 170


@dataclass
class Drawn:
    """A drawing and a table that say the same."""

    spans: list[codes.Span]
    today: date

    @cached_property
    def bars(self) -> list[dict[str, Any]]:
        found = codes.drawn(self.spans, self.today, width=BAR)
        return [
            {
                "x": LEFT + bar.x,
                "y": bar.row * ROW + 4,
                "length": bar.length,
                "label": codes.TRACK.label(bar.span.track),
            }
            for bar in found
        ]

    @property
    def labels(self) -> list[tuple[str, int]]:
        """Each track's name once, and how far down it stands."""
        return [(label, y + 18) for label, y in {bar["label"]: bar["y"] for bar in self.bars}.items()]

    @property
    def height(self) -> int:
        return ROW * len(self.labels)

    @property
    def columns(self) -> list[dict[str, Any]]:
        return [{"text": "Working with them as"}, {"text": "From"}, {"text": "Until"}]

    @property
    def rows(self) -> list[list[str]]:
        ordered = sorted(self.spans, key=lambda span: (span.starts_on, span.track), reverse=True)
        return [
            [
                codes.TRACK.label(one.track),
                long_date(one.starts_on),
                long_date(one.ends_on) if one.ends_on else "Now",
            ]
            for one in ordered
        ]


def standing(child: Child) -> list[Track]:
    """Every track they were or are on, the newest first; not what was taken back."""
    found = Track.objects.filter(child=child).exclude(ends_on=F("starts_on"))
    return list(found.order_by("-starts_on", "kind"))


def drawn(tracks: list[Track], today: date) -> Drawn:
    return Drawn([codes.Span(one.kind, one.starts_on, one.ends_on) for one in tracks], today)


@dataclass
class TracksPage:
    child: Child
    viewer: Viewer
    today: date

    @cached_property
    def found(self) -> list[Track]:
        return standing(self.child)

    @property
    def tracks(self) -> Drawn:
        return drawn(self.found, self.today)

    @property
    def may_change(self) -> bool:
        return self.viewer.may(Power.REPORT)

    @property
    def items(self) -> list[dict[str, Any]]:
        return [self._item(one) for one in self.found]

    def _item(self, one: Track) -> dict[str, Any]:
        is_open, label = one.ends_on is None, codes.TRACK.label(one.kind)
        until = f" until {long_date(one.ends_on)}" if one.ends_on else ""
        page = "desk:end_track" if is_open else "desk:take_back_track"
        return {
            "key": label,
            "value": f"Since {long_date(one.starts_on)}" if is_open else f"{long_date(one.starts_on)}{until}",
            "href": reverse(page, args=[one.pk]) if self.may_change else "",
            "action": f"End {label.lower()}" if is_open else f"Correct {label.lower()}",
        }
