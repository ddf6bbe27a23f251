"""A moment that was recorded wrongly is put right: clocks, interview, "in time?" and figures follow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import recording
from kittiwake.practice.return_interviews.corrections.recording import correct_moments
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.tests.made import moment, once
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in

# A Friday evening: the 72 hours run over the weekend.
REPORTED, BACK = datetime(2026, 11, 13, 20, 0, tzinfo=UTC), datetime(2026, 11, 13, 23, 30, tzinfo=UTC)
HELD = BACK + timedelta(hours=71)
HOUR = timedelta(hours=1)


@pytest.fixture
def episode(cast: Cast) -> Episode:
    returned = Moment(BACK)
    by = cast.user("worker")
    return missing.report_past(cast.ash, reported=Moment(REPORTED), returned=returned, by=by, at=NOW)


def interview(cast: Cast, episode: Episode, held: Moment = Moment(HELD)) -> ReturnInterview:  # noqa: B008
    facts = {"interviewer_name": "Somebody", "own_words": "I walked."}
    return recording.hold(cast.ash, episodes=[episode], held=held, by=cast.user("worker"), at=NOW, **facts)


def correct(cast: Cast, episode: Episode, **moments: Moment | None) -> None:
    facts: dict[str, Any] = {"reason": "Misread", "version": episode.version}
    correct_moments(episode, moments=moments, by=cast.user("worker"), at=NOW, **facts)


def clock(key: str = rules.RETURN_INTERVIEW.key) -> Clock:
    return Clock.objects.get(key=key, cancelled_at=None)


@pytest.mark.parametrize(
    ("returned", "due", "is_in_time"),
    [
        (BACK - 2 * HOUR, BACK - 2 * HOUR + 72 * HOUR, False),  # earlier the same evening: an hour too late
        (BACK + HOUR, BACK + 73 * HOUR, True),  # past midnight
        (BACK + 48 * HOUR, BACK + 120 * HOUR, True),  # over the weekend
    ],
)
def test_the_clocks_run_from_the_return_as_it_was(
    cast: Cast, episode: Episode, returned: datetime, due: datetime, is_in_time: bool
) -> None:
    held = interview(cast, episode)
    correct(cast, episode, returned=Moment(returned))
    assert (clock().started_at, clock().due_at, clock().stopped_by) == (returned, due, held.entry)
    assert (clock().stopped_at <= clock().due_at) is is_in_time  # type: ignore[operator]
    assert Clock.objects.filter(key=rules.RETURN_INTERVIEW.key).count() == 1
    assert list(ReturnInterview.objects.standing().filter(episodes=episode)) == [held]


def test_a_return_of_which_only_the_day_is_known_counts_from_the_end_of_that_day(
    cast: Cast, episode: Episode
) -> None:
    correct(cast, episode, returned=Moment(datetime(2026, 11, 14, 0, 0, tzinfo=UTC), time_known=False))
    assert not clock().time_known
    assert clock().due_at == datetime(2026, 11, 18, 0, 0, tzinfo=UTC)
    assert not episode.returned_time_known


def test_the_old_moment_stays_in_history_with_the_reason(cast: Cast, episode: Episode) -> None:
    correct(cast, episode, returned=Moment(BACK + HOUR))
    event = Event.objects.get(what="missing.moments_corrected")
    (was, now), (_, reason) = event.changes["Back"], event.changes["Reason"]
    assert ("11:30pm" in was, "12:30am" in now, reason) == (True, True, "Misread")


def test_an_earlier_start_moves_the_episode_on_the_chronology(cast: Cast, episode: Episode) -> None:
    correct(cast, episode, last_seen=Moment(REPORTED - HOUR), reported=Moment(REPORTED + HOUR))
    episode.entry.refresh_from_db()
    assert episode.entry.happened_at == REPORTED - HOUR
    assert episode.reports.get().made_at == REPORTED + HOUR


def test_it_refuses_a_return_after_the_interview_about_it_and_changes_nothing(
    cast: Cast, episode: Episode
) -> None:
    interview(cast, episode)
    with pytest.raises(Refused, match="The interview about this return is recorded before that") as refused:
        correct(cast, episode, returned=Moment(HELD + HOUR))
    episode.refresh_from_db()
    assert (refused.value.field, episode.returned_at, clock().started_at) == ("returned", BACK, BACK)


def test_an_interview_on_the_same_day_at_no_known_time_moves_with_the_return(
    cast: Cast, episode: Episode
) -> None:
    held = interview(cast, episode, Moment(datetime(2026, 11, 13, 0, 0, tzinfo=UTC), time_known=False))
    correct(cast, episode, returned=Moment(BACK + timedelta(minutes=20)))
    held.refresh_from_db()
    assert held.held_at == clock().stopped_at == BACK + timedelta(minutes=20)


@pytest.mark.parametrize(
    ("moments", "wrong", "field"),
    [
        ({"returned": Moment(REPORTED - HOUR)}, "before they went missing", "returned"),
        ({"returned": Moment(NOW + HOUR)}, "in the future", "returned"),
        (
            {"reported": Moment(BACK + HOUR), "last_seen": Moment(BACK + 2 * HOUR)},
            "last seen after",
            "reported",
        ),
        ({"located": Moment(REPORTED)}, "not located yet", "located"),
        ({"returned": None}, "Enter when", "returned"),
        ({"told_council": Moment(REPORTED - HOUR)}, "cannot have told us before", "told_council"),
        ({"returned": Moment(BACK)}, "Nothing here differs", None),
    ],
)
def test_it_refuses_what_cannot_be(
    cast: Cast, episode: Episode, moments: dict[str, Moment | None], wrong: str, field: str | None
) -> None:
    with pytest.raises(Refused, match=wrong) as refused:
        correct(cast, episode, **moments)
    assert refused.value.field == field
    assert not Event.objects.filter(what="missing.moments_corrected").exists()


def test_it_refuses_a_time_in_which_they_were_missing_another_time(cast: Cast, episode: Episode) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    again = Moment(BACK + 3 * HOUR)
    missing.report_past(cast.ash, reported=again, returned=Moment(BACK + 5 * HOUR), **by)
    with pytest.raises(Refused, match="already reported missing in that time"):
        correct(cast, episode, returned=Moment(BACK + 4 * HOUR))


def test_two_people_at_once_do_not_undo_each_other(cast: Cast, episode: Episode) -> None:
    with pytest.raises(Refused, match="Somebody else"):
        correct_moments(
            episode,
            moments={"returned": Moment(BACK + HOUR)},
            reason="Misread",
            version=episode.version - 1,
            by=cast.user("worker"),
            at=NOW,
        )


def test_nothing_is_put_right_on_an_episode_that_was_struck_out(cast: Cast, episode: Episode) -> None:
    missing.strike_out(episode, reason="The wrong child", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="struck out"):
        correct(cast, episode, returned=Moment(BACK + HOUR))


def test_the_page_starts_from_what_stands_and_puts_one_time_right(cast: Cast, episode: Episode) -> None:
    client, address = signed_in(cast.user("worker")), f"/missing/{episode.pk}/moments/"
    form = client.get(address).context["form"]
    assert "located" not in form.fields
    typed = {**moment("reported", REPORTED), **moment("returned", BACK + HOUR), "version": episode.version}
    assert client.post(address, once(**typed, reason="Misread")).status_code == 302
    episode.refresh_from_db()
    assert episode.returned_at == BACK + HOUR


def test_somebody_who_does_not_know_the_child_finds_no_such_page(cast: Cast, episode: Episode) -> None:
    assert signed_in(cast.user("outsider")).get(f"/missing/{episode.pk}/moments/").status_code == 404
