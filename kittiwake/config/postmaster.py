"""The process of the embedded database: whether it lives, and what it leaves behind when it dies.

A process that was killed keeps its number until somebody has waited for it. Both the wheel and PostgreSQL itself take a
number that is still given out for a server that still runs, and will not start another one beside it. A process of the
dead server that has not noticed yet holds its memory, and PostgreSQL will not start beside that either, rightly.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

LOCK = "postmaster.pid"
LINES = 8  # of a lock file that was written to its end
NOTICES_WITHIN = 2.0  # seconds a process of a dead server is given to notice
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def lives(data: Path) -> bool:
    try:
        process = psutil.Process(_noted(data))
        return bool(process.status() != psutil.STATUS_ZOMBIE and process.name() == "postgres")
    except (psutil.NoSuchProcess, ValueError):
        return False


def clear_away(data: Path) -> None:
    """What a dead server left: processes that go on by themselves, and a lock file it was killed in the midst of writing.

    A lock file that is whole stays: PostgreSQL judges it by the memory that it names. One that is not names none, and
    its server died before it had a process of its own.
    """
    if lives(data):
        return
    _, unaware = psutil.wait_procs(list(_left_over(data)), timeout=NOTICES_WITHIN)
    for process in unaware:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(unaware, timeout=NOTICES_WITHIN)
    lock = data / LOCK
    if lock.exists() and len(lock.read_text().splitlines()) < LINES:
        lock.unlink()


def end(data: Path) -> None:
    """A server that nobody holds any more, at once: what was in it is not wanted."""
    with suppress(psutil.NoSuchProcess, ValueError):
        process = psutil.Process(_noted(data))
        if lives(data):
            process.kill()
            psutil.wait_procs([process], timeout=NOTICES_WITHIN)
    clear_away(data)


def adopt_orphans() -> None:
    """From now on what is left over of anything we start is handed to us instead of to the machine's first process, which
    in a container may wait for nobody."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait_for_orphans(known: set[int]) -> None:
    """Let the numbers go of all that ended and was handed to us; not of those whose end somebody else looks at."""
    with suppress(ChildProcessError):
        while ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            if ended.si_pid in known:
                return
            os.waitpid(ended.si_pid, 0)


def _noted(data: Path) -> int:
    """The number in the lock file, or ValueError."""
    with suppress(FileNotFoundError):
        return int((data / LOCK).read_text().split("\n")[0])
    raise ValueError("There is no lock file.")


def _left_over(data: Path) -> Iterator[psutil.Process]:
    """Every process of PostgreSQL works in its server's folder."""
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if (
                process.name() == "postgres"
                and process.status() != psutil.STATUS_ZOMBIE
                and Path(process.cwd()) == data.resolve()
            ):
                yield process
