"""A police list that was recorded is taken back whole, unless people have gone on from it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list, piles, taken_in
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child
from tests.cast import NOW, Cast


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


def test_an_undone_import_is_not_recorded_again(cast: Cast) -> None:
    batch = taken_in(cast, ASH)
    recording.undo(batch, by=cast.user("analyst"), at=NOW)
    with pytest.raises(Refused, match="Start it again"):
        recording.commit(batch, by=cast.user("analyst"), at=NOW)
