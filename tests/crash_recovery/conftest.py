"""One database and one process to fork from, for all that is killed."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from conftest import copy_of
from kittiwake.config import engine
from tests.crash_recovery.kill import Blows, Database, Forking
from tests.journeys.conftest import run

ROUNDS = 60


@dataclass
class Council:
    database: Database
    forking: Forking
    children: list[int]
    session: str
    environment: dict[str, str]


@pytest.fixture(scope="module")
def council(empty_database: str) -> Iterator[Council]:
    with (
        copy_of(empty_database, f"crash_recovery_{os.getpid()}") as name,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("DATABASE_URL", engine.of_database(os.environ["DATABASE_URL"], name))
        patch.setenv("DJANGO_SETTINGS_MODULE", "kittiwake.config.settings")
        patch.setenv("PYTHONWARNINGS", "ignore")
        environment = dict(os.environ)
        made = json.loads(run(environment, "-m", "tests.crash_recovery.world", str(ROUNDS + 2)))
        with Database(engine.of_database(os.environ["DATABASE_OWNER_URL"], name)) as database:
            yield Council(database, Forking(), **made, environment=environment)


@pytest.fixture
def blows(capsys: pytest.CaptureFixture[str]) -> Iterator[Blows]:
    """CRASH_SEED repeats the moments of a run, as far as the machine's speed allows."""
    blows = Blows(int(os.environ.get("CRASH_SEED") or random.randrange(10**6)))
    yield blows
    with capsys.disabled():
        sys.stdout.write(f"\nKilled: {blows}\n")
