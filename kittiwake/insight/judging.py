"""What the cases of a measure were judged by, where that is a time limit: when it was due, and when it was done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from kittiwake.access.viewer import Viewer
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.definition import Measure
from kittiwake.ui.dates import short_moment


def judged_by(measure: Measure, viewer: Viewer, cases: Collection[int]) -> dict[int, str]:
    """By the entry each case is about. Nothing for a measure that judges by no limit, or by one that runs on no entry."""
    if measure.about != "entry" or not measure.reads:
        return {}
    words: dict[int, list[str]] = defaultdict(list)
    clocks = viewer.see(Clock).filter(entry__in=cases, key__in=measure.reads)
    for clock in clocks.order_by("due_at", "pk"):
        words[clock.entry_id].append(_said(clock))
    return {entry: "; ".join(said) for entry, said in words.items()}


def _said(clock: Clock) -> str:
    first = f" (at first {short_moment(clock.due_first_at)})" if clock.due_first_at else ""
    due = f"Due {short_moment(clock.due_at)}{first}"
    if clock.stopped_at:
        return f"{due}, done {short_moment(clock.stopped_at)}"
    if clock.cancelled_at:
        return f"{due}, no longer asked since {short_moment(clock.cancelled_at)}"
    return f"{due}, not done"
