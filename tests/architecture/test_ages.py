"""A birthday is worked out in one place: a year is nowhere else put into a day by hand."""

from __future__ import annotations

import ast

from tests.architecture.source import files, parsed, short

ONE_PLACE = "record/ages.py"
ELSEWHERE = {"assurance/workforce/census/rules.py": "The year of a census, which is nobody's age."}


def test_only_one_place_says_when_an_age_is_reached() -> None:
    strangers = {short(path) for path in files() if _puts_a_year(parsed(path))}
    assert strangers - {ONE_PLACE} == set(ELSEWHERE)


def _puts_a_year(module: ast.Module) -> bool:
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "replace"
        and any(keyword.arg == "year" for keyword in node.keywords)
        for node in ast.walk(module)
    )
