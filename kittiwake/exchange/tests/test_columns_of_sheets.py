"""A workbook whose sheets are laid out differently is corrected sheet by sheet."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kittiwake.exchange import recording
from kittiwake.exchange.columns import columns_of, numbered
from kittiwake.exchange.models import Import, RememberedMapping
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import workbook_of_sheets
from kittiwake.exchange.tests.police_lists import ASH, HEADINGS, STRANGER, a_list, piles
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.models import Episode
from tests.cast import NOW, Cast, signed_in

# Two stations' layouts. In the second nobody would guess which column names the child, nor which number is whose.
ODD = ["Our number", "Who", "When born", "Gone since", "Told us", "Grading"]
ROBIN = ["MP/3/26", "ROBIN, Kit", "17/05/2012", "19/11/2026 18:00", "19/11/2026 19:00", "LOW"]
THIRD = ["Their number", *ODD[1:]]
MARTIN = ["MP/4/26", "MARTIN, Jo", "18/05/2012", "19/11/2026 18:00", "19/11/2026 19:00", "LOW"]
MEANT = {
    "reference": "Our number",
    "full_name": "Who",
    "dob": "When born",
    "last_seen": "Gone since",
    "reported": "Told us",
    "current_grade": "Grading",
}


@pytest.fixture
def batch(cast: Cast) -> Import:
    book = workbook_of_sheets(
        {"North": [HEADINGS, ASH, STRANGER], "South": [ODD, ROBIN], "East": [THIRD, MARTIN]}
    )
    return recording.preview("police-missing", [open_source(book, "l.xlsx")], by=cast.user("analyst"), at=NOW)


def correct(cast: Cast, batch: Import, sheet: str, columns: dict[str, str]) -> HttpResponse:
    sent = {**columns, "once": str(uuid4())}
    return signed_in(cast.user("analyst")).post(address_of(batch, sheet), sent)


def address_of(batch: Import, sheet: str) -> str:
    """As the page of the import links it."""
    file = batch.files.get()
    number = next((number for number, table in numbered(file).items() if table == sheet), "99")
    return f"{reverse('exchange:columns', args=[batch.pk, file.pk])}?sheet={number}"


def latest() -> Import:
    return Import.objects.latest("pk")


def test_each_sheet_has_its_own_columns_and_keeps_them(cast: Cast, batch: Import) -> None:
    client = signed_in(cast.user("analyst"))
    assert piles(batch) == {"new": 2}
    page = client.get(batch.get_absolute_url()).content.decode()
    for sheet in ("North", "South", "East"):
        assert f"Look over which column is which in the sheet ‘{sheet}’" in page
        assert address_of(batch, sheet) in page
        assert sheet not in address_of(batch, sheet)  # a sheet may be called as a child is
    form = client.get(address_of(batch, "South")).content.decode()
    assert "Which column is which in ‘South’?" in form
    assert "Our number" in form
    assert "Force Ref" not in form  # a heading of another sheet

    assert correct(cast, batch, "South", MEANT).status_code == 302
    second = latest()
    assert piles(second) == {"new": 3}
    assert batch.files.get().rows.exclude(message="Discarded").count() == 0
    assert correct(cast, second, "East", {**MEANT, "reference": "Their number"}).status_code == 302
    third = latest()
    assert piles(third) == {"new": 4}  # with what was corrected first, and the first sheet as it was read

    understood = columns_of(third.files.get())
    assert {name for name, columns in understood.items() if columns.is_corrected} == {"South", "East"}
    assert understood["North"].mapping.columns["surname"] == ("Surname",)
    recording.commit(third, by=cast.user("analyst"), at=NOW)
    assert {episode.child.surname for episode in Episode.objects.all()} >= {"Robin", "Martin"}
    assert RememberedMapping.objects.count() == 3


def test_what_was_remembered_is_used_for_the_sheet_with_its_headings(cast: Cast, batch: Import) -> None:
    correct(cast, batch, "South", MEANT)
    recording.commit(latest(), by=cast.user("analyst"), at=NOW)
    book = workbook_of_sheets({"Sheet1": [ODD, [*ROBIN[:1], "SWIFT, Al", *ROBIN[2:]]]})
    again = recording.preview(
        "police-missing", [open_source(book, "m.xlsx")], by=cast.user("analyst"), at=NOW
    )
    assert "Al Swift" in {f"{row.facts['forenames']} {row.facts['surname']}" for row in again.rows.all()}
    # A sheet that was left out was looked over by nobody.
    assert RememberedMapping.objects.count() == 2


def test_a_correction_that_makes_no_list_of_it_is_told_on_the_form(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    [only] = columns_of(batch.files.get())
    answer = correct(cast, batch, only, {"surname": "Surname"})
    assert answer.status_code == 422
    assert "has no column for the police’s reference" in answer.content.decode()
    assert latest() == batch


def test_a_sheet_that_is_not_there_has_no_page_and_no_columns(cast: Cast, batch: Import) -> None:
    assert correct(cast, batch, "West", MEANT).status_code == 404
    with pytest.raises(Refused, match="not in the file"):
        recording.correct_columns(
            batch, file=batch.files.get(), table="West", columns={}, by=cast.user("analyst"), at=NOW
        )


def test_a_format_without_columns_to_choose_has_no_page_for_them(cast: Cast, batch: Import) -> None:
    Import.objects.filter(pk=batch.pk).update(format="annex-a")
    assert correct(cast, batch, "North", {}).status_code == 404
