"""A worker makes the lists somebody asked for, as that person, anew: what they may not see any more is not in them."""

from __future__ import annotations

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.exchange.background import progress
from kittiwake.exchange.child_lists import recording
from kittiwake.exchange.models import ChildLists


class Stopped(RuntimeError):
    """Says which lists stopped and nothing of what they hold: this is what logs are given."""


@app.task(queue="exports")
def make(lists_id: int) -> None:
    """Done once too often, it does nothing; taken up again after a worker died, it starts afresh."""
    with acting_as_system():
        asked = ChildLists.objects.select_related("user").filter(pk=lists_id, made_at=None).first()
    if asked is None:
        return
    try:
        _make(asked)
    except Exception as error:
        with acting_as_system() as system:
            recording.note_broken(asked, by=system, at=now())
        # The error's own words may quote a row: its kind and the number are enough to find it.
        raise Stopped(f"Lists {lists_id} stopped: {type(error).__name__}") from None


def _make(asked: ChildLists) -> None:
    tell = progress.of(asked)
    person = User.objects.get(pk=asked.user_id, is_active=True)
    lists = recording.read(
        person, asked.on, progress=lambda done, total: tell(done * 100 // total if total else 0)
    )
    with acting_as_system() as system:
        recording.keep(asked, lists, by=system, at=now())


@app.periodic(cron="41 * * * *")
@app.task(queueing_lock="clear_child_lists")
def clear_lists(timestamp: int) -> None:
    recording.clear_away(now())
