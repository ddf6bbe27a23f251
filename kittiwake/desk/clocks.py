"""What a clock is called, wherever it is shown beside clocks of other areas."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kittiwake.desk.addresses import page_of_entry
from kittiwake.practice.direct_work import rules as direct_work
from kittiwake.practice.meetings import rules as meetings
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.placements import rules as placements
from kittiwake.practice.risk import rules as risk
from kittiwake.practice.transitions import rules as transitions
from kittiwake.primitives.clocks import rules
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.templatetags.clocks import LOOKS
from kittiwake.ui.dates import relative, weekday_moment

STANDARDS = (
    missing.INTERVIEW_OFFER,
    missing.RETURN_INTERVIEW,
    placements.NOTICE,
    placements.NEARER,
    *direct_work.STANDARDS,
    *meetings.STANDARDS,
    *transitions.STANDARDS,
    *risk.REASSESSMENTS,
    risk.AFTER_SCREENING,
)
TITLES = {standard.key: standard.title for standard in STANDARDS}


def title(clock: Clock) -> str:
    return TITLES.get(clock.key) or clock.key.split(".")[-1].replace("_", " ").capitalize()


def task(clock: Clock, at: datetime, *, name: str = "") -> dict[str, Any]:
    """A row for ui/_task_list.html. `name` is whose it is, where the list is of several children."""
    text, colour = LOOKS[rules.state(clock.due_at, clock.stopped_at, at, clock.due_soon_at)]
    return {
        "title": f"{name}: {title(clock).lower()}" if name else title(clock),
        "href": page_of_entry(clock.entry.kind, clock.entry_id),
        "hint": f"Due {weekday_moment(clock.due_at)}, {relative(clock.due_at, at)}",
        "status": {"text": text, "colour": colour},
    }
