"""While the council is made somebody is told how far it is: in place on a terminal, now and then elsewhere."""

from __future__ import annotations

from io import StringIO
from multiprocessing import get_context

from kittiwake.demo import progress
from kittiwake.demo.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def made(stream: StringIO) -> str:
    """What is said of four parts, looked at after each."""
    done = get_context("spawn").Value("d")
    progress.count_in(done)
    council = Progress(done, 4, stream)
    for _ in range(3):
        council.say()
        progress.did(1)
    council.finish()
    return stream.getvalue()


def test_a_file_gets_a_line_now_and_then_and_the_last() -> None:
    assert made(StringIO()).splitlines() == ["  0% of the council is made", "  100% of the council is made"]


def test_a_terminal_is_told_each_time_in_one_line() -> None:
    said = made(Terminal())
    assert [part.split("%")[0].strip() for part in said.split("\r")[:4]] == ["0", "25", "50", "100"]
    assert said.count("\n") == 1
