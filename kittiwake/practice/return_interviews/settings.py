"""What the council sets about return interviews, where the guidance leaves the number to it."""

from __future__ import annotations

from datetime import datetime

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, days, times
from kittiwake.time.moments import local_date

ASKED = Standard(
    key="return_interviews.times_asked",
    title="Times a child is asked before their no ends the duty",
    within=times(2),
    source="Local: {missing_children} keeps the offer open; asked once, and again at another time or by somebody else",
    local=True,
)
AGAIN_WITHIN = Standard(
    key="return_interviews.again_within",
    title="Missing again soon after an interview",
    within=days(30),
    source="Local: looked at for 30 days after the interview",
    local=True,
)


def times_asked(returned_at: datetime | None) -> int:
    """How often a child is asked, as it was in force when they came back."""
    if returned_at is None:
        return ASKED.within.count
    return limits.count(ASKED, local_date(returned_at))
