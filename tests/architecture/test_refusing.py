"""How recording functions say no: by the rule that was broken, and first of all to what is on the record no longer."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TypeGuard

import pytest
from django.db.models import Model

from kittiwake.access.row_security.policies import our_models
from kittiwake.history.refusal import Refused
from kittiwake.record.standing import OUT, on_the_way
from tests.architecture.source import files, module_name, parsed, short
from tests.architecture.test_writers import is_recording
from tests.matrix.pages import NOBODYS

CATCHES = {"history/constraints.py"}
# What takes back, and the steps of a recording function that has asked already.
NEED_NOT_STAND = {
    "access.recording.end_what_it_gave": "What was struck out gives nothing any more.",
    "practice.missing.corrections.recording.put_back": "An import is undone.",
    "practice.missing.corrections.recording.call_off_cancelling": "An import is undone.",
    "practice.missing.reports.recording.begin": "The episode is being made by the same call.",
    "practice.missing.reports.recording.withdraw_grade": "An import is undone.",
    "practice.missing.reports.recording.withdraw_report": "An import is undone.",
    "primitives.documents.recording.note_scan": "A scanner looks through what was struck out as well.",
    "primitives.oversight.recording.ask_at_once": "The entry is being made by the same call.",
    "assurance.supervision.personal.recording.keep_draft": "Nothing of the record: what is being typed.",
    "assurance.supervision.personal.recording.note": "Asks it second: a third person is refused before.",
}


def test_only_one_place_catches_what_the_database_refuses() -> None:
    """Caught elsewhere, every rule of a table would be taken for the one somebody had in mind."""
    catching = {
        short(path)
        for path in files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler) and node.type and "IntegrityError" in ast.unparse(node.type)
    }
    assert catching == CATCHES


def of_what_stands() -> Iterator[tuple[str, Callable, type[Model]]]:
    """Every recording function about something that can be struck out or cancelled: (name, function, model)."""
    for path in files():
        if not (is_recording(path) or path.stem == "checking"):
            continue
        module = import_module(module_name(path))
        for name, function in vars(module).items():
            inner = inspect.unwrap(function) if callable(function) else None
            if not inspect.isfunction(inner) or inner.__module__ != module.__name__ or name.startswith("_"):
                continue
            asked = inspect.signature(inner).parameters
            model = (
                vars(module).get(next(iter(asked.values())).annotation)
                if {"by", "at"} <= asked.keys()
                else None
            )
            if inspect.isclass(model) and model in our_models() and list(on_the_way(model)):
                yield f"{module.__name__.removeprefix('kittiwake.')}.{name}", function, model


FOUND = {
    name: (function, model)
    for name, function, model in of_what_stands()
    if "strike_out" not in name and name not in NEED_NOT_STAND
}


def test_there_is_something_to_walk() -> None:
    names = {name for name, _, _ in of_what_stands()}
    assert len(FOUND) > 80
    assert NEED_NOT_STAND.keys() <= names, "Take out what is there no longer."


@pytest.mark.parametrize("name", FOUND)
def test_a_recording_function_asks_first_whether_it_stands(db: None, name: str) -> None:
    """About a row that is there no longer, and with nothing else given: whatever else it did first would fail."""
    function, model = FOUND[name]
    others = [
        parameter
        for parameter in inspect.signature(function).parameters.values()
        if parameter.default is parameter.empty
    ][1:]
    named = {parameter.name: None for parameter in others if parameter.kind is parameter.KEYWORD_ONLY}
    placed = [None for parameter in others if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    with pytest.raises(Refused) as refused:
        function(model(pk=NOBODYS), *placed, **named)
    assert str(refused.value) == OUT["struck_out_at"]


# What somebody who is refused can do next: a sentence, or a part of one, begins with it.
DO = (
    "Add|Ask|Change|Check|Choose|Copy|Decide|Enter|Find|Give|Go|Keep|Let|Look|Make|Mend|Name|Open|Put|Read|Record|Reopen|Save|Say"
    "|Send|Set|Show|Sign|Split|Start|Strike|Undo|Wait|Withdraw|Write"
)
SAYS_WHAT_TO_DO = re.compile(rf"(?:^|[.:;,…] )(?:{DO})\b|[,:] (?:{DO.lower()})\b| has to ")
# A page that was not shown; a problem that says itself what to do.
NOT_OF_RECORDING = (
    "access/viewer.py",
    "access/middleware.py",
    "primitives/clocks/limits/__init__.py",
)


def words_of(node: ast.expr, names: dict[str, ast.expr]) -> list[str]:
    """What is written there, as far as it stands in the file: either half of a choice, the words around what varies."""
    if isinstance(node, ast.Name) and node.id in names:
        return words_of(names[node.id], names)
    if isinstance(node, ast.IfExp):
        return words_of(node.body, names) + words_of(node.orelse, names)
    if isinstance(node, ast.JoinedStr):
        return ["".join((words_of(part, names) or ["…"])[0] for part in node.values)]
    if isinstance(node, ast.FormattedValue):
        return words_of(node.value, names) if isinstance(node.value, ast.Name) else []
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def is_refusal(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "Refused" and bool(node.args)


def beside_no_question() -> Iterator[tuple[str, str]]:
    """Every refusal that names no question: (where, what it says)."""
    for path in files():
        if short(path).startswith(NOT_OF_RECORDING):
            continue
        tree = parsed(path)
        assigned = [line for line in tree.body if isinstance(line, ast.Assign)]
        names = {
            assignment.targets[0].id: assignment.value
            for assignment in assigned
            if isinstance(assignment.targets[0], ast.Name)
        }
        for call in ast.walk(tree):
            if is_refusal(call) and "field" not in {keyword.arg for keyword in call.keywords}:
                yield from (
                    (f"{short(path)}:{call.lineno}", words) for words in words_of(call.args[0], names)
                )


def test_a_refusal_names_its_question_or_says_what_to_do() -> None:
    refusals = list(beside_no_question())
    assert len(refusals) > 100
    wrong = [f"{where} {words}" for where, words in refusals if not SAYS_WHAT_TO_DO.search(words)]
    assert not wrong, "\n".join(wrong)
    assert all(SAYS_WHAT_TO_DO.search(words) for words in OUT.values())


@pytest.mark.parametrize(
    "words", ["It has been held already.", "This is over.", "Somebody has already answered this."]
)
def test_one_that_only_says_how_it_stands_is_found(words: str) -> None:
    assert not SAYS_WHAT_TO_DO.search(words)
