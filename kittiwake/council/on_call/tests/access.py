"""Who may open the rota. It is about no child."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.council.on_call import recording
from kittiwake.council.on_call.models import Shift
from tests.matrix.pages import Made, lists, writes

HOUR = timedelta(hours=1)


def make(made: Made) -> None:
    """Somebody who is on call tomorrow."""
    made["shift"] = _shift(made).pk


def _shift(made: Made) -> Shift:
    starts_at = made.at + (24 + Shift.objects.count()) * HOUR
    by, user = made.by, made.people["worker"]
    return recording.put_on_call(user, starts_at=starts_at, ends_at=starts_at + HOUR, by=by, at=made.at)


def _more(made: Made, more: int) -> None:
    for _ in range(more):
        _shift(made)


PAGES = [
    lists("on_call:rota", Power.SEE_BOARD, grows=_more, at_most=12),
    writes("on_call:put_on_call", Power.OVERSEE),
    writes("on_call:take_off", Power.OVERSEE, pk="shift", of_a_child=False),
]
