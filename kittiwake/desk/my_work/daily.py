"""How much waits for one person today, for whoever is told once a day. Reads only."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from kittiwake.access.viewer import Viewer
from kittiwake.access.waits import Waits
from kittiwake.areas.area import declared
from kittiwake.council.alerts.daily import NeedsMe
from kittiwake.desk.my_work.showing import MyWork
from kittiwake.primitives.shared_pages.rules import Stretch
from kittiwake.queries.together import together


def how_much(viewer: Viewer, at: datetime) -> int:
    """What is late or to be done now, and what only they can decide: as many as the front page shows of these."""
    items = MyWork(viewer, at).items
    theirs = [waits for waits in declared(Waits) if viewer.may(waits.power)]
    decisions: tuple[int, ...] = together(*(partial(waits.count, viewer, at) for waits in theirs))
    return sum(item.stretch is not Stretch.LATER for item in items) + sum(decisions)


NEEDS_ME = NeedsMe(how_much)
