"""Recording and undoing a large import take minutes: a page asks for it, and a worker does it in the background.

What was asked stands on the import itself, and is taken off by the same transaction that does it. So an import is being
worked on or it is not, whatever became of the worker; asked for twice, it is done once.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.exchange import events, recording
from kittiwake.exchange.background import progress
from kittiwake.exchange.models import Import
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole

STEPS = {Import.RECORD: recording.commit, Import.UNDO: recording.undo}
MISTAKE = "Kittiwake made a mistake here, and nothing of it was kept. Tell whoever runs it, then ask again."


class Stopped(RuntimeError):
    """Says which import stopped and nothing of what it holds: this is what logs are given."""


@whole()
def ask(batch: Import, what: str, *, by: User, at: datetime) -> None:
    """Have the import recorded (Import.RECORD) or taken back (Import.UNDO) in the background.

    Raises Refused when it is being worked on, was undone or discarded, or was never recorded.
    """
    standing = Import.objects.select_for_update().get(pk=batch.pk)
    if standing.asked:
        raise Refused("This import is being worked on already. Wait until that has ended.")
    if standing.undone_at or standing.discarded_at:
        raise Refused("This import was undone or discarded. Start it again from the file.")
    if what == Import.UNDO and not standing.recorded_at:
        raise Refused("There is nothing to undo in this import. Open it to see what became of it.")
    Import.objects.filter(pk=batch.pk).update(asked=what, asked_at=at, stopped_because="")
    history.write(events.ASKED, standing, by=by, at=at, changes={"To be done": ("", what)})
    work_on.defer(import_id=batch.pk, user_id=by.pk)


# Jobs that were asked for under the name this had before are done too.
@app.task(queue="imports", lock="imports", aliases=["kittiwake.exchange.recording_of_asking.work_on"])
def work_on(import_id: int, user_id: int) -> None:
    """Do what was asked, one import at a time: two lists may be about the same absence.

    Taken up again after a worker died, it starts afresh; done once too often, it does nothing.
    """
    with acting_as_system():
        batch, by = Import.objects.get(pk=import_id), User.objects.get(pk=user_id)
    if not batch.asked:
        return
    try:
        STEPS[batch.asked](batch, by=by, at=now(), progress=progress.of(batch))
    except Refused as refused:
        _stop(batch, str(refused), by=by)
    except Exception as error:
        _stop(batch, MISTAKE, by=by)
        # The error's own words may quote a row: its kind and the import's number are enough to find it.
        raise Stopped(f"Import {import_id} stopped: {type(error).__name__}") from None


def _stop(batch: Import, why: str, *, by: User) -> None:
    with acting_as_system():
        Import.objects.filter(pk=batch.pk).update(asked="", stopped_because=why)
        history.write(events.STOPPED, batch, by=by, at=now())
