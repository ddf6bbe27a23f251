"""The hours in secure accommodation without an order, as clocks."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.practice.duties import recording, rules
from kittiwake.practice.duties.models import Done
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)


def said(cast: Cast, kind: str, hours_ago: int) -> Done:
    done = Moment(NOW - hours_ago * HOUR)
    return recording.say_done(cast.ash, kind=kind, done=done, by=cast.user("worker"), at=NOW)


def hours_left(made: Done) -> float:
    clock = Clock.objects.get(entry=made.entry, key=rules.SECURE_HOURS.key)
    return (clock.due_at - made.done_at) / HOUR


def test_an_earlier_stay_counts_whenever_it_is_recorded_and_no_longer_once_it_is_struck_out(
    cast: Cast,
) -> None:
    now = said(cast, rules.SECURE_BEGUN, 10)
    assert hours_left(now) == 72
    earlier = said(cast, rules.SECURE_BEGUN, 200)
    said(cast, rules.SECURE_ENDED, 170)
    assert hours_left(now) == 42
    recording.strike_out(earlier, reason="Another child", by=cast.user("worker"), at=NOW)
    assert hours_left(now) == 72


def test_days_under_an_order_do_not_count(cast: Cast) -> None:
    said(cast, rules.SECURE_BEGUN, 200)
    said(cast, rules.SECURE_ORDERED, 190)
    said(cast, rules.SECURE_ENDED, 100)
    assert hours_left(said(cast, rules.SECURE_BEGUN, 10)) == 62
