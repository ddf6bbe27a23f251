"""What is drawn beside the world of going missing: who was whose worker in the year to 30 November 2026.

Ash had four workers, three changes of them within the year, and has had the last since September. Briar has had one
all along. Rowan, in care, lost theirs on Thursday 26 November and is covered by duty. Hazel, in care, has had nobody
since the 20th. Fern, newly held by a team, has waited since the 24th; Bracken's worker left on the 10th and the row says
nothing of it. Linden and Teasel have the same worker since long ago.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from kittiwake.record import recording as record
from kittiwake.record.models import Child, Worker
from tests.cast import Cast, make_child

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

DRAWN = {
    "P58": (4, 8, 4 / 8),  # Ash, Briar, Linden, Teasel; not Rowan, Hazel, Fern, Bracken
    "P59": (2, None, 2),  # Hazel, due on the 27th; Bracken. Fern is due on 1 December, Rowan on the 3rd
    "P59b": (2, None, 2),  # Hazel, and Rowan, due on Friday the 27th
    "P60": (1, 3, 1 / 3),  # Ash, of Ash, Rowan and Hazel; the others are on no such track
    "P60b": (None, 3, 0.0),  # 3, 0, 0
    "P61": (3, 7, 3 / 7),  # Briar, Linden, Teasel; of all but Fern
    "P61b": (3, 7, 3 / 7),
}


def draw(cast: Cast) -> None:
    for name, on in (("colleague", (2026, 2, 2)), ("outsider", (2026, 6, 1)), ("exploitation_worker", (2026, 9, 1))):
        _allocate(cast, cast.ash, cast.workers[name], date(*on))
    _allocate(cast, cast.rowan, cast.workers["early_help_worker"], date(2026, 11, 26), is_cover=True)
    _allocate(cast, cast.hazel, None, date(2026, 11, 20))
    fern = record.add_child(forenames="Fern", surname="Frost", by=cast.system, at=AT)
    _allocate(cast, fern, None, date(2026, 11, 24))
    gone = Worker.objects.create(name="Gone", ends_on=date(2026, 11, 10))
    make_child("Bracken", "Brook", cast.north, gone)


def _allocate(cast: Cast, child: Child, worker: Worker | None, on: date, **more: bool) -> None:
    record.allocate(child, team=cast.north, worker=worker, starts_on=on, by=cast.system, at=AT, **more)
