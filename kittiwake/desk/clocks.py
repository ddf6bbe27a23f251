"""What a clock is called, wherever it is shown beside clocks of other areas."""

from __future__ import annotations

from datetime import datetime

from django.utils.text import capfirst

from kittiwake.primitives.clocks import rules
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.templatetags.clocks import LOOKS
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import due


def title(clock: Clock) -> str:
    declared = standards().get(clock.key)
    return declared.title if declared else clock.key.split(".")[-1].replace("_", " ").capitalize()


def task(clock: Clock, at: datetime) -> Task:
    look = LOOKS[rules.state(clock.due_at, clock.stopped_at, at, clock.due_soon_at)]
    hint = str(capfirst(due(clock.due_at, at)))
    return Task(title(clock), clock.entry.get_absolute_url(), hint, Status(*look))
