"""Which areas there are: every folder of these homes that says it is one, and those a council adds."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

HOMES = ("kittiwake.council", "kittiwake.practice", "kittiwake.assurance", "kittiwake.desk")


def installed(added: str) -> list[str]:
    """Packages with an `area.py`. `added` names more of them, with commas between."""
    ours = [
        f"{home}.{package.name}"
        for home in HOMES
        for package in iter_modules(import_module(home).__path__)
        if package.ispkg
    ]
    return [name for name in ours if find_spec(f"{name}.area")] + [name for name in added.split(",") if name]
