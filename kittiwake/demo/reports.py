"""What the made-up council has told its members: a report of the last quarter, one being written, and two questions.

Its figures are counted by the worker, as any report's are, as soon as the council is served: of what was known then, which
is so when everything else has been dated (backdating.py). Then it is published, and asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import PlannedAction, Report, ReportTheme
from kittiwake.assurance.performance.questions import recording as questions
from kittiwake.assurance.performance.reports import recording
from kittiwake.history.whole import whole
from kittiwake.insight.disclosure import published
from kittiwake.insight.settings import sizes
from kittiwake.record.models import Worker
from kittiwake.time.moments import add_months, in_words, local_date, start_of

QUARTERS = 5  # whose months a report draws
DAY, NINE = timedelta(days=1), timedelta(hours=9)
TITLE = "Children who go missing, and who listens to them"
# theme: what the figures say, what was heard, how sure, why
WORDS = {
    "missing": (
        (
            "About as many children went missing as in spring. More of them went again, mostly from two homes outside our area. "
            "We look for them at once; some councils that should have been told were told late."
        ),
        "Children told us that they go because friends are elsewhere in the evening, and because nobody is awake to talk to.",
        "fairly",
        "Some times of return were written down days later.",
    ),
    "interviews": (
        (
            "Most children are offered a talk. Too many talks come after the three days that they should be held in, in one team "
            "above all. Where somebody listened soon, the plan changed more often."
        ),
        "“Somebody asks me now, and they come back with an answer.” Audits found the same: the good talks are the early ones.",
        "sure",
        "Each talk has its own record with its time.",
    ),
}
# theme: what, days after publishing until it is due, days until it was done
PROMISES = [
    ("missing", "Agree with both homes who rings whom in the first hour", 30, 24),
    ("interviews", "A second interviewer for evenings and weekends", 75, None),
]
DRAFT = {
    "risk": "More children have a plan that was made with them. The oldest assessments are in one team.",
    "oversight": "",
    "workers": "",
}
SUMMARY = (
    "Children who go missing are looked for at once. Listening to them when they are back is where we have to do better: "
    "too many talks come late, and we say here what we do about it."
)


@dataclass(frozen=True)
class Told:
    """Who has a part in it, and when: the last quarter that was over long enough."""

    director: User
    manager: Worker
    member: User
    at: datetime

    @property
    def last(self) -> date:
        day = local_date(self.at) - 45 * DAY
        return date(day.year, (day.month - 1) // 3 * 3 + 1, 1) - DAY

    @property
    def first(self) -> date:
        return add_months(self.last.replace(day=1), -2)

    def after(self, days: int) -> datetime:
        """So many days after the quarter was over, in the morning."""
        return start_of(self.last + days * DAY) + NINE


def make_reports(at: datetime) -> None:
    told = _told(at)
    report = _begin(told)
    counts.ask(report, by=told.director, at=at, known_at=told.after(15))
    publish_and_ask.defer(report_id=report.pk)
    _begin_next(told)


def _told(at: datetime) -> Told:
    users = {login: User.objects.get(email=f"{login}@saltmere.example") for login in ("director", "member")}
    manager = Worker.objects.filter(user__role="service_manager").order_by("pk")[0]
    return Told(users["director"], manager, users["member"], at)


def _begin(told: Told) -> Report:
    by: dict[str, Any] = {"by": told.director, "at": told.after(12)}
    title = f"{TITLE}: to {in_words(told.last)}"
    report = recording.begin(title=title, first=told.first, last=told.last, themes=list(WORDS), **by)
    facts: dict[str, Any] = {"title": title, "summary": SUMMARY, "next_on": local_date(told.at) + 50 * DAY}
    recording.write(report, **facts, themes=list(WORDS), version=1, **by)
    for theme, (says, heard, sure, sure_why) in WORDS.items():
        _write(report, theme, told, says=says, heard=heard, sure=sure, sure_why=sure_why)
    for theme, what, due, _ in PROMISES:
        recording.plan_action(
            _page(report, theme), what=what, worker=told.manager, due_on=_due(told, due), **by
        )
    return report


def _due(told: Told, days: int) -> date:
    return told.last + (16 + days) * DAY


def _page(report: Report, theme: str) -> ReportTheme:
    return ReportTheme.objects.select_related("report").get(report=report, theme=theme)


def _write(report: Report, theme: str, told: Told, **words: str) -> None:
    version = Report.objects.get(pk=report.pk).version
    recording.write_theme(_page(report, theme), **words, version=version, by=told.director, at=told.after(13))


def _begin_next(told: Told) -> None:
    """Of the month since, not yet written to its end."""
    first = told.last + DAY
    facts: dict[str, Any] = {"first": first, "last": add_months(first, 1) - DAY, "themes": list(DRAFT)}
    report = recording.begin(title="Risk, oversight and workers", **facts, by=told.director, at=told.at)
    _write(report, "risk", told, says=DRAFT["risk"], heard="", sure="fairly", sure_why="")
    counts.ask(report, by=told.director, at=told.at)


@app.task(queue="figures")
def publish_and_ask(report_id: int) -> None:
    """Done once too often, it finds it published."""
    with acting_as_system():
        report = Report.objects.get(pk=report_id)
        count = recording.newest_count(report)
    if report.is_published or count is None:
        return
    today = local_date(now())
    published.publish_missing(today, sizes(today), QUARTERS)
    counts.make(count_id=count.pk)
    with acting_as_system(), whole():
        told = _told(now())
        recording.publish(
            report,
            version=report.version,
            count=count.number,
            accepts_numbers=True,
            by=told.director,
            at=told.after(16),
        )
        _ask(Report.objects.get(pk=report_id), told)
        _keep_promises(report, told)


def _ask(report: Report, told: Told) -> None:
    why = "Why do talks come late in one team and not in the others? What would it take to be as quick there?"
    first = questions.ask(report, text=why, theme="interviews", by=told.member, at=told.after(20))
    answer = (
        "That team had two vacancies and nobody for evenings. Both posts are filled since, and from next month one of two "
        "interviewers works until ten."
    )
    questions.answer(first, text=answer, number=1, by=told.director, at=told.after(27))
    where = "Two homes outside our area are named. When do we decide whether children go on living there?"
    questions.ask(report, text=where, theme="missing", by=told.member, at=told.after(24))


def _keep_promises(report: Report, told: Told) -> None:
    for _, what, _, days in PROMISES:
        if days is not None:
            action = PlannedAction.objects.select_related("report").get(report=report, what=what)
            done_on = told.last + (16 + days) * DAY
            words = "Both homes have the night number, and rang within the hour since."
            recording.finish_action(
                action, done_on=done_on, words=words, by=told.director, at=told.after(17 + days)
            )
