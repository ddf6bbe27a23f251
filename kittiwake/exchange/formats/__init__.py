"""The formats we take in: each is a folder here, called as the format is, whose package declares its `FORMAT`."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kittiwake.exchange.formats.format import AnyFormat


def names() -> list[str]:
    """What the formats are called, without looking into them: the command line asks before anything is started."""
    return sorted(folder.name.replace("_", "-") for folder in pkgutil.iter_modules(__path__) if folder.ispkg)


@cache
def formats() -> dict[str, AnyFormat]:
    """By name, in the order in which they are offered."""
    every: list[AnyFormat] = [
        import_module(f"{__name__}.{name.replace('-', '_')}").FORMAT for name in names()
    ]
    if strangers := {chosen.name for chosen in every} ^ set(names()):
        raise ValueError(f"A format is called as its folder is: {', '.join(sorted(strangers))}")
    return {chosen.name: chosen for chosen in sorted(every, key=lambda chosen: chosen.place)}


def format_named(name: str) -> AnyFormat:
    return formats()[name]
