"""How a clock looks: a word and a colour."""

from __future__ import annotations

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from kittiwake.primitives.clocks import citing, rules
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import local_date
from kittiwake.ui.templatetags.govuk import tag

register = template.Library()
LOOKS = {
    rules.State.STOPPED_IN_TIME: ("In time", "green"),
    rules.State.STOPPED_LATE: ("Late", "orange"),
    rules.State.OVERDUE: ("Overdue", "red"),
    rules.State.DUE_SOON: ("Due soon", "yellow"),
    rules.State.RUNNING: ("Running", "blue"),
}


@register.filter
def cited(source: str) -> str:
    """A rule's source as it reads today."""
    return citing.cited(source, local_date(timezone.now()))


@register.simple_tag
def clock_tag(clock: Clock) -> SafeString:
    if clock.cancelled_at:
        return tag("Cancelled", "grey")
    return tag(*LOOKS[rules.state(clock.due_at, clock.stopped_at, timezone.now(), clock.due_soon_at)])
