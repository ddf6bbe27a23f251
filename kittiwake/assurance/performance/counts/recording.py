"""Counting the figures of a report: asked for once, done by a worker step by step, and whole or not there.

Each step is a transaction and counts one measure of what was on the record at the count's own moment, so all figures are
of one moment whenever their steps were made. What a worker that died had done stays done; another goes on from there
(config/schedule.py). No figure is shown before all are there, because what may be shown of one hangs on the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import connection
from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.assurance.performance import events
from kittiwake.assurance.performance.counts import cases
from kittiwake.assurance.performance.counts.definitions import definition, limits_of
from kittiwake.assurance.performance.counts.protecting import Published, Table, protect_pack, without_numbers
from kittiwake.assurance.performance.models import Count, CountedMeasure, Report, ReportFigure
from kittiwake.assurance.performance.rules import is_over, months_from, months_within
from kittiwake.assurance.performance.themes import as_kept, chosen
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.insight.as_known import well_joined
from kittiwake.insight.disclosure import published
from kittiwake.insight.results import NO_TEAM, team_names
from kittiwake.insight.rules import Figure
from kittiwake.insight.settings import sizes
from kittiwake.insight.words import rests_on, said
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.code import fingerprint
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import local_date

# After this long without an end it may be asked for again: whoever was to count is gone with all they had to do.
GIVEN_UP = timedelta(minutes=15)
FOR_A_STATEMENT = "SELECT set_config('statement_timeout', '600s', true)"
CLOCK = "SELECT clock_timestamp()"
PUBLISHED = "This report is published, and its figures stay as they are. Start one that replaces it."
NO_THEME = "Choose at least one theme that has figures first."


class Stopped(RuntimeError):
    """Says which count stopped and nothing of what it read: this is what logs are given."""


@whole()
def ask(report: Report, *, by: User, at: datetime, known_at: datetime | None = None) -> Count:
    """Have its figures counted of what is on the record now; asked twice, they are counted once. `known_at`: of what
    was on it at an earlier moment. Refuses a published report, and one without a theme that has figures."""
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.is_published:
        raise Refused(PUBLISHED)
    themes = [as_kept(theme) for theme in chosen(_pages(report))]
    total = len({key for theme in themes for key in (*theme["measures"], *theme["heard"])})
    if not total:
        raise Refused(NO_THEME)
    unended = Count.objects.filter(report=report, ended_at=None)
    unended.filter(asked_at__lt=at - GIVEN_UP).update(ended_at=at, is_broken=True)
    if (waiting := unended.first()) is not None:
        return waiting
    count = Count.objects.create(
        report=report, number=report.counts.count() + 1, themes=themes, asked_by=by, asked_at=at,
        known_at=known_at or _clock(), total=total,
    )  # fmt: skip
    make.defer(count_id=count.pk)
    history.write(events.COUNT_ASKED, report, by=by, at=at)
    return count


def _pages(report: Report) -> list[str]:
    return list(report.pages.filter(taken_out_at=None).values_list("theme", flat=True))


def _clock() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute(CLOCK)
        (moment,) = cursor.fetchone()
    assert isinstance(moment, datetime)
    return moment


@app.task(queue="figures")
def make(count_id: int) -> None:
    """Done once too often, it finds all done."""
    with acting_as_system():
        count = Count.objects.select_related("report").get(pk=count_id)
        counted = set(count.measures.values_list("measure", flat=True))
    if count.ended_at:
        return
    try:
        for measure in measures_of(count):
            if measure.key not in counted:
                _step(count, measure)
        _finish(count)
    except Exception as error:
        _give_up(count)
        # The error's own words may quote a row: its kind and the number are enough to find it.
        raise Stopped(f"Count {count_id} stopped: {type(error).__name__}") from None


def measures_of(count: Count) -> list[Measure]:
    """Each once, in the order of the themes."""
    keys = [key for theme in count.themes for key in (*theme["measures"], *theme["heard"])]
    known = catalogue.measures()
    return [known[key] for key in dict.fromkeys(keys) if key in known]


def _step(count: Count, measure: Measure) -> None:
    """Whole, or not there: of two workers at one count the second waits, and finds it done."""
    with acting_as_system(), whole(), connection.cursor() as cursor:
        held = Count.objects.select_for_update(of=("self",)).get(pk=count.pk)
        if held.ended_at or held.measures.filter(measure=measure.key).exists():
            return
        cursor.execute(FOR_A_STATEMENT)
        for span, first, last in cases.spans(count):
            statement, params = cases.keeping(count, measure, span, first, last, count.known_at)
            with well_joined(cursor, by_hash=True):
                cursor.execute(f"INSERT INTO {statement}", params)
        CountedMeasure.objects.create(
            count=count, measure=measure.key, definition=definition(measure, count.report.last_on),
            limits=limits_of(measure, count.report.last_on), code=fingerprint(),
        )  # fmt: skip
        Count.objects.filter(pk=count.pk).update(done=held.done + 1)


def _finish(count: Count) -> None:
    """All figures as they may be shown, together with one another and with what is published."""
    with acting_as_system(), whole(), connection.cursor() as cursor:
        cursor.execute(FOR_A_STATEMENT)
        held = Count.objects.select_for_update(of=("self",)).get(pk=count.pk)
        if held.ended_at:
            return
        at = now()
        tables = _tables(count)
        quarters = _quarters(count, tables)
        shown = protect_pack(tables, sizes(local_date(at)), _published(count), quarters)
        names = team_names()
        ReportFigure.objects.bulk_create(
            _figure(count, table, figure, names) for table in shown for figure in table.figures
        )
        Count.objects.filter(pk=count.pk).update(ended_at=at)


def _tables(count: Count) -> list[Table]:
    report = count.report
    within: frozenset[str | None] = frozenset(months_within(report.first_on, report.last_on))
    return [
        Table(measure.key, group, tuple(figures), within if group == "month" else frozenset())
        for measure in measures_of(count)
        for group, figures in cases.figures(count, measure).items()
    ]


def _published(count: Count) -> Published:
    """Figures of other reports that somebody may lay beside these: of the same days, counted before."""
    earlier: dict[tuple[str, str, str | None], list[Figure]] = defaultdict(list)
    published = Report.objects.exclude(count=None).values("count")
    rows = ReportFigure.objects.filter(count__in=published, is_hidden=False).select_related("count__report")
    for row in rows.order_by("-count__report__published_at", "pk"):
        if _is_of_same_days(row, count.report):
            figure = Figure(row.group or None, row.numerator, row.denominator, row.value)
            earlier[row.measure, row.grouped_by, row.group or None].append(figure)
    return earlier


def _quarters(count: Count, tables: Sequence[Table]) -> Published:
    """What whoever sees no child is shown of the days of this report: of its quarter, and of the months before it. A month of
    a quarter that is not published yet is hidden: what is published of it later could be held against it.

    Nothing of other days: a report of those is not published.
    """
    report, today = count.report, local_date(now())
    if not is_of_a_quarter(report, today):
        return {}
    every = published.figures(published.Quarter.beginning(report.first_on), sizes(today))
    figures_by_place = {
        (table.measure, "month", figure.group): [without_numbers(figure)]
        for table in tables
        if table.grouped_by == "month"
        for figure in table.figures
    }
    for measure in measures_of(count):
        months = published.months_of(measure.key, months_from(report.last_on), report.last_on)
        figures_by_place |= {(measure.key, "month", month.group): [month] for month in months}
        for group in ("none", "team"):
            shown = every.of(measure.key, group)
            figures_by_place |= {(measure.key, group, figure.group): [figure] for figure in shown}
    return figures_by_place


def is_of_a_quarter(report: Report, today: date) -> bool:
    """One whose figures are published by then: the only days that members are shown figures of."""
    quarters = [published.Quarter.beginning(first) for first in published.quarters(today)]
    return published.Quarter(report.first_on, report.last_on) in quarters


def _is_of_same_days(row: ReportFigure, report: Report) -> bool:
    other = row.count.report
    if row.grouped_by == "month":
        return is_over(row.group, report.last_on) and is_over(row.group, other.last_on)
    return (other.first_on, other.last_on) == (report.first_on, report.last_on)


def _figure(count: Count, table: Table, figure: Figure, names: dict[str, str]) -> ReportFigure:
    measure = catalogue.measures()[table.measure]
    name = names.get(figure.group or "", NO_TEAM) if table.grouped_by == "team" else ""
    return ReportFigure(
        count=count, measure=table.measure, grouped_by=table.grouped_by, group=figure.group or "", name=name,
        numerator=figure.numerator, denominator=figure.denominator, value=figure.value,
        is_hidden=figure.is_hidden, is_as_before=figure.group in table.as_before, said=said(measure, figure), rests_on=rests_on(measure, figure),
    )  # fmt: skip


def _give_up(count: Count) -> None:
    with acting_as_system():
        Count.objects.filter(pk=count.pk, ended_at=None).update(ended_at=now(), is_broken=True)
