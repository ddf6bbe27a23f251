"""A part of a page may rest in the middle of anything (kittiwake/queries/together.py), so nothing it calls holds a lock."""

from __future__ import annotations

import ast

from tests.architecture.source import files, parsed, short

# Worked out without asking anything.
NEVER_ASKS = {"primitives/instruments/questionnaire.py", "time/calendar.py"}


def test_no_property_holds_a_lock_while_it_asks() -> None:
    """functools.cached_property does, until Python 3.12, and the same one for all objects of its class."""
    holding = {
        short(path)
        for path in files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and node.module == "functools"
        if "cached_property" in {name.name for name in node.names}
    }
    assert holding == NEVER_ASKS
