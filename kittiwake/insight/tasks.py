"""By the clock: figures that were kept for a day that is over are of no more use to anybody; a quarter that has settled is
published before anybody asks for it."""

from __future__ import annotations

from django.db import connection
from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.insight import recording
from kittiwake.insight.disclosure.published import publish_missing
from kittiwake.insight.settings import sizes
from kittiwake.insight.waiting.recording import FOR_A_STATEMENT
from kittiwake.time.moments import local_date


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="clear_kept_figures")
def clear_kept_figures(timestamp: int) -> None:
    recording.clear_away(now())


@app.periodic(cron="11 4 * * *")
@app.task(queueing_lock="publish_quarters")
def publish_quarters(timestamp: int) -> None:
    with acting_as_system():
        with connection.cursor() as cursor:
            cursor.execute(FOR_A_STATEMENT)
        today = local_date(now())
        publish_missing(today, sizes(today))
