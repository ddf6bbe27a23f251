"""What happened to reports and questions is said by kinds of event that the area declares."""

from __future__ import annotations

from kittiwake.assurance.performance import events
from kittiwake.assurance.performance.area import AREA
from kittiwake.history.kinds import EventKind


def test_every_kind_of_event_is_declared() -> None:
    named = [kind for kind in vars(events).values() if isinstance(kind, EventKind)]
    assert named == events.EVENTS
    assert [kind for kind in AREA.declares if isinstance(kind, EventKind)] == events.EVENTS
    assert all(kind.name.startswith("performance.") for kind in named)
