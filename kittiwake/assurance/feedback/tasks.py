"""By the clock: rounds are opened and closed on their days, and children asked after what has ended since."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.feedback import recording


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="keep_rounds")
def keep_rounds(timestamp: int) -> None:
    with acting_as_system() as system:
        recording.keep_rounds(by=system, at=now())
