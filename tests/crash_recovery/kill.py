"""Processes that are killed, and what the database holds afterwards."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import sql

# Who looked at what, and who is signed in, is written beside a save, not by it.
BESIDE = ("access_reading", "access_chain", "django_session", "usersessions_usersession")
OTHERS = """SELECT pid FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL"""
WRITING = f"SELECT FROM pg_locks WHERE locktype = 'transactionid' AND pid IN ({OTHERS})"
Rows = Counter[str]


class Database:
    """As the owner sees it: every row, whoever may see it."""

    def __init__(self, url: str) -> None:
        self.owner = psycopg.connect(url, autocommit=True)
        rows = self.owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        tables = [name for (name,) in rows if name not in BESIDE]
        counts = [
            sql.SQL("SELECT {}, count(*) FROM {}").format(sql.Literal(name), sql.Identifier(name))
            for name in tables
        ]
        self.counting = sql.SQL(" UNION ALL ").join(counts)

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.owner.close()

    def rows(self) -> Rows:
        """How many rows each table holds. A change leaves a row as well: the version before it."""
        return Counter(dict(self.owner.execute(self.counting).fetchall()))

    def is_being_written(self) -> bool:
        """Whether somebody else is in the middle of a transaction that has written something."""
        return bool(self.owner.execute(WRITING).fetchall())

    def settled(self) -> Rows:
        """What is there once the engine has noticed that nobody is at the other end."""
        for _ in range(1000):
            if not self.owner.execute(OTHERS).fetchall():
                return self.rows()
            time.sleep(0.01)
        raise AssertionError("A connection of a killed process did not end within ten seconds.")


@dataclass
class Blows:
    """How the rounds came out, for whoever reads the test."""

    seed: int
    in_the_middle: int = 0  # struck with something written and not committed
    came_out: Counter[str] = field(default_factory=Counter)

    def struck_all_along(self) -> None:
        """Before, during and after: otherwise the rounds have proved nothing."""
        assert self.in_the_middle
        assert self.came_out["nothing"]
        assert self.came_out["accepted"]

    def __str__(self) -> str:
        return f"seed {self.seed}: {dict(self.came_out)}, {self.in_the_middle} with something written and not committed"


class Forking:
    """Starts processes out of one that has everything loaded already."""

    def __init__(self) -> None:
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(["tests.crash_recovery.ready"])

    def start(self, target: Callable[..., None], *arguments: Any) -> Any:
        process = self.context.Process(target=target, args=arguments)
        process.start()
        return process


def strike(process: Any, database: Database, blows: Blows) -> None:
    """Kill it and all it started, as a power cut would. It may be over already, or hardly begun."""
    with contextlib.suppress(ProcessLookupError):
        _signal(process, signal.SIGSTOP)
        blows.in_the_middle += database.is_being_written()
        _signal(process, signal.SIGKILL)
    process.join()


def _signal(process: Any, number: int) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:  # it has no group of its own yet
        os.kill(process.pid, number)


def added(before: Rows, after: Rows) -> Rows:
    return Counter({name: after[name] - before[name] for name in after if after[name] != before[name]})
