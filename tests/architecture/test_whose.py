"""A refusal on account of who one is says so before the form: whoever records asks a rule, and the view asks it first."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.architecture.source import files, functions, parsed, short
from tests.architecture.test_writers import is_recording

# How a view asks before it shows its form.
ASKS = {
    "not_yours",
    "not_for_you",
    "_not_yours",
    "_closed",
    "_not_theirs",
    "require_lasting",
    "require_theirs",
    "_theirs",
    "may_end",
}
FOR_A_DUTY = "Who lets somebody in by hand is asked; who asks them to do something is not."
# Where the view can only be asked by the right person.
FOUND_FOR_THEM = {
    "assurance/supervision/views.py:hold_group": "Whoever asks is the supervisor.",
    "exchange/staff/views.py:record_staff": "A row about whoever asks is told on the page before, and left out.",
    "practice/risk/assessments/views.py:mark": "Finds only what this person was asked to mark.",
    "assurance/audits/marking/views.py:mark": "Finds only what this person was asked to mark.",
    "assurance/audits/marking/views.py:ask_moderation": FOR_A_DUTY,
    "assurance/audits/programmes/views.py:ask_auditor": FOR_A_DUTY,
    "practice/missing/views.py:record_return": FOR_A_DUTY,
    "access/views.py:_answer_lifting": "Each of the two has a form of their own.",
    "practice/replies/views.py:answer": "Finds only the child’s own.",
    "primitives/oversight/views.py:decide": "The page of the review offers the form to whoever may decide.",
    "primitives/oversight/views.py:answer": "The page of the review offers the form to whoever may answer.",
}
Key = tuple[str, str]  # (module, function)


def module(path: Path) -> str:
    return "kittiwake." + short(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def names(path: Path) -> dict[str, str]:
    """What each imported name stands for, in full."""
    every = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ImportFrom)]
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}" for node in every for alias in node.names
    }


def used(path: Path, inside: ast.AST) -> Iterator[Key]:
    """The functions of ours that are named in it, called or passed on."""
    own = {argument.arg for argument in ast.walk(inside) if isinstance(argument, ast.arg)}
    for node in ast.walk(inside):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield names(path).get(node.value.id, ""), node.attr
        elif isinstance(node, ast.Name) and node.id in names(path):
            yield (*names(path)[node.id].rsplit(".", 1),)  # type: ignore[misc]
        elif isinstance(node, ast.Name) and node.id not in own:
            yield module(path), node.id


def raises(inside: ast.AST, name: str) -> bool:
    return any(
        isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and ast.unparse(node.exc.func) == name
        for node in ast.walk(inside)
    )


@cache
def refuse_by_who_asks() -> frozenset[Key]:
    """Every function of ours that may raise NotYours, by itself or by what it calls."""
    every = {
        (module(path), function.name): (path, function) for path in files() for function in functions(path)
    }
    uses = {key: {*used(*definition)} & every.keys() for key, definition in every.items()}
    refusing = {key for key, (_, function) in every.items() if raises(function, "NotYours")}
    while more := {key for key, called in uses.items() if called & refusing} - refusing:
        refusing |= more
    return frozenset(refusing)


def is_view(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return bool(function.args.args) and function.args.args[0].arg == "request"


def views_that_record_what_may_be_refused() -> Iterator[tuple[str, set[str]]]:
    """(view, what it names): views that call a recording function that may refuse by who asks."""
    for path in files("views*.py"):
        for function in functions(path):
            called = {key for key in used(path, function) if key in refuse_by_who_asks()}
            if is_view(function) and any(not key[0].rsplit(".", 1)[-1].startswith("views") for key in called):
                yield f"{short(path)}:{function.name}", {key[1] for key in used(path, function)}


def test_a_view_asks_before_the_form_what_would_be_refused_after_it() -> None:
    late = {name for name, named in views_that_record_what_may_be_refused() if not named & ASKS}
    assert late == FOUND_FOR_THEM.keys(), late ^ FOUND_FOR_THEM.keys()


def test_there_is_something_to_ask() -> None:
    assert len(dict(views_that_record_what_may_be_refused())) > 25


def _asks_who(test: ast.AST) -> bool:
    """Whether a condition is about who is asking: their key, their role, or a rule that is given them."""
    for node in ast.walk(test):
        if isinstance(node, ast.Call) and any(ast.unparse(argument) == "by" for argument in node.args):
            return ast.unparse(node.func).split(".")[-1] != "_has_seen"
        if isinstance(node, ast.Compare) and {"by", "by.pk", "by.role"} & {
            ast.unparse(side) for side in (node.left, *node.comparators)
        }:
            return True
    return False


def test_what_is_refused_on_account_of_who_asks_is_said_to_be_that() -> None:
    """Unless it is about an answer: somebody chose themselves where they may not, and may choose another."""
    wrong = []
    for path in files():
        if not (is_recording(path) or path.stem in ("checking", "footing")):
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.If) and _asks_who(node.test):
                told = [raising for raising in node.body if isinstance(raising, ast.Raise)]
                wrong += [
                    f"{short(path)}:{raised.lineno}"
                    for raised in told
                    if isinstance(raised.exc, ast.Call)
                    and ast.unparse(raised.exc.func) == "Refused"
                    and "field" not in {keyword.arg for keyword in raised.exc.keywords}
                ]
    assert wrong == []
