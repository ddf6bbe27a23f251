"""By the clock: an action whose change did not last is opened again, whoever recorded what followed, and however."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.audits.effects.recording import reopen_what_did_not_last


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="reopen_audit_actions")
def reopen_audit_actions(timestamp: int) -> None:
    with acting_as_system() as system:
        reopen_what_did_not_last(by=system, at=now())
