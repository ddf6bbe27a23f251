"""A list of a hundred thousand rows taken away as CSV, beside the csv module writing the same; and how much memory it holds.

    python -m benchmarks.taking_away

Ours looks at every cell, so that no text comes alive in a spreadsheet, and sends line by line; the peer writes the rows as
they are. One line of JSON for the time, and one for the memory of ten thousand rows beside a hundred thousand.
"""

from __future__ import annotations

import csv
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import cast

from benchmarks.pairs import compare
from benchmarks.starting import start

ROWS, FEWER = 100_000, 10_000
COLUMNS = ["Child", "Team", "Worker", "On", "Counted", "Hours", "Why"]
TEAMS = ["Harbour team", "Marsh team", "Quayside team", "=1+1"]
FIRST = date(2020, 1, 1)
TARGET = 2.0
GROWS_BY = 1.5  # times: memory is flat


class Line:
    def write(self, text: str) -> str:
        return text


def rows(count: int) -> Iterator[list[object]]:
    for number in range(count):
        on = FIRST + timedelta(days=number % 2000)
        why = "They came back by themselves, late, and had not eaten" if number % 3 else ""
        yield [str(number), TEAMS[number % 4], f"Worker {number % 90}", on, "Yes", number % 72, why]


def ours(count: int) -> int:
    from kittiwake.ui.spreadsheets import as_csv

    response = as_csv("rows.csv", COLUMNS, rows(count))
    return sum(len(piece) for piece in cast("Iterator[bytes]", response.streaming_content))


def peer(count: int) -> int:
    writer = csv.writer(Line())
    lines = (line for part in ([COLUMNS], rows(count)) for line in part)
    return sum(len(str(writer.writerow(line)).encode()) for line in lines)


def most_memory(work: Callable[[], object]) -> int:
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> None:
    start()
    ours(FEWER)  # what is loaded once is loaded
    few, many = most_memory(lambda: ours(FEWER)), most_memory(lambda: ours(ROWS))
    grew = many / few
    line = {
        "name": "B14 memory of CSV",
        "rows": [FEWER, ROWS],
        "most_bytes": [few, many],
        "grew": round(grew, 2),
    }
    sys.stdout.write(json.dumps({**line, "verdict": "met" if grew < GROWS_BY else "missed"}) + "\n")
    compare(f"B14 CSV of {ROWS} rows", lambda: ours(ROWS), lambda: peer(ROWS), target=TARGET)


if __name__ == "__main__":
    main()
