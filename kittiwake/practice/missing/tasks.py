"""By the clock: nobody is a missing child after their 18th birthday, and whoever listens is let in, also where they came late."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.closing import recording


@app.periodic(cron="2 * * * *")
@app.task(queueing_lock="close_at_18")
def close_at_18(timestamp: int) -> None:
    with acting_as_system() as system:
        recording.close_at_18(by=system, at=now())


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="let_late_interviewers_in")
def let_late_interviewers_in(timestamp: int) -> None:
    with acting_as_system() as system:
        missing.let_late_interviewers_in(by=system, at=now())
