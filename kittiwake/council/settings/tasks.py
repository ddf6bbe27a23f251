"""By the clock: a name that was set for a day to come is the agency's from that day."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.council.settings import recording


@app.periodic(cron="4 0 * * *")
@app.task(queueing_lock="name_agency")
def name_agency(timestamp: int) -> None:
    with acting_as_system():
        recording.name_agency(now())
