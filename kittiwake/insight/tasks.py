"""By the clock: figures that were kept for a day that is over are of no more use to anybody."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.insight import recording


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="clear_kept_figures")
def clear_kept_figures(timestamp: int) -> None:
    recording.clear_away(now())
