"""By the clock: copies are kept for a day. Their jobs are found here, too."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.desk.exports import recording
from kittiwake.desk.exports.making import make

__all__ = ["clear_copies", "make"]


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="clear_copies")
def clear_copies(timestamp: int) -> None:
    with acting_as_system():
        recording.clear_away(now())
