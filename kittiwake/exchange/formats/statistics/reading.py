"""Reading tables of published statistics: who, when, and which columns hold words and which figures.

Tables of “Explore education statistics” have a row for each area, year and group: the columns that hold words name the
group, every other is an indicator. Older tables, and indicators that others took from them, have other headings for the
same. What is none of them is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kittiwake.exchange.formats.statistics.facts import FigureFacts
from kittiwake.exchange.reading.tables import Cell, Row, Table
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.reading.values import as_text
from kittiwake.insight.statistics import rules
from kittiwake.insight.statistics.models import PublishedFigure
from kittiwake.record.places import english_authorities

# By what we call them, the headings they have had, in small letters.
HEADINGS = {
    "period": ("time_period", "year", "years"),
    "period_is": ("time_identifier",),
    "level": ("geographic_level", "level"),
    "council": ("la_name", "la and regions"),
    "number": ("old_la_code", "la number"),
    "region": ("region_name", "region"),
}
# They name the area once more.
OTHER_CODES = ("country_code", "country_name", "region_code", "new_la_code")
INDICATOR = ("short desc", "data item")  # of a table that has one column of figures: what it is of
LEVELS = {
    "national": PublishedFigure.ENGLAND,
    "regional": PublishedFigure.REGION,
    "region": PublishedFigure.REGION,
    "local authority": PublishedFigure.COUNCIL,
}
NO_COUNCIL = "NA"  # in the column of the region: the row is of a region, or of England
ENGLAND = "England"
NO_YEAR = (
    "No column of this table says which year its figures are of. Take the table of the same statistics from "
    "“Explore education statistics”, which has the column time_period."
)
NO_AREA = "No column of this table says which area its figures are of, such as geographic_level and la_name."
DICTIONARY = (
    "This is a list of measures and what they mean. It holds no figures, so there is nothing to read in."
)
NO_FIGURES = "No column of this table holds figures."


@dataclass(frozen=True)
class Area:
    kind: str
    code: str
    name: str


@dataclass(frozen=True)
class Columns:
    """Where each thing stands; `words` name the group, `figures` are the indicators."""

    at: dict[str, int]
    words: tuple[int, ...]
    figures: tuple[int, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """One row: `problem` says why it cannot be used."""

    line: int
    area: Area | None = None
    period: str = ""
    period_is: str = ""
    figures: tuple[FigureFacts, ...] = ()
    problem: str = ""


def is_in(tables: Iterable[Table]) -> bool:
    return any(_places(table).keys() >= {"period", "council"} for table in tables)


def certainly(table: Table) -> str:
    at = _places(table)
    return "a table of published statistics" if {"period", "level", "council"} <= at.keys() else ""


def read(table: Table) -> Iterator[Read]:
    """Raises `UnreadableFile` with one sentence where it is no table of figures."""
    columns = columns_of(table)
    for row in table:
        yield _read(row, columns)


def columns_of(table: Table) -> Columns:
    at = _places(table)
    names = [heading.strip().casefold() for heading in table.columns]
    if "measure_code" in names and "period" not in at:
        raise UnreadableFile(DICTIONARY)
    if "period" not in at:
        raise UnreadableFile(NO_YEAR)
    if "council" not in at:
        raise UnreadableFile(NO_AREA)
    rest = [place for place, name in enumerate(names) if place not in at.values() and name not in OTHER_CODES]
    of_figures = _figures(table, rest)
    words = tuple(place for place in rest if place not in of_figures and names[place] != INDICATOR[1])
    if not of_figures:
        raise UnreadableFile(NO_FIGURES)
    return Columns(at, words, of_figures, tuple(table.columns))


def _places(table: Table) -> dict[str, int]:
    names = [heading.strip().casefold() for heading in table.columns]
    return {
        called: names.index(heading)
        for called, headings in HEADINGS.items()
        for heading in headings
        if heading in names
    }


def _figures(table: Table, places: list[int]) -> tuple[int, ...]:
    """Columns in which every cell that is filled is a number or a mark, and at least one is filled."""
    filled, no_figures = set[int](), set[int]()
    for row in table:
        for place in places:
            text = as_text(row.values[place])
            if text:
                filled.add(place)
                if place not in no_figures and rules.value_or_mark(text) is None:
                    no_figures.add(place)
    return tuple(place for place in places if place in filled and place not in no_figures)


def _read(row: Row, columns: Columns) -> Read:
    said = {name: as_text(row.values[place]).strip() for name, place in columns.at.items()}
    period = rules.period(said["period"])
    if not period:
        return Read(
            row.line_number, problem=f"‘{said['period'][:20]}’ is no year, so nobody can tell when it was."
        )
    area = _area(said)
    if area is None:
        named = said.get("council") or said.get("region") or "nothing"
        return Read(
            row.line_number, problem=f"‘{named[:40]}’ is no area we know: England, a region or a council."
        )
    figures = tuple(_of_row(row.values, columns))
    return Read(row.line_number, area, period, said.get("period_is", "")[:40], figures)


def _of_row(values: list[Cell], columns: Columns) -> Iterator[FigureFacts]:
    group = [text for place in columns.words if (text := as_text(values[place]).strip())]
    for place in columns.figures:
        said = rules.value_or_mark(as_text(values[place]))
        if said:
            title = columns.titles[place].strip()
            named = group if title.casefold() == "values" else [*group, title]
            yield FigureFacts(indicator=" | ".join(named)[:300], value=said[0], mark=said[1])


def _area(said: dict[str, str]) -> Area | None:
    name, region = said["council"], said.get("region", "")
    kind = _kind(said, name, region)
    if kind == PublishedFigure.ENGLAND:
        return Area(kind, "england", ENGLAND)
    if kind == PublishedFigure.REGION:
        called = region if region not in ("", NO_COUNCIL) else name
        return Area(kind, rules.area_key(called)[:60], called[:100]) if called else None
    number = _number(said.get("number", ""), name)
    return Area(PublishedFigure.COUNCIL, number, name[:100]) if number and name else None


def _kind(said: dict[str, str], name: str, region: str) -> str:
    if "level" in said:
        return LEVELS.get(said["level"].casefold(), "")
    if name.casefold() == ENGLAND.casefold():
        return PublishedFigure.ENGLAND
    return PublishedFigure.REGION if region == NO_COUNCIL else PublishedFigure.COUNCIL


def _number(given: str, name: str) -> str:
    """The three digits of the Department for Education; by the council's name where the table has no column of them."""
    digits = given.removesuffix(".0")
    if digits.isdecimal() and len(digits) == 3:
        return digits
    called = rules.area_key(name)
    return next(
        (code for code, known in english_authorities().items() if rules.area_key(known.name) == called), ""
    )
