"""The check that a new migration leaves the version before something to live with."""

from __future__ import annotations

import importlib.util
from types import SimpleNamespace

import pytest
from django.db import migrations, models
from django.db.migrations.state import ModelState, ProjectState

from conftest import ROOT

spec = importlib.util.spec_from_file_location("two_versions", ROOT / "script" / "two_versions.py")
two_versions = importlib.util.module_from_spec(spec)
spec.loader.exec_module(two_versions)

CHILD = ModelState(
    "record",
    "Child",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=100)),
        ("called", models.CharField(max_length=100, null=True)),
        ("sure", models.BooleanField(db_default=False)),
    ],
)
ONE_NAME = models.UniqueConstraint(fields=["name"], name="one_name")
HARD = [
    migrations.DeleteModel("Child"),
    migrations.RemoveField("Child", "name"),
    migrations.RenameField("Child", "name", "surname"),
    migrations.RenameModel("Child", "Person"),
    migrations.AlterModelTable("Child", "people"),
    migrations.AddField("Child", "born", models.DateField(default="2020-01-01")),
    migrations.AddConstraint("Child", ONE_NAME),
    migrations.AlterUniqueTogether("Child", {("name", "called")}),
    migrations.AlterField("Child", "name", models.CharField(max_length=99)),
    migrations.AlterField("Child", "name", models.IntegerField()),
    migrations.AlterField("Child", "name", models.CharField(max_length=100, unique=True)),
    migrations.AlterField("Child", "called", models.CharField(max_length=100)),
    migrations.AlterField("Child", "sure", models.BooleanField()),
    migrations.RunSQL("SELECT 1"),
    migrations.RunPython(lambda apps, editor: None),
    migrations.SeparateDatabaseAndState(database_operations=[migrations.RemoveField("Child", "name")]),
]
EASY = [
    migrations.CreateModel("Other", [("id", models.BigAutoField(primary_key=True))]),
    migrations.AddField("Child", "born", models.DateField(null=True)),
    migrations.AddField("Child", "words", models.TextField(db_default="")),
    migrations.AlterField("Child", "name", models.CharField(max_length=200)),
    migrations.AlterField("Child", "name", models.CharField(max_length=100, null=True)),
    migrations.AddIndex("Child", models.Index(fields=["name"], name="by_name")),
    migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("Child", "name")]),
    migrations.DeleteModel("Made since"),
    migrations.AddField("MadeSince", "born", models.DateField()),
]


def judged(*operations: migrations.operations.base.Operation) -> list[str | None]:
    state = ProjectState({("record", "child"): CHILD.clone()})
    return [two_versions.judged(operation, "record", state, state.clone()) for operation in operations]


@pytest.mark.parametrize("operation", HARD, ids=lambda operation: operation.describe())
def test_what_the_version_before_cannot_live_with_is_refused(operation) -> None:
    assert judged(operation) != [None]


@pytest.mark.parametrize("operation", EASY, ids=lambda operation: operation.describe())
def test_what_it_can_live_with_passes(operation) -> None:
    assert judged(operation) == [None]


def loader(operation, name: str = "0002_new"):
    first = migrations.Migration("0001_initial", "record")
    first.operations = [
        migrations.CreateModel(
            "Child", [("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())]
        )
    ]
    new = migrations.Migration(name, "record")
    new.operations = [operation]
    nodes = {("record", "0001_initial"): first, ("record", name): new}
    return SimpleNamespace(unmigrated_apps=set(), graph=SimpleNamespace(nodes=nodes)), list(nodes)


def test_only_what_is_new_is_looked_at_and_what_is_safe_has_a_reason() -> None:
    found, plan = loader(migrations.RemoveField("Child", "name"))

    def problems(released: set, safe: dict) -> list[str]:
        return list(two_versions.looked_at(found, plan, released, safe))

    first, both = {"record.0001_initial"}, {"record.0001_initial", "record.0002_new"}
    assert len(problems(first, {})) == 1
    assert not problems(both, {})
    assert not problems(first, {"record.0002_new": "Nothing reads it since 0.0.9."})
    assert problems(both, {"record.0009_gone": "Once there was a reason."})
