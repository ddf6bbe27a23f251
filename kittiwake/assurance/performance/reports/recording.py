"""Writing a report, publishing it, and taking it back. What is published stays; a later report may replace it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.assurance.performance import events, rules
from kittiwake.assurance.performance.counts.recording import is_of_a_quarter
from kittiwake.assurance.performance.counts.telling import telling_sentences
from kittiwake.assurance.performance.models import ActionDone, Count, PlannedAction, Report, ReportTheme
from kittiwake.assurance.performance.themes import chosen
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

PUBLISHED = "This report is published and stays as it is. Start one that replaces it, and say why."
CHANGED = "Somebody has changed this report since you opened this page. Read it again before you go on."
NOT_COUNTED = "Its figures are not counted yet. Let them be counted first, and read the report with them."
OTHER_THEMES = "Its themes are not those that were counted. Let its figures be counted again first."
OF_A_QUARTER = (
    "Only a report of a quarter is published, from a fortnight after its end: of other days its figures could be held against "
    "those of the quarter, and tell of a few people. Make one of a quarter."
)
REPLACED = "Another report has replaced this one already. Open that one, and replace it instead."


@whole()
def begin(
    *, title: str, first: date, last: date, themes: Collection[str], by: User, at: datetime,
    replaces: Report | None = None, why_replaced: str = "",
) -> Report:  # fmt: skip
    """A draft. Refuses a period that is not over, none of the themes there are, and to replace what is not published."""
    must_be_believable(at, first=first, last=last)
    if wrong := rules.wrong_period(first, last, local_date(at)):
        raise Refused(wrong.words, field=wrong.field)
    if not chosen(list(themes)):
        raise Refused("Choose at least one theme.", field="themes")
    if replaces is not None:
        _refuse_to_replace(replaces, why_replaced)
    report = Report.objects.create(
        title=title, first_on=first, last_on=last, made_by=by, made_at=at, replaces=replaces,
        why_replaced=why_replaced.strip(),
    )  # fmt: skip
    _choose(report, themes, at)
    history.write(events.BEGUN, report, by=by, at=at)
    return report


def _refuse_to_replace(report: Report, why: str) -> None:
    if not report.is_published:
        raise Refused("Only what is published is replaced. Change the draft instead.")
    if report.replacements.filter(published_at__isnull=False).exists():
        raise Refused(REPLACED)
    if not why.strip():
        raise Refused("Say why it is replaced.", field="why_replaced")


def _choose(report: Report, themes: Collection[str], at: datetime) -> None:
    """What was written of a theme that is taken out is kept, should it come back."""
    report.pages.exclude(theme__in=themes).filter(taken_out_at=None).update(taken_out_at=at)
    report.pages.filter(theme__in=themes).exclude(taken_out_at=None).update(taken_out_at=None)
    there = set(report.pages.values_list("theme", flat=True))
    for theme in chosen(list(themes)):
        if theme.key not in there:
            ReportTheme.objects.create(report=report, theme=theme.key)


def _hold(report: Report, version: int | None = None) -> Report:
    """Nobody else writes in it until this is over. Refuses a published one, and who had not read the newest."""
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.is_published:
        raise Refused(PUBLISHED)
    if version is not None and held.version != version:
        raise Refused(CHANGED)
    return held


def _written(report: Report, by: User, at: datetime) -> None:
    Report.objects.filter(pk=report.pk).update(version=F("version") + 1)
    history.write(events.WRITTEN, report, by=by, at=at)


@whole()
def write(
    report: Report, *, title: str, summary: str, next_on: date | None, themes: Collection[str], version: int,
    by: User, at: datetime,
) -> None:  # fmt: skip
    """Its title, what stands at its front, and which themes it is about."""
    _hold(report, version)
    if not chosen(list(themes)):
        raise Refused("Choose at least one theme.", field="themes")
    if next_on is not None and next_on <= local_date(at):
        raise Refused("The day of the next report must be in the future.", field="next_on")
    must_be_believable(at, next_on=next_on)
    Report.objects.filter(pk=report.pk).update(title=title, summary=summary, next_on=next_on)
    _choose(report, themes, at)
    _written(report, by, at)


@whole()
def write_theme(
    page: ReportTheme,
    *,
    says: str,
    heard: str,
    sure: str,
    sure_why: str,
    version: int,
    by: User,
    at: datetime,
) -> None:
    _hold(page.report, version)
    ReportTheme.objects.filter(pk=page.pk).update(says=says, heard=heard, sure=sure, sure_why=sure_why)
    _written(page.report, by, at)


@whole()
def plan_action(
    page: ReportTheme, *, what: str, worker: Worker, due_on: date, by: User, at: datetime
) -> PlannedAction:
    _hold(page.report)
    if due_on <= local_date(at):
        raise Refused("The day by which it is done must be in the future.", field="due_on")
    must_be_believable(at, due_on=due_on)
    action = PlannedAction.objects.create(
        report=page.report, theme=page.theme, what=what, worker=worker, due_on=due_on, by=by, at=at
    )
    _written(page.report, by, at)
    history.write(events.ACTION_PLANNED, action, by=by, at=at)
    return action


@whole()
def take_out_action(action: PlannedAction, *, by: User, at: datetime) -> None:
    _hold(action.report)
    if PlannedAction.objects.filter(pk=action.pk, taken_out_at=None).update(taken_out_at=at):
        _written(action.report, by, at)
        history.write(events.ACTION_TAKEN_OUT, action, by=by, at=at)


@whole()
def finish_action(action: PlannedAction, *, done_on: date, words: str, by: User, at: datetime) -> ActionDone:
    """Of a published report. Refuses a day that has not come or is before the promise, and a second time."""
    if not action.report.is_published:
        raise Refused(
            "This report is not published yet. Change the action in it, or let it be published first."
        )
    if not local_date(action.at) <= done_on <= local_date(at):
        raise Refused("The day must be between the promise and today.", field="done_on")
    with refused_by(
        performance_actiondone_pkey=Refused("This has been said to be done already. Open the report again.")
    ):
        done = ActionDone.objects.create(action=action, done_on=done_on, words=words, by=by, at=at)
    history.write(events.ACTION_DONE, action, by=by, at=at)
    return done


def newest_count(report: Report) -> Count | None:
    return report.counts.order_by("-number").first()


@whole()
def publish(
    report: Report, *, version: int, count: int, accepts_numbers: bool, by: User, at: datetime
) -> None:
    """As its publisher has read it: this count, and these words. Whatever changed since is refused; of two who publish at
    once the second is told by whom it was published. What is recorded later changes nothing of it."""
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.published_at is not None:
        raise Refused(f"{held.published_by} has published this report already. Open it to read it.")
    newest = newest_count(report)
    if newest is None or not newest.is_whole:
        raise Refused(NOT_COUNTED)
    if (newest.number, held.version) != (count, version):
        raise Refused(CHANGED)
    _refuse_unfinished(report, newest)
    if not is_of_a_quarter(held, local_date(at)):
        raise Refused(OF_A_QUARTER)
    if not accepts_numbers and telling_sentences(report, newest):
        raise Refused(
            "Read each sentence that has a hidden number in it, and say that it tells of nobody.",
            field="accepts_numbers",
        )
    with refused_by(report_replaced_once=Refused(REPLACED)):
        Report.objects.filter(pk=report.pk).update(count=newest, published_at=at, published_by=by)
    history.write(events.PUBLISHED, report, by=by, at=at)


def _refuse_unfinished(report: Report, count: Count) -> None:
    pages = {page.theme: page for page in report.pages.filter(taken_out_at=None)}
    if set(pages) != {theme["key"] for theme in count.themes}:
        raise Refused(OTHER_THEMES)
    for theme in count.themes:
        if why_not := why_unfinished(pages[theme["key"]]):
            raise Refused(f"Write the page “{theme['title']}” to its end. {why_not}")


def why_unfinished(page: ReportTheme) -> str:
    if not page.says.strip():
        return "Write in plain words what the figures say."
    return "" if page.sure else "Say how sure we are."


@whole()
def withdraw(report: Report, *, why: str, by: User, at: datetime) -> None:
    """It stays to be read, with who took it back and why."""
    if not why.strip():
        raise Refused("Say why it is withdrawn.", field="why")
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if not held.is_published:
        raise Refused("Only what is published is withdrawn. Change the draft instead.")
    if held.withdrawn_at is not None:
        raise Refused(f"{held.withdrawn_by} has withdrawn this report already. Open it to read why.")
    Report.objects.filter(pk=report.pk).update(withdrawn_at=at, withdrawn_by=by, why_withdrawn=why.strip())
    history.write(events.WITHDRAWN, report, by=by, at=at, changes={"why": (None, why.strip())})
