"""By the clock: what waits is sent, and what was sent long ago is cleared away."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.outbox import recording, sending


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_waiting")
def send_waiting(timestamp: int) -> None:
    sending.send_waiting(now())


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="ask_after_messages")
def ask_after(timestamp: int) -> None:
    sending.ask_after(now())


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="clear_outbox")
def clear_outbox(timestamp: int) -> None:
    recording.clear_away(now())
