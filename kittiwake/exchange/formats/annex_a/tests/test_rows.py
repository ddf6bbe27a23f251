"""What becomes of odd rows of Ofsted's lists: two accounts of one child, days that cannot be, rows about nobody."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.council.teams import recording as teams
from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import reference_files, workbook_of_sheets
from kittiwake.exchange.tests.police_lists import piles
from kittiwake.practice.missing.notifications.rules import HOME_OFFICE, whom_to_notify
from kittiwake.practice.missing.notifications.standing import standing_at
from kittiwake.record.models import Allocation, Child, Placement, Team, Track
from tests.cast import NOW, Cast, signed_in

IN_NEED = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "CIN Start Date", "Primary Need Code",
           "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure", "Case Status", "Allocated Team", "Allocated Worker"]  # fmt: skip
PLANS = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Child Protection Plan Start Date",
         "Initial Category of Abuse", "Latest Category of Abuse", "Date of the Last Statutory Visit", "Was the Child Seen Alone?",
         "Date of latest review conference", "Child Protection Plan End Date", "Number of Previous Child Protection Plans",
         "Allocated Team", "Allocated Worker"]  # fmt: skip
BORN = date(2012, 5, 17)
IVY = [
    "K501",
    "F",
    "WBRI",
    BORN,
    14,
    date(2026, 3, 2),
    "N1",
    date(2026, 11, 2),
    "",
    "",
    "Child in need",
    "North",
    "A Worker",
]
TAM = [
    "K502",
    "M",
    "WBRI",
    date(2011, 6, 19),
    15,
    date(2026, 2, 2),
    "N1",
    date(2026, 11, 2),
    "",
    "",
    "Child in need",
    "North",
    "",
]
PLAN = ["K503", "F", "WBRI", BORN, 14, date(2026, 3, 2), "NEG", "NEG", date(2026, 11, 2), "Yes", date(2026, 9, 2), "", 0, "North", ""]  # fmt: skip


def changed(row: list[Any], headings: list[str], **cells: Any) -> list[Any]:
    new = [*row]
    for name, value in cells.items():
        new[headings.index(name.replace("_", " "))] = value
    return new


def taken_in(cast: Cast, hours: int = 0, **sheets: list[list[Any]]) -> Import:
    data = workbook_of_sheets({name.replace("_", " "): rows for name, rows in sheets.items()})
    at = NOW + timedelta(hours=hours)
    batch = recording.preview("annex-a", [open_source(data, "lists.xlsx")], by=cast.user("analyst"), at=at)
    recording.commit(batch, by=cast.user("analyst"), at=at)
    return batch


def standing() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (Child, Track, Placement, Allocation)]


def test_a_list_that_still_says_the_team_of_before_finds_the_one_it_became(cast: Cast) -> None:
    """Merged twice over: what is known changes nothing, and whoever is new comes to where the team's children are."""
    lists = {"List_6": [IN_NEED, IVY]}
    taken_in(cast, **lists)
    east = Team.objects.create(name="East")
    north, by = Team.objects.get(name="North"), cast.user("administrator")
    for hours, (team, into) in enumerate(((north, east), (east, cast.south)), 1):
        teams.merge(team, into=into, by=by, at=NOW + timedelta(hours=hours))
    held = Allocation.objects.filter(child__identifiers__value="K501", ends_on=None)
    assert held.get().team == cast.south
    assert piles(taken_in(cast, hours=3, **lists)) == {"unchanged": 1}
    taken_in(cast, hours=4, List_6=[IN_NEED, IVY, TAM])
    assert Allocation.objects.get(child__identifiers__value="K502").team == cast.south


def test_two_birth_dates_in_two_lists_need_a_person_once(cast: Cast) -> None:
    lists = {
        "List_6": [IN_NEED, changed(IVY, IN_NEED, Date_of_Birth=date(2011, 5, 17))],
        "List_7": [PLANS, ["K501", *PLAN[1:]]],
    }
    first = taken_in(cast, **lists)
    row = first.rows.get(verdict="needs_person")
    assert "another birth date than list 7 of the same file" in row.message
    assert Child.objects.get(identifiers__value="K501").born_on == BORN
    before = standing()
    assert piles(taken_in(cast, hours=1, **lists)).keys() <= {"unchanged", "needs_person"}
    assert standing() == before
    recording.decide(row, decision="take", child=None, by=cast.user("analyst"), at=NOW)
    recording.commit(first, by=cast.user("analyst"), at=NOW)
    before = standing()
    assert piles(taken_in(cast, hours=2, **lists)) == {"unchanged": 2}
    assert standing() == before


