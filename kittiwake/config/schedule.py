"""What workers do by the clock: look after the jobs themselves, and note how far the log of reading goes.

What an area does by the clock is in its own `tasks`, which are found by that name.
"""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate import JobContext, builtin_tasks
from procrastinate.contrib.django import app

KEEP_HOURS = 24 * 7


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="take_up", pass_context=True)
async def take_up(context: JobContext, timestamp: int) -> None:
    """A job whose worker has died is taken up again by one that lives. Every job can be started afresh."""
    for job in await app.job_manager.get_stalled_jobs():
        await app.job_manager.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="clear_away", pass_context=True)
async def clear_away(context: JobContext, timestamp: int) -> None:
    await builtin_tasks.remove_old_jobs(
        context, max_hours=KEEP_HOURS, remove_failed=True, remove_cancelled=True
    )


@app.periodic(cron="*/20 * * * *")
@app.task(queueing_lock="clear_unsent")
def clear_unsent(timestamp: int) -> None:
    """What was typed into a form after a session was over is kept for some hours only."""
    from kittiwake.accounts.unsent import recording as unsent

    unsent.clear_away()


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="note_head")
def note_head(timestamp: int) -> None:
    from kittiwake.access import anchoring

    anchoring.note(now())


@app.periodic(cron="30 6 * * *")
@app.task(queueing_lock="post_head")
def post_head(timestamp: int) -> None:
    from kittiwake.access import anchoring

    anchoring.post(now())


@app.periodic(cron="1 0 * * *")
@app.task(queueing_lock="begin_next_roles")
def begin_next_roles(timestamp: int) -> None:
    """As a day begins: whoever has another role from today. Until this has run, they begin it as they sign in."""
    from kittiwake.accounts import recording as accounts

    accounts.begin_next_roles(now())


@app.periodic(cron="7 0 * * *")
@app.task(queueing_lock="settle_clocks")
def settle_clocks(timestamp: int) -> None:
    """As a day begins: a birthday from which something is owed, an end that was set for it, a holiday now published."""
    from kittiwake.primitives.clocks.duties.recording import settle_everybody

    settle_everybody(now())
