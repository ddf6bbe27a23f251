"""Writing a line on a child's chronology. Called through record.recording."""

from __future__ import annotations

from datetime import datetime, time

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.record import codes
from kittiwake.record.models import Child, Entry, Track
from kittiwake.ui.dates import LONDON

# The line of a track; its page is where what the track brings is seen.
TRACK_ENTRY = "duties.track"


def enter(child: Child, *, kind: str, summary: str, happened_at: datetime, by: User, at: datetime) -> Entry:
    """One line on the chronology. Each area's recording function makes its typed row right after."""
    return Entry.objects.create(
        child=child, kind=kind, summary=summary[:300], happened_at=happened_at, recorded_at=at, by=by
    )


def took_place(entry: Entry, *, summary: str, happened_at: datetime) -> None:
    """What was planned has happened, or has not: its line on the chronology says so, and when."""
    Entry.objects.filter(pk=entry.pk).update(summary=summary[:300], happened_at=happened_at)
    entry.refresh_from_db()


def give_line(track: Track, *, by: User, at: datetime) -> None:
    day = datetime.combine(track.starts_on, time.min, LONDON)
    summary = f"{codes.TRACK.label(track.kind)} from this day"
    track.entry = enter(track.child, kind=TRACK_ENTRY, summary=summary, happened_at=day, by=by, at=at)
    Track.objects.filter(pk=track.pk).update(entry=track.entry)


def give_tracks_their_lines(child: Child) -> None:
    """Those recorded before every track had a line on the chronology."""
    for track in Track.objects.filter(child=child, entry=None).exclude(ends_on=F("starts_on")):
        give_line(track, by=User.objects.system(), at=track.recorded_at)