def test_another_birth_date_than_the_record_s_is_a_person_s_to_settle(cast: Cast) -> None:
    taken_in(cast, List_6=[IN_NEED, IVY])
    again = taken_in(cast, hours=1, List_6=[IN_NEED, changed(IVY, IN_NEED, Date_of_Birth=date(2010, 5, 17))])
    assert "than the record (17 May 2012)" in again.rows.get().message
    assert Child.objects.get(identifiers__value="K501").born_on == BORN


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"CIN_Closure_Date": date(2026, 1, 1)}, "before it starts"),
        ({"CIN_Start_Date": date(2099, 1, 1)}, "has not come yet"),
        ({"Date_of_Birth": date(1900, 1, 1)}, "was not born on 1 January 1900"),
        ({"Date_of_Birth": date(2099, 1, 1)}, "was not born on 1 January 2099"),
        ({"Allocated_Team": "North " * 25}, "and the record takes 100"),
        ({"Allocated_Worker": "Worker " * 40}, "and the record takes 200"),
    ],
)
def test_what_cannot_be_needs_a_person_and_the_rest_can_be_taken(
    cast: Cast, cells: dict[str, Any], why: str
) -> None:
    batch = taken_in(cast, List_6=[IN_NEED, changed(IVY, IN_NEED, **cells), TAM])
    assert piles(batch) == {"new": 1, "needs_person": 1}
    row = batch.rows.get(verdict="needs_person")
    assert why in row.message
    page = (
        signed_in(cast.user("analyst")).get(f"/imports/{batch.pk}/rows/{row.pk}/decision/").content.decode()
    )
    assert "Record what is new in it" in page
    recording.decide(row, decision="take", child=None, by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert Child.objects.filter(identifiers__value="K501").exists()


def test_rows_about_nobody_are_said(cast: Cast) -> None:
    nobody, total = ["", *IVY[1:]], ["Total", "", "", "", 28, "", "2", "x", "", "", "", "", ""]
    batch = taken_in(cast, List_6=[IN_NEED, IVY, nobody, TAM, nobody, total])
    assert piles(batch) == {"new": 2, "rejected": 3}
    said = [row.message for row in batch.rows.filter(verdict="rejected").order_by("line")]
    assert ["no child’s ID" in message for message in said] == [True, True, True]
    assert not Child.objects.filter(identifiers__value="Total").exists()


def test_a_sheet_that_is_no_list_is_said(cast: Cast) -> None:
    batch = taken_in(cast, List_6=[IN_NEED, IVY], Duties=[["Team", "Telephone"], ["North", "01632 960001"]])
    assert any("‘Duties’ was not read" in note for note in batch.files.get().notes)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a03_end_before_start.xlsx", ["List 7: It ends", "List 8: It ends", "List 8: Their placement starts on 1 January 2099"]),
        ("a08_conflict_dob.xlsx", ["List 6: It gives another birth date"]),
        ("b1_team150.xlsx", ["List 8: Allocated team has"]),
    ],
)  # fmt: skip
def test_odd_workbooks_that_others_sent(cast: Cast, name: str, said: list[str]) -> None:
    source = open_source(reference_files("17_odd_inputs", name))
    batch = recording.preview("annex-a", [source], by=cast.user("analyst"), at=NOW)
    asked = [row.message for row in batch.rows.filter(verdict="needs_person")]
    assert all(any(message.startswith(start) for message in asked) for start in said)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    before = standing()
    again = recording.preview("annex-a", [source], by=cast.user("analyst"), at=NOW)
    recording.commit(again, by=cast.user("analyst"), at=NOW)
    assert piles(again).keys() <= {"unchanged", "needs_person", "rejected"}
    assert standing() == before


IN_CARE = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Unaccompanied Asylum Seeking Child (Y/N)",
           "Child's Category of Need", "Date Started to be Looked After", "Child's Legal Status", "Date of Latest Statutory Review",
           "Date of Last Social Work Visit", "Date Ceased to be Looked After", "Start Date of Most Recent Placement", "Placement Type",
           "Placement Provider", "Placement postcode", "Allocated Team", "Allocated Worker"]  # fmt: skip
SAM = ["K504", "M", "WBRI", date(2010, 1, 5), 16, "Y", "N1", date(2026, 3, 2), "C2", date(2026, 9, 2), date(2026, 11, 2), "",
       date(2026, 3, 2), "U6", "PR1", "ZZ99 3VZ", "North", "A Worker"]  # fmt: skip


UNACCOMPANIED = "Unaccompanied Asylum Seeking Child (Y/N)"


def test_who_came_unaccompanied_is_on_the_record_and_whom_to_tell_follows(cast: Cast) -> None:
    other = changed(["K505", *SAM[1:]], IN_CARE, **{UNACCOMPANIED: "N"})
    batch = taken_in(cast, List_8=[IN_CARE, SAM, other])
    sam = Child.objects.get(identifiers__value="K504")
    assert sam.unaccompanied is True
    assert Child.objects.get(identifiers__value="K505").unaccompanied is False
    assert HOME_OFFICE in whom_to_notify(standing_at(sam.pk, NOW))
    recording.undo(batch, by=cast.user("analyst"), at=NOW)


@pytest.mark.parametrize(("said", "pile"), [("N", "needs_person"), ("", "unchanged"), ("Y", "unchanged")])
def test_another_answer_than_the_record_s_is_a_person_s_to_settle(cast: Cast, said: str, pile: str) -> None:
    taken_in(cast, List_8=[IN_CARE, SAM])
    again = taken_in(cast, hours=1, List_8=[IN_CARE, changed(SAM, IN_CARE, **{UNACCOMPANIED: said})])
    assert piles(again) == {pile: 1}
    assert Child.objects.get(identifiers__value="K504").unaccompanied is True
