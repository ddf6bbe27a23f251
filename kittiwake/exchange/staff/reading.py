"""A list of staff, read: which column is which, and what each row says. Nothing is asked of the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kittiwake.exchange.reading.dates import Order, day, order_of
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.tables import Row, Table
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.reading.values import as_text
from kittiwake.exchange.staff.facts import EMAIL, LAST_DAY, MANAGES, NAME, ROLE, TEAM, TITLES, StaffRow

# What a column is called in lists that councils keep; small letters, one space.
HEADINGS = {
    NAME: ("name", "full name", "display name", "worker", "worker name", "employee", "employee name"),
    EMAIL: (
        "email address",
        "email",
        "e-mail",
        "e-mail address",
        "work email",
        "mail",
        "user principal name",
    ),
    ROLE: ("role", "role in kittiwake", "access role"),
    TEAM: ("team", "team name"),
    MANAGES: ("manages it", "manages", "manager", "team manager", "manages the team"),
    LAST_DAY: ("last day", "until", "end date", "account ends", "leaves on"),
}
NEEDED = (NAME, EMAIL, ROLE)
LONGEST_LIST = 2000
Columns = dict[str, int]


def read_staff(source: Source) -> tuple[list[StaffRow], list[str]]:
    """The rows, and what is to be said of the file. Raises UnreadableFile with one sentence."""
    tables = read_tables(source)
    table = next((table for table in tables if EMAIL in _columns(table) and not table.hidden), None)
    if table is None:
        raise UnreadableFile(
            f"‘{source.name}’ has no column called Email address. Put headings above the list: {_all_titles()}."
        )
    columns = _columns(table)
    if missing := [TITLES[name] for name in NEEDED if name not in columns]:
        raise UnreadableFile(
            f"‘{source.name}’ has no column called {' or '.join(missing)}. Add it and send it again."
        )
    rows = list(_rows(table, columns))
    if len(rows) > LONGEST_LIST:
        raise UnreadableFile(
            f"‘{source.name}’ has {len(rows):,} rows. Send {LONGEST_LIST:,} or fewer at a time."
        )
    others = [f"The sheet ‘{other.name}’ was not read." for other in tables if other is not table]
    left_out = [f"Row {line} was left out. {why}" for line, why in sorted(table.left_out.items())]
    return rows, [*others, *_unknown(table, columns), *left_out]


def _all_titles() -> str:
    return ", ".join(TITLES.values())


def _columns(table: Table) -> Columns:
    called = [" ".join(heading.lower().split()) for heading in table.columns]
    return {
        name: next(at for at, heading in enumerate(called) if heading in known)
        for name, known in HEADINGS.items()
        if any(heading in known for heading in called)
    }


def _unknown(table: Table, columns: Columns) -> list[str]:
    over = [heading for at, heading in enumerate(table.columns) if at not in columns.values()]
    return [f"Not taken, because it is none of the columns asked for: {', '.join(over)}."] if over else []


def _rows(table: Table, columns: Columns) -> Iterator[StaffRow]:
    order = order_of(row.values[columns[LAST_DAY]] for row in table) if LAST_DAY in columns else Order.EITHER
    for row in table:
        yield _row(row, columns, order)


def _row(row: Row, columns: Columns, order: Order) -> StaffRow:
    texts = {name: " ".join(as_text(row.values[at]).split()) for name, at in columns.items()}
    last_day, problem = "", row.problem
    if texts.get(LAST_DAY):
        read = day(row.values[columns[LAST_DAY]], order)
        last_day = read.value.isoformat() if isinstance(read.value, date) else ""
        problem = problem or ("" if last_day else f"‘{texts[LAST_DAY][:40]}’ is not a day, like 31/03/2027.")
    return {
        "line": row.line_number,
        "name": texts[NAME],
        "email": texts[EMAIL].lower(),
        "role": texts[ROLE],
        "team": texts.get(TEAM, ""),
        "manages": texts.get(MANAGES, ""),
        "last_day": last_day,
        "problem": problem,
        "column": LAST_DAY if problem and not row.problem else "",
    }
