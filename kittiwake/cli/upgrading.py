"""From one version to the next, and back: what will be done is said before, and a backup is made before that."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, NoReturn, TypedDict

import click

from kittiwake import __version__
from kittiwake.cli import starting
from kittiwake.cli.backups import making
from kittiwake.cli.looking import JSON
from kittiwake.cli.starting import refuse, say
from kittiwake.config import backups, engine

YES = click.option("--yes", is_flag=True, help="Do not ask.")
RESTART = (
    "Now start this version's server and worker in place of those that run; whoever is signed in stays so."
)


class Served(TypedDict):
    """A version that this council was brought to, and when. The last two are what may have to live side by side."""

    version: str
    at: str


class Changes(NamedTuple):
    """To the tables: what this version still has to make, and what a newer one has made that this one does not know."""

    missing: list[str]
    unknown: list[str]


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--without-backup", is_flag=True, help="Where you have made one yourself.")
@YES
@JSON
def upgrade(dry_run: bool, without_backup: bool, yes: bool, as_json: bool) -> None:
    """Bring this council to this version, while the version before is still being served.

    Says what it will do, makes a backup, changes the tables. What is not done in one go can be run again.
    """
    starting.start()
    before, changes = version_before(), changes_of_tables()
    if changes.unknown:
        refuse(
            "The tables of this council are of a newer version than this. To go back to this one run `kittiwake rollback`."
        )
    answer = {"from": before, "to": __version__, "changes": changes.missing, "backup": None}
    say(_intention(before, changes, without_backup))
    if not dry_run:
        _ask(yes)
        if not without_backup:
            answer["backup"] = _back_up()
        starting.as_owner("migrate")
        note_version()
        say(f"This council is at version {__version__}. {RESTART}")
    starting.answer(answer, as_json, lambda: None)


@click.command()
@YES
def rollback(yes: bool) -> None:
    """Go back to this version after the next one was tried. Nothing that was recorded meanwhile is lost.

    The tables stay as the newer version made them: each version can live with those of the one after it.
    """
    starting.start()
    unknown = changes_of_tables().unknown
    if not unknown:
        refuse(f"The tables are those of version {__version__}: there is nothing to go back from.")
    versions = [served["version"] for served in history()]
    if __version__ not in versions[-2:]:
        refuse(
            f"The tables are of version {versions[-1] if versions else 'unknown'}, and version {__version__} is not the one just "
            "before it. Restore the backup that was made before the upgrade instead, which loses what was recorded since."
        )
    say(
        f"Going back to version {__version__}. The tables keep {len(unknown)} changes of the newer version, which this one leaves "
        "alone; rights and guards are made as this version has them."
    )
    _ask(yes)
    starting.as_owner("migrate")
    say(f"Done. {RESTART}")


def _intention(before: str, changes: Changes, without_backup: bool) -> str:
    backup = "Without a backup" if without_backup else f"First a backup into {backups.folder()}; then"
    many = len(changes.missing)
    listed = "".join(f"\n  {name}" for name in changes.missing)
    return (
        f"From version {before} to {__version__}. {backup}, {many} changes to the tables, and all rights and guards anew. "
        f"The version before may be served meanwhile.{listed}"
    )


def _ask(yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        _refuse_unasked()
    click.confirm("Go on?", abort=True, err=True)


def _refuse_unasked() -> NoReturn:
    refuse("Add --yes where nobody can be asked.")


def _back_up() -> str:
    made = making.make(backups.folder(), datetime.now(UTC))
    backups.note({"made_at": made.note["made_at"], "file": str(made.file), "bytes": made.bytes})
    say(f"Backed up to {made.file}.")
    return str(made.file)


def changes_of_tables() -> Changes:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    known = set(executor.loader.graph.nodes) | set(executor.loader.replacements)
    unknown = sorted(f"{app}.{name}" for app, name in set(executor.loader.applied_migrations) - known)
    return Changes([f"{migration.app_label}.{migration.name}" for migration, _ in plan], unknown)


def version_before() -> str:
    served = history()
    return served[-1]["version"] if served else "0.1.0 or earlier"


def note_version() -> None:
    """As a council is made, and after each upgrade that took it to another version."""
    served = history()
    if served and served[-1]["version"] == __version__:
        return
    served.append({"version": __version__, "at": datetime.now(UTC).isoformat(timespec="seconds")})
    half = _file().with_suffix(".part")
    half.write_text(json.dumps(served))
    half.rename(_file())


def history() -> list[Served]:
    try:
        served: list[Served] = json.loads(_file().read_text())
    except (FileNotFoundError, ValueError):
        return []
    return served


def _file() -> Path:
    return engine.home() / "versions.json"
