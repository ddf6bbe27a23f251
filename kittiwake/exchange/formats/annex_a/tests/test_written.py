"""What our own workbook writes is read again as the same, and its sheets and headings are those of the guidance."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path

import openpyxl
import pytest

from conftest import ROOT
from kittiwake.exchange.formats.annex_a import care, cases, leavers, people, placed
from kittiwake.exchange.formats.annex_a.codes import Code, Vocabulary
from kittiwake.exchange.formats.annex_a.columns import KINDS
from kittiwake.exchange.formats.annex_a.lists import ADOPTERS, LISTS
from kittiwake.exchange.formats.annex_a.reading import match_columns
from kittiwake.exchange.reading.values import identifier

WORKBOOK = ROOT.parent / "shared" / "data" / "03_annex_a" / "Annex_A_2024_Jan.xlsx"
VOCABULARIES = [
    vocabulary
    for module in (people, cases, care, leavers, placed)
    for vocabulary in vars(module).values()
    if isinstance(vocabulary, Vocabulary)
]
SPELLINGS = [
    pytest.param(vocabulary, code, id=f"{vocabulary.name} {code}")
    for vocabulary in VOCABULARIES
    for code in vocabulary.spellings
]


@pytest.mark.parametrize(("vocabulary", "code"), SPELLINGS)
def test_a_code_that_is_written_is_read_again(vocabulary: Vocabulary, code: str) -> None:
    read = vocabulary.read(vocabulary.write(code) or "")
    assert read.value == Code(code, vocabulary.groups[code])
    assert not read.doubt


# That care goes on is no reason why it ceased; and what is not recorded is an empty cell.
NEVER_WRITTEN = {"X1", "PR9"}


def test_every_code_that_the_record_may_hold_has_its_spelling() -> None:
    """But for answers of yes and no, which each column spells its own way."""
    for vocabulary in VOCABULARIES:
        if vocabulary.spellings:
            assert set(vocabulary.groups) - NEVER_WRITTEN == set(vocabulary.spellings), vocabulary.name


@pytest.mark.parametrize("answer", [True, False, None])
@pytest.mark.parametrize("kind", ["yes_no", "yes_no_lettered", "disability", "nfa", "seen", "seen_lettered",
                                  "unaccompanied", "offered", "accepted", "suitable"])  # fmt: skip
def test_an_answer_is_read_again(kind: str, answer: bool | None) -> None:
    assert KINDS[kind].read(KINDS[kind].write(answer) or "").value is answer


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        ("id", "7974183", 7974183),
        ("id", "0079741", "0079741"),
        ("id", "12345678901234567890", "12345678901234567890"),
        ("id", "C-12", "C-12"),
        ("label", "=cmd()", "'=cmd()"),
        ("label", "Harbour team", "Harbour team"),
        ("postcode", "ZZ99 3VZ", "ZZ99 3VZ"),
        ("date", date(2026, 3, 1), date(2026, 3, 1)),
        ("count", 0, 0),
        ("gender", "neither", "d) Neither"),
        ("ethnicity", Code("WOTH", "white"), "d) WOTH"),
        ("placement", Code("foster", "foster"), "Foster"),
        ("label", None, None),
        ("label", "", None),
    ],
)
def test_a_cell(kind: str, value: object, written: object) -> None:
    """Text that would come alive in a spreadsheet does not; a number that would lose a digit stays text."""
    assert KINDS[kind].write(value) == written


def test_a_number_of_the_councils_own_comes_back_as_it_was() -> None:
    for number in ("7974183", "0079741", "12345678901234567890", "AB12"):
        assert identifier(KINDS["id"].write(number) or "").value == number


def test_each_list_knows_its_own_headings() -> None:
    for known in LISTS:
        matched = match_columns(known, [field.title for field in known.fields])
        assert matched == {field.name: field.title for field in known.fields}


@pytest.mark.skipif(not Path(WORKBOOK).exists(), reason="The sample files are not beside this checkout.")
def test_sheets_headings_and_formats_are_those_of_the_guidance() -> None:
    book = openpyxl.load_workbook(WORKBOOK)
    expected = {known.sheet: [field.title for field in known.fields] for known in LISTS}
    expected["List 11"] = list(ADOPTERS)
    found = {sheet.title: [cell.value for cell in sheet[1]] for sheet in book}
    assert found == expected
    assert list(found) == list(expected)
    for known in LISTS:
        (row,) = islice(book[known.sheet].iter_rows(min_row=2), 1)
        given = {
            field.title: cell.number_format
            for field, cell in zip(known.fields, row, strict=True)
            if cell.value is not None and field.kind in ("id", "date", "count", "ethnicity", "gender")
        }
        assert given == {
            field.title: KINDS[field.kind].format for field in known.fields if field.title in given
        }
