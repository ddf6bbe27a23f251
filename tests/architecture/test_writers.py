"""One writer an area: what changes the database is in recording.py, and the exceptions are few and have a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import files, parsed, short

ELSEWHERE = {
    "access/row_security/policies.py": "The first line of the log of reading is made with the tables, by their owner.",
    "access/middleware.py": "A form's one-time token is the request's own, whatever its view does.",
    "accounts/lockout.py": "Tries at a password are counted while nobody is signed in yet.",
    "accounts/middleware.py": "A session's last click is the request's own.",
    "accounts/models.py": "A manager makes the user, as Django's own does.",
    "demo/": "The made-up council stands in for the organisation that a council sets up for itself.",
    "history/guards.py": "The trigger that keeps a row's earlier version.",
    "practice/plans/writing/carry_forward.py": "What recording.write_plan takes over from the version before.",
}
WRITES = {
    "save", "create", "delete", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "acreate", "asave", "adelete", "aupdate",
}  # fmt: skip
SQL = re.compile(r"\b(INSERT\s+INTO|DELETE\s+FROM|TRUNCATE|UPDATE\s+\w+(\s+AS)?(\s+\w+)?\s+SET)\b")
QUERYSETS = {
    "objects",
    "filter",
    "exclude",
    "all",
    "select_for_update",
    "_default_manager",
    "standing",
    "open",
    "waiting",
}


def test_only_recording_writes() -> None:
    writing = {
        short(path): lines for path in files() if not is_recording(path) and (lines := list(writes(path)))
    }
    strangers = {name: lines for name, lines in writing.items() if not excused(name)}
    assert not strangers, f"Writing belongs in recording.py: {strangers}"


def test_no_exception_outlives_its_use() -> None:
    writers = [short(path) for path in files() if not is_recording(path) and list(writes(path))]
    unused = {name for name in ELSEWHERE if not any(writer.startswith(name) for writer in writers)}
    assert not unused


def test_what_is_recorded_is_a_whole() -> None:
    """A transaction of its own would keep a place to go back to inside what another recording function does."""
    their_own = {
        short(path) for path in files() if is_recording(path) and "transaction.atomic" in path.read_text()
    }
    assert not their_own, f"Write @whole() instead: {their_own}"


def is_recording(path: Path) -> bool:
    """recording.py, or in the package recording where it would be too long."""
    return "recording" in (path.stem, path.parent.name)


def excused(name: str) -> bool:
    return any(name == place or (place.endswith("/") and name.startswith(place)) for place in ELSEWHERE)


def writes(path: Path) -> Iterator[int]:
    """The lines that write: a call of a queryset or a row, or SQL."""
    for node in ast.walk(parsed(path)):
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_write(node)) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value)
        ):
            yield node.lineno


def is_write(call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    if call.func.attr not in WRITES:
        return False
    if call.func.attr == "save":
        return not call.args  # workbook.save(path) and cache.save(thing) are no rows
    return call.func.attr not in ("update", "delete", "create") or starts_at_rows(call.func.value)


def starts_at_rows(node: ast.expr) -> bool:
    """Whether a chain of calls goes through a manager or a queryset: dict.update is no write."""
    while True:
        if isinstance(node, ast.Attribute):
            if node.attr in QUERYSETS:
                return True
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            return False


def test_every_line_of_a_chronology_is_made_in_one_place() -> None:
    """There it is asked whether what looks the same is another (record.recording.lines.enter)."""
    made = re.compile(r"\bEntry\.objects\.(a?create|bulk_create|get_or_create|update_or_create)\b|\bEntry\(")
    makers = [short(path) for path in files() if made.search(path.read_text().replace("class Entry(", ""))]
    assert makers == ["record/recording/lines.py"]
