"""What is typed on one line is no longer than its column keeps, and the form takes the limit from the column."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from django import forms

from kittiwake.assurance.audits.models import Sample
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.ui.fields import FREE_TEXT, LARGEST, SMALLEST
from kittiwake.ui.forms import NumberField, TextAreaField, TextField
from tests.architecture.source import files, parsed, short

# Typed to look something up, kept in the history alone, or read as something else (a number with a point in it).
KEPT_NOWHERE = {
    "assurance/workforce/engagements/forms.py": {"fte"},
    "assurance/workforce/caseloads/forms.py": {"usual", "self.fields[f'weight_{key}']"},
    "assurance/workforce/posts/forms.py": {"fte", "why"},
    "assurance/allocation/leaving/forms.py": {"why"},
    "desk/chronology/forms.py": {"words"},
    "desk/search/forms.py": {"sought"},
    "practice/meetings/parts/forms.py": {"known_by"},
    "practice/own_pages/forms.py": {"code"},
    "practice/placements/forms.py": {"miles"},
    "practice/return_interviews/corrections/forms.py": {"reason"},
}


def lines_asked() -> Iterator[tuple[str, str, set[str]]]:
    """Every question for one line of text: (file, name, how its limit is said)."""
    for path in files("forms*.py"):
        if short(path).startswith("ui/"):
            continue
        for node in ast.walk(parsed(path)):
            if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)):
                continue
            if isinstance(node.value.func, ast.Name) and node.value.func.id == "TextField":
                (target,) = node.targets
                said = {keyword.arg or "" for keyword in node.value.keywords}
                yield short(path), ast.unparse(target), said & {"column", "max_length"}


def test_a_line_of_text_takes_its_limit_from_the_column_that_keeps_it() -> None:
    without = {(file, name) for file, name, said in lines_asked() if "column" not in said}
    assert without == {(file, name) for file, names in KEPT_NOWHERE.items() for name in names}


def test_what_is_kept_nowhere_says_itself_how_long_it_may_be() -> None:
    assert not [(file, name) for file, name, said in lines_asked() if not said]


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        (TextField("x", column=Report.reference), 40),
        (TextField("x", column=(Episode.missing_from, Report.reference)), 40),
        (TextAreaField("x", column=Episode.missing_from), 300),
        (TextAreaField("x"), FREE_TEXT),
    ],
)
def test_a_text_is_as_long_as_its_column(field: forms.CharField, limit: int) -> None:
    assert field.max_length == limit


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        (NumberField("x", column=Sample.size), 0, 32767),
        (NumberField("x", column=Sample.size, min_value=1, max_value=100), 1, 100),
        (NumberField("x", column=Episode.version), 0, 2147483647),
        (NumberField("x"), SMALLEST, LARGEST),
    ],
)
def test_a_number_is_one_its_column_keeps(field: NumberField, least: int, most: int) -> None:
    assert (field.min_value, field.max_value) == (least, most)
