"""Which worker an account belongs to. Accounts themselves are written by accounts.recording."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.council.people import events
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.models import Worker
from kittiwake.record.recording import teams

YOURSELF = "Somebody else says which worker you are: ask another system administrator."


@whole()
def tie(user: User, *, worker: Worker | None, by: User, at: datetime) -> Worker:
    """They are this worker, known from a list that was brought in, and their children are theirs to see; without one, a
    worker who is new here. Decided by a person: two of one name may be two.

    Refuses one's own account, one that is a worker's already, and a worker who has another account or has left.
    """
    if user.pk == by.pk:
        raise NotYours(YOURSELF)
    if Worker.objects.filter(user=user).exists():
        raise Refused(f"{user.name} is known as a worker already.", field="worker")
    if worker is None:
        worker = teams.new_worker(user.name, user=user)
    elif not teams.give_account(worker, user):
        raise Refused(f"{worker} has an account already, or has left. Choose again.", field="worker")
    history.write(events.TIED, user, by=by, at=at, changes={"worker": (None, worker.name)})
    return worker
