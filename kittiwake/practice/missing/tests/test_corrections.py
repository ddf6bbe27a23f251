"""A moment that was recorded wrongly is put right in its place, and what hangs on it follows; imports are taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording, rules
from kittiwake.practice.missing.corrections.recording import (
    as_it_stands,
    call_off_cancelling,
    correct_moments,
    put_back,
)
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.tests.made import REPORTED, missing
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)


@pytest.fixture
def episode(cast: Cast) -> Episode:
    return missing(cast, last_seen=Moment(REPORTED - 2 * HOUR), grade="low")


def correct(cast: Cast, episode: Episode, **moments: Moment | None) -> set[str]:
    more: dict[str, Any] = {"reason": "Misread", "version": episode.version}
    return correct_moments(episode, moments=moments, **more, by=cast.user("worker"), at=NOW)


def back(cast: Cast, episode: Episode) -> None:
    recording.record_return(episode, returned=Moment(NOW - HOUR), by=cast.user("worker"), at=NOW)


def test_a_report_that_is_put_right_takes_its_first_report_and_grade_along(
    cast: Cast, episode: Episode
) -> None:
    earlier = REPORTED - HOUR
    assert correct(cast, episode, reported=Moment(earlier)) == {"reported"}
    assert episode.reported_at == episode.reports.get().made_at == episode.grades.get().since_at == earlier
    changes = Event.objects.get(what="missing.moments_corrected").changes
    assert changes["Reason"][1] == "Misread"
    assert "Reported missing" in changes


def test_a_return_that_is_put_right_moves_the_72_hours(cast: Cast, episode: Episode) -> None:
    back(cast, episode)
    earlier = NOW - 5 * HOUR
    assert correct(cast, episode, returned=Moment(earlier)) == {"returned"}
    assert Clock.objects.get(key=rules.RETURN_INTERVIEW.key).due_at == earlier + 72 * HOUR


def test_who_saw_them_last_may_turn_out_not_to_be_known(cast: Cast, episode: Episode) -> None:
    correct(cast, episode, last_seen=None)
    episode.refresh_from_db()
    assert (episode.last_seen_at, episode.started_at) == (None, REPORTED)
    assert episode.entry.happened_at == REPORTED


@pytest.mark.parametrize(
    ("moments", "wrong", "field"),
    [
        ({"located": Moment(NOW)}, "not located yet", "located"),
        ({"returned": Moment(NOW)}, "not back yet", "returned"),
        ({"reported": None}, "did not happen at all", "reported"),
        ({"last_seen": Moment(REPORTED + HOUR)}, "last seen after", "last_seen"),
        ({"told_council": Moment(REPORTED - HOUR)}, "told us before", "told_council"),
        ({"reported": Moment(NOW + HOUR)}, "future", "reported"),
    ],
)
def test_it_refuses_what_cannot_be_beside_its_question(
    cast: Cast, episode: Episode, moments: dict[str, Moment | None], wrong: str, field: str
) -> None:
    with pytest.raises(Refused, match=wrong) as refused:
        correct(cast, episode, **moments)
    assert refused.value.field == field


def test_a_report_that_comes_after_the_police_told_us_stands_beside_the_report(cast: Cast) -> None:
    told = missing(cast, told_council_at=REPORTED + HOUR)
    with pytest.raises(Refused, match="told us before") as refused:
        correct(cast, told, reported=Moment(REPORTED + 2 * HOUR))
    assert refused.value.field == "reported"


def test_nothing_that_differs_is_nothing_to_correct(cast: Cast, episode: Episode) -> None:
    to_the_minute = Moment(REPORTED + timedelta(seconds=20))
    with pytest.raises(Refused, match="differs"):
        correct(cast, episode, reported=to_the_minute)


def test_a_day_alone_is_the_same_day_and_another_than_a_time_on_it(cast: Cast) -> None:
    day = Moment(REPORTED.replace(hour=0, minute=0), time_known=False)
    by_day = missing(cast, reported=day)
    with pytest.raises(Refused, match="differs"):
        correct(cast, by_day, reported=day)
    assert correct(cast, by_day, reported=Moment(REPORTED)) == {"reported"}


def test_of_two_at_once_the_second_looks_again(cast: Cast, episode: Episode) -> None:
    with pytest.raises(Refused, match="Somebody else has changed"):
        correct_moments(
            episode,
            moments={"reported": Moment(REPORTED - HOUR)},
            reason="x",
            version=episode.version - 1,
            by=cast.user("worker"),
            at=NOW,
        )


def test_it_does_not_reach_into_another_absence(cast: Cast, episode: Episode) -> None:
    back(cast, episode)
    recording.report_past(
        cast.ash,
        reported=Moment(REPORTED - 30 * HOUR),
        returned=Moment(REPORTED - 20 * HOUR),
        by=cast.user("worker"),
        at=NOW,
    )
    with pytest.raises(Refused, match="already reported missing in that time"):
        correct(cast, episode, last_seen=Moment(REPORTED - 25 * HOUR))


def test_it_gives_the_moments_as_they_stand(cast: Cast, episode: Episode) -> None:
    stands = as_it_stands(episode)
    assert stands["reported"] == Moment(REPORTED)
    assert (stands["located"], stands["told_council"]) == (None, None)


def test_what_was_known_before_an_import_stays_when_it_is_undone(cast: Cast, episode: Episode) -> None:
    recording.record_location(episode, located=Moment(NOW - 3 * HOUR), by=cast.user("worker"), at=NOW)
    back(cast, episode)
    known = {"located": "2026-11-23T09:00:00+00:00", "returned": None}
    put_back(episode, open_again=known, reason="Undone", by=cast.user("worker"), at=NOW)
    assert (episode.located_at, episode.returned_at) == (NOW - 3 * HOUR, None)


def test_undoing_where_they_were_located_leaves_the_return(cast: Cast, episode: Episode) -> None:
    recording.record_location(episode, located=Moment(NOW - 3 * HOUR), by=cast.user("worker"), at=NOW)
    back(cast, episode)
    known = {"located": None, "returned": "2026-11-23T11:00:00+00:00"}
    put_back(episode, open_again=known, reason="Undone", by=cast.user("worker"), at=NOW)
    assert (episode.located_at, episode.returned_at) == (None, NOW - HOUR)


def test_what_was_cancelled_counts_again_unless_its_days_are_taken(cast: Cast, episode: Episode) -> None:
    by: dict[str, Any] = {"by": cast.user("worker"), "at": NOW}
    recording.cancel(episode, reason="In bed", **by)
    call_off_cancelling(episode, reason="Another child was", **by)
    episode.refresh_from_db()
    assert episode.outcome is rules.MISSING
    recording.cancel(episode, reason="In bed", **by)
    missing(cast)
    with pytest.raises(Refused, match="Another absence"):
        call_off_cancelling(episode, reason="Another child was", **by)
