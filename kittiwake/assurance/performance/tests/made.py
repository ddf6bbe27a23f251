"""Reports as tests need them: begun, written, counted and published by the director, of the quarter before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import now

from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import Count, PlannedAction, Question, Report, ReportTheme
from kittiwake.assurance.performance.questions import recording as questions
from kittiwake.assurance.performance.reports import recording
from kittiwake.insight.disclosure import published
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date, start_of
from tests.cast import Cast

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MISSING = ("missing",)


def last_quarter(at: datetime) -> tuple[date, date]:
    """The newest whose figures are published."""
    return published.Quarter.beginning(published.quarters(local_date(at))[0])


def drafted(cast: Cast, themes: Sequence[str] = MISSING, at: datetime | None = None, **more: Any) -> Report:
    at = at or now()
    first, last = last_quarter(at)
    facts = {"title": "How we do", "first": first, "last": last, "themes": list(themes), **more}
    return recording.begin(**facts, by=cast.user("director"), at=at)


def page(report: Report, theme: str = "missing") -> ReportTheme:
    return ReportTheme.objects.select_related("report").get(report=report, theme=theme)


def write(cast: Cast, written: ReportTheme, at: datetime | None = None, **words: str) -> None:
    facts = {"says": "Fewer go missing.", "heard": "", "sure": "fairly", "sure_why": "", **words}
    version = Report.objects.get(pk=written.report_id).version
    recording.write_theme(written, **facts, version=version, by=cast.user("director"), at=at or now())


def written(cast: Cast, themes: Sequence[str] = MISSING, at: datetime | None = None, **more: Any) -> Report:
    report = drafted(cast, themes, at, **more)
    for written_page in report.pages.select_related("report"):
        write(cast, written_page, at)
    return report


def counted(cast: Cast, report: Report, at: datetime | None = None, **more: Any) -> Report:
    count = counts.ask(report, by=cast.user("director"), at=at or now(), **more)
    counts.make(count_id=count.pk)
    return Report.objects.get(pk=report.pk)


def newest(report: Report) -> Count:
    count = recording.newest_count(report)
    assert count
    return count


def publish(
    cast: Cast, report: Report, at: datetime | None = None, *, accepts_numbers: bool = False
) -> Report:
    report = Report.objects.get(pk=report.pk)
    seen: dict[str, Any] = {"version": report.version, "count": newest(report).number}
    recording.publish(
        report, **seen, accepts_numbers=accepts_numbers, by=cast.user("director"), at=at or now()
    )
    return Report.objects.select_related("count").get(pk=report.pk)


def promise(
    cast: Cast, report: Report, due_on: date, theme: str = "missing", at: datetime | None = None
) -> PlannedAction:
    facts = {
        "what": "Offer each talk by phone as well",
        "worker": cast.workers["service_manager"],
        "due_on": due_on,
    }
    return recording.plan_action(page(report, theme), **facts, by=cast.user("director"), at=at or now())


def asked(cast: Cast, report: Report, at: datetime | None = None, theme: str = "missing") -> Question:
    text = "Why did fewer children talk to somebody?"
    return questions.ask(report, text=text, theme=theme, by=cast.user("member"), at=at or now())


def episode(cast: Cast, child: Child, day: date, hours: int = 3) -> Episode:
    """Told late, of that day."""
    since = start_of(day) + 9 * HOUR
    returned = Moment(since + timedelta(hours=hours))
    return missing.report_past(child, reported=Moment(since), returned=returned, by=cast.system, at=now())
