"""Sheets as tables."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.limits import Limits
from kittiwake.exchange.reading.source import UnreadableFile, open_source
from kittiwake.exchange.reading.tests.making import (
    cell,
    parts_of_a_workbook,
    workbook_of,
    workbook_of_sheets,
    zipped,
)

LIST: list[list[Any]] = [
    ["Ref", "Surname", "Last seen"],
    ["MP1", "ASHDOWN", datetime.fromisoformat("2025-03-09 18:05")],
]


def test_every_sheet_is_a_table_and_hidden_ones_say_so() -> None:
    book = workbook_of_sheets({"March": LIST, "Workings": LIST, "Blank": []}, hidden=["Workings"])
    march, workings = read_tables(open_source(book))
    assert (march.name, march.hidden, march.notes) == ("March", False, ())
    assert (workings.name, workings.hidden) == ("Workings", True)
    assert "hidden" in workings.notes[0]


def test_cells_keep_their_types() -> None:
    rows: list[list[Any]] = [["A", "B", "C", "D", "E"], ["text", 7, date(2025, 3, 9), time(18, 5), True]]
    [table] = read_tables(open_source(workbook_of(rows)))
    assert next(iter(table)).values == ["text", 7.0, date(2025, 3, 9), time(18, 5), True]


def test_row_numbers_are_those_of_the_spreadsheet() -> None:
    book = workbook_of([["Daily list"], [], *LIST, [], ["MP2", "PIKE", None]])
    [table] = read_tables(open_source(book))
    assert table.header_row_number == 3
    assert [row.line_number for row in table] == [4, 6]


def test_it_reads_the_stored_value_of_a_formula_and_never_works_one_out() -> None:
    heading = f'<row r="1">{cell("A1", "Ref")}{cell("B1", "Age")}</row>'
    stored = '<row r="2"><c r="A2" t="str"><f>"M"&amp;"P1"</f><v>MP1</v></c><c r="B2"><f>7*2</f></c></row>'
    [table] = read_tables(open_source(zipped(parts_of_a_workbook(heading + stored))))
    assert next(iter(table)).values == ["MP1", ""]


def test_text_like_a_formula_is_kept_and_marked() -> None:
    book = workbook_of([["Ref", "Surname"], ["MP1", "x"]])
    assert next(iter(read_tables(open_source(book))[0])).live() == ()
    live = f'<row r="1">{cell("A1", "Ref")}{cell("B1", "Note")}</row><row r="2">{cell("A2", "MP1")}{cell("B2", "=1+1")}</row>'
    row = next(iter(read_tables(open_source(zipped(parts_of_a_workbook(live))))[0]))
    assert row.values[1] == "=1+1"
    assert row.live() == (1,)


def test_a_macro_workbook_is_read_as_data_only() -> None:
    parts = parts_of_a_workbook(f'<row r="1">{cell("A1", "Ref")}</row><row r="2">{cell("A2", "MP1")}</row>')
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macro"
    [table] = read_tables(open_source(zipped(parts), "list.xlsm"))
    assert [row.values for row in table] == [["MP1"]]


def test_links_to_other_files_are_not_followed() -> None:
    linked = (
        '<row r="2"><c r="A2" t="str"><f>[1]Sheet1!A1</f><v>MP1</v></c></row>'
        '<row r="3"><c r="A3"><f>[1]Sheet1!A2</f></c></row>'
    )
    parts = parts_of_a_workbook(f'<row r="1">{cell("A1", "Ref")}</row>{linked}')
    parts["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = '<x Target="file:///C:/other.xlsx"/>'
    [table] = read_tables(open_source(zipped(parts)))
    assert [row.values for row in table] == [["MP1"]]


def test_a_cover_sheet_without_headings_is_passed_over() -> None:
    book = workbook_of_sheets({"Cover": [[date(2025, 3, 9)]], "List": LIST})
    assert [table.name for table in read_tables(open_source(book))] == ["List"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "sheets are empty"),
        ([["Ref", "Surname"]], "headings but no rows"),
        ([[1, 2], [3, 4]], "no row of headings"),
    ],
)
def test_it_refuses_a_workbook_with_nothing_to_load(rows: list[list[object]], says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        read_tables(open_source(workbook_of(rows)))


def test_it_refuses_more_rows_than_it_says_it_can_read() -> None:
    book = workbook_of([["Ref"], *([f"MP{n}"] for n in range(50))])
    with pytest.raises(UnreadableFile, match="as far down as row 51"):
        open_source(book, limits=Limits(rows=50))


def test_it_refuses_a_workbook_the_reader_gives_up_on() -> None:
    parts = parts_of_a_workbook("<row r=1><c>")
    with pytest.raises(UnreadableFile, match="damaged"):
        read_tables(open_source(zipped(parts)))
