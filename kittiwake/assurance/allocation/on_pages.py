"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.cover.queries import covering
from kittiwake.primitives.measures.links import Mend, Mends
from kittiwake.primitives.shared_pages.my_work import ChildGroup, TheirsToo
from kittiwake.record.models import Worker


def covered(worker: Worker, viewer: Viewer, at: datetime) -> Iterator[ChildGroup]:
    """Of each colleague who is away."""
    for cover in covering(worker, viewer, at):
        title = f"You cover for {cover.away.worker} {cover.away.until} ({len(cover.children)})"
        yield ChildGroup(title, cover.away.words, cover.children)


GIVE_AWAY = Mend("Give a child to somebody else", "allocation:leave", Power.OVERSEE, "worker")


PARTS = [
    TheirsToo(covered),
    Mends("workforce.over_cap", GIVE_AWAY),
]
