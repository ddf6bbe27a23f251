"""What happened to an audit is said by kinds of event that the area declares."""

from __future__ import annotations

from kittiwake.assurance.audits import events
from kittiwake.assurance.audits.area import AREA
from kittiwake.assurance.audits.models import ActionStep
from kittiwake.history.kinds import EventKind


def test_every_kind_of_event_is_declared() -> None:
    named = [kind for kind in vars(events).values() if isinstance(kind, EventKind)]
    assert named == events.EVENTS
    assert [kind for kind in AREA.declares if isinstance(kind, EventKind)] == events.EVENTS
    assert all(kind.name.startswith("audits.") for kind in named)


def test_each_step_of_an_action_has_its_own_event() -> None:
    assert events.OF_STEPS.keys() == dict(ActionStep.KINDS).keys()
    assert {kind: event.name for kind, event in events.OF_STEPS.items()} == {
        kind: f"audits.action_{kind}" for kind in dict(ActionStep.KINDS)
    }
