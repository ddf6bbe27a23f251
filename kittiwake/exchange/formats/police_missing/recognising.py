"""Is a table the list it was said to be? Decided before any of its rows is judged.

What makes a list this list: the columns it cannot do without, values in them that could be what they are called, and rows
most of which can be read. A family's identifier in place of the police's reference has made absences of adopters before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any

from kittiwake.exchange.formats import formats
from kittiwake.exchange.formats.format import FileReport
from kittiwake.exchange.formats.police_missing.layout import POLICE_MISSING
from kittiwake.exchange.reading.applying import apply, settle
from kittiwake.exchange.reading.columns import Mapping, propose
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.reading.values import Reading

LOOKED_AT = 500
HALF = 0.5
ENOUGH_TO_TELL = 10  # rows: brothers and sisters may share a reference, and a first row may be odd
# A report follows within days of when a child was last seen; two dates months apart are about something else.
TOGETHER = timedelta(days=60)
# A list that names nobody is taken for the police's only where it tells of reports: councils' lists have numbers too.
NAMES = ("surname", "full_name", "forenames")
NUMBERS = ("nominal_reference", "person_reference")
WHO = (*NAMES, *NUMBERS)
WHEN = ("reported", "last_seen")
NEEDED = (
    (("reference",), "the police’s reference", "Police reference"),
    (WHO, "who is missing", "Surname"),
    (WHEN, "when they were last seen or reported missing", "Last seen"),
)


def is_in(tables: Sequence[Table]) -> bool:
    return any(not why_not_police(table, propose(POLICE_MISSING, table).mapping) for table in tables)


def police_lists(tables: Sequence[Table], file: FileReport) -> list[tuple[Table, Mapping]]:
    """The tables of a file that are the list, each with how its columns are understood; the file is told of the others.

    Raises `UnreadableFile` when no table of the file is a police list of missing children.
    """
    lists, reasons = [], list[str]()
    for table in tables:
        mapping = file.columns.understood(table.name, propose(POLICE_MISSING, table).mapping)
        why = why_not_police(table, mapping, is_looked_over=table.name in file.columns.corrected)
        file.columns.keep(table.name, mapping, is_taken=not why)
        if why:
            reasons.append(why)
            file.notes.append(f"The sheet ‘{table.name}’ was left out, because {why}.")
        else:
            lists.append((table, mapping))
    if not lists:
        raise UnreadableFile(
            f"‘{file.name}’ is not a police list of missing children: {_plainest(reasons)}. "
            "Check that the right file was sent."
        )
    return lists


def _plainest(reasons: list[str]) -> str:
    """What the file is says more than what it lacks, and the first sheet may be a cover."""
    return next((why for why in reasons if why.startswith("it is ")), reasons[0])


def _of_another_format(table: Table) -> str:
    return next((what for other in formats().values() if (what := other.certainly(table))), "")


def why_not_police(table: Table, mapping: Mapping, *, is_looked_over: bool = False) -> str:
    """Why the table is no police list, to follow “because”; empty when it is one."""
    if not is_looked_over and (other := _of_another_format(table)):
        return f"it is {other}"
    for fields, what, heading in NEEDED:
        if not mapping.columns.keys() & {*fields}:
            return (
                f"it has no column for {what} (if one holds it, head it ‘{heading}’ and send the file again)"
            )
    if not mapping.columns.keys() & {*NAMES, "reported"}:
        return "it neither names anybody nor says when anybody was reported missing"
    if not mapping.columns.keys() & {*NUMBERS, "dob", "age", "sex", "reported"}:
        return "beside a name it says nothing of a person, such as when they were born"
    plan = settle(POLICE_MISSING, mapping, table)
    return _implausible([apply(plan, row) for row in islice(table, LOOKED_AT)])


def _implausible(rows: list[dict[str, Reading[Any]]]) -> str:
    if not rows:
        return ""
    references = [said for row in rows if (said := row["reference"].value)]
    if len(references) >= ENOUGH_TO_TELL and len(set(references)) < HALF * len(references):
        return "what stands in place of the police’s reference is the same in most rows"
    if sum(map(_reads, rows)) < HALF * len(rows):
        return "most of its rows lack a reference, who is missing, or when"
    gaps = [gap for row in rows if (gap := _gap(row)) is not None]
    if len(gaps) >= ENOUGH_TO_TELL and sum(gap <= TOGETHER for gap in gaps) < HALF * len(gaps):
        return "most of its dates of being last seen and being reported are months apart"
    return ""


def _reads(row: dict[str, Reading[Any]]) -> bool:
    return all(_any(row, fields) for fields, _, _ in NEEDED)


def _any(row: dict[str, Reading[Any]], fields: Iterable[str]) -> bool:
    return any(row[field].value not in (None, ("", "")) for field in fields if field in row)


def _gap(row: dict[str, Reading[Any]]) -> timedelta | None:
    both: list[Any] = [row[field].value for field in WHEN if field in row and row[field].value]
    return abs(both[0].at - both[1].at) if len(both) == len(WHEN) else None
