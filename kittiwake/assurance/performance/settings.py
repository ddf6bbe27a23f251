"""How soon a member is answered: the council's own, from a day on."""

from __future__ import annotations

from datetime import datetime

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, working_days

ANSWER = Standard(
    key="performance.answer",
    title="A member’s question answered",
    within=working_days(10),
    source="Local: councils differ, and no law says it",
    local=True,
)


def answer_due(asked_at: datetime) -> datetime:
    return limits.due(ANSWER, asked_at).due_at
