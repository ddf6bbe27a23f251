"""Every measure that the installed areas declare in their `measures.py`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from kittiwake.primitives.measures.definition import Measure


@cache
def measures() -> dict[str, Measure]:
    """By key, in the order of their numbers."""
    found = [measure for module in _modules() for measure in getattr(module, "MEASURES", [])]
    return _by_key(sorted(found, key=lambda measure: measure.key))


def _modules() -> list[ModuleType]:
    ours = [app for app in apps.get_app_configs() if app.name.startswith("kittiwake.")]
    return [
        import_module(f"{app.name}.measures") for app in ours if module_has_submodule(app.module, "measures")
    ]


def _by_key(declared: list) -> dict:
    found = {one.key: one for one in declared}
    if len(found) != len(declared):
        twice = sorted({one.key for one in declared if [o.key for o in declared].count(one.key) > 1})
        raise ValueError(f"Declared twice: {', '.join(twice)}.")
    return found
