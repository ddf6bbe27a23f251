"""By the clock: figures that were kept for a day that is over are of no more use to anybody."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.insight.models import KeptFigures


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="clear_kept_figures")
def clear_kept_figures(timestamp: int) -> None:
    clear_away()


def clear_away() -> None:
    """The figures first: a note of a change is needed for as long as anything counted before it is kept."""
    with acting_as_system(), connection.cursor() as cursor:
        KeptFigures.objects.filter(made_at__lt=now() - timedelta(days=1)).delete()
        cursor.execute("SELECT insight_forget()")
