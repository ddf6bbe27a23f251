"""Who may open the pages that cut across areas."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.missing.tests.access import away_and_back, more_children
from kittiwake.practice.replies.rules import TOLD
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.record import recording as record
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, takes, writes


def make(made: Made) -> None:
    tracks = made.child.tracks.filter(kind="child_in_need", ends_on=None)
    made["track"] = tracks.first() or record.start_track(
        made.child,
        kind="child_in_need",
        starts_on=local_date(made.at) - timedelta(days=40),
        by=made.by,
        at=made.at,
    )


def _more_entries(made: Made, more: int) -> None:
    have = made.child.entries.count()
    for number in range(have, have + more):
        away_and_back(made.child, 100 + number, made)


def _limits_set(made: Made, more: int) -> None:
    have = LocalLimit.objects.filter(key=TOLD.key).count()
    for version in range(have, have + more):
        facts = {"count": 6 + version, "effective_from": local_date(made.at), "why": "x", "version": version}
        set_limit(TOLD, **facts, by=made.somebody(version), at=made.at)


def _more_tracks(made: Made, more: int) -> None:
    """One after the other, all of them over."""
    have = made.child.tracks.filter(kind="early_help").count()
    for number in range(have, have + more):
        starts_on = local_date(made.at) - timedelta(days=900 - 10 * number)
        days = {"starts_on": starts_on, "ends_on": starts_on + timedelta(days=5)}
        record.start_track(made.child, kind="early_help", **days, by=made.by, at=made.at)


PAGES = [
    lists("desk:my_work", Power.SIGN_IN, grows=more_children, at_most=12),
    writes("desk:late_work", Power.RECORD_MEETINGS, grows=more_children, at_most=22),
    takes("desk:look", Power.APPROVE),
    lists("desk:board", Power.SEE_BOARD, grows=more_children, at_most=12),
    lists("desk:more", Power.SIGN_IN),
    writes("desk:search", Power.SEARCH, sends={"sought": "Matrix"}, grows=more_children, at_most=12),
    reads("desk:child", Power.SEE_CHILD, pk="child", grows=_more_entries, at_most=12),
    writes(
        "desk:chronology",
        Power.SEE_CHRONOLOGY,
        sends={"words": "x"},
        pk="child",
        grows=_more_entries,
        at_most=12,
    ),
    reads("desk:print_chronology", Power.SEE_CHRONOLOGY, pk="child"),
    writes("desk:add_child", Power.REPORT),
    writes("desk:change_child", Power.REPORT, pk="child"),
    writes("desk:add_name", Power.REPORT, pk="child"),
    reads("desk:tracks", Power.SEE_CHILD, pk="child", grows=_more_tracks, at_most=10),
    writes("desk:start_track", Power.REPORT, pk="child"),
    writes("desk:end_track", Power.REPORT, pk="track"),
    writes("desk:take_back_track", Power.REPORT, pk="track"),
    lists("desk:standards", Power.SEE_FIGURES, grows=_limits_set, at_most=12),
    reads("desk:standard", Power.SEE_FIGURES, at={"slug": TOLD.slug}, grows=_limits_set, at_most=12),
    writes("desk:set_limit", Power.SET_STANDARDS, at={"slug": TOLD.slug}),
]
