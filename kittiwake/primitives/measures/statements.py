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
from typing import Any, NamedTuple

from django.conf import settings

from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.code import kept_in
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.given import Given, Value, written_out
from kittiwake.primitives.measures.tables import CASE, Tables
from kittiwake.primitives.measures.whose import HELD, is_of_workers, with_their_team

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
    import ibis  # takes a second to import
    from ibis.expr.operations import UnboundTable

    tables = Tables()
    cases = measure.cases(tables)
    is_theirs = is_of_workers(cases)
    if is_theirs:
        cases = with_their_team(tables, cases)
    read = {table.name for table in cases.op().find(UnboundTable)}
    parts = {name: tables.parts[name] for name in sorted(read)}
    alone = str(ibis.to_sql(cases, dialect=dialect, pretty=False))
    if is_theirs:
        return Statement(alone, tuple(sorted(read)), tables.given, alone, parts)
    sql = _with_whose(dialect).replace(f'"{COUNTED}"', f"({alone})")
    return Statement(sql, tuple(sorted({*read, HELD})), tables.given, alone, parts)


@cache
def _with_whose(dialect: str) -> str:
    """How the team and the worker are found is the same for all measures of children: made once, and not for each."""
    import ibis

    cases = ibis.table(CASE, name=COUNTED)
    return str(ibis.to_sql(with_their_team(Tables(), cases), dialect=dialect, pretty=False))


def values(given: Mapping[str, Given], first: date, as_of: date) -> dict[str, Value]:
    return {name: parameter.value(first, as_of) for name, parameter in given.items()}


def for_another_engine(measure: Measure, first: date, as_of: date, dialect: str) -> str:
    """Its cases as SQL that any engine of that dialect reads over an extract."""
    statement = made(measure, dialect)
    return written_out(statement.sql, values(statement.given, first, as_of))


@cache
def _every() -> dict[str, Statement]:
    """By key. Another process that makes them at the same time makes the same."""
    file = _kept_in()
    try:
        return _read(file.read_bytes())
    except (OSError, ValueError, TypeError, KeyError):  # not there, or not whole
        return keep()


def keep() -> dict[str, Statement]:
    """Make them all, and put them where the next process finds them whole or not at all."""
    file = _kept_in()
    every = {key: made(measure) for key, measure in catalogue.measures().items()}
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
