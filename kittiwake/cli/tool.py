"""The tool itself: whatever goes wrong in a command, one sentence and exit code 2. With --json the sentence is the value."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

DONE, NEEDS_A_PERSON, REFUSED = 0, 1, 2
NOT_SET_UP = "This council's tables are not up to date. Run `kittiwake migrate`, then try again."
AWAY = "The database does not answer. Is it running, and does DATABASE_URL name it?"


class Refusal(click.ClickException):
    """A command will not do it, and says why."""

    exit_code = REFUSED


class Tool(click.Group):
    """Catches what a command could not do, so that no command does so for itself."""

    def main(self, args: Any = None, *_: Any, **__: Any) -> Any:
        given = list(sys.argv[1:] if args is None else args)
        try:
            super().main(given, prog_name="kittiwake", standalone_mode=False)
        except click.exceptions.Exit as leave:
            sys.exit(leave.exit_code)
        except click.Abort:
            sys.exit(REFUSED)
        except click.UsageError as wrong:
            show_usage(wrong)
            refused(wrong.format_message(), given)
        except click.ClickException as refusal:
            refused(refusal.format_message(), given)
        except Exception as problem:
            sentence = sentence_of(problem)
            if sentence is None:
                raise
            refused(sentence, given)
        sys.exit(DONE)


def show_usage(wrong: click.UsageError) -> None:
    if wrong.ctx is not None:
        click.echo(wrong.ctx.get_usage(), err=True)


def refused(sentence: str, given: list[str]) -> None:
    """On standard error for people; for programs the one value that was promised."""
    sentence = printable(sentence)
    click.echo(sentence, err=True)
    if "--json" in given:
        click.echo(json.dumps({"refused": sentence}, ensure_ascii=False))
    sys.exit(REFUSED)


def sentence_of(problem: Exception) -> str | None:
    """What the machine says, in words. None where the fault is ours: then the traceback is the most useful thing."""
    import psycopg
    from django.db import OperationalError, ProgrammingError

    if isinstance(problem, OperationalError | psycopg.OperationalError):
        return AWAY
    if isinstance(problem, ProgrammingError) and isinstance(problem.__cause__, psycopg.errors.UndefinedTable):
        return NOT_SET_UP
    if isinstance(problem, OSError) and problem.strerror:
        name = f"{printable(problem.filename)}: " if problem.filename else ""
        return f"{name}{problem.strerror}."
    return None


def printable(text: object) -> str:
    """As it can be shown: the name of a file may be made of any bytes."""
    return str(text).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
