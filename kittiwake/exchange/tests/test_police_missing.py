"""A police list, from preview to record to undoing. The files are made up; two real layouts are tried where at hand."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.models import HeldFile, Import
from kittiwake.exchange.reading.source import Source, open_source
from kittiwake.exchange.telling import summary
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.recording_of_carer_details import keep_carer_details
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Entry
from kittiwake.ui.dates import LONDON
from tests.cast import NOW, Cast, signed_in

FILES = Path(__file__).parent / "files"
HEADINGS = ["Force Ref", "Surname", "Forename(s)", "DOB", "Missing Date", "Missing Time", "Reported Date", "Reported Time",
            "Current Risk", "Found Date", "Found Time"]  # fmt: skip
ASH = [
    "MP/1/26",
    "ALDER",
    "Ash",
    "02/04/2011",
    "20/11/2026",
    "21:05",
    "20/11/2026",
    "22:10",
    "HIGH",
    "21/11/2026",
    "06:10",
]
STRANGER = [
    "MP/2/26",
    "WREN",
    "Ivy",
    "17/05/2012",
    "19/11/2026",
    "18:00",
    "19/11/2026",
    "19:00",
    "LOW",
    "",
    "",
]


def a_list(*rows: list[str], name: str = "list.csv") -> Source:
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *rows])
    return open_source(text.getvalue().encode("cp1252"), name)


def taken_in(cast: Cast, *rows: list[str]) -> Import:
    batch = recording.preview("police-missing", [a_list(*rows)], by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    return batch


def piles(batch: Import) -> dict[str, int]:
    found = summary(batch)
    return {
        key: found[key] for key in ("new", "changed", "unchanged", "needs_person", "rejected") if found[key]
    }


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


def test_a_whole_import_is_undone_and_can_be_made_again(cast: Cast) -> None:
    batch = taken_in(cast, ASH, STRANGER)
    recording.undo(batch, by=cast.user("analyst"), at=NOW)
    assert not Episode.objects.standing().exists()
    assert not Clock.objects.running().exists()
    assert Child.objects.get(surname="Wren").withdrawn_at
    assert piles(taken_in(cast, ASH, STRANGER)) == {"new": 2}


def test_an_import_that_others_have_gone_on_from_is_not_undone(cast: Cast) -> None:
    batch = taken_in(cast, ASH, STRANGER)
    ivy = Child.objects.get(surname="Wren")
    keep_carer_details(ivy, description="Red coat", by=cast.system, at=NOW + timedelta(hours=1))
    with pytest.raises(Refused, match="row 3: somebody has written about this child"):
        recording.undo(batch, by=cast.user("analyst"), at=NOW + timedelta(hours=2))
    assert Episode.objects.standing().count() == 2
    assert Import.objects.get(pk=batch.pk).undone_at is None


def test_an_import_can_be_undone_once_a_later_one_that_goes_on_from_it_is_undone(cast: Cast) -> None:
    later = NOW + timedelta(hours=1)
    first = taken_in(cast, [*ASH[:9], "", ""])
    second = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=later)
    recording.commit(second, by=cast.user("analyst"), at=later)
    with pytest.raises(Refused, match="was worked on since"):
        recording.undo(first, by=cast.user("analyst"), at=later)
    recording.undo(second, by=cast.user("analyst"), at=later + timedelta(hours=1))
    assert Episode.objects.open().exists()
    recording.undo(first, by=cast.user("analyst"), at=later + timedelta(hours=2))
    assert not Episode.objects.standing().exists()


def test_undoing_a_later_list_puts_the_police_grade_back(cast: Cast) -> None:
    missing_still = [*ASH[:9], "", ""]
    taken_in(cast, missing_still)
    regraded = taken_in(cast, [*ASH[:8], "LOW", "", ""])
    episode = Episode.objects.get()
    assert episode.grades.order_by("-since_at", "-id").first().level == "low"
    recording.undo(regraded, by=cast.user("analyst"), at=NOW)
    assert episode.grades.order_by("-since_at", "-id").first().level == "high"
    assert Episode.objects.open().exists()


def overlapping_rows(cast: Cast) -> Import:
    """Ash's absence once under the police's reference, once more under another: the second waits for a person."""
    batch = recording.preview(
        "police-missing", [a_list(ASH, ["MP/9/26", *ASH[1:]], STRANGER)], by=cast.user("analyst"), at=NOW
    )
    assert piles(batch) == {"new": 2, "needs_person": 1}
    return batch


def test_an_absence_of_its_own_that_overlaps_goes_back_to_a_person_and_the_rest_stands(cast: Cast) -> None:
    batch, analyst = overlapping_rows(cast), cast.user("analyst")
    row = batch.rows.get(verdict="needs_person")
    recording.decide(row, decision="child", child=cast.ash, by=analyst, at=NOW)
    assert recording.commit(batch, by=analyst, at=NOW) == 2
    row.refresh_from_db()
    assert (row.verdict, row.decided, row.recorded_at) == ("needs_person", "", None)
    assert "already reported missing in that time" in row.message
    assert Episode.objects.count() == 2


def test_a_child_made_by_a_row_that_goes_back_is_not_left_behind(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(STRANGER)], by=cast.user("analyst"), at=NOW)
    row = batch.rows.get()
    row.facts["returned"] = ["2026-11-01T10:00:00+00:00", True]  # before they were seen last
    row.save()
    children = Child.objects.count()
    assert recording.commit(batch, by=cast.user("analyst"), at=NOW) == 0
    assert Child.objects.count() == children
    assert batch.rows.get().verdict == "needs_person"


def test_the_same_absence_becomes_one_more_report_of_it(cast: Cast) -> None:
    batch, analyst = overlapping_rows(cast), cast.user("analyst")
    row = batch.rows.get(verdict="needs_person")
    recording.decide(row, decision="same_episode", child=cast.ash, by=analyst, at=NOW)
    assert recording.commit(batch, by=analyst, at=NOW) == 3
    episode = Episode.objects.get(child=cast.ash)
    assert {report.reference for report in episode.reports.all()} == {"MP/1/26", "MP/9/26"}
    assert piles(taken_in(cast, ["MP/9/26", *ASH[1:]])) == {"unchanged": 1}


def test_a_report_of_the_same_absence_is_taken_back_and_its_reference_is_free(cast: Cast) -> None:
    taken_in(cast, ASH)
    analyst, later = cast.user("analyst"), NOW + timedelta(hours=1)
    again = recording.preview("police-missing", [a_list(["MP/9/26", *ASH[1:]])], by=analyst, at=later)
    recording.decide(again.rows.get(), decision="same_episode", child=cast.ash, by=analyst, at=later)
    recording.commit(again, by=analyst, at=later)
    recording.undo(again, by=analyst, at=later)
    episode = Episode.objects.standing().get()
    assert [r.reference for r in episode.reports.filter(withdrawn_at=None)] == ["MP/1/26"]
    assert episode.returned_at
    assert piles(taken_in(cast, ["MP/9/26", *ASH[1:]])) == {"needs_person": 1}


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


def test_another_spelling_can_be_said_to_be_the_child_of_an_earlier_row(cast: Cast) -> None:
    other = [*STRANGER]
    other[:3] = ["MP/4/26", "WRENN", "Ivy"]
    other[4:] = ["01/11/2026", "18:00", "01/11/2026", "19:00", "LOW", "02/11/2026", "10:00"]
    analyst = cast.user("analyst")
    batch = recording.preview("police-missing", [a_list(STRANGER, other)], by=analyst, at=NOW)
    row = batch.rows.get(verdict="needs_person")
    client = signed_in(analyst)
    page = f"{batch.get_absolute_url()}rows/{row.pk}/decision/"
    assert "The child in Ivy Wren, row 2" in client.get(page).content.decode()
    assert client.post(page, {"decision": "met:1", "once": str(uuid4())}).status_code == 302
    recording.commit(batch, by=analyst, at=NOW)
    assert Episode.objects.filter(child__surname="Wren").count() == 2


def test_the_page_offers_the_same_absence(cast: Cast) -> None:
    batch, analyst = overlapping_rows(cast), cast.user("analyst")
    row = batch.rows.get(verdict="needs_person")
    page = f"{batch.get_absolute_url()}rows/{row.pk}/decision/"
    client = signed_in(analyst)
    assert "the same absence as since" in client.get(page).content.decode()
    refused = client.post(page, {"decision": f"child:{cast.ash.pk}", "once": str(uuid4())})
    assert refused.status_code == 422
    sent = client.post(page, {"decision": f"same_episode:{cast.ash.pk}", "once": str(uuid4())})
    assert sent.status_code == 302
    assert "one more report of it" in client.get(sent["Location"]).content.decode()


def test_a_day_on_which_nobody_went_missing_is_nothing_new(cast: Cast) -> None:
    batch = taken_in(cast)
    assert piles(batch) == {}
    page = signed_in(cast.user("analyst")).get(batch.get_absolute_url()).content.decode()
    assert "nothing new" in page


def test_headings_of_something_else_without_rows_are_refused(cast: Cast) -> None:
    from kittiwake.exchange.reading.refused import Refused as NotReadable

    with pytest.raises(NotReadable, match="headings but no rows"):
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


def test_a_decision_is_recorded_with_the_rest(cast: Cast) -> None:
    ash_misspelt = ["MP/5/26", "ALDERR", *ASH[2:]]
    batch = recording.preview("police-missing", [a_list(ash_misspelt)], by=cast.user("analyst"), at=NOW)
    row = batch.rows.get()
    assert (row.verdict, row.candidates) == ("needs_person", [cast.ash.pk])
    recording.decide(row, decision="child", child=cast.ash, by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert Episode.objects.get().child == cast.ash


def test_the_file_is_let_go_once_it_is_recorded(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    assert HeldFile.objects.exists()
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert not HeldFile.objects.exists()


def test_an_undone_import_is_not_recorded_again(cast: Cast) -> None:
    batch = taken_in(cast, ASH)
    recording.undo(batch, by=cast.user("analyst"), at=NOW)
    with pytest.raises(Refused, match="Start it again"):
        recording.commit(batch, by=cast.user("analyst"), at=NOW)


def test_the_analyst_previews_and_records_in_the_browser(cast: Cast) -> None:
    client = signed_in(cast.user("analyst"))
    file = io.BytesIO(b"\r\n".join(",".join(row).encode() for row in (HEADINGS, ASH)))
    file.name = "list.csv"
    sent = client.post("/imports/file/", {"format_key": "police-missing", "file": file, "once": str(uuid4())})
    assert sent.status_code == 302
    assert "A new episode for Ash Alder" in client.get(sent["Location"]).content.decode()
    recorded = client.post(f"{sent['Location']}recording/", {"once": str(uuid4())})
    assert recorded.status_code == 302
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
