"""Keeping the record safe: the log of reading proved, copies made and put back, the installation looked over."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import click

from kittiwake import __version__
from kittiwake.cli import kept_files, starting
from kittiwake.cli.looking import JSON
from kittiwake.cli.starting import refuse, say
from kittiwake.config import engine

DUMP, NOTE = "database.dump", "backup.json"


@click.command()
@click.option(
    "--noted", multiple=True, help="A mark noted somewhere else: from a mail, or typed in from a filed paper."
)
@JSON
def verify(noted: tuple[str, ...], as_json: bool) -> None:
    """Prove that the log of reading is whole: no line changed, removed or put elsewhere."""
    starting.refuse_without_council()
    # The owner alone sees every line; the application sees those it may.
    starting.start_engine_only()
    os.environ["KITTIWAKE_AS_OWNER"] = "yes"
    starting.start()
    from django.conf import settings
    from django.db import connection

    from kittiwake.access import anchoring, verification

    try:
        heads = list(anchoring.noted_in(settings.READING_HEADS)) if settings.READING_HEADS.exists() else []
        # Last, so that of two marks of one line that counts which was kept by somebody.
        heads += [verification.Head.parse(mark) for mark in noted]
    except ValueError as problem:
        refuse(str(problem))
    verdict = verification.verify(connection, expect=heads)
    faults = [str(fault) for fault in verdict.faults]
    answer = {
        "lines": verdict.lines,
        "head": str(verdict.head),
        "noted": len(heads),
        "faults": faults,
    }

    def in_words() -> None:
        click.echo(f"{verdict.lines:,} lines. Last: {verdict.head}")
        for fault in faults:
            click.echo(fault)
        if not verdict.faults:
            click.echo(f"The log of reading is whole, and agrees with {len(heads):,} marks noted before.")
        if not heads:
            click.echo("No mark was noted elsewhere: that its end was cut off could not be seen.")

    starting.answer(answer, as_json, in_words)
    sys.exit(starting.NEEDS_A_PERSON if verdict.faults else starting.DONE)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@JSON
def digest(file: Path, as_json: bool) -> None:
    """Write the mark of the log of reading to FILE, a PDF of one page to print, sign and file."""
    if file.exists():
        refuse(f"{file} is already there. Name a file that does not exist yet.")
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access import anchoring
    from kittiwake.ui.paper import pdf

    at = now()
    head, paper = anchoring.on_paper(at)
    if not head.lines:
        refuse("Nobody has read anything yet, so there is no mark to print.")
    try:
        file.write_bytes(pdf(paper, at=at))
    except OSError as problem:
        refuse(f"{file} cannot be written: {problem.strerror}.")
    answer = {"file": str(file), "lines": head.lines, "mark": head.typed}
    starting.answer(
        answer, as_json, lambda: click.echo(f"{head.lines:,} lines. Mark: {head.typed}. Print {file}.")
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def backup(folder: Path) -> None:
    """Copy the whole database into FOLDER, which must not exist yet. It appears only when it is whole."""
    if folder.exists():
        refuse(f"{folder} is already there. Name a folder that does not exist yet.")
    starting.refuse_without_council()
    starting.start_engine_only()
    half = folder.with_name(folder.name + ".part")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True, mode=0o700)
    files, wrong = _dump(half / DUMP)
    size = (half / DUMP).stat().st_size
    note = {"version": __version__, "sha256": _sha256(half / DUMP), "bytes": size, "documents": files}
    (half / NOTE).write_text(json.dumps(note))
    half.rename(folder)
    say(f"Copied to {folder}: {size:,} bytes, {files['count']:,} documents among it.")
    _tell_of(wrong)


def _dump(file: Path) -> tuple[kept_files.Files, list[int]]:
    """The documents are listed as they are at the very moment that is copied."""
    import psycopg

    with psycopg.connect(starting.owner_url()) as owner:
        owner.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        (snapshot,) = owner.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        _run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={file}")
        return kept_files.listed(owner), kept_files.changed(owner)


def _tell_of(wrong: list[int]) -> None:
    if wrong:
        say(kept_files.in_words(wrong))
        sys.exit(starting.NEEDS_A_PERSON)


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace the children that are in this database now.")
def restore(folder: Path, replace: bool) -> None:
    """Put back a copy made by backup. Refuses a copy that is not as it was made."""
    note = _check_copy(folder)
    if _has_children() and not replace:
        refuse("There are children in this database. Add --replace to put the copy in their place.")
    starting.empty()
    options = ["--no-owner", "--exit-on-error", "--single-transaction"]
    name = engine.environment_of(os.environ["DATABASE_OWNER_URL"])["PGDATABASE"]
    _run("pg_restore", *options, f"--dbname={name}", str(folder / DUMP))
    starting.as_owner("migrate")
    say(f"Put back from {folder}.")
    _compare_documents(note)


def _compare_documents(note: dict[str, Any]) -> None:
    """A copy made before there were documents says nothing of them."""
    import psycopg

    with psycopg.connect(starting.owner_url()) as owner:
        files, wrong = kept_files.listed(owner), kept_files.changed(owner)
    if note.get("documents", files) != files:
        say(f"The copy had {note['documents']['count']:,} documents, and there are {files['count']:,} now.")
        sys.exit(starting.NEEDS_A_PERSON)
    _tell_of(wrong)


def _check_copy(folder: Path) -> dict[str, Any]:
    """What was noted when it was made."""
    try:
        note = json.loads((folder / NOTE).read_text())
        whole = note["sha256"] == _sha256(folder / DUMP)
    except (OSError, ValueError, KeyError):
        refuse(f"{folder} is not a copy made by `kittiwake backup`, or part of it is missing.")
    if not whole:
        refuse(f"{folder / DUMP} is not as it was when it was made. Nothing was changed; use another copy.")
    return cast("dict[str, Any]", note)


def _has_children() -> bool:
    import psycopg

    with psycopg.connect(starting.owner_url()) as owner:
        if owner.execute("SELECT to_regclass('public.record_child')").fetchone() == (None,):
            return False  # there are not even tables
        return owner.execute("SELECT EXISTS (SELECT 1 FROM record_child)").fetchone() == (True,)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _run(program: str, *arguments: str) -> None:
    """A PostgreSQL program, on our database as its owner: the one beside the embedded server, or on the path."""
    beside = engine.programs() / program
    path = str(beside) if beside.exists() else shutil.which(program)
    if path is None:
        refuse(f"{program} is not installed on this machine. Install the PostgreSQL client programs.")
    environment = {**os.environ, **engine.environment_of(os.environ["DATABASE_OWNER_URL"])}
    done = subprocess.run([path, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        refuse(
            f"{program} stopped: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no reason given'}"
        )


@click.command()
@JSON
def doctor(as_json: bool) -> None:
    """Look over this installation: engine, role, migrations, guards, style sheets, room on the disk."""
    starting.start()
    from kittiwake.cli import examining

    findings = examining.examine()

    def in_words() -> None:
        for name, problem in findings.items():
            click.echo(
                f"{'fine ' if problem is None else 'WRONG'}  {name}{'' if problem is None else ': ' + problem}"
            )

    starting.answer(findings, as_json, in_words)
    sys.exit(starting.NEEDS_A_PERSON if any(findings.values()) else starting.DONE)
