"""Proving a backup: put back into an empty system of its own, compared, looked over, and thrown away again."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kittiwake.cli import starting
from kittiwake.cli.backups import putting_back
from kittiwake.cli.backups.making import Note
from kittiwake.cli.starting import refuse
from kittiwake.config import engine, postmaster
from kittiwake.config.backups import LOCK_OF_PROVING as LOCK
from kittiwake.config.backups import PROVING as PREFIX


def prove(backup: Path, key: Path | None) -> Note:
    """The council's own database is not asked for anything: this can be done on any machine."""
    with alone(), empty_system():
        note = putting_back.put_back(backup, key)
        starting.as_owner("migrate")
        _verify_log_of_reading()
    return note


@contextmanager
def alone() -> Iterator[None]:
    """One at a time. What an earlier one left behind when it was killed, a server and what was unsealed, goes first."""
    home = starting.home()
    with (home / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            refuse("Another backup is being proved. Try again when it has ended.")
        for left in home.glob(f"{PREFIX}*"):
            postmaster.end(left / "postgres")
            shutil.rmtree(left)
        yield


@contextmanager
def empty_system() -> Iterator[None]:
    """A server of its own for as long as it takes, in the council's folder: what is unsealed stays on that disk."""
    before = {name: os.environ.pop(name, None) for name in ("DATABASE_URL", "DATABASE_OWNER_URL")}
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=starting.home()) as folder:
        if os.geteuid() == 0:
            Path(folder).chmod(0o711)  # PostgreSQL never runs as root: the user that it runs as walks in
        try:
            engine.ensure(Path(folder))
            yield
        finally:
            engine.stop_embedded(Path(folder))
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def _verify_log_of_reading() -> None:
    """By itself: a mark that was noted since the backup was made is of lines that it cannot have."""
    environment = {**os.environ, "KITTIWAKE_READING_HEADS": "/nowhere"}
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "verify"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        refuse(
            f"The backup came out as it was made, but its log of reading did not: {(done.stdout or done.stderr).strip()}"
        )
