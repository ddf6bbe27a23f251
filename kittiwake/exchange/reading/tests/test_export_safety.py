"""Nothing that leaves comes alive in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.exchange.reading.export_safety import neutral

LIVE = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "\uff1d1+1",
    "\uff201",
    "\x00=1+1",
    '=HYPERLINK("http://example.test","x")',
]


@pytest.mark.parametrize("text", LIVE)
def test_text_like_a_formula_gets_a_quotation_mark(text: str) -> None:
    made = neutral(text)
    assert isinstance(made, str)
    assert made.startswith("'")
    assert made.endswith(text[-4:])


@pytest.mark.parametrize(
    "value", ["Ashdown", "O'Dé", "a=b", "'=1+1", "12", "", "1 Made Up Lane", "(see notes)"]
)
def test_other_text_is_left_alone(value: str) -> None:
    assert neutral(value) == value


@pytest.mark.parametrize("value", [-5, 3.5, None, True, date(2025, 3, 9)])
def test_what_is_not_text_is_left_alone(value: object) -> None:
    assert neutral(value) is value


@given(st.text())
def test_it_is_safe_whatever_the_text_and_safe_only_once(text: str) -> None:
    made = str(neutral(text))
    assert made.lstrip()[:1] not in {"=", "+", "-", "@"}
    assert made[:1] not in {"\t", "\r", "\n"}
    assert neutral(made) == made


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=5))
def test_a_csv_file_of_it_holds_no_live_cell(texts: list[str]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([neutral(text) for text in texts])
    [row] = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert [cell for cell in row if cell.lstrip()[:1] in {"=", "+", "-", "@"}] == []


def test_a_workbook_of_it_holds_no_formula() -> None:
    book = openpyxl.Workbook()
    book.active.append([neutral(text) for text in [*LIVE, "a\x0bb"]])
    assert {cell.data_type for cell in book.active[1]} == {"s"}
