"""The tool as a program runs it, on a council of its own: a front door, and no child."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest

from conftest import ROOT, copy_of
from kittiwake.config import engine

LONDON = ZoneInfo("Europe/London")
Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def kittiwake(empty_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """kittiwake("board", "--json") runs the tool on a council of its own, without a child: (exit code, standard output)."""
    with copy_of(empty_database, f"command_line_{os.getpid()}") as name:
        environment = {
            **os.environ,
            "DATABASE_URL": engine.of_database(os.environ["DATABASE_URL"], name),
            "DATABASE_OWNER_URL": engine.of_database(os.environ["DATABASE_OWNER_URL"], name),
            "KITTIWAKE_HOME": str(tmp_path_factory.mktemp("home")),
        }

        def run(*arguments: str | bytes) -> tuple[int, str]:
            done = started(environment, *arguments)
            return done.returncode, done.stdout.decode()

        with psycopg.connect(environment["DATABASE_OWNER_URL"]) as connection:
            connection.execute("INSERT INTO record_team (name, kind) VALUES ('Front door', 'front_door')")
        yield run


@pytest.fixture
def owner(kittiwake: Run) -> Iterator[psycopg.Connection]:
    """Of the same council's tables."""
    name = f"command_line_{os.getpid()}"
    with psycopg.connect(
        engine.of_database(os.environ["DATABASE_OWNER_URL"], name), autocommit=True
    ) as connection:
        yield connection


def started(environment: dict[str, str], *arguments: str | bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=False)


@pytest.fixture(scope="module")
def police_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists") / "list.csv"
    now = datetime.now(LONDON)
    back = now - timedelta(hours=10)
    seen = back - timedelta(hours=6)
    row = ["MP/1/26", "WREN", "Ivy", "17/05/2012", *when(seen), *when(seen), *when(back)]
    headings = ["Force Ref", "Surname", "Forename(s)", "DOB", "Missing Date", "Missing Time", "Reported Date",
                "Reported Time", "Found Date", "Found Time"]  # fmt: skip
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([headings, row])
    return path


def when(at: datetime) -> tuple[str, str]:
    return f"{at:%d/%m/%Y}", f"{at:%H:%M}"
