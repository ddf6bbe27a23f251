"""The drawn world of answering to members: one report of September, published in October, with three promises; and what was
asked of it in November.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import PlannedAction, Question, Report, ReportTheme
from kittiwake.assurance.performance.questions import recording as questions
from kittiwake.assurance.performance.reports import recording
from tests.cast import Cast

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DRAWN: dict[str, tuple[int | None, int | None, float]] = {
    # One answered on the 10th, in time; asked again on the 11th and answered on the 27th, two days late; one of the 9th
    # not answered. What was closed before its day is none, and one falls due in December.
    "P84": (1, 3, 1 / 3),
    "P84b": (1, 2, 1 / 2),  # one kept on the 9th, one five days late; one falls due in December
}


def on(day: int, hour: int = 9, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def draw(cast: Cast) -> None:
    report = _report(cast)
    for due_on, done_on in (
        (date(2026, 11, 10), date(2026, 11, 9)),
        (date(2026, 11, 20), date(2026, 11, 25)),
    ):
        action = PlannedAction.objects.select_related("report").get(report=report, due_on=due_on)
        recording.finish_action(action, done_on=done_on, words="Done", by=cast.user("director"), at=AT)
    first = _ask(cast, report, on(2))
    _answer(cast, first, 1, on(10))
    questions.follow_up(first, text="Which team?", by=cast.user("member"), at=on(11))
    _answer(cast, first, 2, on(27))
    _ask(cast, report, on(9))
    questions.close(_ask(cast, report, on(10)), by=cast.user("member"), at=on(12))
    _ask(cast, report, on(20))


def _report(cast: Cast) -> Report:
    by: dict[str, Any] = {"by": cast.user("director"), "at": on(20, month=10)}
    facts = {"first": date(2026, 7, 1), "last": date(2026, 9, 30), "themes": ["members"]}
    report = recording.begin(title="September", **facts, **by)
    page = ReportTheme.objects.select_related("report").get(report=report)
    recording.write_theme(page, says="Well.", heard="", sure="sure", sure_why="", version=1, **by)
    for due_on in (date(2026, 11, 10), date(2026, 11, 20), date(2026, 12, 5)):
        recording.plan_action(page, what="Do it", worker=cast.workers["service_manager"], due_on=due_on, **by)
    counts.make(count_id=counts.ask(report, **by).pk)
    report.refresh_from_db()
    recording.publish(report, version=report.version, count=1, accepts_numbers=False, **by)
    report.refresh_from_db()
    return report


def _ask(cast: Cast, report: Report, at: datetime) -> Question:
    return questions.ask(report, text="Why?", theme="members", by=cast.user("member"), at=at)


def _answer(cast: Cast, question: Question, number: int, at: datetime) -> None:
    questions.answer(question, text="So.", number=number, by=cast.user("director"), at=at)
