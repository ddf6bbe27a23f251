"""Who is told at once that a child is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kittiwake.access.telling import workers_of
from kittiwake.outbox.models import Notice
from kittiwake.practice.missing.models import Episode


def while_missing(notice: Notice, at: datetime) -> Iterable[int] | None:
    """Their workers; nothing once the child is back, as in a list of past absences that is brought in."""
    if not Episode.objects.open(at).filter(pk=notice.subject_id).exists():
        return None
    return workers_of(notice.child_id or 0, at)
