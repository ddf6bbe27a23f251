"""The SQL of each measure: made of its definition once, with places for what it is given, and read for every period after that.

Making it takes a second's work for fifteen measures and most processes never ask, so what was made is kept in a file
beside the council's own (settings.MEASURES), under a name that follows from all the code there is: with other code,
other statements.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings

from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.code import kept_in
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import Dimension, grouped
from kittiwake.primitives.measures.engines import SPARK, write_for_spark
from kittiwake.primitives.measures.given import Given, Value, written_out
from kittiwake.primitives.measures.tables import CASE, Tables
from kittiwake.primitives.measures.whose import HELD, WHOSE, is_of_workers, with_their_team

if TYPE_CHECKING:
    import ibis

UNFINISHED = "unfinished-"
COUNTED = "counted_cases"  # where the cases of a measure will stand


class Statement(NamedTuple):
    """The cases of a measure as SQL, and what it is given when it is asked."""

    sql: str
    tables: tuple[str, ...]  # those it reads
    given: dict[str, Given]
    cases: str  # without whose they are, where that makes no difference to how many there are
    parts: dict[str, list[str]]  # by table that `cases` reads: which rows, one condition or another


def of(measure: Measure) -> Statement:
    """As PostgreSQL has it. One that no area declares is made each time."""
    if catalogue.measures().get(measure.key) is not measure:
        return made(measure)
    return _every()[measure.key]


def made(measure: Measure, dialect: str = "postgres") -> Statement:
    """With the team and the worker of each case."""
    from ibis.expr.operations import UnboundTable

    tables = Tables()
    cases = measure.cases(tables)
    is_theirs = is_of_workers(cases)
    if is_theirs:
        cases = with_their_team(tables, cases)
    read = {table.name for table in cases.op().find(UnboundTable)}
    parts = {name: tables.parts[name] for name in sorted(read)}
    alone = _written(cases, dialect)
    if is_theirs:
        return Statement(alone, tuple(sorted(read)), tables.given, alone, parts)
    sql = _in_its_place(_with_whose(dialect), f"({alone})")
    return Statement(sql, tuple(sorted({*read, HELD})), tables.given, alone, parts)


def by(dimension: Dimension) -> Statement:
    """What groups the cases that stand under the name COUNTED, as PostgreSQL has it."""
    if catalogue.dimensions().get(dimension.key) is not dimension:
        return made_by(dimension)
    return _every()[_by(dimension)]


def made_by(dimension: Dimension, dialect: str = "postgres") -> Statement:
    import ibis
    from ibis.expr.operations import UnboundTable

    tables, cases = Tables(), ibis.table({**CASE, **WHOSE}, name=COUNTED)
    in_groups = grouped(tables, cases, dimension)
    read = {table.name for table in in_groups.op().find(UnboundTable)} - {COUNTED}
    parts = {name: tables.parts[name] for name in sorted(read)}
    sql = _written(in_groups, dialect)
    return Statement(sql, tuple(sorted(read)), tables.given, sql, parts)


def grouping(cases: str, by: str, where: str = "TRUE") -> str:
    """The cases of that text, as far as they are asked for, each with its group: what a dimension looks up stands once."""
    asked = f"SELECT * FROM ({cases}) every_case WHERE {where}"
    return f"SELECT * FROM (WITH {COUNTED} AS ({asked}) SELECT * FROM ({by}) in_groups) each_in_its_group"


def _by(dimension: Dimension) -> str:
    return f"by {dimension.key}"


def _in_its_place(sql: str, cases: str) -> str:
    """Where the cases of a measure will stand, as one engine or another quotes a name."""
    return sql.replace(f'"{COUNTED}"', cases).replace(f"`{COUNTED}`", cases)


def _written(cases: ibis.Table, dialect: str) -> str:
    import ibis  # takes a second to import

    if dialect == SPARK:
        write_for_spark()
    return str(ibis.to_sql(cases, dialect=dialect, pretty=False))


@cache
def _with_whose(dialect: str) -> str:
    """How the team and the worker are found is the same for all measures of children: made once, and not for each."""
    import ibis

    cases = ibis.table(CASE, name=COUNTED)
    return _written(with_their_team(Tables(), cases), dialect)


def values(given: Mapping[str, Given], first: date, as_of: date) -> dict[str, Value]:
    return {name: parameter.value(first, as_of) for name, parameter in given.items()}


def for_another_engine(
    measure: Measure, first: date, as_of: date, dialect: str, dimension: Dimension | None = None
) -> str:
    """Its cases as SQL that any engine of that dialect reads over an extract; each with its group where that is asked."""
    return text(
        made(measure, dialect), first, as_of, dialect, made_by(dimension, dialect) if dimension else None
    )


def text(
    statement: Statement, first: date, as_of: date, dialect: str, groups: Statement | None = None
) -> str:
    """With the values of a period written out: what was made once serves every period."""
    sql, given = statement.sql, statement.given
    if groups:
        sql, given = grouping(sql, groups.sql), {**given, **groups.given}
    return written_out(sql, values(given, first, as_of), dialect)


@cache
def _every() -> dict[str, Statement]:
    """By key; what groups cases, by "by" and its key. Another process that makes them at the same time makes the same."""
    file = _kept_in()
    try:
        return _read(file.read_bytes())
    except (OSError, ValueError, TypeError, KeyError):  # not there, or not whole
        return keep()


def keep() -> dict[str, Statement]:
    """Make them all, and put them where the next process finds them whole or not at all."""
    file = _kept_in()
    every = {key: made(measure) for key, measure in catalogue.measures().items()}
    every |= {_by(dimension): made_by(dimension) for dimension in catalogue.dimensions().values()}
    file.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own: several processes, and several threads of each, may make them at once.
    with NamedTemporaryFile("w", dir=file.parent, prefix=UNFINISHED, delete=False) as unfinished:
        json.dump(every, unfinished)
    Path(unfinished.name).replace(file)
    for old in set(file.parent.glob("measures-*")) - {file}:
        old.unlink(missing_ok=True)
    return every


def _read(kept: bytes) -> dict[str, Statement]:
    return {key: _statement(*fields) for key, fields in json.loads(kept).items()}


def _statement(
    sql: str, tables: Iterable[str], given: Mapping[str, Any], cases: str, parts: dict[str, list[str]]
) -> Statement:
    every = {name: Given(kind, function, tuple(told)) for name, (kind, function, told) in given.items()}
    return Statement(sql, tuple(tables), every, cases, parts)


def _kept_in() -> Path:
    return kept_in(Path(settings.MEASURES))
