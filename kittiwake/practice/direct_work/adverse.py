"""A session that we missed speaks against a change that is about being seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kittiwake.practice.direct_work.models import Session
from kittiwake.primitives.measures.adverse import Adverse, Fact

KEY = "seen"


def missed(child_id: int, since: datetime, until: datetime) -> Iterator[Fact]:
    """Whoever did not come: the child was not seen."""
    sessions = Session.objects.standing().filter(child=child_id, planned_at__gte=since, planned_at__lte=until)
    rows: Any = sessions.exclude(missed="").values_list("pk", "planned_at", "entry__recorded_at")
    for pk, at, recorded_at in rows:
        yield Fact(KEY, pk, at, max(at, recorded_at), "a session was missed")


ADVERSE = [Adverse(KEY, "Being seen and heard", "Somebody they trust sees them.", missed)]
