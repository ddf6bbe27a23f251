"""A mapping at work: habits of columns, values of rows, doubts with their place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.exchange.formats.police_missing.layout import POLICE_MISSING, names_in
from kittiwake.exchange.reading.applying import Plan, apply, cells_of, doubts, readings, settle
from kittiwake.exchange.reading.columns import Mapping, fingerprint, propose
from kittiwake.exchange.reading.dates import Order
from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import UnreadableFile, open_source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.reading.tests.making import csv_of
from kittiwake.exchange.reading.values import Reading


def planned(*lines: str, remembered: Order = Order.EITHER) -> tuple[Plan, Table]:
    [table] = read_tables(open_source(csv_of(*lines), "daily.csv"))
    found = propose(POLICE_MISSING, table).mapping
    mapping = Mapping(found.layout, found.fingerprint, found.columns, remembered)
    return settle(POLICE_MISSING, mapping, table), table


def read(*lines: str, remembered: Order = Order.EITHER) -> list[dict[str, Any]]:
    plan, table = planned(*lines, remembered=remembered)
    return [values for _, values in readings(plan, table)]


def test_one_clear_date_settles_the_whole_column() -> None:
    first, _ = read("Ref,DOB", "MP1,03/04/2011", "MP2,17/05/2011")
    assert first["dob"] == Reading(date(2011, 4, 3))


def test_one_clear_date_settles_the_columns_that_show_nothing() -> None:
    [only] = read("Ref,DOB,Date reported", "MP1,03/04/2011,17/05/2025")
    assert only["dob"] == Reading(date(2011, 4, 3))


def test_what_an_earlier_file_showed_settles_a_file_that_shows_nothing() -> None:
    [doubted] = read("Ref,DOB", "MP1,03/04/2011")
    assert doubted["dob"].doubt
    [settled] = read("Ref,DOB", "MP1,03/04/2011", remembered=Order.DAY_FIRST)
    assert settled["dob"] == Reading(date(2011, 4, 3))


def test_the_plan_remembers_what_the_file_showed() -> None:
    plan, _ = planned("Ref,DOB", "MP1,17/05/2011")
    assert plan.mapping.order is Order.DAY_FIRST


def test_columns_that_disagree_settle_nothing_for_others() -> None:
    [values] = read("Ref,DOB,Date reported,Date found", "MP1,17/05/2011,05/17/2025,03/04/2025")
    assert values["dob"].value == date(2011, 5, 17)
    assert "could be" in values["located"].doubt


def test_a_habit_of_midnight_makes_the_time_unknown() -> None:
    lines = [
        "Ref,Missing Date,Missing Time",
        *(f"MP{n},17/05/2025,00:00" for n in range(3)),
        "MP9,17/05/2025,18:05",
    ]
    values = read(*lines)
    assert [row["last_seen"].value.time_known for row in values] == [False, False, False, True]


def test_a_lone_midnight_among_times_is_doubted() -> None:
    lines = [
        "Ref,Missing Date,Missing Time",
        "MP1,17/05/2025,00:00",
        *(f"MP{n},17/05/2025,18:{n}" for n in range(10, 40)),
    ]
    first = read(*lines)[0]["last_seen"]
    assert first.value.time_known
    assert "Check that this is not a day whose time is not known" in first.doubt


def test_doubts_say_where() -> None:
    plan, table = planned("Ref,DOB,Initial risk", "MP1,17/05/2011,purple", "MP2,31/02/2011,High")
    said = [doubt for row in table for doubt in doubts(plan, row, apply(plan, row))]
    assert [(doubt.row, doubt.field) for doubt in said] == [(2, "initial_grade"), (3, "dob")]
    assert [doubt.sentence for doubt in said] == [
        "Row 2, First grade of risk: ‘purple’ is not a grade of risk. Use High, Medium, Low or No apparent risk.",
        "Row 3, Date of birth: ‘31/02/2011’ is not a date. Write it like 09/03/2025.",
    ]


def test_a_misshapen_row_is_the_first_doubt() -> None:
    plan, table = planned("Ref,DOB", "MP1,17/05/2011,more", "MP2,17/05/2011", "MP3,17/05/2011")
    row = next(iter(table))
    assert doubts(plan, row, apply(plan, row))[0] == Doubt(2, "", row.problem)


def test_fields_without_a_column_are_not_there() -> None:
    assert set(read("Ref,DOB", "MP1,17/05/2011")[0]) == {"reference", "dob"}


def test_the_unit_in_the_heading_counts() -> None:
    assert read("Ref,Length missing (mins)", "MP1,90")[0]["duration"].value == timedelta(minutes=90)
    assert read("Ref,Hours missing", "MP1,90")[0]["duration"].value == timedelta(hours=90)


def test_names_come_from_their_columns_or_from_the_full_name() -> None:
    assert names_in(read("Ref,Surname,Forename", "MP1,PIKE,Rowan")[0]) == ("Rowan", "Pike")
    assert names_in(read("Ref,Name", 'MP1,"PIKE, Rowan"')[0]) == ("Rowan", "Pike")
    assert names_in(read("Ref,DOB", "MP1,17/05/2011")[0]) == ("", "")


def test_it_refuses_a_remembered_mapping_whose_column_is_gone() -> None:
    [table] = read_tables(open_source(csv_of("Ref,DOB", "MP1,17/05/2011")))
    mapping = Mapping("police_missing", fingerprint(table.columns), {"surname": ("Surname",)})
    with pytest.raises(UnreadableFile, match="no column ‘Surname’"):
        settle(POLICE_MISSING, mapping, table)


def test_a_cell_can_be_shown_as_it_stands() -> None:
    plan, table = planned("Ref,Missing Date,Missing Time", "MP1,17/05/2025,1805hrs")
    [step] = [step for step in plan.steps if step.field == "last_seen"]
    assert cells_of(next(iter(table)), step) == "17/05/2025 1805hrs"
