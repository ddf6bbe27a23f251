"""A name says what it holds, and what passes from a form to a recording function has a type."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from symtable import SymbolTable, symtable

from tests.architecture.source import files, parsed, short

SAY_NOTHING = {"one", "found"}
LOOP = re.compile(r"{%-?\s*for\s+(.+?)\s+in\s")


def tables(table: SymbolTable) -> Iterator[SymbolTable]:
    """Those of functions, lambdas and comprehensions, however deep."""
    for inner in table.get_children():
        if inner.get_type() == "function":
            yield inner
        yield from tables(inner)


def locals_of(table: SymbolTable) -> set[str]:
    return {
        symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_parameter()
    }


def nameless(path: Path) -> list[str]:
    """Locals of a file that say nothing. `one` beside `other` does: they are a pair, and alike."""
    top = symtable(path.read_text(), str(path), "exec")
    return [
        f"{short(path)}:{table.get_lineno()} {name}"
        for table in tables(top)
        for name in sorted(SAY_NOTHING & locals_of(table))
        if not (name == "one" and "other" in locals_of(table))
    ]


def nameless_in_template(path: Path) -> list[str]:
    return [
        f"{short(path)} {loop}"
        for loop in LOOP.findall(path.read_text())
        if SAY_NOTHING & set(re.split(r"\W+", loop))
    ]


def all_nameless() -> list[str]:
    of_python = [name for path in files() for name in nameless(path)]
    return of_python + [name for path in files("*.html") for name in nameless_in_template(path)]


def test_a_local_name_says_what_it_holds() -> None:
    assert not all_nameless()


def unpacked_answers(path: Path) -> list[str]:
    """Where a call is given all the answers of a form, whatever they are."""
    return [
        f"{short(path)}:{node.lineno}"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg is None
        and isinstance(keyword.value, ast.Attribute)
        and keyword.value.attr == "cleaned_data"
    ]


def test_what_a_form_gives_to_recording_is_typed() -> None:
    assert not [place for path in files() for place in unpacked_answers(path)], (
        "Give form.values(), of a type."
    )
