"""The source of the service, as the tests of its shape read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from conftest import ROOT

KITTIWAKE = ROOT / "kittiwake"


def files(pattern: str = "*.py", *, tests: bool = False) -> list[Path]:
    """Of the service itself: no migrations, and no tests unless asked for."""
    paths = (
        path for path in KITTIWAKE.rglob(pattern) if not {"migrations", "node_modules"} & set(path.parts)
    )
    return sorted(path for path in paths if tests or "tests" not in path.parts)


def short(path: Path) -> str:
    return path.relative_to(KITTIWAKE).as_posix()


def module_name(path: Path) -> str:
    """As it is imported: a package by its own name."""
    return "kittiwake." + short(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(path: Path) -> Iterator[str]:
    """The modules a file imports when it runs."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
