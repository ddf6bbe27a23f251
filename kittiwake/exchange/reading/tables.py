"""A list somebody typed or exported, as headings and rows: the same for text files and for workbook sheets.

Lists come with title lines above the headings, the headings printed again on each page, a total underneath and
blank lines anywhere. Those are recognised here, so that what follows sees only records. Nothing is dropped in
silence: whatever was left out is kept in `Table.left_out` with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple

from kittiwake.exchange.reading.cells import clean, first_shape
from kittiwake.exchange.reading.limits import LIMITS, Limits
from kittiwake.exchange.reading.sheet_bounds import column_letters
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.ui.spreadsheets import is_live

Cell = str | int | float | bool | datetime | date | time | timedelta
RawRow = tuple[int, list[Cell]]

LOOKED_AT = 60
HEADING_MOST = 200
# Words that say something only together with the group above them.
HALF_HEADINGS = frozenset(
    [
        "date",
        "time",
        "initial",
        "current",
        "final",
        "first",
        "latest",
        "level",
        "grade",
        "where",
        "how",
        "by",
        "from",
        "place",
        "at",
    ]
)
FOOTER = re.compile(
    r"(?:grand |sub[- ]?)?totals?\b|count\b|number of\b|end of\b|printed\b|generated\b|produced\b|extracted\b"
    r"|page \d|report\b(?!\W?\d)|run (?:date|by|on)\b|official\b|restricted\b|confidential\b|\*{2,}|-{3,}|={3,}"
    r"|\d+ (?:records?|rows?|results?)\b|this (?:document|report|list|information)\b|notes?:|source:",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """One record. `line_number` is the row as a spreadsheet shows it, counting title lines and blank lines too.

    `values` has one cell for each of the table's columns, an empty string where there is nothing. `problem` is a
    sentence when the row itself is misshapen, for example when it has more cells than there are headings.
    """

    line_number: int
    values: list[Cell]
    problem: str = ""
    is_cut: bool = False  # the file ends in the middle of it

    def live(self) -> tuple[int, ...]:
        """Which cells hold text that a spreadsheet would run as a formula; they stay text, and exports mend them."""
        return tuple(at for at, value in enumerate(self.values) if is_live(value))


class Table:
    """One list. Iterating reads the rows from the file again each time; nothing but the headings is kept."""

    def __init__(
        self,
        name: str,
        raw: Callable[[], Iterator[RawRow]],
        heading: Heading,
        *,
        hidden: bool = False,
        quoted: bool = False,
        notes: tuple[str, ...] = (),
        limits: Limits = LIMITS,
        is_unended: bool = False,
        doubted: Mapping[int, str] | None = None,
    ) -> None:
        """`is_unended`: the file's last line has no end, so that its last row may have been cut. `doubted`: what is to be
        said of a row besides, by its number."""
        self.name, self.hidden, self.notes = name, hidden, notes
        self.is_unended = is_unended
        self.columns = heading.columns
        self.header_row_number = heading.row_number
        self.left_out: dict[int, str] = {}
        self.doubted = doubted or {}
        self._raw, self._heading, self._limits, self._quoted = raw, heading, limits, quoted

    def __repr__(self) -> str:
        return f"Table({self.name!r}, {len(self.columns)} columns from row {self.header_row_number})"

    def __iter__(self) -> Iterator[Row]:
        width, again = len(self.columns), self._heading.cells
        count, is_ragged, number = 0, False, self.header_row_number
        for number, values, is_last in self._numbered():
            if number <= self.header_row_number or not (values or number in self.doubted):
                continue
            count += 1
            if count > self._limits.rows:
                raise UnreadableFile(self._too_many_rows())
            sparse = len(values) - values.count("") <= 3 or str(values[0]).isspace()
            if sparse and (reason := _not_a_record(values, width)):
                if reason != "blank" or number in self.doubted:
                    self.left_out[number] = self.doubted.get(number, reason)
                continue
            if values[0] == again[0] and _is_repeat(values, again):
                self.left_out[number] = "The headings are printed again here."
                continue
            is_short = len(values) < width
            is_cut = is_last and self.is_unended and is_short and not is_ragged
            is_ragged = is_ragged or is_short
            problem = _swallowed(number, values, width) if self._quoted else self.doubted.get(number, "")
            row = _fitted(number, values, width, problem)
            yield row._replace(is_cut=True) if is_cut else row
        self.left_out |= {below: why for below, why in self.doubted.items() if below > number}

    def _numbered(self) -> Iterator[tuple[int, list[Cell], bool]]:
        """Each raw row, and whether it is the last."""
        before: RawRow | None = None
        for row in self._raw():
            if before is not None:
                yield *before, False
            before = row
        if before is not None:
            yield *before, True

    def has_rows(self) -> bool:
        return next(iter(self), None) is not None

    def _too_many_rows(self) -> str:
        return (
            f"‘{self.name}’ has more than {self._limits.rows:,} rows, the most that can be read at once. "
            "Split it into smaller files, for example by year."
        )


class Heading(NamedTuple):
    """Where the headings are: the row's number, its cells as they stand, and a different name for every column."""

    row_number: int
    cells: list[Cell]
    columns: tuple[str, ...]


