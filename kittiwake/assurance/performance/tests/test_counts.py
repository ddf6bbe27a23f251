"""A report's figures: counted once, of one moment, with the cases behind them; and by no dead worker twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import now
from procrastinate.contrib.django.models import ProcrastinateJob

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import (
    ChildCase,
    Count,
    CountedMeasure,
    Report,
    ReportFigure,
)
from kittiwake.assurance.performance.models.counts import PERIOD
from kittiwake.assurance.performance.tests import made
from kittiwake.history.refusal import Refused
from kittiwake.insight.disclosure import Sizes, published
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import add_months, local_date
from tests.cast import Cast


def test_it_is_counted_of_one_moment_whatever_is_recorded_between_its_steps(cast: Cast) -> None:
    first, last = made.last_quarter(now())
    with acting_as_system():
        made.episode(cast, cast.ash, first)
        count = counts.ask(made.drafted(cast), by=cast.user("director"), at=now())
        counts._step(count, catalogue.measures()["P01"])
        made.episode(cast, cast.briar, last)
        counts.make(count_id=count.pk)
        there = {
            key: ChildCase.objects.filter(count=count, measure=key, span=PERIOD).count()
            for key in ("P01", "P02", "P08b")
        }
    assert there == {"P01": 1, "P02": 1, "P08b": 1}


def test_asked_twice_it_is_counted_once(cast: Cast) -> None:
    with acting_as_system():
        report = made.drafted(cast)
        one, other = (counts.ask(report, by=cast.user("director"), at=now()) for _ in range(2))
        jobs = [job.args for job in ProcrastinateJob.objects.filter(queue_name="figures")]
    assert one == other
    assert jobs.count({"count_id": one.pk}) == 1


def test_a_worker_that_died_is_gone_on_from(cast: Cast) -> None:
    """What it did is not done again, and its end is reached once however many take it up."""
    with acting_as_system():
        count = counts.ask(made.written(cast), by=cast.user("director"), at=now())
        measure = counts.measures_of(count)[0]
        counts._step(count, measure)
        before = CountedMeasure.objects.get(count=count).pk
        for _ in range(2):
            counts.make(count_id=count.pk)
            counts._step(count, measure)
            counts._finish(count)
        count.refresh_from_db()
        assert (count.done, count.is_whole) == (count.total, True)
        assert CountedMeasure.objects.get(count=count, measure=measure.key).pk == before


def test_what_fails_says_that_it_did_and_shows_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(*_: object) -> None:
        raise ValueError("Ash Alder")

    monkeypatch.setattr(counts, "definition", falls)
    with acting_as_system():
        count = counts.ask(made.drafted(cast), by=cast.user("director"), at=now())
        with pytest.raises(counts.Stopped, match="ValueError") as stopped:
            counts.make(count_id=count.pk)
        count.refresh_from_db()
        assert "Ash" not in str(stopped.value)
        assert count.is_broken
        assert not count.figures.exists()
        again = counts.ask(count.report, by=cast.user("director"), at=now())
    assert again.number == 2


def test_after_a_quarter_of_an_hour_it_may_be_asked_for_again(cast: Cast) -> None:
    with acting_as_system():
        report = made.drafted(cast)
        first = counts.ask(report, by=cast.user("director"), at=now())
        later = counts.ask(report, by=cast.user("director"), at=now() + timedelta(minutes=16))
        first.refresh_from_db()
    assert (first.is_broken, later.number) == (True, 2)


def test_a_published_report_is_not_counted_again(cast: Cast, published: Report) -> None:
    with acting_as_system(), pytest.raises(Refused, match="is published"):
        counts.ask(published, by=cast.user("director"), at=now())


def test_a_report_without_figures_is_not_counted(cast: Cast) -> None:
    with acting_as_system():
        report = made.drafted(cast)
        report.pages.update(taken_out_at=now())
        with pytest.raises(Refused, match="theme"):
            counts.ask(report, by=cast.user("director"), at=now())


def test_the_definition_and_the_limits_are_kept_with_it(cast: Cast) -> None:
    with acting_as_system():
        report = made.counted(cast, made.drafted(cast, ["interviews"]))
        row = CountedMeasure.objects.get(count=made.newest(report), measure="P11")
    measure = catalogue.measures()["P11"]
    assert row.definition["counted"] == measure.numerator
    assert list(row.limits.values())
    assert all("72" in limit for limit in row.limits.values())
    assert len(row.code) == 24


CHANGES = [
    "UPDATE performance_reportfigure SET said = 'x'",
    "DELETE FROM performance_reportfigure",
    "UPDATE performance_childcase SET in_numerator = NOT in_numerator",
    "UPDATE performance_countedmeasure SET code = ''",
    "UPDATE performance_count SET known_at = now()",
    "DELETE FROM performance_count",
    "UPDATE performance_report SET title = 'x'",
    "UPDATE performance_report SET published_at = now()",
    "DELETE FROM performance_report",
    "UPDATE performance_reporttheme SET says = 'x'",
    "INSERT INTO performance_reporttheme (report_id, theme, says, heard, sure, sure_why) SELECT id, 'x', '', '', '', '' FROM performance_report",
    "UPDATE performance_plannedaction SET what = 'x'",
    """INSERT INTO performance_reportfigure (count_id, measure, grouped_by, "group", name, is_hidden, is_as_before, said, rests_on)
       SELECT id, 'x', 'none', '', '', false, false, '', '' FROM performance_count""",
]


@pytest.mark.parametrize("statement", CHANGES)
def test_whoever_writes_what_is_published_stays(cast: Cast, statement: str) -> None:
    with acting_as_system():
        made.episode(cast, cast.ash, made.last_quarter(now())[0])
        report = made.written(cast)
        made.promise(cast, report, made.local_date(now()) + timedelta(days=3))
        made.publish(cast, made.counted(cast, report))
    for database in (acting_as_system,):
        with database(), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_what_is_asked_for_last_quarter_is_counted_as_known_then(cast: Cast) -> None:
    with acting_as_system():
        made.episode(cast, cast.ash, made.last_quarter(now())[0])
        report = made.counted(cast, made.drafted(cast), known_at=now() - timedelta(days=900))
        assert not ChildCase.objects.filter(count=made.newest(report)).exists()
        assert Count.objects.get(report=report).is_whole


def test_a_limit_that_was_set_is_the_one_kept(cast: Cast) -> None:
    from kittiwake.assurance.performance.settings import ANSWER
    from kittiwake.primitives.clocks import limits

    with acting_as_system():
        day = made.local_date(now())
        set_limit(ANSWER, count=5, effective_from=day, why="Quicker", version=0, by=cast.system, at=now())
        limits.forget()
        assert made.asked(
            cast, made.publish(cast, made.counted(cast, made.written(cast)))
        ).turns.get().due_at < now() + timedelta(days=9)


def test_a_report_says_of_its_months_what_is_published_of_them_and_nothing_else(cast: Cast) -> None:
    """Of the quarter and of one before it that is published; the others are hidden until they are."""
    with acting_as_system():
        newest, before, *_ = published.quarters(local_date(now()))
        for month in range(12):
            made.episode(cast, cast.ash, add_months(newest, month - 9))
        published.figures(published.Quarter.beginning(before), Sizes(counted=1, shared=1))
        count = made.newest(made.counted(cast, made.drafted(cast)))
        months = ReportFigure.objects.filter(count=count, measure="P01", grouped_by="month").order_by("group")
        there = {month.group: month for month in published.months_of("P01", before, newest)}
        assert len(there) == 6
        for row in months:
            told = there.get(row.group)
            assert (row.numerator, row.is_hidden) == (
                (told.numerator, told.is_hidden) if told else (None, True)
            )
        assert {f"{before:%Y-%m}"} <= {row.group for row in months if row.numerator == 1}
