"""What is hidden of small numbers: how long it takes to find, how much it is, and whether anybody works out the rest.

    python -m benchmarks.disclosure [how many drawn councils]

Drawn councils are attacked by a program apart from what protects them (insight/disclosure/tests/attacker.py), and held against hiding all
that hangs together. Where pytauargus is installed, two-way tables are protected by it as well, in the same run.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from random import Random
from tempfile import TemporaryDirectory

from kittiwake.insight.disclosure import Sizes, Table, protect, protecting
from kittiwake.insight.disclosure.attack import Attack
from kittiwake.insight.disclosure.links import publication_of
from kittiwake.insight.disclosure.publication import Publication, Shown, total
from kittiwake.insight.disclosure.suppressing import suppressed
from kittiwake.insight.disclosure.tests.attacker import Attacker
from kittiwake.insight.disclosure.tests.drawn import Measured, council, partitions

USUAL = 1_000
Rows = dict[tuple[str, str], int]
Line = dict[str, object]


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else USUAL
    for lines in (a_page, one_measure, two_ways, lambda: drawn(many)):
        for line in lines():
            print(json.dumps(line), flush=True)


def seconds(tables: Sequence[Table]) -> float:
    protecting._hidden.cache_clear()
    began = time.process_time()
    protect(tables, Sizes())
    return time.process_time() - began


def a_page() -> Iterator[Line]:
    """Some 110 measures of a dozen kinds of cases, by eight teams and three months."""
    councils = [[one.table for one in council(Random(seed), 12, 240, 8)] for seed in range(5)]
    taken = [seconds(tables) for tables in councils]
    figures = [
        sum(len(breakdown.figures) for table in tables for breakdown in table.breakdowns)
        for tables in councils
    ]
    yield {"name": "all measures", "measures": len(councils[0]), "figures": figures, "cpu": rounded(taken)}


def one_measure() -> Iterator[Line]:
    tables = [[council(Random(seed), 1, 240, 8)[2].table] for seed in range(5)]
    yield {"name": "one measure by team and month", "cpu": rounded([seconds(one) for one in tables])}


def rounded(numbers: Sequence[float]) -> list[float]:
    return [round(number, 3) for number in numbers]


def drawn(many: int) -> Iterator[Line]:
    """Small councils: whether any small number is worked out, and what of all that may be hidden is."""
    worked_out, counts = 0, {"must": 0, "hidden": 0, "trivially": 0, "figures": 0}
    for seed in range(many):
        every = council(Random(seed), 1, 20 + seed % 200, 1 + seed % 4)
        shown = protect([one.table for one in every], Sizes())
        read = {
            (key, by, figure.group): (figure.numerator, figure.denominator)
            for (key, by), figures in shown.items()
            for figure in figures
            if not figure.is_hidden
        }
        worked_out += len(Attacker(every, partitions(every)).worked_out(read))
        _count(every, sum(figure.is_hidden for figures in shown.values() for figure in figures), counts)
    yield {"name": "drawn councils", "councils": many, "worked_out": worked_out, **counts}


def _count(every: Sequence[Measured], hidden: int, counts: dict[str, int]) -> None:
    whole = publication_of([one.table for one in every], Sizes())
    counts["hidden"] += hidden
    for part in whole.parts():
        must = [each for each in part.shown if each.must_hide or not each.cells.isdisjoint(part.sensitive)]
        some = [each for each in part.shown if any(part.numbers[cell] for cell in each.cells)]
        counts["must"] += len(must)
        counts["trivially"] += len(some) if must else 0
        counts["figures"] += len(some)


def two_ways() -> Iterator[Line]:
    """Team by track with totals: 12 × 5, as each protects it."""
    for seed in range(3):
        random = Random(seed)
        cells = {
            (f"T{row:02}", f"K{column}"): random.choice([0, 1, 2, 3, 7, 12, 20, 40])
            for row in range(12)
            for column in range(5)
        }
        publication = as_publication(cells)
        began = time.process_time()
        hidden = suppressed(publication)
        line: Line = {
            "name": "two ways", "cells": len(publication.shown), "sensitive": len(publication.sensitive),
            "hidden": len(hidden), "too_narrow": too_narrow(publication, hidden), "cpu": round(time.process_time() - began, 3),
        }  # fmt: skip
        yield line | (_by_tauargus(cells, publication) if find_spec("pytauargus") else {})


def as_publication(cells: Rows) -> Publication:
    rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
    numbers = {f"{row} {column}": many for (row, column), many in cells.items()}
    relations = [total(f"{row} all", [f"{row} {column}" for column in columns]) for row in rows]
    relations += [total(f"all {column}", [f"{row} {column}" for row in rows]) for column in columns]
    relations += [total("all all", [f"{row} all" for row in rows])]
    for relation in relations:
        (whole, _), *parts = relation.weights
        numbers[whole] = sum(numbers[part] for part, _ in parts)
    shown = tuple(Shown(cell, frozenset([cell]), 1 if many else 200) for cell, many in numbers.items())
    sensitive = {cell: (1, 5) for cell, many in numbers.items() if Sizes().is_small(many)}
    return Publication(numbers, tuple(relations), shown, sensitive)


def too_narrow(publication: Publication, hidden: set[str]) -> int:
    attack, visible = Attack(publication), publication.visible(hidden)
    found = [attack.interval(visible, cell) for cell in publication.sensitive]
    return sum(least > 1 or most < Sizes().most_hidden for least, most in found)


def _by_tauargus(cells: Rows, publication: Publication) -> Line:
    from pytauargus import protect as by_tauargus

    people = [
        {"team": team, "track": track, "one": 1.0}
        for (team, track), many in cells.items()
        for _ in range(many)
    ]
    began = time.process_time()
    with TemporaryDirectory() as folder:
        answer = by_tauargus(
            people,
            ["team", "track"],
            response="one",
            safety_rules="FREQ(6,100)",
            suppress="OPT(1)",
            workdir=folder,
        )
        rows = answer.tables[0].rows
    hidden = {
        f"{row['team']} {row['track']}".replace("Total", "all") for row in rows if row["status"] in ("U", "M")
    }
    hidden &= publication.numbers.keys()
    return {
        "tauargus_hidden": len(hidden),
        "tauargus_too_narrow": too_narrow(publication, hidden),
        "tauargus_cpu": round(time.process_time() - began, 3),
    }


if __name__ == "__main__":
    main()
