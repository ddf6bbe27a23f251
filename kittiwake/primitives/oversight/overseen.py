"""What a manager has before them: each area declares how its kind of work is shown on the page of oversight itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from kittiwake.access.viewer import Viewer
from kittiwake.record.models import Entry


@dataclass(frozen=True)
class Overseen:
    """`facts` are what `template` shows of an entry of one of these kinds. `earlier` gives the keys of its earlier
    versions, the newest first. `decided_at` names the page where it is decided, where that asks more than yes or no.
    """

    kinds: tuple[str, ...]
    template: str
    facts: Callable[[Entry, Viewer, datetime], dict[str, Any]]
    earlier: Callable[[Entry], Iterable[int]]
    decided_at: tuple[str, str] = ("", "")  # URL name, permission


def is_decided_elsewhere(kind: str) -> bool:
    """On a page of its area's own, which asks more of a manager than yes or no."""
    declared = overseen().get(kind)
    return declared is not None and bool(declared.decided_at[0])


@cache
def overseen() -> dict[str, Overseen]:
    """By the kind of entry."""
    ours = [app for app in apps.get_app_configs() if app.name.startswith("kittiwake.")]
    found = [
        import_module(f"{app.name}.overseen") for app in ours if module_has_submodule(app.module, "overseen")
    ]
    return {kind: one for module in found for one in getattr(module, "OVERSEEN", []) for kind in one.kinds}
