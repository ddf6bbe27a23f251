"""Whom to tell is a duty with a clock: it runs from the report, whoever is told stops it, and it ends with the episode."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.history.refusal import Refused
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.missing import broken_links, recording
from kittiwake.practice.missing.corrections.recording import call_off_cancelling, put_back
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.notifications import rules
from kittiwake.practice.missing.notifications.recording import notify
from kittiwake.practice.missing.notifications.standing import standing_at
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.assessments.facts import Settled
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.risk.tests.assessed import MODERATE, assessed
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

REPORTED = NOW - timedelta(hours=6)


def gone(cast: Cast, **more: Any) -> Episode:
    facts = {"reported": Moment(REPORTED), "source": "carer", **more}
    return recording.report_missing(cast.ash, **facts, by=cast.user("worker"), at=NOW)


def running() -> dict[str, Any]:
    clocks = Clock.objects.running().filter(key__startswith="missing.told_")
    return {clock.key.removeprefix("missing.told_"): clock.due_at - REPORTED for clock in clocks}


def broken(episode: Episode) -> list[int | None]:
    return [broken.entry_id for broken in broken_links.not_told(lambda model: model.objects.all(), NOW)]


def test_a_report_starts_a_clock_for_each_who_has_to_know(cast: Cast) -> None:
    episode = gone(cast)
    assert running() == {
        "police": timedelta(hours=1),
        "parents": timedelta(hours=4),
        "worker": timedelta(hours=4),
    }
    assert broken(episode) == [episode.pk]


def test_what_the_police_reported_nobody_has_to_tell_them(cast: Cast) -> None:
    episode = gone(cast, source="police")
    assert set(running()) == {"parents", "worker"}
    police = Clock.objects.get(entry=episode.entry, key="missing.told_police")
    assert police.stopped_at == REPORTED


def test_who_is_told_or_lawfully_is_not_ends_the_duty(cast: Cast) -> None:
    episode, by = gone(cast), {"by": cast.user("worker"), "at": NOW}
    notify(episode, recipient="police", told_at=REPORTED + timedelta(minutes=20), who="Control room", **by)
    notify(episode, recipient="parents", not_told_reason="Against their welfare", **by)
    notify(episode, recipient="worker", told_at=NOW, who="Worker", **by)
    assert running() == {}
    assert broken(episode) == []
    parents = Clock.objects.get(entry=episode.entry, key="missing.told_parents")
    assert parents.cancelled_reason == "Against their welfare"


def test_nobody_has_to_be_told_once_they_are_back(cast: Cast) -> None:
    episode = gone(cast)
    recording.record_return(episode, returned=Moment(NOW), by=cast.user("worker"), at=NOW)
    assert running() == {}
    assert broken(episode) == []


def test_a_return_that_is_undone_brings_back_who_has_to_be_told(cast: Cast) -> None:
    episode, by = gone(cast), {"by": cast.user("worker"), "at": NOW}
    recording.record_return(episode, returned=Moment(NOW), **by)
    put_back(episode, open_again={"returned": None}, reason="Undone", **by)
    assert set(running()) == {"police", "parents", "worker"}


def test_a_return_is_not_undone_once_they_were_reported_missing_again(cast: Cast) -> None:
    episode, by = gone(cast), {"by": cast.user("worker"), "at": NOW}
    recording.record_return(episode, returned=Moment(REPORTED + timedelta(hours=1)), **by)
    again = recording.report_missing(
        cast.ash, reported=Moment(NOW - timedelta(hours=1)), source="carer", **by
    )
    with pytest.raises(Refused, match="reported missing again since"):
        put_back(episode, open_again={"returned": None}, reason="Undone", **by)
    assert Episode.objects.filter(child=cast.ash, returned_at=None).get() == again


def test_what_was_cancelled_and_was_an_absence_after_all_has_to_be_told(cast: Cast) -> None:
    episode, by = gone(cast), {"by": cast.user("worker"), "at": NOW}
    recording.cancel(episode, reason="In bed", **by)
    call_off_cancelling(episode, reason="Another child was", **by)
    assert set(running()) == {"police", "parents", "worker"}


def test_a_report_of_the_police_that_comes_later_is_how_they_know(cast: Cast) -> None:
    episode, by = gone(cast), {"by": cast.user("worker"), "at": NOW}
    later = reports.add_report(episode, source="police", made_at=REPORTED + timedelta(hours=2), **by)
    assert "police" not in running()
    reports.withdraw_report(later, reason="Another child", **by)
    assert "police" in running()


def test_that_a_child_came_alone_is_told_however_late_it_is_known(cast: Cast) -> None:
    gone(cast)
    duties.change_child(cast.ash, version=cast.ash.version, unaccompanied=True, by=cast.system, at=NOW)
    assert {"home_office", "guardian"} <= set(running())


@pytest.mark.parametrize("end", ["cancel", "strike_out"])
def test_nobody_has_to_be_told_of_what_was_no_episode(cast: Cast, end: str) -> None:
    episode = gone(cast)
    getattr(recording, end)(episode, reason="The wrong child", by=cast.user("worker"), at=NOW)
    assert running() == {}


def test_a_placement_that_is_recorded_late_brings_its_duties_and_keeps_who_was_told(cast: Cast) -> None:
    episode, by = gone(cast), {"by": cast.user("worker"), "at": NOW}
    notify(episode, recipient="police", told_at=REPORTED, who="Control room", **by)
    record.start_track(cast.ash, kind="in_care", starts_on=date(2026, 1, 5), **by)
    record.place(cast.ash, starts_on=date(2026, 1, 5), out_of_area=True, kind="K2", **by)
    settle(cast.ash, NOW)
    assert set(running()) == {"parents", "worker", "reviewing_officer", "placing_authority", "host_authority"}


def test_for_an_unaccompanied_or_trafficked_child_the_home_office_and_the_guardian_too(cast: Cast) -> None:
    risks.open_risk(
        cast.ash,
        domain="trafficking",
        level="moderate",
        why="x",
        since_on=date(2026, 11, 1),
        by=cast.system,
        at=NOW,
    )
    assert {"home_office", "guardian"} <= {recipient.key for recipient in whom(gone(cast))}
    Child.objects.filter(pk=cast.briar.pk).update(unaccompanied=True)
    facts = {"reported": Moment(REPORTED), "source": "carer"}
    other = recording.report_missing(cast.briar, **facts, by=cast.user("worker"), at=NOW)
    assert {"home_office", "guardian"} <= {recipient.key for recipient in whom(other)}


def test_whom_to_tell_is_the_same_for_whoever_marks_a_risk_blind(cast: Cast) -> None:
    """The database keeps the risk from them until they have marked it, but not what has to be done at once."""
    shown = assessed(cast, answers=MODERATE, judged="moderate")
    assessing.settle(
        shown, settled=[Settled("trafficking", "moderate", "A van")], by=cast.user("worker"), at=NOW
    )
    marker = cast.workers["colleague"]
    assessing.ask_second_mark(shown, marker=marker, by=cast.user("manager"), at=NOW)
    with acting_as(marker.user):
        assert not PresentingRisk.objects.exists()
        assert standing_at(cast.ash.pk, NOW + timedelta(hours=1)).trafficked


def whom(episode: Episode) -> list[rules.Recipient]:
    return rules.whom_to_notify(standing_at(episode.child_id, episode.started_at))
