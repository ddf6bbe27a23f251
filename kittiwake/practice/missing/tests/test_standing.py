"""Nothing is added to what was struck out or cancelled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast


@pytest.fixture
def episode(cast: Cast) -> Episode:
    reported = Moment(NOW - timedelta(hours=40))
    return recording.report_missing(cast.ash, reported=reported, by=cast.system, at=NOW)


def test_what_stands_may_be_added_to(episode: Episode) -> None:
    must_stand(episode, None)


def test_what_was_struck_out_meanwhile_is_not_added_to(cast: Cast, episode: Episode) -> None:
    read_before = Episode.objects.get(pk=episode.pk)
    recording.strike_out(episode, reason="Another child", by=cast.system, at=NOW)
    with pytest.raises(Refused, match="struck out"):
        reports.record_grade(read_before, level="high", since_at=NOW, by=cast.system, at=NOW)


def test_what_was_cancelled_is_not_added_to(cast: Cast, episode: Episode) -> None:
    recording.cancel(episode, reason="At their aunt's", by=cast.system, at=NOW)
    with pytest.raises(Refused, match="cancelled"):
        reports.add_report(episode, source="police", made_at=NOW, by=cast.system, at=NOW)


def test_nor_is_anything_that_stands_on_it(cast: Cast, episode: Episode) -> None:
    report = Report.objects.get(episode=episode)
    recording.cancel(episode, reason="At their aunt's", by=cast.system, at=NOW)
    with pytest.raises(Refused, match="cancelled"):
        must_stand(report)
