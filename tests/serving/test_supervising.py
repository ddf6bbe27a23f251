"""What is kept running, whatever ends it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kittiwake.cli import supervising
from kittiwake.cli.supervising import Kept, kept_running


def sleeper(*, child: Path | None = None) -> Kept:
    starts_another = (
        f"import pathlib, subprocess, sys; one = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        f"pathlib.Path({str(child)!r}).write_text(str(one.pid));"
    )
    command = [sys.executable, "-c", (starts_another if child else "") + "import time; time.sleep(60)"]
    return Kept("sleeper", command, dict(os.environ), patience=5)


def until(true: Callable[[], object]) -> None:
    for _ in range(500):
        if true():
            return
        time.sleep(0.02)
    raise AssertionError("It did not come to that within ten seconds.")


def looking(kept: Kept) -> str | None:
    return kept.look(time.monotonic())


def test_it_is_started_again_however_often_it_is_killed() -> None:
    with kept_running([sleeper()]) as (kept,):
        seen = set()
        for _ in range(5):
            assert kept.process is not None
            seen.add(kept.process.pid)
            os.kill(kept.process.pid, signal.SIGKILL)
            kept.process.wait()
            assert looking(kept) == "The sleeper ended (killed by signal 9). Starting it again."
            kept.again_at = 0
            until(lambda: looking(kept) is None and kept.process)
        assert len(seen) == 5
        last = kept.process
    assert last is not None
    assert last.poll() is not None


def test_what_it_had_started_ends_with_it(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    with kept_running([sleeper(child=noted)]) as (kept,):
        until(lambda: noted.exists() and noted.read_text())
        assert kept.process is not None
        os.kill(kept.process.pid, signal.SIGKILL)
        kept.process.wait()
        looking(kept)
        until(lambda: not alive(int(noted.read_text())))


def alive(pid: int) -> bool:
    """A process that has ended and was not yet waited for counts as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_one_that_ends_at_once_is_given_more_and_more_time() -> None:
    ends = Kept("ender", [sys.executable, "-c", ""], dict(os.environ), patience=1)
    ends.start()
    pauses = []
    for _ in range(9):
        until(lambda: ends.process is not None and ends.process.poll() is not None)
        looking(ends)
        pauses.append(ends.pause)
        ends.look(ends.again_at)
    ends.stop()
    assert pauses == sorted(pauses)
    assert pauses[-1] == supervising.LONGEST_PAUSE


def test_all_are_stopped_when_one_cannot_be_started() -> None:
    first, second = sleeper(), Kept("nothing", ["/no/such/program"], {}, patience=1)
    with pytest.raises(FileNotFoundError), kept_running([first, second]):
        pass
    assert first.process is None
