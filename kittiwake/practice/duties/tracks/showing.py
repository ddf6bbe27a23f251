"""On which tracks a child is and was, drawn, in a table, and one by one to end or to correct. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.primitives.shared_pages.chronology import ChronologyPart
from kittiwake.queries.kept import kept
from kittiwake.record import codes
from kittiwake.record.models import Child, Track
from kittiwake.ui.components import SummaryRow
from kittiwake.ui.dates import long_date

BAR, ROW, LEFT = 460, 34, 170


@dataclass(frozen=True)
class TrackBar:
    x: int
    y: int
    length: int
    label: str


@dataclass
class TracksDrawn:
    """A drawing and a table that say the same."""

    tracks: list[Track]
    today: date

    @cached_property
    def bars(self) -> list[TrackBar]:
        spans = [codes.Span(track.kind, track.starts_on, track.ends_on) for track in self.tracks]
        return [
            TrackBar(LEFT + bar.x, bar.row * ROW + 4, bar.length, codes.TRACK.label(bar.span.track))
            for bar in codes.drawn(spans, self.today, width=BAR)
        ]

    @property
    def labels(self) -> list[tuple[str, int]]:
        """Each track's name once, and how far down it stands."""
        return [(label, y + 18) for label, y in {bar.label: bar.y for bar in self.bars}.items()]

    @property
    def height(self) -> int:
        return ROW * len(self.labels)

    @property
    def columns(self) -> list[dict[str, str]]:
        return [{"text": "Working with them as"}, {"text": "From"}, {"text": "Until"}]

    @property
    def rows(self) -> list[list[str]]:
        ordered = sorted(self.tracks, key=lambda track: (track.starts_on, track.kind), reverse=True)
        return [
            [
                codes.TRACK.label(track.kind),
                long_date(track.starts_on),
                long_date(track.ends_on) if track.ends_on else "Now",
            ]
            for track in ordered
        ]


@kept
def tracks_of(child: Child) -> QuerySet[Track]:
    """Every track they were or are on, the newest first; not what was taken back."""
    tracks = Track.objects.filter(child=child).exclude(ends_on=F("starts_on"))
    return tracks.order_by("-starts_on", "kind")


def _above_the_chronology(page: OnChild) -> TracksDrawn:
    return TracksDrawn(tracks_of(page.child), page.today)


ON_CHRONOLOGY = ChronologyPart("duties/_tracks.html", _above_the_chronology)


@dataclass
class TracksPage:
    child: Child
    viewer: Viewer
    today: date

    @cached_property
    def tracks(self) -> list[Track]:
        return tracks_of(self.child)

    @property
    def drawn(self) -> TracksDrawn:
        return TracksDrawn(self.tracks, self.today)

    @property
    def may_change(self) -> bool:
        return self.viewer.may(Power.REPORT)

    @property
    def items(self) -> list[SummaryRow]:
        return [self._item(track) for track in self.tracks]

    def _item(self, track: Track) -> SummaryRow:
        label, since = codes.TRACK.label(track.kind), long_date(track.starts_on)
        if track.ends_on is None:
            return self._row(track, f"Since {since}", "duties:end_track", f"End {label.lower()}")
        days = f"{since} until {long_date(track.ends_on)}"
        return self._row(track, days, "duties:take_back_track", f"Correct {label.lower()}")

    def _row(self, track: Track, days: str, page: str, action: str) -> SummaryRow:
        href = reverse(page, args=[track.pk]) if self.may_change else ""
        return SummaryRow(codes.TRACK.label(track.kind), days, href, action)
