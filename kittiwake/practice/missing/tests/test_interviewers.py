"""Whom a return lets in to listen."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access.models import Grant
from kittiwake.practice.missing import recording
from kittiwake.record.models import Team
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast


def test_interviewers_who_come_late_see_who_is_back_for_the_rest_of_the_time(cast: Cast) -> None:
    """Once, and not again where somebody has taken them out; nobody who came back before that time."""
    system, long_ago = cast.system, NOW - timedelta(days=61)
    for child, at in ((cast.ash, NOW - timedelta(days=1)), (cast.briar, long_ago)):
        recording.report_past(child, reported=Moment(at), returned=Moment(at), by=system, at=NOW)
    team = Team.objects.create(name="More interviewers", kind="return_interviews")
    later = NOW + timedelta(days=3)
    recording.let_late_interviewers_in(by=system, at=later)
    recording.let_late_interviewers_in(by=system, at=later)
    grant = Grant.objects.get(team=team)
    assert (grant.child, grant.starts_at, grant.ends_at) == (cast.ash, later, NOW + timedelta(days=59))
    Grant.objects.filter(pk=grant.pk).update(ends_at=later)
    recording.let_late_interviewers_in(by=system, at=later + timedelta(hours=1))
    assert Grant.objects.filter(team=team).count() == 1
