"""The workbook of child-level lists: found under any name, read into typed rows, every doubt with its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kittiwake.exchange.formats.annex_a.codes import Code
from kittiwake.exchange.formats.annex_a.columns import authority, label
from kittiwake.exchange.formats.annex_a.lists import LISTS
from kittiwake.exchange.formats.annex_a.reading import AnnexA, read_annex_a
from kittiwake.exchange.formats.annex_a.rows import CareLeaver, Contact, LookedAfter, Referral
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import UnreadableFile, open_source
from kittiwake.exchange.reading.tests.making import (
    FILES,
    csv_of,
    reference_files,
    workbook_of,
    workbook_of_sheets,
)

COMMON = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age"]
CONTACTS: list[list[Any]] = [
    [*COMMON, "Date of Contact", "Contact Source"],
    [701, "b) Female", "a) WBRI", date(2011, 5, 17), 13.9, date(2025, 3, 9), "q) 6: Police"],
]


def made_up() -> AnnexA:
    return read_annex_a(read_tables(open_source(FILES / "annex_a_made_up.xlsx")))


def of_sheets(**sheets: list[list[Any]]) -> AnnexA:
    return read_annex_a(read_tables(open_source(workbook_of_sheets(sheets))))


def test_it_finds_every_list_under_the_names_councils_give() -> None:
    found = made_up()
    assert {number: found.lists[number].sheet for number in found.lists} == {
        1: "Contacts",
        2: "2 Early Help",
        3: "List_3",
        4: "Assessments (L4)",
        5: "S47 and ICPC",
        6: "CIN",
        7: "CP",
        8: "LIST 8 - CLA",
        9: "Care Leavers",
    }
    assert found.sheets_unused == ("Cover", "List 10")
    assert all(found.lists[number].columns_missing == () for number in found.lists)
    assert all(found.lists[number].columns_unused == () for number in found.lists)


def test_rows_are_typed() -> None:
    [contact, *_] = made_up().lists[1].rows
    assert contact == Contact(
        line_number=2,
        child_id="7010001",
        gender="female",
        ethnicity=Code("WBRI", "white"),
        born_on=date(2011, 5, 17),
        age=13,
        contacted_on=date(2025, 3, 10),
        source=Code("6", "police"),
    )


def test_a_looked_after_child_carries_everything() -> None:
    child = made_up().lists[8].rows[0]
    assert isinstance(child, LookedAfter)
    assert (child.legal_status, child.placement_type) == (
        Code("C2", "full_care_order"),
        Code("K2", "childrens_home"),
    )
    assert (child.placement_postcode, child.placement_urn, child.placed_in) == ("ZZ99 3VZ", "SC000001", "out")
    assert (child.placement_authority, child.placed_on) == ("Exampleton", date(2024, 11, 2))
    assert (child.missing_episodes, child.absent_episodes) == (7, 0)
    assert (child.interview_offered, child.interview_accepted) == (True, False)
    assert (child.team, child.worker) == ("Children in Care 1", "Made-up Worker A")


def test_teams_and_workers_are_cleaned() -> None:
    first, second = made_up().lists[3].rows[:2]
    assert isinstance(first, Referral)
    assert isinstance(second, Referral)
    assert (first.team, first.worker) == ("Front Door", "Made-up Worker B")
    assert second.team is None


def test_care_leavers() -> None:
    leaver = made_up().lists[9].rows[0]
    assert isinstance(leaver, CareLeaver)
    assert (leaver.personal_adviser, leaver.eligibility) == ("Made-up Adviser", "former_relevant")
    assert (leaver.in_touch, leaver.accommodation) == (Code("YES", "in_touch"), Code("U", "independent"))
    assert (leaver.suitable, leaver.activity) == (True, Code("F2", "education"))


def test_every_doubt_says_the_list_the_row_and_the_column() -> None:
    found = made_up()
    [team] = found.lists[3].doubts
    assert team == (3, "team", "List 3, row 3, Allocated Team: ‘#N/A’ was read as ‘not known’.")
    [postcode] = found.lists[8].doubts
    assert postcode.sentence == "List 8, row 3, Placement postcode: ‘nope’ was read as ‘not known’."
    [doubt] = found.lists[4].doubts
    assert doubt.sentence.startswith(
        "List 4, row 2, Was the child assessed as requiring LA children's social care support?"
    )
    assert doubt.sentence.endswith("The answer (yes or no) ‘Updated’ is not one we know.")


def test_a_row_without_a_child_is_left_out_and_told() -> None:
    found = of_sheets(Contacts=[*CONTACTS, ["", "M", "WBRI", date(2012, 1, 1), 13, date(2025, 3, 9), "1A"]])
    assert len(found.lists[1].rows) == 1
    assert [line for line, why in found.lists[1].left_out if "no child’s ID" in why] == [3]


def test_ages_of_unborn_children_are_told() -> None:
    row = [702, "c) Not stated", "NOBT", date(2025, 8, 1), -0.4, date(2025, 3, 9), "3D"]
    [doubt] = of_sheets(Contacts=[*CONTACTS, row]).lists[1].doubts
    assert doubt.sentence.startswith("List 1, row 3, Age: ‘-0.4’ is less than nought")


def test_lists_are_told_apart_by_their_headings_when_their_sheets_say_nothing() -> None:
    assert set(of_sheets(Sheet1=CONTACTS).lists) == {1}


def test_of_two_sheets_of_one_list_the_better_is_taken() -> None:
    poorer = [row[:6] for row in CONTACTS]
    found = of_sheets(Old=poorer, Contacts=CONTACTS)
    assert found.lists[1].sheet == "Contacts"
    assert found.sheets_unused == ("Old",)


def test_a_list_may_come_as_a_text_file() -> None:
    lines = ("CHILD_ID;SEX;ETHNIC;DOB;AGE;DATE_CONTACT;SOURCE", "0701;2;WBRI;17/05/2011;13;03/04/2025;Police")
    [row] = read_annex_a(read_tables(open_source(csv_of(*lines), "contacts.csv"))).lists[1].rows
    assert isinstance(row, Contact)
    assert (row.child_id, row.gender, row.contacted_on) == ("0701", "female", date(2025, 4, 3))


def test_lists_may_come_in_several_files() -> None:
    sources = [open_source(workbook_of(CONTACTS, "Contacts")), open_source(FILES / "annex_a_made_up.xlsx")]
    found = read_annex_a(table for source in sources for table in read_tables(source))
    assert set(found.lists) == set(range(1, 10))


def test_a_hidden_list_says_so() -> None:
    book = workbook_of_sheets({"Contacts": CONTACTS, "Other": [["Ref"], ["1"]]}, hidden=["Contacts"])
    found = read_annex_a(read_tables(open_source(book))).lists[1]
    assert found.is_hidden
    assert "hidden" in found.notes[0]


def test_it_refuses_a_workbook_of_other_lists() -> None:
    with pytest.raises(UnreadableFile, match="None of the sheets is one of Ofsted’s child-level lists"):
        of_sheets(Sheet1=[["Ref", "Surname"], ["1", "PIKE"]])


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("LONDON BOROUGH OF EXAMPLETON", "Exampleton"),
        ("Exampleton City Council", "Exampleton"),
        ("EXAMPLETON DISTRICT", "Exampleton"),
        ("North Exampleton & Made-up", "North Exampleton and Made-up"),
        ("E06000012", "E06000012"),
        ("CON", "CON"),
        ("n/k", None),
        ("", None),
    ],
)
def test_councils_are_known_by_their_names_alone(given: str, name: str | None) -> None:
    assert authority(given).value == name


def test_labels_are_one_line_of_plain_spaces() -> None:
    assert label(" Made-up\u00a0 Worker\nA ").value == "Made-up Worker A"


def test_every_field_of_a_list_is_a_field_of_its_row() -> None:
    for known in LISTS:
        assert {field.name for field in known.fields} | {"line_number"} == set(known.row.__dataclass_fields__)


def test_the_sample_workbook_is_read_completely() -> None:
    path = reference_files("03_annex_a", "Annex_A_2024_Jan.xlsx")
    found = read_annex_a(read_tables(open_source(path)))
    assert {number: len(one.rows) for number, one in found.lists.items()} == {
        1: 5,
        2: 5,
        3: 6,
        4: 5,
        5: 5,
        6: 5,
        7: 7,
        8: 5,
        9: 6,
        10: 5,
    }
    assert all(one.columns_missing == one.columns_unused == () for one in found.lists.values())
    assert found.sheets_unused == ("List 11",)
    doubted = [doubt for one in found.lists.values() for doubt in one.doubts]
    # ‘CS Assessment Updated’ five times, an adult service's need, an unborn child's age, ‘nope’ for a postcode,
    # and formulas of list 10 that nobody has worked out.
    assert len(doubted) == 13
