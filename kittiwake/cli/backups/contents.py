"""What is in the tables, in figures that can be compared: how many rows each has, and one sum over the hash of each row.

The sum does not depend on the order of rows, and needs no memory. It finds what went missing or was changed on the way;
that nobody changed a backup on purpose is for its seal and for the log of reading to show.
"""

from __future__ import annotations

from typing import Any, TypedDict

import psycopg
from psycopg import sql

# A row as text depends on these.
AS_TEXT = (
    "SET TIME ZONE 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex';"
    " SET extra_float_digits = 1;"
)
TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname"
SEQUENCES = (
    "SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"
)
FIGURES = "count(*), coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)"


class Contents(TypedDict):
    """Rows and their sum by table; the last number each sequence had given out."""

    tables: dict[str, tuple[int, str]]
    sequences: dict[str, int]


def listed(owner: psycopg.Connection[Any]) -> Contents:
    """As the transaction of `owner` sees them."""
    owner.execute(AS_TEXT)
    names = [name for (name,) in owner.execute(TABLES).fetchall()]
    # First: a number given out meanwhile is higher, and so is what pg_dump will read of it.
    sequences = dict(owner.execute(SEQUENCES).fetchall())
    return {"tables": {name: _figures(owner, name) for name in names}, "sequences": sequences}


def _figures(owner: psycopg.Connection[Any], table: str) -> tuple[int, str]:
    row = owner.execute(_asking(table)).fetchone()
    assert row is not None
    return row[0], str(row[1])


def _asking(table: str) -> sql.Composed:
    return sql.SQL("SELECT {} FROM public.{} t").format(sql.SQL(FIGURES), sql.Identifier(table))


def demanded(contents: Contents) -> str:
    """SQL that fails, in a sentence, unless the tables hold just this."""
    tables = [_demand_table(name, *figures) for name, figures in contents["tables"].items()]
    sequences = [_demand_sequence(name, last) for name, last in contents["sequences"].items()]
    return f"{AS_TEXT}\nSET search_path = public;\n" + "\n".join(tables + sequences)


def _demand_table(name: str, rows: int, total: str) -> str:
    body = sql.SQL(
        "DECLARE n bigint; h numeric; BEGIN SELECT {figures} INTO n, h FROM public.{table} t;"
        " IF n <> {rows} OR h <> {total}::numeric THEN RAISE EXCEPTION"
        " '% holds % rows, and not the % that were noted, or one of them is not the same', {name}, n, {rows};"
        " END IF; END"
    ).format(
        figures=sql.SQL(FIGURES),
        table=sql.Identifier(name),
        name=sql.Literal(name),
        rows=sql.Literal(int(rows)),
        total=sql.Literal(str(total)),
    )
    return _do(body)


def _demand_sequence(name: str, last: int) -> str:
    body = sql.SQL(
        "BEGIN IF (SELECT coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = 'public' AND sequencename = {name})"
        " < {last} THEN RAISE EXCEPTION '% would give out numbers again', {name}; END IF; END"
    ).format(name=sql.Literal(name), last=sql.Literal(int(last)))
    return _do(body)


def _do(body: sql.Composed) -> str:
    return sql.SQL("DO {};").format(sql.Literal(body.as_string(None))).as_string(None)
