"""A fact that a duty hangs on is recorded where the child's clocks are settled, and nowhere round it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from kittiwake.areas.area import areas
from kittiwake.primitives.clocks.duties import Duties
from tests.architecture.source import files, parsed, short

# What puts a child somewhere or changes their age: {name: who may call record's own}.
SETTLES = "practice/duties/recording.py"
RECORD = {
    "start_track": {SETTLES},
    "end_track": {SETTLES},
    "reopen_track": {SETTLES},
    "take_back": {
        SETTLES,
        "practice/placements/recording.py",
        "assurance/allocation/changes/recording.py",  # of a worker: no duty of ours hangs on who it is
        "exchange/formats/annex_a/undoing.py",  # the same, and placements older than their lines
    },
    "place": {"practice/placements/recording.py"},
}


def test_only_who_settles_records_what_duties_hang_on() -> None:
    strangers = {
        (short(path), name)
        for path in files()
        for name in calls(path)
        if not short(path).startswith("record/") and short(path) not in RECORD[name]
    }
    assert not strangers, f"Call practice.duties.recording or placements.recording instead: {strangers}"


def test_nobody_else_changes_a_child() -> None:
    importing = {
        short(path)
        for path in files()
        if "recording.changes import" in path.read_text() and "change_child" in path.read_text()
        for line in path.read_text().splitlines()
        if "recording.changes import" in line and "change_child" in line
    }
    assert importing == {SETTLES}


def calls(path: Path) -> Iterator[str]:
    """The functions of record.recording in RECORD that a module calls, whatever it calls the module."""
    names = {
        alias.asname or alias.name
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and node.module == "kittiwake.record"
        for alias in node.names
        if alias.name == "recording"
    }
    for node in ast.walk(parsed(path)):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in names
            and node.attr in RECORD
        ):
            yield node.attr


def test_an_areas_own_standards_are_among_those_of_its_duties() -> None:
    """By them it is known which areas to ask: those that have something of the child on their chronology."""
    declaring = {
        (area.name, duties) for area in areas() for duties in area.declares if isinstance(duties, Duties)
    }
    assert declaring
    assert {name for name, duties in declaring if name not in duties.areas} == set()
