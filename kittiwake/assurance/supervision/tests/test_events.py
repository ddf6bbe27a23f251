"""What happened to a supervision is said by kinds of event that the area declares."""

from __future__ import annotations

from kittiwake.assurance.supervision import events
from kittiwake.assurance.supervision.area import AREA
from kittiwake.assurance.supervision.quality.facts import Marks
from kittiwake.assurance.supervision.quality.rules import READ
from kittiwake.history.kinds import EventKind


def test_every_kind_of_event_is_declared() -> None:
    named = [kind for kind in vars(events).values() if isinstance(kind, EventKind)]
    assert named == events.EVENTS
    assert [kind for kind in AREA.declares if isinstance(kind, EventKind)] == events.EVENTS
    assert all(kind.name.startswith("supervision.") for kind in named)


def test_the_marks_of_a_reading_are_those_of_the_rubric() -> None:
    assert Marks.__annotations__.keys() == READ.keys()
