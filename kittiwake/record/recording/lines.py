"""Writing a line on a child's chronology. Called through record.recording."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from kittiwake.accounts.models import User
from kittiwake.history.refusal import Doubled, is_somebody_asked, looks_the_same
from kittiwake.record import codes
from kittiwake.record.kinds import entry_kinds, kind_of_tracks
from kittiwake.record.models import Child, Entry, Track
from kittiwake.time.moments import LONDON, local
from kittiwake.ui.dates import clock_time

# Two accounts of one event seldom name the same minute, and come soon after each other.
THE_SAME_WITHIN = timedelta(hours=1)


def enter(
    child: Child,
    *,
    kind: str,
    summary: str,
    happened_at: datetime,
    by: User,
    at: datetime,
    replaces: Entry | None = None,
) -> Entry:
    """One line on the chronology. Each area's recording function makes its typed row right after.

    Asks, where there is somebody to ask, whether it is another when the same was recorded within the hour; not of the
    line that `replaces` names, whose place it takes with other words.

    Raises LookupError for a kind that no area declares: it would have no page, and nobody outside would be kept from it.
    """
    if kind not in entry_kinds():
        raise LookupError(f"No area declares entries of the kind {kind}.")
    summary = summary[:300]
    same = _the_same(child, kind, summary, happened_at, by=by, at=at) if is_somebody_asked() else None
    if same and same != replaces:
        looks_the_same(Doubled(_looks_like(same), where=same.get_absolute_url()))
    return Entry.objects.create(
        child=child, kind=kind, summary=summary, happened_at=happened_at, recorded_at=at, by=by
    )


def _the_same(
    child: Child, kind: str, summary: str, happened_at: datetime, *, by: User, at: datetime
) -> Entry | None:
    """What was recorded lately in the same words about the same hour, and not by this very call."""
    lately = Entry.objects.standing().filter(child=child, kind=kind, summary=summary)
    about = (happened_at - THE_SAME_WITHIN, happened_at + THE_SAME_WITHIN)
    lately = lately.filter(recorded_at__gt=at - THE_SAME_WITHIN, happened_at__range=about)
    return lately.exclude(recorded_at=at, by=by).select_related("by").order_by("-recorded_at").first()


def _looks_like(same: Entry) -> str:
    recorded = f"{same.by.name} recorded at {clock_time(local(same.recorded_at))}"
    return f"This looks the same as “{same.summary}”, which {recorded}. Say whether it is another"


def took_place(entry: Entry, *, summary: str, happened_at: datetime) -> None:
    """What was planned has happened, or has not: its line on the chronology says so, and when."""
    Entry.objects.filter(pk=entry.pk).update(summary=summary[:300], happened_at=happened_at)
    entry.refresh_from_db()


def give_line(track: Track, *, by: User, at: datetime) -> None:
    day = datetime.combine(track.starts_on, time.min, LONDON)
    summary = f"{codes.TRACK.label(track.kind)} from this day"
    track.entry = enter(track.child, kind=kind_of_tracks(), summary=summary, happened_at=day, by=by, at=at)
    Track.objects.filter(pk=track.pk).update(entry=track.entry)


def give_lines(tracks: Iterable[Track]) -> bool:
    """To those recorded before every track had a line on the chronology. Whether there were any."""
    without = [track for track in tracks if track.entry_id is None]
    for track in without:
        give_line(track, by=User.objects.system(), at=track.recorded_at)
    return bool(without)
