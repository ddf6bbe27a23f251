"""Files in, from the command line: the same preview, judging and recording as the pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from kittiwake.cli import starting
from kittiwake.cli.looking import JSON
from kittiwake.exchange.formats import names

HELP = f"""Take in FILE... in FORMAT: {", ".join(names())}.

New and changed rows are recorded, all or nothing; rows that need a person wait in the import, on its page. The same
file twice changes nothing. Exit code 1 when something needs a person, 2 when a file was refused.
"""


@click.command("import", help=HELP)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(names()))
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--preview", is_flag=True, help="Judge the rows and record nothing.")
@click.option(
    "--as",
    "login",
    help="E-mail of the person whose import this is. Without it, all who run imports may decide.",
)
@click.option("--with-hidden", is_flag=True, help="Take the rows of hidden sheets too.")
@JSON
def import_(
    format_name: str,
    paths: tuple[Path, ...],
    preview: bool,
    login: str | None,
    with_hidden: bool,
    as_json: bool,
) -> None:
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.models import User
    from kittiwake.exchange import recording
    from kittiwake.exchange.formats import format_named
    from kittiwake.exchange.reading.source import open_source
    from kittiwake.exchange.reading.unreadable import UnreadableFile
    from kittiwake.exchange.summary import outline
    from kittiwake.exchange.summary import verdicts as verdicts_of
    from kittiwake.history.refusal import Refused as NotTaken

    by, batch = _person(User, login), None
    try:
        sources = [open_source(path, is_xml=format_named(format_name).is_xml) for path in paths]
        with progress_bar("Reading", as_json) as step:
            how = {"with_hidden": with_hidden, "by": by, "at": now()}
            batch = recording.preview(format_name, sources, **how, progress=step)
        if not preview:
            with acting_as_system():
                rows = recording.to_record(batch).count()
            with progress_bar("Recording", as_json, total=rows) as step:
                recording.commit(batch, by=by, at=now(), progress=step)
    except UnreadableFile as refused:
        starting.refuse(refused.sentence)
    except BaseException as why:
        # Nothing was recorded, so nothing of the file is left behind.
        if batch is not None and batch.recorded_at is None:
            with acting_as_system():
                recording.discard(batch, by=by, at=now())
        if isinstance(why, NotTaken):
            starting.refuse(str(why))
        raise
    with acting_as_system():
        outlined, verdicts = outline(batch), verdicts_of(batch)
        (_as_json if as_json else partial(_in_words, preview=preview))(outlined, verdicts)
    asks = any(outlined[pile] for pile in ("needs_person", "rejected", "doubted"))
    hidden = any(file["hidden_rows"] for file in outlined["files"]) and not with_hidden
    sys.exit(starting.NEEDS_A_PERSON if asks or hidden else starting.DONE)


def _person(users: Any, login: str | None) -> Any:
    if login is None:
        return users.objects.system()
    person = users.objects.filter(email=login.lower(), is_active=True).first()
    return person or starting.refuse(f"Nobody signs in as {login}.")


def progress_bar(words: str, quiet: bool, total: int | None = None) -> Any:
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


def _as_json(outlined: dict[str, Any], verdicts: Iterator[dict[str, Any]]) -> None:
    """One object, of which the verdicts are written as they come: a file may hold hundreds of thousands of rows."""
    click.echo(f'{json.dumps(outlined, ensure_ascii=False)[:-1]}, "verdicts": [', nl=False)
    for number, verdict in enumerate(verdicts):
        click.echo(f"{', ' if number else ''}{json.dumps(verdict, ensure_ascii=False)}", nl=False)
    click.echo("]}")


def _in_words(outlined: dict[str, Any], verdicts: Iterator[dict[str, Any]], *, preview: bool) -> None:
    for file in outlined["files"]:
        click.echo(f"{file['name']}: {file['rows']} rows")
        for note in file["notes"]:
            click.echo(f"{file['name']}: {note}")
        for line in file["left_out"]:
            click.echo(f"{file['name']}, row {line['line']}, left out: {line['why']}")
    verb = "would be" if preview else ""
    for key, words in (
        ("new", "new"),
        ("changed", "changed"),
        ("unchanged", "on the record already"),
        ("needs_person", "need a person"),
        ("rejected", "cannot be recorded"),
    ):
        click.echo(f"{outlined[key]:6} {verb} {words}".replace("  need", " need"))
    for verdict in verdicts:
        if verdict["verdict"] in ("needs_person", "rejected"):
            click.echo(f"{verdict['file']}, row {verdict['line']}: {verdict['message']}")
        elif verdict["doubts"]:
            click.echo(f"{verdict['file']}, row {verdict['line']}, look at: {' '.join(verdict['doubts'])}")
    click.echo(f"Import {outlined['import_id']}, at {outlined['address']}")


@click.command("imports")
@JSON
def imports(as_json: bool) -> None:
    """Imports that are not recorded yet or wait for a person, the last first: number, format, files, whose, state."""
    starting.start()
    from kittiwake.access.identity import acting_as_system
    from kittiwake.exchange.summary import open_imports

    with acting_as_system():
        waiting = open_imports()
    starting.answer(waiting, as_json, lambda: _list(waiting))


def _list(waiting: list[dict[str, Any]]) -> None:
    for batch in waiting:
        files, whose = ", ".join(batch["files"]), batch["whose"] or "all who run imports"
        click.echo(
            f"{batch['import_id']:6} {batch['format']}, {files}, {whose}: {batch['state']}, {batch['waiting']} rows wait"
        )
    if not waiting:
        click.echo("No import waits for anybody.")


@click.command("discard-import")
@click.argument("import_id", type=int)
@JSON
def discard_import(import_id: int, as_json: bool) -> None:
    """Throw a preview away that nobody recorded. What the file said is not kept."""
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.exchange import recording
    from kittiwake.exchange.models import Import
    from kittiwake.history.refusal import Refused

    with acting_as_system() as system:
        batch = Import.objects.filter(pk=import_id).first()
        if batch is None:
            starting.refuse(f"There is no import {import_id}.")
        try:
            recording.discard(batch, by=system, at=now())
        except Refused as refused:
            starting.refuse(str(refused))
    thrown = {"import_id": import_id, "discarded": True}
    starting.answer(thrown, as_json, lambda: click.echo(f"Import {import_id} has been thrown away."))


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
    said = _notes(batch)
    try:
        with progress_bar("Taking back", as_json) as step:
            recording.undo(batch, by=system, at=now(), progress=step)
    except Refused as refused:
        starting.refuse(str(refused))
    notes = [note for note in _notes(batch) if note not in said]
    undone = {"import_id": import_id, "undone_at": localtime(batch.undone_at).isoformat(), "notes": notes}
    starting.answer(
        undone, as_json, lambda: click.echo("\n".join([f"Import {import_id} has been undone.", *notes]))
    )


def _notes(batch: Any) -> list[str]:
    from kittiwake.access.identity import acting_as_system

    with acting_as_system():
        return [note for file in batch.files.order_by("pk") for note in file.notes]
