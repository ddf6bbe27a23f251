"""What one part may know of another. The order of the parts is in .importlinter and nowhere else."""

from __future__ import annotations

import re
from configparser import ConfigParser
from itertools import product

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model

from conftest import ROOT
from kittiwake.access.row_security.policies import our_models
from tests.architecture.source import files, imported, short

OURS = our_models()


def layers() -> dict[str, list[list[str]]]:
    """{package: its layers, the highest first, each a list of those beside each other}."""
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter")
    found = {}
    for name in parser.sections():
        if parser[name].get("type") == "layers":
            lines = parser[name]["layers"].split("\n")
            found[parser[name]["containers"].strip()] = [
                re.findall(r"\w+", line) for line in lines if line.strip()
            ]
    return found


LAYERS = layers()


def place(module: str, container: str) -> tuple[int, str] | None:
    """Where in the container the module is: how low, and in which part."""
    inside = module.removeprefix(f"{container}.").split(".")[0] if module.startswith(f"{container}.") else ""
    return next(((depth, inside) for depth, parts in enumerate(LAYERS[container]) if inside in parts), None)


def points_up(module: str, other: str) -> bool:
    for container in LAYERS:
        mine, theirs = place(module, container), place(other, container)
        if mine and theirs and mine != theirs:
            return theirs[0] <= mine[0]
    return False


def test_the_order_is_read_from_where_it_is_written() -> None:
    assert {"kittiwake", "kittiwake.practice", "kittiwake.primitives"} <= LAYERS.keys()
    assert points_up("kittiwake.record.models", "kittiwake.practice.missing.models")
    assert points_up("kittiwake.practice.missing.models", "kittiwake.practice.plans.models")
    assert points_up("kittiwake.primitives.actions.models", "kittiwake.primitives.claims.models"), (
        "side by side"
    )
    assert not points_up("kittiwake.practice.missing.models", "kittiwake.record.models")


def test_foreign_keys_point_down() -> None:
    up = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for model in OURS
        for field in model._meta.local_fields
        if isinstance(field, ForeignKey) and points_up(model.__module__, field.related_model.__module__)
    ]
    assert not up


def test_no_relation_of_any_kind() -> None:
    """A generic foreign key is a link the database cannot keep."""
    generic = [
        model for model in OURS if {"content_type", "object_id"} & {f.name for f in model._meta.get_fields()}
    ]
    assert not generic


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_each_model_says_how_its_rows_lead_to_a_child(model: type[Model]) -> None:
    assert hasattr(model, "access_path"), (
        f"{model.__name__}: set access_path (see access/row_security/policies.py)"
    )


def test_rules_know_nothing_of_django() -> None:
    wrong = [
        f"{short(path)} imports {name}"
        for path in files("rules.py")
        for name in imported(path)
        if name.split(".")[0] in ("django", "psycopg")
        or ".models" in name
        or name.startswith("kittiwake.access")
    ]
    assert not wrong


def test_no_signals() -> None:
    wrong = [short(path) for path in files() if any("signals" in name for name in imported(path))]
    assert not wrong


def test_no_drawer_for_things_without_a_place() -> None:
    drawers = {
        "utils",
        "util",
        "helpers",
        "common",
        "core",
        "services",
        "managers",
        "misc",
        "base",
        "constants",
    }
    django_looks_there = {"queries/postgresql/base.py"}  # for the backend of that name
    found = {short(path) for path in files() if drawers & {path.stem, path.parent.name}}
    assert found == django_looks_there


def test_every_area_is_in_the_order() -> None:
    names = ("kittiwake.council", "kittiwake.practice", "kittiwake.assurance", "kittiwake.primitives")
    installed = [config.name for config in apps.get_app_configs()]
    lost = [
        app for app, name in product(installed, names) if app.startswith(f"{name}.") and not place(app, name)
    ]
    assert not lost
