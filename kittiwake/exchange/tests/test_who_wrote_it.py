"""History knows which import wrote an event, and the import's page says what it wrote."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.events import DECIDED
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list, taken_in
from kittiwake.history import recording as history
from kittiwake.history.kinds import title_of
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in


def test_what_an_import_records_and_takes_back_says_so_and_nothing_else_does(cast: Cast) -> None:
    batch = taken_in(cast, ASH)
    written = Event.objects.filter(import_id=batch.pk)
    assert written.filter(what="missing.reported", child_id=cast.ash.pk).exists()
    before = written.count()
    recording.undo(batch, by=cast.user("analyst"), at=NOW + timedelta(hours=1))
    assert written.count() > before
    missing.report_missing(
        cast.briar, reported=Moment(NOW), source="carer", by=cast.user("worker"), at=NOW + timedelta(hours=2)
    )
    assert not Event.objects.filter(child_id=cast.briar.pk).exclude(import_id=None).exists()


def test_two_imports_are_told_apart(cast: Cast) -> None:
    first, second = taken_in(cast, ASH), taken_in(cast, STRANGER)
    assert not Event.objects.filter(import_id=second.pk, child_id=cast.ash.pk).exists()
    assert Event.objects.filter(import_id=first.pk, child_id=cast.ash.pk).exists()


def test_a_mistake_leaves_nothing_behind_that_would_name_an_import(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    recording.discard(batch, by=cast.user("analyst"), at=NOW)
    with pytest.raises(Refused):
        recording.commit(batch, by=cast.user("analyst"), at=NOW)
    event = history.write(DECIDED, batch, by=cast.user("analyst"), at=NOW)
    assert event.import_id is None


def test_the_page_of_the_import_says_what_it_wrote(cast: Cast) -> None:
    client = signed_in(cast.user("analyst"))
    preview = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    assert "wrote in the history" not in client.get(preview.get_absolute_url()).content.decode()
    recording.commit(preview, by=cast.user("analyst"), at=NOW)
    page = client.get(preview.get_absolute_url()).content.decode()
    said = page.partition("What this import wrote in the history")[2].partition("</details>")[0]
    assert title_of("missing.reported") in said


def test_what_somebody_wrote_at_the_moment_of_an_import_is_theirs(cast: Cast) -> None:
    """By its moment alone it would be taken for the import's own, and lost with it."""
    batch, later = taken_in(cast, ASH), NOW + timedelta(hours=1)
    episode = Episode.objects.get(child=cast.ash)
    again = taken_in(cast, STRANGER)
    again.rows.update(recorded_at=later)
    reports.record_grade(episode, level="low", since_at=NOW, by=cast.user("worker"), at=later)
    with pytest.raises(Refused, match="was worked on since"):
        recording.undo(batch, by=cast.user("analyst"), at=later + timedelta(hours=1))
