"""Writing a missing episode: rows, clocks, grants and history, and each refusal."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.access.models import Grant
from kittiwake.access.viewer import Viewer
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording, rules
from kittiwake.practice.missing.corrections.recording import put_back
from kittiwake.practice.missing.escalation.recording import acknowledge
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.notifications.recording import notify
from kittiwake.practice.missing.notifications.standing import standing_at
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.primitives.clocks.models import Clock, ClockQuerySet
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry, Team
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

SEEN, REPORTED = NOW - timedelta(hours=40), NOW - timedelta(hours=38)


@pytest.fixture
def episode(cast: Cast) -> Episode:
    return reported(cast.ash, cast)


def reported(child: Child, cast: Cast, **more: object) -> Episode:
    facts: dict = {
        "last_seen": Moment(SEEN),
        "reported": Moment(REPORTED),
        "source": "police",
        "reference": "MP/7/26",
    }
    return recording.report_missing(child, **{**facts, **more}, by=cast.user("worker"), at=NOW)


def of_the_return() -> ClockQuerySet:
    return Clock.objects.filter(key__in=[rules.INTERVIEW_OFFER.key, rules.RETURN_INTERVIEW.key])


def happened(what: str) -> int:
    return Event.objects.filter(what=what).count()


def test_a_report_opens_an_episode_with_its_first_report(cast: Cast, episode: Episode) -> None:
    assert episode.outcome is rules.MISSING
    assert episode.entry.happened_at == SEEN
    assert episode.reports.get().reference == "MP/7/26"
    assert happened("missing.reported") == 1


def test_it_refuses_an_absence_that_overlaps_one_on_the_record(cast: Cast, episode: Episode) -> None:
    with pytest.raises(Refused, match="already reported missing in that time"):
        reported(cast.ash, cast, last_seen=None)
    assert Episode.objects.count() == Entry.objects.count() == 1


def test_it_refuses_moments_out_of_order_and_keeps_nothing(cast: Cast) -> None:
    with pytest.raises(Refused, match="last seen after"):
        reported(cast.ash, cast, last_seen=Moment(NOW))
    assert not Entry.objects.exists()


def test_another_report_of_the_same_absence_joins_the_episode(cast: Cast, episode: Episode) -> None:
    reports.add_report(episode, source="carer", made_at=REPORTED, by=cast.user("worker"), at=NOW)
    assert [report.source for report in episode.reports.order_by("pk")] == ["police", "carer"]


def test_being_located_leaves_the_episode_open(cast: Cast, episode: Episode) -> None:
    recording.record_location(
        episode, located=Moment(NOW - timedelta(hours=2)), by=cast.user("worker"), at=NOW
    )
    assert episode.outcome is rules.LOCATED
    assert Episode.objects.open().get() == episode
    assert not of_the_return().exists()


def test_the_return_starts_the_clocks_from_the_return_however_late_it_is_recorded(
    cast: Cast, episode: Episode
) -> None:
    back = datetime(2026, 11, 22, 6, 10, tzinfo=UTC)
    recording.record_return(episode, returned=Moment(back), by=cast.user("worker"), at=NOW)
    due = {clock.key: clock.due_at for clock in of_the_return()}
    assert due == {
        rules.RETURN_INTERVIEW.key: back + timedelta(hours=72),
        rules.INTERVIEW_OFFER.key: back + timedelta(hours=24),
    }
    assert happened("missing.returned") == 1


def test_a_return_whose_time_is_not_known_counts_from_the_end_of_that_day(
    cast: Cast, episode: Episode
) -> None:
    back = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
    recording.record_return(episode, returned=Moment(back, time_known=False), by=cast.user("worker"), at=NOW)
    clock = Clock.objects.get(key=rules.RETURN_INTERVIEW.key)
    assert clock.due_at == datetime(2026, 11, 26, 0, 0, tzinfo=UTC)
    assert not clock.time_known


def test_the_return_lets_the_interviewers_in(cast: Cast, episode: Episode) -> None:
    interviewer = Viewer(cast.user("interviewer"))
    assert not interviewer.children.exists()
    recording.record_return(episode, returned=Moment(NOW), by=cast.user("worker"), at=NOW)
    assert interviewer.children.get() == cast.ash


def test_those_who_can_interview_by_now_are_let_in(cast: Cast) -> None:
    """Also where the team came between two returns of one import."""

    def let_in(child: Child) -> int:
        recording.report_past(
            child, reported=Moment(REPORTED), returned=Moment(NOW - timedelta(days=1)), by=cast.system, at=NOW
        )
        return Grant.objects.filter(child=child, kind=Grant.DUTY).count()

    with acting_as_system():
        before = let_in(cast.ash)
        Team.objects.create(name="More interviewers", kind="return_interviews")
        assert let_in(cast.briar) == before + 1


def test_it_refuses_a_second_return(cast: Cast, episode: Episode) -> None:
    recording.record_return(episode, returned=Moment(NOW), by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="already over"):
        recording.record_return(episode, returned=Moment(NOW), by=cast.user("manager"), at=NOW)
    assert happened("missing.returned") == 1


def test_somebody_is_told_once_or_there_is_a_reason(cast: Cast, episode: Episode) -> None:
    by = cast.user("worker")
    notify(episode, recipient="police", told_at=REPORTED, who="Control room", by=by, at=NOW)
    notify(episode, recipient="parents", not_told_reason="Against their welfare", by=by, at=NOW)
    with pytest.raises(Refused, match="already been recorded"):
        notify(episode, recipient="police", told_at=NOW, by=by, at=NOW)
    with pytest.raises(Refused, match="or why they were not"):
        notify(episode, recipient="worker", by=by, at=NOW)


def test_each_level_is_acknowledged_once_by_somebody_of_that_standing(cast: Cast, episode: Episode) -> None:
    with pytest.raises(Refused, match="team manager has to"):
        acknowledge(episode, level="24h", words="Searching", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="not been open that long"):
        acknowledge(episode, level="72h", words="Searching", by=cast.user("director"), at=NOW)
    acknowledge(episode, level="24h", words="Searching", by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="Manager has already"):
        acknowledge(episode, level="24h", words="Again", by=cast.user("service_manager"), at=NOW)


def test_a_cancelled_episode_frees_its_days(cast: Cast, episode: Episode) -> None:
    recording.cancel(episode, reason="At their aunt's, as agreed", by=cast.user("worker"), at=NOW)
    assert episode.outcome is rules.CANCELLED
    assert not Episode.objects.standing().exists()
    assert reported(cast.ash, cast).outcome is rules.MISSING


def test_striking_out_cancels_the_clocks_and_keeps_the_row(cast: Cast, episode: Episode) -> None:
    recording.record_return(episode, returned=Moment(NOW), by=cast.user("worker"), at=NOW)
    recording.strike_out(episode, reason="The wrong child", by=cast.user("worker"), at=NOW)
    assert Entry.objects.get().struck_out_reason == "The wrong child"
    assert not Clock.objects.running().exists()
    assert reported(cast.ash, cast).outcome is rules.MISSING


def test_a_return_on_the_day_they_were_last_seen_may_have_no_known_time(cast: Cast, episode: Episode) -> None:
    that_day = SEEN.replace(hour=0, minute=0)
    recording.record_return(
        episode, returned=Moment(that_day, time_known=False), by=cast.user("worker"), at=NOW
    )
    assert episode.returned_at == episode.started_at
    clock = Clock.objects.get(key=rules.RETURN_INTERVIEW.key)
    assert clock.due_at == that_day + timedelta(hours=24 + 72)


def test_an_absence_long_over_is_recorded_beside_one_that_is_open(cast: Cast, episode: Episode) -> None:
    last_week = NOW - timedelta(days=7)
    past = recording.report_past(
        cast.ash,
        reported=Moment(last_week),
        returned=Moment(last_week + timedelta(hours=5)),
        by=cast.user("worker"),
        at=NOW,
    )
    assert past.outcome is rules.RETURNED
    assert episode.outcome is rules.MISSING
    with pytest.raises(Refused, match="already reported missing in that time"):
        recording.report_past(
            cast.ash, reported=Moment(last_week), returned=None, by=cast.user("worker"), at=NOW
        )


MARCH = datetime(2026, 3, 10, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize("is_recorded_first", [True, False])
def test_an_episode_of_last_march_has_the_standing_of_last_march(cast: Cast, is_recorded_first: bool) -> None:
    """In care and out of area in March, home since May; whichever was recorded first."""
    if not is_recorded_first:
        _in_care_until_may(cast)
    returned = Moment(MARCH + timedelta(hours=6))
    episode = recording.report_past(
        cast.ash, reported=Moment(MARCH), returned=returned, by=cast.user("worker"), at=NOW
    )
    if is_recorded_first:
        _in_care_until_may(cast)
    then = standing_at(cast.ash.pk, episode.started_at)
    assert (then.looked_after, then.out_of_area, then.legal_status) == (True, True, "C2")
    now = standing_at(cast.ash.pk, NOW)
    assert (now.looked_after, now.out_of_area, now.legal_status) == (False, False, "")


def _in_care_until_may(cast: Cast) -> None:
    by = {"by": cast.system, "at": NOW}
    track = record.start_track(cast.ash, kind="in_care", starts_on=date(2026, 1, 5), **by)
    record.end_track(track, ends_on=date(2026, 5, 4), **by)
    place = {"starts_on": date(2026, 1, 5), "ends_on": date(2026, 5, 4)}
    record.place(cast.ash, **place, out_of_area=True, legal_status="C2", **by)


def test_when_the_police_told_us_is_not_known_unless_somebody_says(cast: Cast, episode: Episode) -> None:
    assert episode.told_council_at is None
    told = REPORTED + timedelta(hours=3)
    assert reported(cast.briar, cast, told_council_at=told).told_council_at == told


@pytest.mark.parametrize(
    ("told", "wrong"),
    [(REPORTED - timedelta(minutes=1), "before they were reported"), (NOW + timedelta(minutes=1), "future")],
)
def test_it_refuses_that_the_police_told_us_too_early_or_later_than_now(
    cast: Cast, told: datetime, wrong: str
) -> None:
    with pytest.raises(Refused, match=wrong) as refused:
        reported(cast.ash, cast, told_council_at=told)
    assert refused.value.field == "told_council"


def test_putting_back_a_return_leaves_nothing_of_it_behind(cast: Cast, episode: Episode) -> None:
    by = cast.user("worker")
    back = Moment(NOW - timedelta(hours=3), time_known=False)
    recording.record_return(episode, returned=back, source="police", how="Brought", by=by, at=NOW)
    put_back(episode, open_again={"located": None, "returned": None}, reason="Undone", by=by, at=NOW)
    assert (episode.returned_at, episode.returned_source, episode.returned_how) == (None, "", "")
    assert not of_the_return().filter(cancelled_at=None).exists()
    again = Moment(NOW - timedelta(hours=1))
    recording.record_return(episode, returned=again, by=by, at=NOW)
    clock = Clock.objects.get(key=rules.RETURN_INTERVIEW.key, cancelled_at=None)
    assert (clock.due_at, clock.time_known) == (again.at + timedelta(hours=72), True)


def test_an_absence_of_which_we_hear_the_whole_says_where_they_were_located(cast: Cast) -> None:
    last_week = NOW - timedelta(days=7)
    moments = {
        "located": Moment(last_week + timedelta(hours=2)),
        "returned": Moment(last_week + timedelta(hours=5)),
    }
    past = recording.report_past(
        cast.ash, reported=Moment(last_week), **moments, where="The quay", by=cast.user("worker"), at=NOW
    )
    assert (past.located_at, past.located_where) == (last_week + timedelta(hours=2), "The quay")


def test_it_closes_without_a_return_and_once(cast: Cast, episode: Episode) -> None:
    facts = {"closed_at": NOW, "reason": "Their time in care ended", "by": cast.user("worker"), "at": NOW}
    recording.close(episode, **facts)
    assert (episode.outcome, episode.closed_reason) == (rules.CLOSED, "Their time in care ended")
    assert happened("missing.closed") == 1
    with pytest.raises(Refused, match="already over"):
        recording.close(episode, **facts)
