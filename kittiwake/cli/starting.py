"""Getting to a state in which a command can do its work: the engine up, Django set up, the right role."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from kittiwake.cli.tool import DONE, NEEDS_A_PERSON, Refusal
from kittiwake.config import engine

__all__ = [
    "DONE",
    "NEEDS_A_PERSON",
    "answer",
    "as_owner",
    "empty",
    "home",
    "owner_url",
    "refuse",
    "say",
    "start",
    "start_engine_only",
]


def refuse(why: str) -> NoReturn:
    """One sentence, and exit code 2."""
    raise Refusal(why)


def say(what: str) -> None:
    """Progress goes to standard error: standard output is for answers."""
    click.echo(what, err=True)


def answer(value: Any, as_json: bool, in_words: Callable[[], None]) -> None:
    """With --json that one object alone on standard output; otherwise words."""
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False))
    else:
        in_words()


def start() -> None:
    """The engine up and Django ready, as the application's own role, in a council that has been set up."""
    refuse_without_council()
    with warnings.catch_warnings():
        # A server without a desktop has no per-user folder for sockets; the fallback is what we want.
        warnings.simplefilter("ignore")
        engine.ensure()
    os.environ.setdefault("KITTIWAKE_TOOLS", "yes")
    if (engine.home() / "demo").exists():
        os.environ.setdefault("KITTIWAKE_DEMO", "yes")
    import django

    django.setup()


def refuse_without_council() -> None:
    """Before anything is made: somebody who stands in the wrong folder shall not find an empty council there."""
    if os.environ.get("DATABASE_URL") or (engine.home() / "postgres" / "PG_VERSION").exists():
        return
    refuse(
        f"There is no council in {engine.home()}. Run `kittiwake init` to make an empty one or `kittiwake demo` for a "
        "made-up one, or set KITTIWAKE_HOME to the folder that yours is in."
    )


def as_owner(step: str) -> None:
    """Run a step of setting_up in a process that owns the tables, so that this one never does."""
    start_engine_only()
    environment = {**os.environ, "KITTIWAKE_AS_OWNER": "yes", "KITTIWAKE_TOOLS": "yes"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "kittiwake.cli.setting_up", step], env=environment, check=False
    )
    if done.returncode:
        refuse(
            f"Setting up the database stopped at “{step}”. The lines above say why; run it again when mended."
        )


def empty() -> None:
    """Take everything away, as the owner of the tables: what follows makes them anew."""
    import psycopg

    with psycopg.connect(owner_url()) as owner:
        owner.execute("DROP SCHEMA public CASCADE")
        owner.execute("CREATE SCHEMA public")
        owner.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        owner.execute(f"GRANT USAGE ON SCHEMA public TO {engine.APPLICATION_ROLE}")


def owner_url() -> str:
    """The database as the owner of its tables; the engine is up."""
    start_engine_only()
    return os.environ.get("DATABASE_OWNER_URL") or refuse("Set the environment variable DATABASE_OWNER_URL.")


def start_engine_only() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        engine.ensure()


def home() -> Path:
    """Of its user alone; where that is root, the user that the embedded database runs as must be able to walk in."""
    folder = engine.home()
    folder.mkdir(parents=True, exist_ok=True, mode=0o711 if os.geteuid() == 0 else 0o700)
    return folder
