"""A name in a template that stands for nothing: Django draws nothing in its place, a test fails.

`{{ name|default:"words" }}` says that there may be none. `{% if %}` and `{% for %}` may ask for what is not there, so the
names they ask for are looked up in the source (tests/architecture/test_templates.py).
"""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings
from django.template import engines
from django.template.base import FilterExpression
from django.template.context import Context

from conftest import ROOT

SAYS_SO = {"default", "default_if_none"}


class NoSuchName(Exception):
    """Drawn by no test: it is wrong in the template, or not given by the view."""


class Missing:
    """What Django is told to draw in place of a name that stands for nothing (`string_if_invalid`)."""

    def __contains__(self, text: str) -> bool:
        return True  # "%s": the name is to be put in

    def __mod__(self, name: object) -> object:
        asked_by = sys._getframe(1).f_locals
        expression, context = asked_by["self"], asked_by["context"]
        if may_be_missing(expression) or not is_ours(context):
            return expression.resolve(context, ignore_failures=True)
        raise NoSuchName(f"{expression.token} in {context.template.name}")


def may_be_missing(expression: FilterExpression) -> bool:
    return bool(expression.filters) and expression.filters[0][0].__name__ in SAYS_SO


def is_ours(context: Context) -> bool:
    """Templates of packages ask for much that is not there."""
    return Path(str(context.template.origin)).is_relative_to(ROOT / "kittiwake")


def fail_on_missing_names() -> None:
    """In the settings as well: Django makes its engines anew when a test changes a setting that they depend on."""
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = missing = Missing()
    engines["django"].engine.string_if_invalid = missing
