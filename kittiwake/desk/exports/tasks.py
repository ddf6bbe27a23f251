"""By the clock: copies are kept for a day."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.desk.exports import recording


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="clear_copies")
def clear_copies(timestamp: int) -> None:
    with acting_as_system():
        recording.clear_away(now())
