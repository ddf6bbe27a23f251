"""How far the council is, said while it is made: in place on a terminal, a line now and then where there is none."""

from __future__ import annotations

import sys
import time
from concurrent.futures import Future, wait
from multiprocessing import parent_process
from multiprocessing.sharedctypes import Synchronized
from typing import TextIO

import django

LOOKS_EVERY = 0.5  # seconds
LINE_EVERY = 10.0

_done: Synchronized[float] | None = None


def count_in(done: Synchronized[float]) -> None:
    """In each process that makes a part of the council: what it has done is counted in this one number of all."""
    global _done
    _done = done


def begin_process(done: Synchronized[float]) -> None:
    """A process beside: what it is given to do is read only when Django is set up."""
    django.setup()
    count_in(done)


def did(parts: float) -> None:
    _stop_without_parent()
    if _done is not None:
        with _done.get_lock():
            _done.value += parts


def _stop_without_parent() -> None:
    """Nobody would use what we went on making, and the next council is made in the same place."""
    parent = parent_process()
    if parent is not None and not parent.is_alive():
        sys.exit("Nobody waits for this council any more.")


class Progress:
    """Of so many parts in all, whatever a part is."""

    def __init__(self, done: Synchronized[float], parts: float, stream: TextIO | None = None) -> None:
        self.done, self.parts, self.stream = done, parts, stream or sys.stderr
        self.began, self.said_at = time.monotonic(), -LINE_EVERY

    def wait_for(self, tasks: list[Future[None]]) -> None:
        """Until all are done. The first that fails ends it."""
        waiting = set(tasks)
        while waiting:
            finished, waiting = wait(waiting, timeout=LOOKS_EVERY)
            for task in finished:
                task.result()
            self.say()

    def say(self) -> None:
        now, in_place = time.monotonic(), self.stream.isatty()
        if in_place or now - self.said_at >= LINE_EVERY:
            self.said_at = now
            words = f"  {self.in_words(now - self.began)}"
            self.stream.write(f"{words:<60}\r" if in_place else f"{words}\n")
            self.stream.flush()

    def in_words(self, seconds: float) -> str:
        share = min(self.done.value / self.parts, 1.0)
        left = f", about {seconds / share - seconds:.0f} s left" if 0.05 < share < 1 else ""
        return f"{share:.0%} of the council is made{left}"

    def finish(self) -> None:
        self.done.value, self.said_at = self.parts, -LINE_EVERY
        self.say()
        if self.stream.isatty():
            self.stream.write("\n")
