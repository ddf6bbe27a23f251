"""A name written as a string counts as an import: of a page, a kind of entry, a standard or a link of an area above."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from kittiwake.areas.area import areas, pages
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.links import BrokenLink
from kittiwake.record.kinds import EntryKind
from tests.architecture.source import KITTIWAKE, files, parsed, short
from tests.architecture.test_layers import LAYERS, points_up

IN_TEMPLATES = re.compile(r"""["']([a-z_]+(?:[:.][a-z_]+)+)["']""")


def packages() -> dict[str, str]:
    """{an area's name: its package}."""
    declared = {id(area) for area in areas()}
    return {
        area.name: app.name
        for app in apps.get_app_configs()
        if (area := getattr(getattr(app.module, "area", None), "AREA", None)) and id(area) in declared
    }


def names() -> dict[str, str]:
    """{a name that an area declares: the package of that area}."""
    homes = packages()
    of_pages = {name: homes[name.partition(":")[0]] for name in pages()}
    keyed = (Standard, BrokenLink, EntryKind, Measure)
    of_values = {
        getattr(value, "key", None) or value.name: homes[area.name]
        for area in areas()
        for value in area.declares
        if isinstance(value, keyed)
    }
    return {**of_values, **of_pages}


def spoken(path: Path) -> Iterator[str]:
    if path.suffix == ".html":
        yield from IN_TEMPLATES.findall(path.read_text())
        return
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def references_up() -> dict[str, set[str]]:
    """{package: the names of areas above it that it speaks of}."""
    declared, wrong = names(), defaultdict(set)
    for path in (*files(), *files("*.html")):
        module = ".".join(("kittiwake", *path.relative_to(KITTIWAKE).with_suffix("").parts))
        for name in set(spoken(path)) & declared.keys():
            if points_up(module, f"{declared[name]}.area"):
                wrong[package(short(path))].add(name)
    return wrong


def package(name: str) -> str:
    """practice/missing, or record."""
    first, second, *_ = name.split("/")
    return f"{first}/{second}" if f"kittiwake.{first}" in LAYERS else first


def test_the_names_are_found() -> None:
    assert names()["missing:episode"] == "kittiwake.practice.missing"
    assert names()["missing.episode"] == "kittiwake.practice.missing"
    assert names()["oversight.looked_at"] == "kittiwake.primitives.oversight"


def test_no_name_of_an_area_above_is_written_below_it() -> None:
    up = references_up()
    assert not up, f"Let the area above put it there (a Slot, a part of a page, Mends): {dict(up)}"


def test_the_desk_arranges_what_areas_declare_and_names_none_of_them() -> None:
    of_areas = {
        name
        for name, home in names().items()
        if home.startswith(("kittiwake.practice.", "kittiwake.assurance."))
    }
    known = {
        short(path): wrong
        for path in (*files(), *files("*.html"))
        if short(path).startswith("desk/") and (wrong := set(spoken(path)) & of_areas)
    }
    assert not known, f"Let the area put it there (a Slot, a part of a shared page): {known}"
