"""What happened to inspections is said by kinds of event that the area declares, and each is written by something."""

from __future__ import annotations

from pathlib import Path

from kittiwake.assurance import inspection
from kittiwake.assurance.inspection import events
from kittiwake.assurance.inspection.area import AREA
from kittiwake.history.kinds import EventKind


def test_every_kind_of_event_is_declared_and_written() -> None:
    assert [kind for kind in AREA.declares if isinstance(kind, EventKind)] == events.EVENTS
    recorded = "".join(path.read_text() for path in Path(inspection.__path__[0]).rglob("recording.py"))
    named = {name: kind for name, kind in vars(events).items() if isinstance(kind, EventKind)}
    assert [name for name in named if f"events.{name}" not in recorded] == []
    assert all(kind.name == f"inspection.{name.lower()}" for name, kind in named.items())
