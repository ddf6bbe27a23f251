"""What came of an entry, for the chronology: its outcome, who was seen, and what the child said. One query a kind. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.return_interviews.models import NotHeld, Offer, ReturnInterview
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.record.models import Entry, Words
from kittiwake.time.moments import Moment
from kittiwake.ui.dates import long_date, long_moment

Lines = list[str]


@dataclass
class Happened:
    """What a line of the chronology tells beside its summary."""

    lines: Lines = field(default_factory=list)
    quotes: Lines = field(default_factory=list)  # the child's own words


def _episode(one: Episode) -> Lines:
    if one.returned_at is None:
        return [one.outcome.title]
    back = long_moment(Moment(one.returned_at, one.returned_time_known))
    return [f"Returned {back}{f': {one.returned_how}' if one.returned_how else ''}"]


def _offer(one: Offer) -> Lines:
    return [f"Answer: {one.get_answer_display()}{f'. {one.why}' if one.why else ''}"]


def _not_held(one: NotHeld) -> Lines:
    what = f"Put off to {long_date(one.until_on)}" if one.until_on else "No interview"
    return [f"{what}: {one.get_reason_display().lower()}. {one.words}"]


def _interview(one: ReturnInterview) -> Lines:
    return [f"Held by {one.interviewer_name}{_alone(one.alone, one.who_else)}", one.analysis]


def _session(one: Session) -> Lines:
    if one.missed:
        return [f"{one.get_missed_display()}. {one.missed_words}".strip()]
    if one.held_at is None:
        return ["Planned"]
    seen = "Not seen" if one.seen is False else f"Seen by {one.worker_name}{_alone(one.alone, one.who_else)}"
    return [seen, one.tried, one.changed]


def _alone(alone: bool | None, who_else: str) -> str:
    if alone:
        return ", alone"
    return f", with {who_else}" if who_else else ", with somebody else there" if alone is False else ""


def _risk(one: PresentingRisk) -> Lines:
    closed = f"Closed on {long_date(one.closed_at)}: {one.closed_reason}" if one.closed_at else ""
    return [f"{one.get_level_display()}: {one.why}", closed]


def _part(one: Part) -> Lines:
    decided = "; ".join(decision.what for decision in one.decisions.all())
    return [one.get_outcome_display() if one.outcome else "", f"Decided: {decided}" if decided else ""]


def _reply(one: Reply) -> Lines:
    how = one.get_told_how_display().lower()
    told = f"Told on {long_date(one.told_at)}, {how}, by {one.told_by}" if one.told_at else "Not told yet"
    return [told, one.will_do]


# Kind of entry: its rows, and what one of them tells.
TELLING: dict[str, tuple[Any, Callable[[Any], Lines]]] = {
    "missing.episode": (Episode, _episode),
    "return_interviews.offer": (Offer, _offer),
    "return_interviews.not_held": (NotHeld, _not_held),
    "return_interviews.interview": (ReturnInterview, _interview),
    "direct_work.session": (Session, _session),
    "risk.presenting_risk": (PresentingRisk, _risk),
    "meetings.meeting": (Part, _part),
    "replies.reply": (Reply, _reply),
}
TOGETHER = {Part: ("decisions",)}


def what_happened(viewer: Viewer, entries: Iterable[Entry]) -> dict[int, Happened]:
    """By the key of the entry; only from rows that the viewer may see."""
    of_kind: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        of_kind[entry.kind].append(entry.pk)
    found: dict[int, Happened] = defaultdict(Happened)
    for kind in of_kind.keys() & TELLING.keys():
        model, tell = TELLING[kind]
        rows = viewer.see(model).filter(pk__in=of_kind[kind])
        for row in rows.prefetch_related(*TOGETHER.get(model, ())):
            found[row.pk].lines = [line for line in tell(row) if line.strip()]
    every = [pk for pks in of_kind.values() for pk in pks]
    for words in viewer.see(Words).filter(entry__in=every).order_by("said_at", "pk"):
        found[words.entry_id].quotes.append(words.text)
    return found
