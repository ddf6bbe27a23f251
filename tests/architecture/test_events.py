"""What history keeps is declared: every kind of event is in its area's `events.py`, once, with what it is called."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from kittiwake.history.kinds import event_kinds
from tests.architecture.source import files, parsed, short

# Areas that write some of their events as text still. This list only becomes shorter; with it goes `str` in history.write.
AS_TEXT = {
    "actions",
    "allocation",
    "audits",
    "claims",
    "desk",
    "direct_work",
    "disruption",
    "duties",
    "exchange",
    "meetings",
    "missing",
    "oversight",
    "placements",
    "plans",
    "replies",
    "return_interviews",
    "risk",
    "supervision",
    "transitions",
    "workforce",
}


def written_as_text() -> Iterator[tuple[str, str]]:
    """(where, the event) of each call of history.write with a text in it: its constant beginning, where it is made up."""
    for path in files():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "history.write" and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and "." in part.value:
                        yield f"{short(path)}:{node.lineno}", part.value


def test_events_are_declared() -> None:
    strangers = [
        (where, event)
        for where, event in written_as_text()
        if event not in event_kinds() and event.partition(".")[0] not in AS_TEXT
    ]
    assert not strangers, "Declare it in the area's events.py, and write history.write(events.X, …)."


def test_no_area_is_listed_that_declares_its_events() -> None:
    assert {event.partition(".")[0] for _, event in written_as_text()} >= AS_TEXT


def test_an_event_is_called_something() -> None:
    assert [kind.name for kind in event_kinds().values() if not kind.title or "." not in kind.name] == []
