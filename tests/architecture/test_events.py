"""Events of history are declared: an area with a module of them writes no other, and declares each."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kittiwake.areas.area import areas, modules
from kittiwake.history.kinds import EventKind, event_kinds
from tests.architecture.source import files, parsed, short

DECLARING = modules("events")


@pytest.mark.parametrize("module", DECLARING, ids=lambda module: module.__name__)
def test_each_event_of_an_area_is_declared(module) -> None:
    here = [kind for kind in vars(module).values() if isinstance(kind, EventKind)]
    assert here
    assert {kind.name for kind in here} <= event_kinds().keys()
    assert all(kind.title for kind in here)


@pytest.mark.parametrize("module", DECLARING, ids=lambda module: module.__name__)
def test_an_event_begins_with_the_name_of_an_area(module) -> None:
    names = {area.name for area in areas()}
    kinds = [kind for kind in vars(module).values() if isinstance(kind, EventKind)]
    assert [kind.name for kind in kinds if kind.name.partition(".")[0] not in names] == []


def test_an_area_that_declares_its_events_writes_no_other() -> None:
    folders = [Path(module.__file__ or "").parent for module in DECLARING]
    strangers = [
        f"{short(path)}:{call.lineno}"
        for path in files()
        if any(path.is_relative_to(folder) for folder in folders)
        for call in ast.walk(parsed(path))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "history.write"
        if isinstance(call.args[0], ast.Constant | ast.JoinedStr)
    ]
    assert strangers == []
