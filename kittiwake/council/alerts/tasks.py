"""By the clock: whoever is to be told at once is told within a minute, and of the day's work once a day."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.council.alerts import recording, rules
from kittiwake.outbox import sending
from kittiwake.time.calendar import england_and_wales


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="tell")
def tell(timestamp: int) -> None:
    """Until nothing is left: of a long list that was brought in, hardly anything is still so."""
    while _tell_some() == recording.AT_A_TIME:
        pass


def _tell_some() -> int:
    with acting_as_system():
        number = recording.tell(now())
    if number:
        sending.send_waiting(now())
    return number


@app.periodic(cron="3,33 * * * *")
@app.task(queueing_lock="remind")
def remind(timestamp: int) -> None:
    if rules.is_daily_due(now(), england_and_wales().is_working_day):
        with acting_as_system():
            recording.remind(now())
