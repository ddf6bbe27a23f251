"""Small files and small functions, measured."""

from __future__ import annotations

from statistics import median

from tests.architecture.source import files, functions, short

LONGEST = 300
TOO_LONG: dict[str, str] = {}


def length(path) -> int:
    return len(path.read_text().splitlines())


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = {short(path): length(path) for path in files(tests=True) if length(path) > LONGEST}
    assert not {name: lines for name, lines in long.items() if name not in TOO_LONG}
    assert TOO_LONG.keys() <= long.keys(), "Take out of TOO_LONG what is no longer too long."


def test_the_median_function_is_under_ten_lines() -> None:
    lengths = [
        function.end_lineno - function.lineno + 1
        for path in files()
        for function in functions(path)
        if function.end_lineno
    ]
    assert median(lengths) < 10


def test_the_median_file_is_under_ninety_lines() -> None:
    assert median(length(path) for path in files() if length(path)) < 90
