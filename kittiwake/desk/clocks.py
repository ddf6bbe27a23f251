"""What a clock is called, wherever it is shown beside clocks of other areas."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.text import capfirst

from kittiwake.desk.addresses import page_of_entry
from kittiwake.primitives.clocks import rules
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.templatetags.clocks import LOOKS
from kittiwake.ui.dates import due


def title(clock: Clock) -> str:
    declared = standards().get(clock.key)
    return declared.title if declared else clock.key.split(".")[-1].replace("_", " ").capitalize()


def task(clock: Clock, at: datetime, *, name: str = "") -> dict[str, Any]:
    """A row for ui/_task_list.html. `name` is whose it is, where the list is of several children."""
    text, colour = LOOKS[rules.state(clock.due_at, clock.stopped_at, at, clock.due_soon_at)]
    return {
        "title": f"{name}: {title(clock).lower()}" if name else title(clock),
        "href": page_of_entry(clock.entry.kind, clock.entry_id),
        "hint": capfirst(due(clock.due_at, at)),
        "status": {"text": text, "colour": colour},
    }
