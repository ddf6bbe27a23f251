"""Text files: letters, delimiters, quotation marks."""

from __future__ import annotations

import pytest

from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.limits import Limits
from kittiwake.exchange.reading.source import UnreadableFile, open_source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.reading.tests.making import csv_of
from kittiwake.exchange.reading.text import find_decoding, find_delimiter


def table_of(content: bytes, name: str = "list.csv", limits: Limits | None = None) -> Table:
    [table] = read_tables(open_source(content, name, limits or Limits()))
    return table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_it_reads_names_with_accents_in_any_encoding(encoding: str) -> None:
    table = table_of(csv_of("Ref,Surname", "MP1,O’Dé", "MP2,Núñez", encoding=encoding))
    assert [row.values[1] for row in table] == ["O’Dé", "Núñez"]
    assert table.columns == ("Ref", "Surname")


def test_one_stray_byte_at_the_end_of_a_long_file_is_enough_to_decide() -> None:
    plain = csv_of("Ref,Surname", *(f"MP{n},PIKE" for n in range(200_000)))
    assert find_decoding(open_source(plain)).encoding == "utf-8-sig"
    assert find_decoding(open_source(plain + b"MP9,O\x92DEA\r\n")).encoding == "cp1252"


def test_a_file_pasted_together_from_two_systems_keeps_its_letters_and_says_so() -> None:
    content = csv_of("Ref,Surname", *["MP1,Núñez"] * 5) + b"MP2,O\x92DEA\r\n"
    table = table_of(content)
    assert {row.values[1] for row in table} == {"Núñez", "O’DEA"}
    assert "another way" in table.notes[0]


def test_a_byte_that_is_no_letter_is_marked_and_not_lost() -> None:
    assert next(iter(table_of(b"Ref,Surname\r\nMP1,P\x81KE\r\n"))).values[1] == "P\ufffdKE"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_it_finds_the_delimiter_whatever_else_is_in_the_cells(delimiter: str) -> None:
    lines = [
        delimiter.join(["Ref", "Address", "Circumstances"]),
        delimiter.join(["MP1", '"1 Made Up Lane, ZZ99; upstairs"', "Left; said nothing, took a bag"]),
        delimiter.join(["MP2", '"2 Made Up Lane, ZZ99"', '"Left | came back, twice"']),
    ]
    if delimiter in ",;":
        lines[1] = lines[1].replace("Left; said nothing, took a bag", "Left")
    assert find_delimiter([line + "\n" for line in lines]) == delimiter


def test_it_obeys_a_separator_line() -> None:
    table = table_of(csv_of("sep=;", "Ref;Name", "MP1;ASHDOWN, Tansy"))
    assert next(iter(table)).values == ["MP1", "ASHDOWN, Tansy"]


def test_quoted_line_breaks_and_doubled_quotation_marks_are_part_of_the_cell() -> None:
    table = table_of(csv_of("Ref,Circumstances", '"MP1","Left.\r\nSaid ""back soon""."', "MP2,None"))
    rows = list(table)
    assert rows[0].values[1] == 'Left.\r\nSaid "back soon".'
    assert [row.line_number for row in rows] == [2, 3]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_it_reads_every_kind_of_line_end(newline: str) -> None:
    content = newline.join(["Ref,Surname", "MP1,ASHDOWN", "MP2,PIKE"]).encode()
    assert [row.values[0] for row in table_of(content)] == ["MP1", "MP2"]


def test_it_points_at_a_quotation_mark_that_is_never_closed() -> None:
    with pytest.raises(UnreadableFile, match=r"row 3 \(line 3 of the file\): a quotation mark is opened"):
        list(table_of(csv_of("Ref,Surname", "MP1,ASHDOWN", 'MP2,"PIKE', "MP3,WREN")))


def test_it_warns_of_a_row_that_swallowed_others() -> None:
    lines = ["Ref,Surname,Forename,Note", 'MP1,ASHDOWN,Tansy,"left', 'MP2,PIKE,Rowan,back"', "MP3,WREN,Ivy,"]
    first = next(iter(table_of(csv_of(*lines))))
    assert "A quotation mark may be missing" in first.problem


def test_it_refuses_a_cell_without_end() -> None:
    endless = 'Ref,Note\r\nMP1,"' + "x,y\r\n" * 60_000
    with pytest.raises(UnreadableFile, match="never closed"):
        list(table_of(endless.encode()))


def test_it_refuses_a_line_that_is_no_row() -> None:
    with pytest.raises(UnreadableFile, match="line 2 is too long to be a row"):
        table_of(b"Ref,Note\r\n" + b"x" * 3_000_000)


def test_it_refuses_a_million_columns() -> None:
    with pytest.raises(UnreadableFile, match="500"):
        table_of(("a," * 400_000 + "b\r\n").encode())


def test_it_refuses_more_rows_than_it_says_it_can_read() -> None:
    table = table_of(csv_of("Ref", *(f"MP{n}" for n in range(30))), limits=Limits(rows=20))
    with pytest.raises(UnreadableFile, match="more than 20 rows"):
        list(table)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\r\n\r\n , \r\n", "nothing but blank lines"),
        (csv_of("Ref,Surname,DOB"), "headings but no rows"),
        (csv_of("1,2,3", "4,5,6"), "no row of headings"),
    ],
)
def test_it_refuses_a_text_file_with_nothing_to_load(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        table_of(content)
