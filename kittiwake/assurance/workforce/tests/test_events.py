"""Every event this area writes is declared once, under its own name."""

from __future__ import annotations

import re
from pathlib import Path

from kittiwake.assurance.workforce import area, events
from kittiwake.history.kinds import EventKind, event_kinds

NAMED = {name: kind for name, kind in vars(events).items() if isinstance(kind, EventKind)}


def test_all_of_them_are_declared() -> None:
    assert list(NAMED.values()) == events.EVENTS
    assert {kind.name for kind in events.EVENTS} <= event_kinds().keys()


def test_each_has_the_areas_name_and_its_own() -> None:
    assert {kind.name for kind in events.EVENTS} == {f"workforce.{name.lower()}" for name in NAMED}


def test_each_is_written_somewhere() -> None:
    recordings = Path(area.__file__).parent.rglob("recording.py")
    written = {name for path in recordings for name in re.findall(r"events\.([A-Z_]+)", path.read_text())}
    assert written == NAMED.keys()
