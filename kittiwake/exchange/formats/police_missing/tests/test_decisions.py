"""Rows of a police list that wait for a person, and what they decide."""

from __future__ import annotations

from uuid import uuid4

from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list, piles, taken_in
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child
from tests.cast import NOW, Cast, signed_in


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


def test_a_decision_is_recorded_with_the_rest(cast: Cast) -> None:
    ash_misspelt = ["MP/5/26", "ALDERR", *ASH[2:]]
    batch = recording.preview("police-missing", [a_list(ash_misspelt)], by=cast.user("analyst"), at=NOW)
    row = batch.rows.get()
    assert (row.verdict, row.candidates) == ("needs_person", [cast.ash.pk])
    recording.decide(row, decision="child", child=cast.ash, by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert Episode.objects.get().child == cast.ash
