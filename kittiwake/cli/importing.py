"""Files in, from the command line: the same preview, judging and recording as the pages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kittiwake.cli import starting
from kittiwake.cli.looking import JSON


@click.command("import")
@click.argument(
    "format_key", metavar="FORMAT", type=click.Choice(["police-missing", "annex-a", "workforce-census"])
)
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--preview", is_flag=True, help="Judge the rows and record nothing.")
@click.option("--as", "login", help="E-mail of the person on whose behalf this is done.")
@JSON
def import_(
    format_key: str, paths: tuple[Path, ...], preview: bool, login: str | None, as_json: bool
) -> None:
    """Take in FILE... in FORMAT: police-missing, annex-a or workforce-census.

    New and changed rows are recorded, all or nothing; rows that need a person wait in the import, on its page. The same
    file twice changes nothing. Exit code 1 when something needs a person, 2 when a file was refused.
    """
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.models import User
    from kittiwake.exchange import recording, telling
    from kittiwake.exchange.formats import FORMATS
    from kittiwake.exchange.reading.refused import Refused
    from kittiwake.exchange.reading.source import open_source
    from kittiwake.history.refusal import Refused as NotTaken

    by = _person(User, login)
    try:
        sources = [open_source(path, is_xml=FORMATS[format_key].is_xml) for path in paths]
        with _progress("Reading", as_json) as step:
            batch = recording.preview(format_key, sources, by=by, at=now(), progress=step)
        if not preview:
            with acting_as_system():
                rows = sum(1 for _ in recording.to_record(batch))
            with _progress("Recording", as_json, total=rows) as step:
                recording.commit(batch, by=by, at=now(), progress=step)
    except Refused as refused:
        starting.refuse(refused.sentence)
    except NotTaken as refused:
        starting.refuse(str(refused))
    with acting_as_system():
        found = telling.summary(batch)
    starting.answer(found, as_json, lambda: _in_words(found, preview))
    sys.exit(starting.NEEDS_A_PERSON if found["needs_person"] or found["rejected"] else starting.DONE)


def _person(users: Any, login: str | None) -> Any:
    if login is None:
        return users.objects.system()
    person = users.objects.filter(email=login.lower(), is_active=True).first()
    return person or starting.refuse(f"Nobody signs in as {login}.")


def _progress(words: str, quiet: bool, total: int | None = None) -> Any:
    """A bar on standard error with what is done and how long the rest will take; none where nobody looks."""
    from contextlib import contextmanager

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())

    @contextmanager
    def showing() -> Any:
        console = Console(stderr=True)
        with Progress(
            *columns, console=console, transient=True, disable=quiet or not console.is_terminal
        ) as bar:
            task = bar.add_task(words, total=total)
            yield lambda done: bar.update(task, completed=done)

    return showing()


def _in_words(found: dict[str, Any], preview: bool) -> None:
    for file in found["files"]:
        click.echo(f"{file['name']}: {file['rows']} rows")
    verb = "would be" if preview else ""
    for key, words in (
        ("new", "new"),
        ("changed", "changed"),
        ("unchanged", "on the record already"),
        ("needs_person", "need a person"),
        ("rejected", "cannot be recorded"),
    ):
        click.echo(f"{found[key]:6} {verb} {words}".replace("  need", " need"))
    for verdict in found["verdicts"]:
        if verdict["verdict"] in ("needs_person", "rejected"):
            click.echo(f"{verdict['file']}, row {verdict['line']}: {verdict['message']}")


@click.command("undo-import")
@click.argument("import_id", type=int)
@JSON
def undo_import(import_id: int, as_json: bool) -> None:
    """Take a whole import back."""
    starting.start()
    from django.utils.timezone import localtime, now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.exchange import recording
    from kittiwake.exchange.models import Import
    from kittiwake.history.refusal import Refused

    with acting_as_system() as system:
        batch = Import.objects.filter(pk=import_id).first()
    if batch is None:
        starting.refuse(f"There is no import {import_id}.")
    try:
        with _progress("Taking back", as_json) as step:
            recording.undo(batch, by=system, at=now(), progress=step)
    except Refused as refused:
        starting.refuse(str(refused))
    undone = {"import_id": import_id, "undone_at": localtime(batch.undone_at).isoformat()}
    starting.answer(undone, as_json, lambda: click.echo(f"Import {import_id} has been undone."))
