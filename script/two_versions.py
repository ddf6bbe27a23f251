"""Whether the version before can live with the tables of this one: while it is still being served, and if a council goes back.

    script/two_versions.py             each migration since the release is looked at
    script/two_versions.py --release   this is a release now: what is there is what the next one is held against

What takes away, renames or tightens something the version before reads or writes needs a step between: this version leaves
it alone, the next takes it away. A migration that is safe although it looks otherwise stands in `safe`, with the reason.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from django.db import models
from django.db.migrations import operations as ops
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

RELEASED = Path(__file__).parent / "released.json"
HARMLESS = (
    ops.CreateModel, ops.AddIndex, ops.RemoveIndex, ops.RenameIndex, ops.RemoveConstraint, ops.AlterModelOptions,
    ops.AlterModelManagers, ops.AlterOrderWithRespectTo, ops.AlterModelTableComment,
)  # fmt: skip
TAKES_AWAY = (ops.DeleteModel, ops.RemoveField, ops.RenameModel, ops.RenameField, ops.AlterModelTable)
UNSEEN = (ops.RunSQL, ops.RunPython)


def main() -> int:
    django.setup()
    loader = MigrationLoader(None)
    plan = loader.graph._generate_plan(loader.graph.leaf_nodes(), True)
    if "--release" in sys.argv:
        return release(plan)
    said = json.loads(RELEASED.read_text())
    problems = list(looked_at(loader, plan, set(said["migrations"]), said["safe"]))
    for problem in problems:
        say(problem)
    if problems:
        say(
            f"The version before ({said['version']}) cannot live with this. docs/running/upgrade.md says how it can."
        )
    return 1 if problems else 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def release(plan: list[tuple[str, str]]) -> int:
    from kittiwake import __version__

    names = sorted(f"{app}.{name}" for app, name in plan)
    RELEASED.write_text(
        json.dumps({"version": __version__, "safe": {}, "migrations": names}, indent=1) + "\n"
    )
    say(f"{len(names)} migrations are those of version {__version__}.")
    return 0


def looked_at(
    loader: MigrationLoader, plan: list[tuple[str, str]], released: set[str], safe: dict[str, str]
) -> Iterator[str]:
    state, then = ProjectState(real_apps=loader.unmigrated_apps), None
    for key in sorted(plan, key=lambda key: f"{key[0]}.{key[1]}" not in released):
        migration, name = loader.graph.nodes[key], f"{key[0]}.{key[1]}"
        if name in released:
            migration.mutate_state(state, preserve=False)
            continue
        then = then or state.clone()
        for operation in migration.operations:
            problem = judged(operation, key[0], state, then)
            if problem and name not in safe:
                yield f"{name}: {operation.describe()}: {problem}"
            operation.state_forwards(key[0], state)
    known = {f"{app}.{name}" for app, name in plan}
    yield from (f"{name} stands in `safe` and is not there" for name in safe if name not in known)


def judged(operation: Operation, app: str, state: ProjectState, then: ProjectState) -> str | None:
    """Why the version before, whose tables are those of `then`, cannot live with it."""
    if isinstance(operation, ops.SeparateDatabaseAndState):
        # What only the state forgets is still in the table: that is the step between.
        found = (judged(part, app, state, then) for part in operation.database_operations)
        return next((problem for problem in found if problem), None)
    if isinstance(operation, UNSEEN):
        return "what it does cannot be seen from here: say in `safe` why the version before can live with it"
    model = (app, str(getattr(operation, "model_name", getattr(operation, "name", ""))).lower())
    if isinstance(operation, HARMLESS) or model not in then.models:
        return None
    if isinstance(operation, TAKES_AWAY):
        return "the version before still reads it"
    return tightened(operation, state.models[model], then.models[model])


def tightened(operation: Operation, now: Any, then: Any) -> str | None:
    if isinstance(operation, ops.AddField):
        return added(operation.field)
    if isinstance(operation, ops.AlterField):
        return altered(now.fields[operation.name], operation.field)
    if isinstance(operation, ops.AddConstraint | ops.AlterUniqueTogether):
        return "the version before may write what it refuses"
    if type(operation).__name__ == "RemoveTrigger":
        return None
    if type(operation).__name__ == "AddTrigger":
        known = {trigger.name for trigger in then.options.get("triggers", [])}
        return None if operation.trigger.name in known else "the version before may do what it refuses"  # type: ignore[attr-defined]
    return "this kind of change is not known here"


def added(field: models.Field[Any, Any]) -> str | None:
    if field.null or field.many_to_many or field.db_default is not models.NOT_PROVIDED:
        return None
    return "the version before does not write it, and it may not be empty: give it a db_default"


def altered(before: models.Field[Any, Any], after: models.Field[Any, Any]) -> str | None:
    if before.get_internal_type() != after.get_internal_type():
        return "the version before reads and writes another type"
    if before.null and not after.null:
        return "the version before may leave it empty"
    if after.unique and not before.unique:
        return "the version before may write it twice"
    longest_before, longest_after = (field.max_length or 10**9 for field in (before, after))
    if longest_after < longest_before:
        return f"the version before may write up to {before.max_length} characters"
    if before.db_default is not models.NOT_PROVIDED and after.db_default is models.NOT_PROVIDED:
        return "the version before leaves it to the db_default"
    return None


if __name__ == "__main__":
    raise SystemExit(main())
