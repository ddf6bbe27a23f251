"""Four made-up lists of the same five episodes, in four layouts; and, where they are at hand, two real layouts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from kittiwake.exchange.formats.police_missing.layout import POLICE_MISSING, names_in
from kittiwake.exchange.reading.applying import readings, settle
from kittiwake.exchange.reading.columns import propose
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.moments import LONDON, Moment
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.reading.tests.making import FILES, csv_of, reference_files

LISTS = ["police_iso.csv", "police_split_capitals.csv", "police_titled.xlsx", "police_odd_headings.csv"]


def rows_of(table: Table) -> list[dict[str, Any]]:
    plan = settle(POLICE_MISSING, propose(POLICE_MISSING, table).mapping, table)
    return [values for _, values in readings(plan, table)]


def made_up(name: str) -> list[dict[str, Any]]:
    [table] = read_tables(open_source(FILES / name))
    return rows_of(table)


def at(text: str, time_known: bool = True) -> Moment:
    return Moment(datetime.fromisoformat(text).replace(tzinfo=LONDON), time_known)


@pytest.mark.parametrize("name", LISTS)
def test_every_layout_gives_the_same_children(name: str) -> None:
    rows = made_up(name)
    assert [values["reference"].value for values in rows] == [f"MP-100{n}" for n in range(1, 6)]
    assert [names_in(values) for values in rows] == [
        ("Tansy", "Ashdown"),
        ("Rowan", "Pike"),
        ("Tansy", "Ashdown"),
        ("Ivy", "Wren"),
        ("Orrin", "O'Dé"),
    ]
    assert [values["dob"].value for values in rows][:2] == [date(2011, 5, 17), date(2010, 1, 2)]
    assert [values["sex"].value for values in rows] == ["female", "male", "female", "female", "male"]


@pytest.mark.parametrize("name", LISTS)
def test_every_layout_gives_the_same_moments(name: str) -> None:
    rows = made_up(name)
    assert [values["last_seen"].value for values in rows] == [
        at("2025-03-09 18:05"),
        at("2025-03-13 00:00", time_known=False),
        at("2025-03-15 00:00", time_known=False),
        at("2025-03-29 21:50"),
        at("2025-04-02 20:15"),
    ]
    assert rows[0]["reported"].value == at("2025-03-09 19:30")
    assert [values["located"].value for values in rows] == [
        at("2025-03-10 02:10"),
        at("2025-03-14 07:45"),
        at("2025-03-16 01:05"),
        at("2025-03-30 03:20"),
        None,
    ]


@pytest.mark.parametrize("name", LISTS)
def test_every_layout_gives_the_same_grades_and_circumstances(name: str) -> None:
    rows = made_up(name)
    assert [values["initial_grade"].value for values in rows] == ["medium", "low", "high", "medium", "high"]
    assert [values["current_grade"].value for values in rows] == ["high", "medium", "high", "medium", "high"]
    assert rows[0]["circumstances"].value == "Left after tea; friend's number 07700 900123."


@pytest.mark.parametrize("name", LISTS)
def test_no_made_up_list_leaves_a_doubt(name: str) -> None:
    assert [doubt for values in made_up(name) for _, doubt in values.values() if doubt] == []


def test_found_and_returned_are_kept_apart_where_a_list_has_both() -> None:
    first = made_up("police_odd_headings.csv")[0]
    assert first["located"].value == at("2025-03-10 02:10")
    assert first["returned"].value == at("2025-03-10 03:00")
    assert "returned" not in made_up("police_split_capitals.csv")[0]


def test_a_list_with_only_a_return_gives_only_the_return() -> None:
    [table] = read_tables(open_source(csv_of("Ref,Surname,Date returned", "MP1,PIKE,17/05/2025 09:00")))
    [values] = rows_of(table)
    assert values["returned"].value == at("2025-05-17 09:00")
    assert "located" not in values


D, T, LONG = "09/03/2025", "18:05", "Left home after tea and did not come back"
HEADED = [
    {
        "Missing Person Report No": ("reference", "MPR/1"), "Surname of Child": ("surname", "PIKE"),
        "First Forename": ("forenames", "Ivy"), "Date Of Birth (dd/mm/yyyy)": ("dob", "17/05/2011"),
        "Date Went Missing": ("last_seen", D), "Time Went Missing": ("last_seen", T),
        "Date Report Received": ("reported", D), "Time Report Received": ("reported", T),
        "Risk Level": ("current_grade", "High"), "Date Located": ("located", D), "Time Located": ("located", T),
        "Location Where Found": ("found_where", "Bus stop"), "Incident Summary": ("circumstances", LONG),
    },
    {
        "OCC REF": ("reference", "O/12"), "NOMINAL SURNAME": ("surname", "PIKE"),
        "NOMINAL FORENAME(S)": ("forenames", "Ivy"), "NOMINAL DOB": ("dob", "17/05/2011"),
        "GENDER DESCRIPTION": ("sex", "Female"), "LAST SEEN DATE/TIME": ("last_seen", f"{D} {T}"),
        "REPORTED DATE/TIME": ("reported", f"{D} {T}"), "INITIAL RISK ASSESSMENT LEVEL": ("initial_grade", "Low"),
        "CURRENT RISK ASSESSMENT LEVEL": ("current_grade", "High"), "FOUND DATE/TIME": ("located", f"{D} {T}"),
        "FOUND ADDRESS": ("found_where", "1 Made Up Lane"), "HOW FOUND": ("how_found", "Police"),
        "FREE TEXT SUMMARY": ("circumstances", LONG),
    },
    {
        "MisperID": ("person_reference", "77"), "IncidentRef": ("reference", "I-9"),
        "ChildName": ("full_name", "Ivy Wren"), "DateOfBirth": ("dob", "17/05/2011"),
        "AgeAtMissing": ("age", "13"), "LookedAfterChild": ("looked_after", "Yes"),
        "HomeAddress": ("home_address", "1 Made Up Lane"), "MissingFromAddress": ("missing_from_address", "2 Made Up Lane"),
        "DateTimeMissing": ("last_seen", "2025-03-09 18:05:00"), "DateTimeReported": ("reported", "2025-03-09 19:05:00"),
        "DateTimeFound": ("located", "2025-03-10 18:05:00"), "DateTimeReturned": ("returned", "2025-03-10 19:05:00"),
        "RiskGrading": ("current_grade", "Medium"), "DurationHours": ("duration", "24"), "ForceName": ("force", "Examplia"),
    },
    {
        "Ref no": ("reference", "1/25"), "Name of missing child": ("full_name", "Ivy Wren"),
        "Birth date": ("dob", "17/05/2011"), "Care status (LAC)": ("looked_after", "N"),
        "Where missing from?": ("missing_from", "Home"), "When last seen": ("last_seen", f"{D} {T}"),
        "When reported to police": ("reported", f"{D} {T}"), "Police risk grading": ("current_grade", "Medium"),
        "When found / returned": ("located", f"{D} {T}"), "Where found?": ("found_where", "Park"),
        "Who reported?": ("reported_by", "Mother"), "Brief circumstances": ("circumstances", LONG),
    },
]  # fmt: skip


@pytest.mark.parametrize("headed", HEADED, ids=["plain", "capitals", "run together", "questions"])
def test_headings_that_nobody_listed_are_understood(headed: dict[str, tuple[str, str]]) -> None:
    cells = [cell for _, cell in headed.values()]
    lines = (";".join(headed), ";".join(cells), ";".join(cell.replace("09/03", "23/03") for cell in cells))
    [table] = read_tables(open_source(csv_of(*lines)))
    found = propose(POLICE_MISSING, table)
    assert {heading: proposal.field for proposal in found.proposals for heading in proposal.columns} == {
        heading: field for heading, (field, _) in headed.items()
    }


def test_the_one_column_layout_maps_completely() -> None:
    [table] = read_tables(open_source(reference_files("06_police_missing", "missing_episodes.csv")))
    found = propose(POLICE_MISSING, table)
    assert {field: columns[0] for field, columns in found.mapping.columns.items()} == {
        "reference": "reportid", "person_reference": "misperid", "nominal_reference": "nominalpersionid",
        "forenames": "forenames", "surname": "surname", "dob": "dob", "age": "age", "sex": "sex",
        "home_kind": "residence_type", "missing_from": "missing_from", "missing_from_address": "mf_address",
        "last_seen": "missing_since", "reported": "date_reported_missing", "initial_grade": "initial_risk_level",
        "current_grade": "current_final_risk_level", "located": "when_traced", "found_where": "TL_address",
        "how_found": "return_method_desc", "reported_by": "reported_missing_by", "circumstances": "circumstances",
        "duration": "length_missing_mins",
    }  # fmt: skip
    assert found.unused == ("pob", "occdesc", "day_reported_missing")


def test_the_one_column_layout_reads_without_loss() -> None:
    [table] = read_tables(open_source(reference_files("06_police_missing", "missing_episodes.csv")))
    rows = rows_of(table)
    assert len(rows) == 690
    lost = [field for values in rows for field, (value, _) in values.items() if value is None]
    assert lost == ["circumstances"]
    # 68 of 690 say 00:00:00 and two have no time at all; real times come up four times at most.
    assert sum(1 for values in rows if not values["last_seen"].value.time_known) == 70
    assert sum(1 for values in rows if values["located"].value.time_known) == 690


def test_the_one_column_layout_agrees_with_its_own_lengths() -> None:
    """The list says itself how many minutes each child was missing: reported to found, by the clock on the wall."""
    [table] = read_tables(open_source(reference_files("06_police_missing", "missing_episodes.csv")))
    agree = 0
    for values in rows_of(table):
        seen, found = values["last_seen"].value.at, values["located"].value.at
        agree += found.replace(tzinfo=None) - seen.replace(tzinfo=None) == values["duration"].value
    assert agree > 600


def test_the_split_layout_maps_and_reads_completely() -> None:
    path = reference_files("06_police_missing", "layouts_from_memory", "daily_missing_notifications.csv")
    [table] = read_tables(open_source(path))
    found = propose(POLICE_MISSING, table)
    assert found.unused == ()
    assert found.mapping.columns["last_seen"] == ("Missing Date", "Missing Time")
    assert found.mapping.columns["reported"] == ("Reported Date", "Reported Time")
    assert found.mapping.columns["located"] == ("Found Date", "Found Time")
    rows = rows_of(table)
    assert len(rows) == 150
    assert all(value is not None for values in rows for value, _ in values.values())
    assert sum(1 for values in rows if not values["last_seen"].value.time_known) == 16


def test_both_layouts_tell_the_same_episodes() -> None:
    """The second list is the last 150 episodes of the first, laid out anew."""
    [first] = read_tables(open_source(reference_files("06_police_missing", "missing_episodes.csv")))
    path = reference_files("06_police_missing", "layouts_from_memory", "daily_missing_notifications.csv")
    [second] = read_tables(open_source(path))
    known = {(names_in(v)[1].casefold(), v["dob"].value, v["located"].value.at): v for v in rows_of(first)}
    for values in rows_of(second):
        same = known[names_in(values)[1].casefold(), values["dob"].value, values["located"].value.at]
        for field in ("last_seen", "sex", "initial_grade", "current_grade", "how_found"):
            assert values[field].value == same[field].value
