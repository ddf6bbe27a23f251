"""Whatever an area defines of what others collect is in its declaration: nothing is found by the name of a module."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps

from kittiwake.areas.area import areas, by_package
from kittiwake.history.kinds import EventKind
from kittiwake.primitives.clocks.duties import Duties
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.primitives.measures.adverse import Adverse
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import Dimension
from kittiwake.primitives.measures.links import BrokenLink
from kittiwake.primitives.oversight.overseen import Overseen
from kittiwake.record.kinds import EntryKind
from tests.architecture.source import files, short
from tests.architecture.test_layers import points_up

COLLECTED = (Measure, Dimension, BrokenLink, Standard, Adverse, Overseen, Duties, EntryKind, EventKind)


@pytest.mark.parametrize("kind", COLLECTED, ids=lambda kind: kind.__name__)
def test_what_a_package_of_an_area_defines_is_declared(kind: type) -> None:
    declared = {id(value) for area in areas() for value in area.declares}
    forgotten = {
        f"{module.__name__}: {getattr(value, 'key', None) or getattr(value, 'name', value)}"
        for module in modules_of_areas()
        for value in values(module, kind)
        if id(value) not in declared
    }
    assert not forgotten, f"Put these into the declares of their area: {sorted(forgotten)}"


def modules_of_areas() -> Iterator[ModuleType]:
    packages = [app.module for app in apps.get_app_configs() if app.name.startswith("kittiwake.")]
    folders = {f"{Path(str(package.__file__)).parent}/": package.__name__ for package in packages}
    for path in files():
        inside = any(str(path).startswith(folder) for folder in folders)
        if inside and "/tests/" not in str(path) and "/management/" not in str(path):
            name = short(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            yield import_module(f"kittiwake.{name}")


def values(module: ModuleType, kind: type) -> Iterator[object]:
    """Those that have a name of their own in the module, and those in a list, tuple or dictionary that has one."""
    for value in vars(module).values():
        if isinstance(value, dict):
            value = list(value.values())
        for each in value if isinstance(value, list | tuple) else [value]:
            if isinstance(each, kind):
                yield each


def test_the_areas_stand_in_the_order_of_the_layers() -> None:
    """`place` says again what the contract says, for those who collect: the lowest first. Packages beside each other
    point up to each other, and have any order.
    """
    packages = [f"{package}.area" for package in by_package()]
    wrong = [
        (below, above)
        for place, below in enumerate(packages)
        for above in packages[place + 1 :]
        if points_up(above, below) and not points_up(below, above)
    ]
    assert wrong == []
    assert len(packages) > 20
