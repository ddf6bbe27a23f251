"""From rows of cells to headings and records."""

from __future__ import annotations

from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.reading.tests.making import csv_of

RECORDS = ("MP1,ASHDOWN,Tansy,17/05/2011", "MP2,PIKE,Rowan,02/01/2010")
HEADINGS = "Ref,Surname,Forename,DOB"


def table_of(*lines: str) -> Table:
    [table] = read_tables(open_source(csv_of(*lines), "daily.csv"))
    return table


def references(table: Table) -> list[object]:
    return [row.values[0] for row in table]


def test_title_lines_above_the_headings_are_passed_over() -> None:
    table = table_of("Daily missing list,,,", "Printed: 12/03/2025 07:00,,,", "", HEADINGS, *RECORDS)
    assert table.header_row_number == 4
    assert [row.line_number for row in table] == [5, 6]


def test_headings_printed_again_and_totals_are_left_out_and_told() -> None:
    table = table_of(
        HEADINGS, RECORDS[0], HEADINGS, RECORDS[1], "Total,2,,", "Page 1 of 1,,,", "*** End of report ***"
    )
    assert references(table) == ["MP1", "MP2"]
    assert sorted(table.left_out) == [3, 5, 6, 7]
    assert table.left_out[3] == "The headings are printed again here."
    assert table.left_out[5] == "Not a record: ‘Total’."


def test_a_record_with_little_in_it_is_still_a_record() -> None:
    assert references(table_of(HEADINGS, RECORDS[0], "MP3,,,", "MP4,WREN")) == ["MP1", "MP3", "MP4"]


def test_blank_lines_count_but_are_no_records() -> None:
    table = table_of(HEADINGS, "", RECORDS[0], ",,,", " , , , ", RECORDS[1])
    assert [row.line_number for row in table] == [3, 6]


def test_a_short_row_is_filled_up_and_a_long_one_is_doubted() -> None:
    short, long = list(table_of(HEADINGS, "MP1,ASHDOWN", "MP2,PIKE,Rowan,02/01/2010,extra,more"))
    assert short.values == ["MP1", "ASHDOWN", "", ""]
    assert short.problem == ""
    assert long.values == ["MP2", "PIKE", "Rowan", "02/01/2010"]
    assert "Row 3 has 2 more cells than there are headings" in long.problem


def test_empty_cells_beyond_the_headings_are_no_problem() -> None:
    assert [row.problem for row in table_of(HEADINGS, RECORDS[0] + ",,,")] == [""]


def test_columns_without_or_with_the_same_heading_get_names_of_their_own() -> None:
    table = table_of("Ref,,Date,date", "MP1,x,1 May 2025,2 May 2025")
    assert table.columns == ("Ref", "Column B", "Date", "date (2)")


def test_a_row_of_groups_above_the_headings_makes_them_different() -> None:
    table = table_of(
        ",,Missing,,Found,", "Ref,Surname,Date,Time,Date,Time", "MP1,PIKE,9 May 2025,18:05,10 May 2025,02:10"
    )
    assert table.columns == ("Ref", "Surname", "Missing Date", "Missing Time", "Found Date", "Found Time")


def test_a_table_can_be_read_again_and_again() -> None:
    table = table_of(HEADINGS, *RECORDS)
    assert list(table) == list(table)
    assert table.has_rows()


def test_spaces_quotes_and_breaks_in_headings_are_tidied() -> None:
    table = table_of('" Date\nof birth ",Child’s\xa0name', "17/05/2011,PIKE")
    assert table.columns == ("Date of birth", "Child's name")
