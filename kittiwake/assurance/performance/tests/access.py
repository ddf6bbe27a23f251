"""Who may read reports, make and publish them; who asks, and who answers. None of it is about one child."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access.identity import acting_as_system
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import PlannedAction, Report, ReportTheme
from kittiwake.assurance.performance.questions import recording as questions
from kittiwake.assurance.performance.reports import recording
from kittiwake.assurance.performance.tests.made import last_quarter
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes

THEME, MEASURE = {"key": "members"}, {"key": "P84"}
OF_NO_CHILD = {"of_a_child": False}


def make(made: Made) -> None:
    """A draft and a published report, about the theme that counts no child."""
    made["draft"] = _draft(made, "A draft")
    made["promise"] = _promise(made, made["draft"])
    report = _draft(made, "Published")
    made["kept_promise"] = _promise(made, report)
    report.refresh_from_db()
    director = made.people["director"]
    recording.publish(report, version=report.version, count=1, accepts_numbers=True, by=director, at=made.at)
    report.refresh_from_db()
    made["published"] = report
    made["question"] = questions.ask(report, text="Why?", by=made.people["member"], at=made.at)
    made["answered"] = questions.ask(report, text="And then?", by=made.people["member"], at=made.at)
    questions.answer(made["answered"], text="So.", number=1, by=director, at=made.at)


def _draft(made: Made, title: str) -> Report:
    first, last = last_quarter(made.at)
    facts = {"title": title, "first": first, "last": last, "themes": ["members"]}
    report = recording.begin(**facts, by=made.people["director"], at=made.at)
    page = ReportTheme.objects.select_related("report").get(report=report)
    words = {"says": "They are.", "heard": "", "sure": "sure", "sure_why": "", "version": 1}
    recording.write_theme(page, **words, by=made.by, at=made.at)
    counts.make(count_id=counts.ask(report, by=made.by, at=made.at).pk)
    return report


def _promise(made: Made, report: Report) -> PlannedAction:
    worker = made.people["director"].worker
    page = ReportTheme.objects.select_related("report").get(report=report)
    due_on = local_date(made.at) + timedelta(days=30)
    return recording.plan_action(page, what="Do it", worker=worker, due_on=due_on, by=made.by, at=made.at)


def _more_reports(made: Made, more: int) -> None:
    first, last = last_quarter(made.at)
    facts = {"first": first, "last": last, "themes": ["members"]}
    for number in range(more):
        recording.begin(title="x", **facts, by=made.somebody(number), at=made.at)


def _more_questions(made: Made, more: int) -> None:
    for _ in range(more):
        with acting_as_system():
            questions.ask(made["published"], text="x", by=made.people["member"], at=made.at)


PAGES = [
    lists("performance:reports", Power.SEE_FIGURES, grows=_more_reports, at_most=10),
    writes("performance:begin", Power.MAKE_REPORTS),
    lists("performance:questions", Power.SEE_FIGURES, grows=_more_questions, at_most=10),
    reads("performance:question", Power.SEE_FIGURES, pk="question", **OF_NO_CHILD),
    writes("performance:answer", Power.ANSWER_MEMBERS, pk="question", **OF_NO_CHILD),
    writes("performance:hand_over", Power.ANSWER_MEMBERS, pk="question", **OF_NO_CHILD),
    writes("performance:follow_up", Power.ASK_AS_MEMBER, pk="answered", **OF_NO_CHILD),
    writes("performance:close", Power.ASK_AS_MEMBER, pk="question", **OF_NO_CHILD),
    writes("performance:take_out_action", Power.MAKE_REPORTS, pk="promise", **OF_NO_CHILD),
    writes("performance:finish_action", Power.ANSWER_MEMBERS, pk="kept_promise", **OF_NO_CHILD),
    reads(
        "performance:report",
        Power.SEE_FIGURES,
        pk="published",
        grows=_more_questions,
        at_most=16,
        **OF_NO_CHILD,
    ),
    reads("performance:paper", Power.SEE_FIGURES, pk="published", **OF_NO_CHILD),
    writes("performance:ask", Power.ASK_AS_MEMBER, pk="published", **OF_NO_CHILD),
    writes("performance:write", Power.MAKE_REPORTS, pk="draft", **OF_NO_CHILD),
    writes("performance:count", Power.MAKE_REPORTS, pk="draft", **OF_NO_CHILD),
    writes("performance:publish", Power.PUBLISH, pk="draft", **OF_NO_CHILD),
    writes("performance:withdraw", Power.PUBLISH, pk="published", **OF_NO_CHILD),
    writes("performance:replace", Power.MAKE_REPORTS, pk="published", **OF_NO_CHILD),
    reads("performance:theme", Power.SEE_FIGURES, pk="published", at=THEME, **OF_NO_CHILD),
    writes("performance:write_theme", Power.MAKE_REPORTS, pk="draft", at=THEME, **OF_NO_CHILD),
    writes("performance:plan_action", Power.MAKE_REPORTS, pk="draft", at=THEME, **OF_NO_CHILD),
    reads("performance:figure", Power.SEE_FIGURES, pk="published", at=MEASURE, **OF_NO_CHILD),
    reads("performance:records", Power.OPEN_FIGURES, pk="published", at=MEASURE, **OF_NO_CHILD),
]
