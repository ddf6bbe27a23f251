"""B8: every measure by team and month over ten years, on DuckDB over an extract of the council's tables.

    python -m benchmarks.history [years]

Beside it one GROUP BY of DuckDB over the same cases laid out beforehand, the same text on PostgreSQL, and polars and pandas
over the laid-out cases where they are installed. Cells are compared in the same run. A measure of what happened is run once for
all months; one of how things stood is run for each month's end, and stands in a line of its own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from benchmarks.pairs import compare, timed
from benchmarks.starting import start

CHUNK = 50_000
COUNTED_TOGETHER = 24  # the target is for so many measures
TARGET = 8.0
CELLS = """SELECT '{key}' AS measure, team_id, {month} AS month, {counts} FROM ({cases}) cases
            WHERE "on" BETWEEN {first} AND {last} GROUP BY 2, 3"""
MONTH = {"duckdb": "strftime(\"on\", '%Y-%m')", "postgres": "to_char(\"on\", 'YYYY-MM')"}
LAID_OUT = f"""CREATE OR REPLACE TABLE laid_out AS SELECT *, {MONTH["duckdb"]} AS month FROM ({{every}})"""
PEER = """SELECT measure, team_id, month, count(*), count(*) FILTER (WHERE in_numerator), count(DISTINCT child_id), avg(value)
            FROM laid_out GROUP BY 1, 2, 3"""
Cells = set[tuple[Any, ...]]


def extract(duck: Any, names: list[str]) -> int:
    """The tables that measures read, as an extract carries them. How many rows there are."""
    return sum(_table(duck, name) for name in names)


def _table(duck: Any, name: str) -> int:
    import pyarrow as pa
    from django.apps import apps

    from kittiwake.insight.tests import arrow
    from kittiwake.primitives.measures.tables import Tables

    model = next(one for one in apps.get_models() if one._meta.db_table == name)
    kinds = {column: arrow._type(str(kind)) for column, kind in Tables()(model).schema().items()}
    schema, rows = pa.schema(list(kinds.items())), 0
    duck.register("part", schema.empty_table())
    duck.execute(f'CREATE TABLE "{name}" AS SELECT * FROM part')
    for chunk in _chunks(name, list(kinds)):
        arrays = [
            pa.array([arrow._plain(value, field.type) for value in column], field.type)
            for column, field in zip(zip(*chunk, strict=True), schema, strict=True)
        ]
        duck.register("part", pa.Table.from_arrays(arrays, schema=schema))
        duck.execute(f'INSERT INTO "{name}" SELECT * FROM part')
        rows += len(chunk)
    return rows


def _chunks(table: str, columns: list[str]) -> Iterator[list[tuple[Any, ...]]]:
    from django.db import connection

    named = ", ".join(f'"{column}"' for column in columns)
    with connection.connection.cursor(name="extract") as cursor:
        cursor.execute(f'SELECT {named} FROM "{table}"')
        while chunk := cursor.fetchmany(CHUNK):
            yield chunk


def cells_sql(key: str, cases: str, first: date, last: date, dialect: str) -> str:
    from kittiwake.insight.counting import AGGREGATES
    from kittiwake.primitives.measures import catalogue

    counts = ", ".join(AGGREGATES[catalogue.measures()[key].how])
    days = {"first": f"DATE '{first}'", "last": f"DATE '{last}'"}
    return CELLS.format(key=key, month=MONTH[dialect], counts=counts, cases=cases, **days)


def text_of(statement: Any, first: date, last: date) -> str:
    from kittiwake.primitives.measures import statements

    return statements.text(statement, first, last, "duckdb")


def in_cells(rows: list[tuple[Any, ...]]) -> Cells:
    return {(*row[:5], None if row[5] is None else round(float(row[5]), 6)) for row in rows}


def month_ends(first: date, last: date) -> list[date]:
    starts = [date(year, month, 1) for year in range(first.year, last.year + 2) for month in range(1, 13)]
    ends = [start - timedelta(days=1) for start in starts]
    return [end for end in ends if first <= end < last] + [last]


def stands(duck: Any, sql: str, first: date, last: date) -> bool:
    """Whether it is of how things stand on the last day: it has no case of any other."""
    days = duck.execute(
        f"SELECT DISTINCT \"on\" FROM ({sql}) cases WHERE \"on\" BETWEEN DATE '{first}' AND DATE '{last}'"
    )
    return {day for (day,) in days.fetchall()} <= {last}


def over_flat_cases(duck: Any) -> dict[str, Any]:
    """The last step alone, by other libraries, where they are installed."""
    flat, ways = duck.execute("SELECT measure, team_id, month, in_numerator, value FROM laid_out").arrow, {}
    if find_spec("polars"):
        import polars

        frame = polars.from_arrow(flat()).lazy()
        by = ["measure", "team_id", "month"]
        counts = [polars.len(), polars.col("in_numerator").sum().alias("met"), polars.col("value").mean()]
        ways["polars"] = lambda: frame.group_by(by).agg(counts).collect()
    if find_spec("pandas"):
        table = duck.execute("SELECT measure, team_id, month, in_numerator, value FROM laid_out").df()
        groups = table.groupby(["measure", "team_id", "month"], dropna=False)
        ways["pandas"] = lambda: groups.agg({"in_numerator": ["size", "sum"], "value": "mean"})
    return ways


def main() -> None:
    start()
    from django.utils.timezone import now

    from kittiwake.time.moments import add_months, local_date

    years = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    last = local_date(now())
    report(add_months(last, -12 * years) + timedelta(days=1), last)


def report(first: date, last: date) -> None:
    import duckdb
    from django.db import connection, transaction

    from kittiwake.access.identity import acting_as_system
    from kittiwake.primitives.measures import catalogue, statements
    from kittiwake.primitives.measures.engines import PREPARED

    duck, every = duckdb.connect(), catalogue.measures()
    made = {key: statements.made(one, "duckdb") for key, one in every.items()}
    with transaction.atomic(), acting_as_system():
        rows = extract(duck, sorted({name for one in made.values() for name in one.tables}))
    for said in PREPARED["duckdb"]:
        duck.execute(said)
    # One processor, as PostgreSQL's backend has one: a ratio of processor time is of work, not of how it is shared out.
    duck.execute("SET threads = 1")
    standing = {key for key, one in made.items() if stands(duck, text_of(one, first, last), first, last)}
    happening = [key for key in made if key not in standing]
    in_duck = {
        key: cells_sql(key, text_of(made[key], first, last), first, last, "duckdb") for key in happening
    }
    there = {key: statements.of(every[key]) for key in made}
    in_postgres = {
        key: cells_sql(key, text_of(there[key], first, last), first, last, "postgres") for key in happening
    }

    def ours() -> Cells:
        return {cell for sql in in_duck.values() for cell in in_cells(duck.execute(sql).fetchall())}

    def asked_there(texts: list[str]) -> Cells:
        with acting_as_system(), connection.cursor() as cursor:
            found: Cells = set()
            for sql in texts:
                cursor.execute(sql)
                found |= in_cells(cursor.fetchall())
        return found

    def of_month_ends(ends: list[date]) -> Cells:
        found: Cells = set()
        for before, end in pairwise([first - timedelta(days=1), *ends]):
            for key in standing:
                text = text_of(made[key], before + timedelta(days=1), end)
                found |= in_cells(duck.execute(cells_sql(key, text, end, end, "duckdb")).fetchall())
        return found

    cells, theirs = ours(), asked_there(list(in_postgres.values()))
    assert cells == theirs, sorted(cells ^ theirs, key=str)[:10]
    flat = " UNION ALL ".join(
        f"SELECT '{key}' AS measure, * FROM ({text_of(made[key], first, last)}) cases WHERE \"on\" BETWEEN "
        f"DATE '{first}' AND DATE '{last}'"
        for key in happening
    )
    duck.execute(LAID_OUT.format(every=flat))
    size = {
        "measures": len(happening),
        "cells": len(cells),
        "rows": rows,
        "first": first.isoformat(),
        "last": last.isoformat(),
    }
    size["per_24"] = round(COUNTED_TOGETHER / len(happening), 2)
    compare(
        "B8 what happened, by team and month", ours, lambda: duck.execute(PEER).fetchall(), target=TARGET,
        beside={"postgres": lambda: asked_there(list(in_postgres.values())), **over_flat_cases(duck)}, **size,
    )  # fmt: skip

    ends = month_ends(first, last)
    end, before = ends[-1], ends[-2] + timedelta(days=1)
    of_end = {key: cells_sql(key, text_of(there[key], before, end), end, end, "postgres") for key in standing}
    mine = {cell for key in standing for cell in in_cells(duck.execute(
        cells_sql(key, text_of(made[key], before, end), end, end, "duckdb")).fetchall())}  # fmt: skip
    assert mine == asked_there(list(of_end.values())), "another cell at the last month's end"
    took = timed(lambda: of_month_ends(ends))
    line = {
        "name": "B8 how things stood at each month's end",
        "measures": len(standing),
        "months": len(ends),
        "cells_of_the_last": len(mine),
        "cpu_s": round(took.cpu, 1),
        "wall_s": round(took.wall, 1),
    }
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
