"""What is published of a quarter: once, by whoever asks first, and the same for everybody after that."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.insight import tasks
from kittiwake.insight.disclosure import published
from kittiwake.insight.disclosure.published import NOT_THERE, Quarter, quarters
from kittiwake.insight.models import PublishedQuarter
from kittiwake.insight.results import for_publishing, results
from kittiwake.insight.rules import Sizes
from kittiwake.insight.showing import Figures, MeasuresPage, Period
from kittiwake.primitives.measures import catalogue
from tests.cast import Cast

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


@pytest.fixture
def world(world: Cast, time_machine) -> Cast:
    time_machine.move_to(datetime(2027, 1, 20, 9, tzinfo=UTC), tick=False)
    return world


def test_the_worker_publishes_what_has_settled(world: Cast) -> None:
    tasks.publish_quarters(0)
    kept = PublishedQuarter.objects.get(first_on=FIRST)
    assert kept.figures.keys() == catalogue.measures().keys()
    assert kept.known_at == now()
    assert not PublishedQuarter.objects.filter(first_on=date(2027, 1, 1)).exists()


def test_no_hidden_number_is_kept(world: Cast) -> None:
    tasks.publish_quarters(0)
    figures = PublishedQuarter.objects.get(first_on=FIRST).figures
    hidden = [figure for of in figures.values() for group in of.values() for figure in group if figure[4]]
    assert len(hidden) > 50
    assert {tuple(figure[1:4]) for figure in hidden} == {(None, None, None)}


def test_what_was_published_first_stays(world: Cast) -> None:
    with acting_as_system():
        published.figures(Quarter(FIRST, LAST), Sizes())
        before = PublishedQuarter.objects.get(first_on=FIRST).figures
        published.figures(Quarter(FIRST, LAST), Sizes(counted=2, shared=2))
        assert PublishedQuarter.objects.get(first_on=FIRST).figures == before
    with pytest.raises(DatabaseError), transaction.atomic():
        PublishedQuarter.objects.update(figures={})


def test_two_who_ask_first_are_shown_the_same(world: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other has published between our looking and our publishing."""
    with acting_as_system():
        first = published.figures(Quarter(FIRST, LAST), Sizes())
        looked = iter([None])
        as_published = published._as_published
        monkeypatch.setattr(published, "_as_published", lambda quarter: next(looked, as_published(quarter)))
        second = published.figures(Quarter(FIRST, LAST), Sizes(counted=2, shared=2))
    assert second == first


def test_before_there_was_a_record_nothing_is_published(world: Cast) -> None:
    with acting_as_system():
        early = published.figures(Quarter.beginning(date(2019, 1, 1)), Sizes())
    assert early.of("P01", "none")[0].numerator == 0
    assert not PublishedQuarter.objects.filter(first_on__year=2019).exists()


def test_a_measure_made_since_is_not_there(world: Cast) -> None:
    with acting_as_system():
        every = published.figures(Quarter(FIRST, LAST), Sizes())
    assert every.of("P00", "none") == [NOT_THERE]
    assert every.of("P00", "team") == []


def test_months_come_from_all_that_was_published(world: Cast) -> None:
    with acting_as_system():
        for first in quarters(date(2027, 1, 20))[:2]:
            published.figures(Quarter.beginning(first), Sizes())
        months = published.months_of("P01", date(2026, 7, 1), LAST)
    assert [month.group for month in months] == ["2026-07", "2026-10", "2026-11"]


def test_what_is_given_out_is_what_the_lead_member_sees(world: Cast) -> None:
    with acting_as_system():
        given = {row["id"]: row for row in for_publishing(FIRST, LAST)}
        recorded = {row["id"]: row for row in results(FIRST, LAST)}
    shown = MeasuresPage(Figures(Viewer(world.user("member")), Period(FIRST, LAST))).now
    assert given.keys() == recorded.keys()
    for key, row in given.items():
        (figure,) = shown[key, "none"]
        assert (row["numerator"], row["denominator"], row["hidden"]) == (
            figure.numerator,
            figure.denominator,
            figure.is_hidden,
        )
        assert row["hidden"] or row["numerator"] == recorded[key]["numerator"]
    assert given["P11"]["hidden"]
    assert given["P11"]["known"] == "2027-01-20"


@pytest.mark.parametrize(
    ("first", "last", "group"),
    [
        (FIRST, date(2026, 12, 30), "none"),
        (date(2026, 11, 1), date(2026, 11, 30), "none"),
        (date(2027, 1, 1), date(2027, 3, 31), "none"),
        (FIRST, LAST, "school"),
    ],
)
def test_no_other_period_is_given_out(world: Cast, first: date, last: date, group: str) -> None:
    with acting_as_system(), pytest.raises(ValueError, match=r"published by quarter|Group by"):
        for_publishing(first, last, group)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2026, 1, 21), date(2027, 1, 20), FIRST),  # the year to today
        (FIRST, LAST, FIRST),
        (FIRST, date(2026, 12, 30), date(2026, 7, 1)),  # a day less than the quarter would tell of that day
        (date(2026, 2, 3), date(2026, 7, 9), date(2026, 4, 1)),
        (date(2001, 1, 1), date(2001, 2, 1), date(2024, 1, 1)),  # long before: the oldest that is published
    ],
)
def test_whichever_days_a_page_asks_for_whoever_sees_no_child_is_shown_a_quarter(
    world: Cast, first: date, last: date, shown: date
) -> None:
    figures = Figures(Viewer(world.user("member")), Period(first, last))
    assert figures.period == Period(*Quarter.beginning(shown))
    measure = catalogue.measures()["P01"]
    with acting_as_system():
        figures.of([measure], period=Period(first, last))
        assert set(PublishedQuarter.objects.values_list("first_on", flat=True)) <= set(
            quarters(date(2027, 1, 20))
        )


def test_whoever_sees_rows_is_shown_the_days_that_were_asked_for(world: Cast) -> None:
    asked = Period(date(2026, 1, 21), date(2027, 1, 20))
    assert Figures(Viewer(world.user("manager")), asked).period == asked
