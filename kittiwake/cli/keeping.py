"""Keeping the record safe: the log of reading proved, the installation looked over."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kittiwake.cli import starting
from kittiwake.cli.looking import JSON
from kittiwake.cli.starting import refuse


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
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")  # millions of lines are read in one statement
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
@JSON
def doctor(as_json: bool) -> None:
    """Look over this installation: database, guards, files and secrets, backups, machine, names, mail, schedule."""
    starting.start()
    from kittiwake.cli.examining import installation

    findings = installation.examine()

    def in_words() -> None:
        for name, problem in findings.items():
            click.echo(
                f"{'fine ' if problem is None else 'WRONG'}  {name}{'' if problem is None else ': ' + problem}"
            )

    starting.answer(findings, as_json, in_words)
    sys.exit(starting.NEEDS_A_PERSON if any(findings.values()) else starting.DONE)
