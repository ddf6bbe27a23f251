"""Who may open the pages of duties."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.duties import recording, rules
from kittiwake.record.models import Track
from kittiwake.time.moments import Moment, local_date
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("duties.done"), made.by, made.at
    on, kind = local_date(at) - timedelta(days=40), "child_in_need"
    track = Track.objects.filter(child=made.child, kind=kind, ends_on=None, entry__isnull=False).first()
    track = track or recording.start_track(made.child, kind=kind, starts_on=on, by=by, at=at)
    made["track"], made["line"] = track, track.entry
    done = Moment(at - timedelta(days=3))
    made["done"] = recording.say_done(
        made.child, kind=rules.HEALTH, done=done, who=word, words=word, by=by, at=at
    )


def _more_tracks(made: Made, more: int) -> None:
    """One after the other, all of them over."""
    have = made.child.tracks.filter(kind="early_help").count()
    for number in range(have, have + more):
        starts_on = local_date(made.at) - timedelta(days=900 - 10 * number)
        days = {"starts_on": starts_on, "ends_on": starts_on + timedelta(days=5)}
        recording.start_track(made.child, kind="early_help", **days, by=made.by, at=made.at)


PAGES = [
    reads("duties:track", Power.SEE_CHILD, pk="line"),
    reads("duties:tracks", Power.SEE_CHILD, pk="child", grows=_more_tracks, at_most=10),
    writes("duties:start_track", Power.REPORT, pk="child"),
    writes("duties:end_track", Power.REPORT, pk="track"),
    writes("duties:take_back_track", Power.REPORT, pk="track"),
    reads("duties:done", Power.SEE_CHILD, pk="done"),
    writes("duties:say_done", Power.REPORT, child_pk="child"),
    writes("duties:strike_out", Power.RECORD, pk="done"),
]
