"""A police list, from preview to record to undoing. The files are made up; two real layouts are tried where at hand."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from kittiwake.exchange import recording
from kittiwake.exchange.background.recording import work_on
from kittiwake.exchange.models import HeldFile, Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.tests.police_lists import ASH, HEADINGS, STRANGER, a_list, piles, taken_in
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import LONDON
from tests.cast import NOW, Cast, signed_in


def test_a_preview_puts_nothing_on_the_record(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH, STRANGER)], by=cast.user("analyst"), at=NOW)
    assert piles(batch) == {"new": 2}
    assert not Episode.objects.exists()


def test_a_known_child_is_found_and_the_interview_is_due_72_hours_after_they_were_found(cast: Cast) -> None:
    taken_in(cast, ASH)
    episode = Episode.objects.get()
    back = datetime(2026, 11, 21, 6, 10, tzinfo=LONDON)
    assert (episode.child, episode.returned_at) == (cast.ash, back)
    assert Clock.objects.get(key="missing.return_interview").due_at == back + timedelta(hours=72)


def test_a_child_nobody_knows_is_put_on_the_record(cast: Cast) -> None:
    before = Child.objects.count()
    batch = taken_in(cast, STRANGER)
    ivy = Child.objects.get(surname="Wren")
    assert Child.objects.count() == before + 1
    assert ivy.forenames == "Ivy"
    assert batch.rows.get().made_child


def test_two_rows_of_one_unknown_child_make_one_child(cast: Cast) -> None:
    again = [
        "MP/3/26",
        "WREN",
        "Ivy",
        "17/05/2012",
        "10/11/2026",
        "18:00",
        "10/11/2026",
        "19:00",
        "LOW",
        "11/11/2026",
        "09:00",
    ]
    taken_in(cast, STRANGER, again)
    assert Episode.objects.filter(child__surname="Wren").count() == 2
    assert Child.objects.filter(surname="Wren").count() == 1


def test_the_same_child_under_two_spellings_is_put_to_a_person(cast: Cast) -> None:
    other = [*STRANGER]
    other[:3] = ["MP/4/26", "WRENN", "Ivy"]
    other[4:6] = ["01/11/2026", "18:00"]
    other[6:] = ["01/11/2026", "19:00", "LOW", "02/11/2026", "10:00"]
    batch = recording.preview("police-missing", [a_list(STRANGER, other)], by=cast.user("analyst"), at=NOW)
    assert piles(batch) == {"new": 1, "needs_person": 1}


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    taken_in(cast, ASH, STRANGER)
    entries, children = Entry.objects.count(), Child.objects.count()
    again = taken_in(cast, ASH, STRANGER)
    assert piles(again) == {"unchanged": 2}
    assert (Entry.objects.count(), Child.objects.count()) == (entries, children)


def test_a_later_list_says_that_they_are_back(cast: Cast) -> None:
    missing = [*ASH[:9], "", ""]
    taken_in(cast, missing)
    assert Episode.objects.open().exists()
    assert piles(taken_in(cast, ASH)) == {"changed": 1}
    assert not Episode.objects.open().exists()


def test_an_absence_that_overlaps_waits_for_a_person(cast: Cast) -> None:
    other = ["MP/9/26", *ASH[1:]]
    batch = taken_in(cast, ASH, other)
    assert piles(batch) == {"new": 1, "needs_person": 1}
    assert Episode.objects.count() == 1


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [(0, "", "no police reference")],
)
def test_a_row_that_cannot_be_recorded_says_why(cast: Cast, column: int, value: str, said: str) -> None:
    row = [*ASH]
    row[column] = value
    batch = recording.preview("police-missing", [a_list(row, STRANGER)], by=cast.user("analyst"), at=NOW)
    first = batch.rows.order_by("pk").first()
    assert said in first.message


def test_rows_of_two_files_in_the_same_line_are_two_children(cast: Cast) -> None:
    other = [
        "MP/6/26",
        "SORREL",
        "Tam",
        "03/03/2010",
        "18/11/2026",
        "18:00",
        "18/11/2026",
        "19:00",
        "LOW",
        "",
        "",
    ]
    analyst = cast.user("analyst")
    sources = [a_list(STRANGER, name="one.csv"), a_list(other, name="two.csv")]
    batch = recording.preview("police-missing", sources, by=analyst, at=NOW)
    recording.commit(batch, by=analyst, at=NOW)
    assert {episode.child.surname for episode in Episode.objects.all()} == {"Wren", "Sorrel"}


def test_a_day_on_which_nobody_went_missing_is_nothing_new(cast: Cast) -> None:
    batch = taken_in(cast)
    assert piles(batch) == {}
    page = signed_in(cast.user("analyst")).get(batch.get_absolute_url()).content.decode()
    assert "nothing new" in page


def test_headings_of_something_else_without_rows_are_refused(cast: Cast) -> None:
    from kittiwake.exchange.reading.unreadable import UnreadableFile

    with pytest.raises(UnreadableFile, match="headings but no rows"):
        recording.preview(
            "police-missing", [open_source(b"Room,Colour,Booked by\n")], by=cast.user("analyst"), at=NOW
        )
    assert not Import.objects.exists()


def test_lines_that_are_no_records_are_listed_with_the_reason(cast: Cast) -> None:
    total = ["Total: 1", *[""] * 10]
    batch = recording.preview("police-missing", [a_list(ASH, total)], by=cast.user("analyst"), at=NOW)
    page = signed_in(cast.user("analyst")).get(batch.get_absolute_url()).content.decode()
    assert "Row 3:" in page
    assert "1 line left out" in page


def test_the_file_is_let_go_once_it_is_recorded(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    assert HeldFile.objects.exists()
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert not HeldFile.objects.exists()


def test_the_analyst_previews_and_records_in_the_browser(cast: Cast) -> None:
    client = signed_in(cast.user("analyst"))
    file = io.BytesIO(b"\r\n".join(",".join(row).encode() for row in (HEADINGS, ASH)))
    file.name = "list.csv"
    sent = client.post("/imports/file/", {"format_key": "police-missing", "file": file, "once": str(uuid4())})
    assert sent.status_code == 302
    assert "A new episode for Ash Alder" in client.get(sent["Location"]).content.decode()
    recorded = client.post(f"{sent['Location']}recording/", {"once": str(uuid4())})
    assert recorded.status_code == 302
    work_on(**ProcrastinateJob.objects.get().args)
    assert Episode.objects.get().child == cast.ash


def test_a_file_that_cannot_be_read_gets_one_sentence(cast: Cast) -> None:
    file = io.BytesIO(b"%PDF-1.7 nonsense")
    file.name = "list.csv"
    answer = signed_in(cast.user("analyst")).post(
        "/imports/file/", {"format_key": "police-missing", "file": file, "once": str(uuid4())}
    )
    assert answer.status_code == 422
    assert "is a PDF document" in answer.content.decode()


def test_others_neither_import_nor_see_an_import(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    assert signed_in(cast.user("outsider")).get(batch.get_absolute_url()).status_code == 403
    assert signed_in(cast.user("support")).get(batch.get_absolute_url()).status_code == 404
