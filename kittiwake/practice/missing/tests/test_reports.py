"""What is reported of an absence, graded and told later, and taking that back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.models import Episode, Grade
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.practice.missing.tests.made import REPORTED, missing
from tests.cast import NOW, Cast


@pytest.fixture
def episode(cast: Cast) -> Episode:
    return missing(cast, circumstances="Left by the back door")


def by(cast: Cast) -> dict[str, Any]:
    return {"by": cast.user("worker"), "at": NOW}


def test_a_report_that_is_withdrawn_stays_marked_and_once(cast: Cast, episode: Episode) -> None:
    report = reports.add_report(episode, source="carer", made_at=REPORTED, **by(cast))
    reports.withdraw_report(report, reason="Another child", **by(cast))
    report.refresh_from_db()
    assert report.withdrawn_at == NOW
    with pytest.raises(Refused, match="already been withdrawn"):
        reports.withdraw_report(report, reason="Another child", **by(cast))


def test_a_grade_that_is_withdrawn_counts_no_more_and_once(cast: Cast, episode: Episode) -> None:
    grade = reports.record_grade(episode, level="high", since_at=NOW, **by(cast))
    reports.withdraw_grade(grade, reason="Undone", **by(cast))
    assert not episode.grades.exists()
    assert Event.objects.get(what="missing.grade_withdrawn").changes["Reason"][1] == "Undone"
    with pytest.raises(Refused, match="already been withdrawn"):
        reports.withdraw_grade(grade, reason="Undone", **by(cast))


def test_earlier_grades_stay(cast: Cast, episode: Episode) -> None:
    for level, since in (("low", REPORTED), ("high", NOW)):
        reports.record_grade(episode, level=level, since_at=since, **by(cast))
    assert list(Grade.objects.order_by("since_at").values_list("level", flat=True)) == ["low", "high"]


def test_what_a_list_says_more_takes_the_place_and_can_be_put_back(cast: Cast, episode: Episode) -> None:
    stood = reports.say_more(episode, texts={"circumstances": "Left at noon", "version": "9"}, **by(cast))
    assert (stood, episode.circumstances) == ({"circumstances": "Left by the back door"}, "Left at noon")
    reports.say_more(episode, texts=stood, **by(cast))
    assert episode.circumstances == "Left by the back door"


@pytest.mark.parametrize("made_at", [NOW + timedelta(days=2000), NOW - timedelta(days=40000)])
def test_it_refuses_a_moment_nobody_can_mean(cast: Cast, episode: Episode, made_at: Any) -> None:
    with pytest.raises(Refused):
        reports.add_report(episode, source="carer", made_at=made_at, **by(cast))