def find_heading(raw: Iterator[RawRow], name: str, limits: Limits = LIMITS) -> Heading | None:
    """The row of headings among the first rows, or None when there is nothing at all to read."""
    rows = list(islice(((n, v) for n, v in raw if _filled(v)), LOOKED_AT))
    if not rows:
        return None
    widest = max(_filled(values) for _, values in rows)
    if widest > limits.columns:
        raise UnreadableFile(
            f"‘{name}’ has {widest:,} columns; a list may have up to {limits.columns}. "
            "Check that the right file was sent, and delete the columns beyond the list."
        )
    for at, (number, values) in enumerate(rows):
        if _filled(values) >= max(1, widest / 2) and _reads_like_headings(values):
            above = rows[at - 1][1] if at else []
            return Heading(number, values, _column_names(values, above, rows[at + 1 :]))
    raise UnreadableFile(
        f"‘{name}’ has no row of headings. Put one above the list, such as Surname, Forename, Date of birth, "
        "and send it again."
    )


def _filled(values: list[Cell]) -> int:
    return sum(1 for value in values if value != "" and not (isinstance(value, str) and not value.strip()))


def _reads_like_headings(values: list[Cell]) -> bool:
    filled = [value for value in values if value != ""]
    worded = [
        v for v in filled if isinstance(v, str) and len(v) <= HEADING_MOST and first_shape(v) == "words"
    ]
    return len(worded) >= max(1, 0.7 * len(filled)) and len(set(worded)) > len(worded) / 3


def _column_names(values: list[Cell], above: list[Cell], below: list[RawRow]) -> tuple[str, ...]:
    names = [_heading_text(value) for value in values]
    # Columns beyond the last heading are columns only when most rows have something there.
    while names and not names[-1]:
        names.pop()
    beyond = Counter(at for _, row in below for at in range(len(names), len(row)) if row[at] != "")
    used = max((at + 1 for at, times in beyond.items() if times > len(below) / 2), default=len(names))
    names += [""] * (used - len(names))
    if len(set(names)) < len(names):
        names = _under_their_group(names, above)
    return _all_different(names)


def _heading_text(value: Cell) -> str:
    return " ".join(clean(str(value)).split())[:HEADING_MOST]


def _under_their_group(names: list[str], above: list[Cell]) -> list[str]:
    """Date, Time, Date, Time under Missing and Found: the group above is the first half of the heading."""
    groups = [_heading_text(value) for value in above]
    if sum(1 for group in groups if group) < 2 or not _reads_like_headings(above):
        return names
    unclear = {name for name in names if names.count(name) > 1 or name.casefold() in HALF_HEADINGS}
    result, group = [], ""
    for at, name in enumerate(names):
        group = (groups[at] if at < len(groups) else "") or group
        result.append(f"{group} {name}".strip() if name in unclear else name)
    return result


def _all_different(names: list[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    result = []
    for at, given in enumerate(names):
        name = given or f"Column {column_letters(at + 1)}"
        seen[name.casefold()] = times = seen.get(name.casefold(), 0) + 1
        result.append(name if times == 1 else f"{name} ({times})")
    return tuple(result)


def _not_a_record(values: list[Cell], width: int) -> str:
    """Why a row with next to nothing in it is no record; ‘blank’ needs no telling; empty when it is one."""
    texts = [text for value in values if (text := str(value).strip())]
    if not texts:
        return "blank"
    remark = len(texts) == 1 and len(texts[0]) > 60 and values[0] != ""
    if width >= 4 and len(texts) <= 3 and (remark or FOOTER.match(texts[0])):
        return f"Not a record: ‘{texts[0][:60]}’."
    return ""


def _is_repeat(values: list[Cell], heading: list[Cell]) -> bool:
    return values[: len(heading)] == heading[: len(values)] and _filled(values) > 1


def _fitted(number: int, values: list[Cell], width: int, problem: str) -> Row:
    if len(values) == width:
        return Row(number, values, problem)
    if len(values) < width:
        return Row(number, values + [""] * (width - len(values)), problem)
    over = sum(1 for value in values[width:] if value != "")
    if over and not problem:
        problem = (
            f"Row {number} has {over} more {'cell' if over == 1 else 'cells'} than there are headings. "
            "A comma inside a cell may lack its quotation marks; check that each value is under the right heading."
        )
    return Row(number, values[:width], problem)


def _swallowed(number: int, values: list[Cell], width: int) -> str:
    """A quotation mark that is missing at the end of a cell makes the cell run on through the rows below."""
    for value in values:
        if value.__class__ is str and "\n" in value and width >= 4:
            lines = str(value).splitlines()
            if any(line.count(mark) >= width - 2 for line in lines[1:] for mark in ",;\t"):
                return f"Row {number} seems to hold several rows in one cell. A quotation mark may be missing there."
    return ""
