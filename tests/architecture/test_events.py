"""What history keeps is declared: every kind of event is in its area's `events.py`, once, with what it is called."""

from __future__ import annotations

import ast

from kittiwake.areas.area import areas
from kittiwake.history.kinds import event_kinds
from tests.architecture.source import files, parsed, short


def test_no_event_is_written_as_text() -> None:
    """The type checker says so too; a kind that is made where it is written would be in no list."""
    written = [
        f"{short(path)}:{call.lineno}"
        for path in files()
        for call in ast.walk(parsed(path))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "history.write" and call.args
        if isinstance(call.args[0], ast.Constant | ast.JoinedStr) or "EventKind(" in ast.unparse(call.args[0])
    ]
    assert not written, "Declare it in the area's events.py, and write history.write(events.X, …)."


def test_an_event_begins_with_the_name_of_an_area_and_is_called_something() -> None:
    names = {area.name for area in areas()}
    assert len(event_kinds()) > 100
    strangers = [kind.name for kind in event_kinds().values() if kind.name.partition(".")[0] not in names]
    assert strangers == []
    assert [kind.name for kind in event_kinds().values() if not kind.title] == []
