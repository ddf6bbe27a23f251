"""A risk that rises speaks against a change that is about being safer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.practice.risk.models import Raised
from kittiwake.primitives.measures.adverse import Adverse, Fact

KEY = "risk"


def rose(child_id: int, since: datetime, until: datetime) -> Iterator[Fact]:
    """Opened, or judged higher than before."""
    judged_higher = Raised.objects.filter(child=child_id, since_at__gte=since, since_at__lte=until)
    judged_higher = judged_higher.filter(risk__entry__struck_out_at=None).select_related("risk", "movement")
    for raised in judged_higher:
        words = f"{raised.risk} judged {raised.get_level_to_display().lower()}"
        yield Fact(KEY, raised.risk_id, raised.since_at, raised.movement.at, words)


ADVERSE = [Adverse(KEY, "Risk and harm", "They are safer from what or whom harms them.", rose)]
