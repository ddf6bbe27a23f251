"""What a list says and the record has no place for is kept as it was told, known again, and taken back with its import."""

from __future__ import annotations

from datetime import date, timedelta

from kittiwake.access.identity import acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.exchange import recording
from kittiwake.exchange.child_lists.lists import lists_of_the_day
from kittiwake.exchange.formats.annex_a.rows import Contact, LookedAfter
from kittiwake.exchange.models import Import, ImportRow, ListedRow
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import workbook_of_sheets
from tests.cast import NOW, Cast

TODAY = NOW.date()
DAY = timedelta(days=1)


def contacts(cast: Cast, *days: date, source: str = "6: Police") -> bytes:
    head = ["Child Unique ID", "Gender", "Date of Birth", "Date of Contact", "Contact Source"]
    rows = [[cast.ash.council_id, "a) Male", date(2011, 4, 2), day, source] for day in days]
    return workbook_of_sheets({"List 1": [head, *rows]})


def take_in(cast: Cast, content: bytes, later: timedelta = timedelta()) -> Import:
    batch = recording.preview("annex-a", [open_source(content, "a.xlsx")], by=cast.system, at=NOW + later)
    recording.commit(batch, by=cast.system, at=NOW + later)
    return batch


def verdicts(batch: Import) -> list[str]:
    with acting_as_system():
        return list(batch.rows.order_by("pk").values_list("verdict", flat=True))


def listed(number: int, on: date) -> list[object]:
    with acting_as_system() as system:
        return list(lists_of_the_day(Viewer(system), on).rows[number])


def test_a_contact_is_kept_and_comes_out_again(cast: Cast) -> None:
    take_in(cast, contacts(cast, TODAY - 30 * DAY))
    (row,) = listed(1, TODAY)
    assert isinstance(row, Contact)
    assert (row.contacted_on, row.source and row.source.code) == (TODAY - 30 * DAY, "6")
    assert listed(1, TODAY - 31 * DAY) == [], "it had not happened"
    assert listed(1, TODAY + 200 * DAY) == [], "more than six months ago"


def test_the_same_again_is_no_news(cast: Cast) -> None:
    content = contacts(cast, TODAY - 30 * DAY, TODAY - 20 * DAY)
    assert verdicts(take_in(cast, content))[0] == ImportRow.CHANGED
    assert set(verdicts(take_in(cast, content, timedelta(hours=1)))) == {ImportRow.UNCHANGED}
    assert ListedRow.objects.filter(withdrawn_at=None).count() == 2


def test_an_import_that_is_undone_takes_its_lines_with_it(cast: Cast) -> None:
    batch = take_in(cast, contacts(cast, TODAY - 30 * DAY))
    recording.undo(batch, by=cast.system, at=NOW + timedelta(hours=1))
    assert listed(1, TODAY) == []
    again = take_in(cast, contacts(cast, TODAY - 30 * DAY), timedelta(hours=2))
    assert verdicts(again) == [ImportRow.CHANGED]


CARE = ["Child Unique ID", "Gender", "Date of Birth", "Date Started to be Looked After", "Child's Category of Need",
        "Date of Last Dental Check", "Number of Placements in the Last 12 months",
        "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
        "Reason Ceased to be Looked After", "Date Ceased to be Looked After", "Placement Type",
        "Start Date of Most Recent Placement"]  # fmt: skip


def care(cast: Cast, dental: date, missing: int) -> bytes:
    row = [cast.ash.council_id, "a) Male", date(2011, 4, 2), TODAY - 300 * DAY, "N1", dental, 3, missing, None, None,
           "U6", TODAY - 100 * DAY]  # fmt: skip
    return workbook_of_sheets({"List 8": [CARE, row]})


def test_counts_of_a_year_are_true_of_about_the_day_they_were_counted(cast: Cast) -> None:
    dental = TODAY - 10 * DAY
    take_in(cast, care(cast, dental, missing=4))
    (row,) = listed(8, TODAY)
    assert isinstance(row, LookedAfter)
    assert (row.missing_episodes, row.placements, row.dental_check_on) == (4, 3, dental)
    (later,) = listed(8, TODAY + 60 * DAY)
    assert isinstance(later, LookedAfter)
    assert (later.missing_episodes, later.placements) == (0, 1), "what the record itself counts"
    assert later.dental_check_on == dental, "the last that was told"
    (earlier,) = listed(8, TODAY - 20 * DAY)
    assert isinstance(earlier, LookedAfter)
    assert earlier.dental_check_on is None, "it had not happened"


def test_what_is_told_later_stands_in_its_place(cast: Cast) -> None:
    take_in(cast, care(cast, TODAY - 40 * DAY, missing=0))
    take_in(cast, care(cast, TODAY - 5 * DAY, missing=0), timedelta(hours=1))
    (row,) = listed(8, TODAY)
    assert isinstance(row, LookedAfter)
    assert row.dental_check_on == TODAY - 5 * DAY
