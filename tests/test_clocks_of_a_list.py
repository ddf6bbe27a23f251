"""A council made from Ofsted's child-level lists alone: reviews, visits and plans of every child in care and on a plan.

What is due is worked out here a second time, from the workbook itself and with nothing of ours: neither the reading, nor
the rules, nor the counting of working days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from conftest import ROOT
from kittiwake.access.identity import acting_as_system
from kittiwake.desk import listing
from kittiwake.exchange import recording
from kittiwake.exchange.reading.source import open_source
from tests.cast import Cast

WORKBOOK = ROOT.parent / "shared" / "data" / "03_annex_a" / "Annex_A_2024_Jan.xlsx"
AT = datetime(2021, 3, 16, 12, tzinfo=UTC)  # the day its ages are of
ONE_DAY = timedelta(days=1)
LASTING = ("U1", "U4")  # placements meant to last

Row = dict[str, Any]


def easter(year: int) -> date:
    """Meeus and Jones."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def is_holiday(day: date) -> bool:
    sunday = easter(day.year)
    if day in (sunday - 2 * ONE_DAY, sunday + ONE_DAY):
        return True
    first_monday = day.weekday() == 0 and day.day <= 7 and day.month == 5
    last_monday = day.weekday() == 0 and (day + 7 * ONE_DAY).month != day.month and day.month in (5, 8)
    moved = {date(2020, 5, 4): False, date(2020, 5, 8): True}
    if day in moved:
        return moved[day]
    return first_monday or last_monday or day in winter(day.year)


def winter(year: int) -> set[date]:
    days: set[date] = set()
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() > 4 or day in days:
            day += ONE_DAY
        days.add(day)
    return days


def working_days(day: date, count: int) -> date:
    while count:
        day += ONE_DAY
        count -= day.weekday() < 5 and not is_holiday(day)
    return day


def months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError


def rows(number: int) -> Iterator[Row]:
    book = openpyxl.load_workbook(WORKBOOK, data_only=True)
    (sheet,) = [tab for tab in book.worksheets if tab.title.replace("_", " ").strip() == f"List {number}"]
    headings, *lines = sheet.iter_rows(values_only=True)
    for line in lines:
        if line[0] is not None:
            yield {
                str(name): value.date() if isinstance(value, datetime) else value
                for name, value in zip(headings, line, strict=True)
            }


def in_care() -> Iterator[tuple[str, str, date]]:
    for row in rows(8):
        if row["Date Ceased to be Looked After"]:
            continue
        child, began = str(row["Child Unique ID"]), row["Date Started to be Looked After"]
        review, visit = row["Date of Latest Statutory Review"], row["Date of Last Social Work Visit"]
        placed, kind = row["Start Date of Most Recent Placement"], row["Placement Type"]
        lasting = any(f" {code}:" in kind for code in LASTING) and visit >= months(placed, 12)
        if began < row["Date of Birth"]:
            continue  # cannot be: the row waits for a person, and nothing of it is on the record
        yield child, "review", months(review, 6) if review else working_days(began, 20)
        yield child, "visit", months(visit, 3) if lasting else visit + timedelta(days=42)
        yield child, "plan", working_days(began, 10)


def on_a_plan() -> Iterator[tuple[str, str, date]]:
    for row in rows(7):
        if row["Child Protection Plan End Date"]:
            continue
        child, began = str(row["Child Unique ID"]), row["Child Protection Plan Start Date"]
        review, visit = row["Date of latest review conference"], row["Date of the Last Statutory Visit"]
        yield child, "protection review", months(review, 6) if review else months(began, 3)
        yield child, "protection visit", working_days(visit or began, 10)
        yield child, "protection plan", working_days(began, 10)  # the core group develops it
    for row in rows(6):
        if not row["CIN Closure Date"] and "plan" in row["Case Status"]:
            child, seen = str(row["Child Unique ID"]), row["Date Child Was Last Seen"]
            yield child, "need visit", working_days(seen or row["CIN Start Date"], 20)
            yield child, "need review", months(row["CIN Start Date"], 3)


KNOWN_AS = {
    "meetings.first_in_care_review": "review",
    "meetings.second_in_care_review": "review",
    "meetings.later_in_care_review": "review",
    "placements.first_visit": "visit",
    "direct_work.visit_six_weekly": "visit",
    "direct_work.visit_three_monthly": "visit",
    "plans.care_plan": "plan",
    "meetings.first_review_conference": "protection review",
    "meetings.later_review_conference": "protection review",
    "direct_work.visit_protection": "protection visit",
    "meetings.first_core_group": "protection plan",
    "direct_work.visit_in_need": "need visit",
    "plans.first_in_need_review": "need review",
}


@pytest.mark.django_db
@pytest.mark.skipif(not Path(WORKBOOK).exists(), reason="The sample files are not beside this checkout.")
def test_the_clocks_of_a_council_made_from_the_lists_alone(cast: Cast) -> None:
    batch = recording.preview("annex-a", [open_source(WORKBOOK)], by=cast.user("analyst"), at=AT)
    recording.commit(batch, by=cast.user("analyst"), at=AT)
    with acting_as_system():
        shown = listing.clocks(at=AT)
    running = [row for row in shown if row["stopped_at"] is None and row["key"] in KNOWN_AS]
    worked_out = {
        (row["child"], KNOWN_AS[row["key"]], datetime.fromisoformat(row["due_at"]).date()) for row in running
    }
    expected = {*in_care(), *on_a_plan()}
    assert expected - worked_out == set()
    assert worked_out - expected == set()
    assert len(running) == len(expected)
