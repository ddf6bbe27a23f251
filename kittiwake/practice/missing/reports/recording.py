"""What is reported of an episode: by whom, how the police grade the risk, and what a list tells of it later; and taking that
back. A worker's own words are never written over here.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.missing import events
from kittiwake.practice.missing.models import Episode, Grade, Report
from kittiwake.practice.missing.reports.facts import MadeReport
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand

# An episode's words that a list may complete, and how a person reads the field's name.
TEXTS = {
    "missing_from": "Missing from",
    "circumstances": "Circumstances",
    "located_where": "Where located",
    "located_how": "How located",
}


def begin(episode: Episode, said: MadeReport, grade: str, *, by: User, at: datetime) -> None:
    """What an episode that is being recorded begins with: its first report, and how the police grade the risk."""
    _report(episode, said, by=by, at=at)
    if grade:
        _grade(episode, grade, said["made_at"], "", by=by, at=at)


def _report(episode: Episode, said: MadeReport, *, by: User, at: datetime) -> Report:
    must_be_believable(at, of=episode.child, made=said["made_at"])
    report = Report(episode=episode, recorded_at=at, **said)
    history.add(report)
    history.write(events.REPORT_ADDED, report, by=by, at=at, child_id=episode.child_id)
    return report


def _grade(episode: Episode, level: str, since_at: datetime, source: str, *, by: User, at: datetime) -> Grade:
    must_be_believable(at, of=episode.child, since=since_at)
    grade = Grade.objects.create(
        episode=episode, level=level, since_at=since_at, source=source, recorded_at=at, by=by
    )
    history.write(events.GRADED, grade, by=by, at=at, child_id=episode.child_id)
    return grade


@whole()
def add_report(
    episode: Episode,
    *,
    source: str,
    made_at: datetime,
    by: User,
    at: datetime,
    reporter: str = "",
    reference: str = "",
) -> Report:
    """One more report of the same absence: the carer's and the police's are two reports of one episode."""
    must_stand(episode)
    said: MadeReport = {"source": source, "reporter": reporter, "reference": reference, "made_at": made_at}
    report = _report(episode, said, by=by, at=at)
    history.write_waiting()  # whoever adds one wants its number
    settle(episode.child, at)
    return report


@whole()
def withdraw_report(report: Report, *, reason: str, by: User, at: datetime) -> None:
    """It was not a report of this absence. It stays, marked, and its reference is free again."""
    if not Report.objects.filter(pk=report.pk, withdrawn_at=None).update(withdrawn_at=at):
        raise Refused("This report has already been withdrawn. Open the episode to see why.")
    settle(report.episode.child, at)
    changes = {"Reason": ("", reason)}
    child_id = report.episode.child_id
    history.write(events.REPORT_WITHDRAWN, report, by=by, at=at, child_id=child_id, changes=changes)


@whole()
def record_grade(
    episode: Episode, *, level: str, since_at: datetime, by: User, at: datetime, source: str = ""
) -> Grade:
    """How the police grade the risk from a moment on. Earlier grades stay."""
    must_stand(episode)
    return _grade(episode, level, since_at, source, by=by, at=at)


@whole()
def say_more(episode: Episode, *, texts: dict[str, str], by: User, at: datetime) -> dict[str, str]:
    """Put these words in the place of those that stand. Returns what stood, so that it can be put back."""
    must_stand(episode)
    episode.refresh_from_db()
    stood = {name: getattr(episode, name) for name in texts if name in TEXTS}
    Episode.objects.filter(pk=episode.pk).update(
        version=F("version") + 1, **{name: texts[name] for name in stood}
    )
    changes = {TEXTS[name]: (was, texts[name]) for name, was in stood.items()}
    history.write(events.MORE_SAID, episode, by=by, at=at, child_id=episode.child_id, changes=changes)
    episode.refresh_from_db()
    return stood


@whole()
def withdraw_grade(grade: Grade, *, reason: str, by: User, at: datetime) -> None:
    """The police did not grade it so. It stays, marked, and counts no more. Refuses a second time."""
    if not Grade.objects.filter(pk=grade.pk).update(withdrawn_at=at):
        raise Refused("This grade has already been withdrawn. Open the episode to see why.")
    child_id = grade.episode.child_id
    history.write(
        events.GRADE_WITHDRAWN, grade, by=by, at=at, child_id=child_id, changes={"Reason": ("", reason)}
    )
