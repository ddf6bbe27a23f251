"""What is drawn beside the world of going missing: who was whose worker in the year to 30 November 2026.

Sorrel, in need, had four workers, three changes of them within the year, and has had the last since September. Rowan, in
care, lost theirs on Thursday 26 November and is covered by duty. Hazel, in care, has had nobody since the 20th. Fern,
newly held by a team, has waited since the 24th; Bracken's worker left on the 10th and the row says nothing of it. Ash,
Briar and the other four have had the same worker since long ago. Only of Sorrel is it written down who they are and which
number their school knows them by.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from kittiwake.record import recording as record
from kittiwake.record.models import Child, Identifier, Worker
from tests.cast import Cast, make_child

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

DRAWN = {
    "P58": (7, 11, 7 / 11),  # not Rowan, Hazel, Fern, Bracken
    "P59": (2, None, 2),  # Hazel, due on the 27th; Bracken. Fern is due on 1 December, Rowan on the 3rd
    "P59b": (2, None, 2),  # Hazel, and Rowan, due on Friday the 27th
    "P60": (1, 7, 1 / 7),  # Sorrel, of Sorrel, Rowan, Hazel, Ash, Briar and the two of the plans
    "P60b": (None, 7, 0.0),  # 3, and six times none
    "P61": (6, 10, 6 / 10),  # all but Sorrel, Rowan, Hazel and Bracken; Fern is not open that long
    "P61b": (6, 10, 6 / 10),
    "P81c": (9, 11, 9 / 11),  # all but Sorrel, and Bracken, who refused to say
    "P81d": (7, 8, 7 / 8),  # all but Sorrel; not the two of 17 and 18, nor Fern Frost, whose age nobody knows
}


def draw(cast: Cast) -> None:
    sorrel = make_child("Sorrel", "Swift", cast.north, cast.workers["worker"], ethnicity="MWBC", sex="F")
    Identifier.objects.create(
        child=sorrel,
        kind=Identifier.UPN,
        value="H801200001001",
        recorded_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
    )
    record.start_track(sorrel, kind="child_in_need", starts_on=date(2025, 6, 2), by=cast.system, at=AT)
    for name, on in (("colleague", (2026, 2, 2)), ("outsider", (2026, 6, 1)), ("support", (2026, 9, 1))):
        _allocate(cast, sorrel, cast.workers[name], date(*on))
    duty = cast.workers["early_help_worker"]
    _allocate(cast, cast.rowan, duty, date(2026, 11, 26), team=cast.south, is_cover=True)
    _allocate(cast, cast.hazel, None, date(2026, 11, 20))
    fern = record.add_child(forenames="Fern", surname="Frost", by=cast.system, at=AT)
    _allocate(cast, fern, None, date(2026, 11, 24))
    gone = Worker.objects.create(name="Gone", ends_on=date(2026, 11, 10))
    make_child("Bracken", "Brook", cast.north, gone, ethnicity="REFU", disabilities=["LD"])


def _allocate(cast: Cast, child: Child, worker: Worker | None, on: date, **more: Any) -> None:
    record.allocate(child, **{"team": cast.north, **more}, worker=worker, starts_on=on, by=cast.system, at=AT)
