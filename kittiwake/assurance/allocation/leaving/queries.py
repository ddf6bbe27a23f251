"""What is still a worker's before they leave, also where whoever asks may not see whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection

from kittiwake.record.models import Worker


@dataclass(frozen=True)
class Remaining:
    """On a day or after it."""

    children: int
    actions: int
    drafts: int


def remaining_with(worker: Worker, on: date) -> Remaining:
    with connection.cursor() as cursor:
        cursor.execute("SELECT children, actions, drafts FROM allocation_left_with(%s, %s)", [worker.pk, on])
        return Remaining(*(cursor.fetchone() or (0, 0, 0)))
