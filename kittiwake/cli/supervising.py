"""What has to run for as long as the service does: started again whenever it ends, however often that is.

A machine that has something for this (systemd, containers) watches over us; we watch over what we start.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from kittiwake.config import postmaster

LOOK_EVERY = 0.1  # seconds
# One that ends as soon as it has begun is given more and more time before the next try.
LIVED = 10.0  # seconds: whoever lived as long was well
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 5.0


@dataclass
class Kept:
    """One process and all it starts, in a group of its own."""

    name: str
    command: list[str]
    environment: dict[str, str]
    patience: float  # seconds it may take to stop when asked
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    again_at: float = 0.0
    pause: float = field(default=FIRST_PAUSE)

    def start(self) -> None:
        self.began = time.monotonic()
        self.process = subprocess.Popen(self.command, env=self.environment, start_new_session=True)

    def look(self, at: float) -> str | None:
        """Start it again if it has ended and its pause is over. Says so when it has ended."""
        if self.process is not None and self.process.poll() is None:
            return None
        if self.process is None:
            if at >= self.again_at:
                self.start()
            return None
        code = self.process.returncode
        self._signal(signal.SIGKILL)  # what it has left behind would answer beside the next one
        self.process = None
        self.pause = FIRST_PAUSE if at - self.began > LIVED else min(self.pause * 2, LONGEST_PAUSE)
        self.again_at = at + self.pause
        return f"The {self.name} ended ({ending(code)}). Starting it again."

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(self.patience)
        self._signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def _signal(self, number: int) -> None:
        assert self.process is not None
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)


def ending(code: int) -> str:
    return f"killed by signal {-code}" if code < 0 else f"exit code {code}"


@contextmanager
def kept_running(processes: Iterable[Kept]) -> Iterator[list[Kept]]:
    """All of them started; stopped in the same order when the block ends, whatever ends it."""
    kept = list(processes)
    try:
        for process in kept:
            process.start()
        yield kept
    finally:
        for process in kept:
            process.stop()


def watch(kept: list[Kept], *, engine: Callable[[], str | None], say: Callable[[str], None]) -> None:
    """For ever. `engine` starts the database again where that is ours to do, and says so."""
    look_at_engine = 0.0
    while True:
        at = time.monotonic()
        postmaster.wait_for_orphans({child.process.pid for child in kept if child.process})
        if at >= look_at_engine:
            look_at_engine = at + 1
            tell(engine(), say)
        for process in kept:
            tell(process.look(at), say)
        time.sleep(LOOK_EVERY)


def tell(what: str | None, say: Callable[[str], None]) -> None:
    if what:
        say(what)
