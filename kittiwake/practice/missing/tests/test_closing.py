"""An open episode closes at 18 by itself, on the right day, with its reason; whoever reads it does not wait for that."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kittiwake.history.models import Event
from kittiwake.practice.missing import broken_links, recording, rules, tasks
from kittiwake.practice.missing.closing.recording import close_at_18
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

GONE = datetime(2026, 2, 20, 18, 0, tzinfo=UTC)


def born(cast: Cast, on: date, **more: Any) -> Episode:
    Child.objects.filter(pk=cast.ash.pk).update(born_on=on, **more)
    cast.ash.refresh_from_db()
    return recording.report_missing(cast.ash, reported=Moment(GONE), by=cast.system, at=GONE)


@pytest.mark.parametrize(
    ("born_on", "ends_at"),
    [
        (date(2008, 2, 28), datetime(2026, 2, 28, tzinfo=UTC)),
        (date(2008, 2, 29), datetime(2026, 3, 1, tzinfo=UTC)),
        (date(2008, 3, 1), datetime(2026, 3, 1, tzinfo=UTC)),
        (date(2008, 7, 9), datetime(2026, 7, 8, 23, tzinfo=UTC)),  # as the day begins in London
    ],
)
def test_it_closes_as_their_eighteenth_birthday_begins(cast: Cast, born_on: date, ends_at: datetime) -> None:
    episode = born(cast, born_on)
    before, after = ends_at - timedelta(minutes=1), ends_at + timedelta(minutes=1)
    assert close_at_18(by=cast.system, at=before) == 0
    assert episode.outcome_at(before) is rules.MISSING
    assert list(Episode.objects.open(before)) == [episode]
    # What reads it says so before the job has run.
    assert episode.outcome_at(after) is rules.CLOSED
    assert not Episode.objects.open(after).exists()
    assert close_at_18(by=cast.system, at=after) == 1
    episode.refresh_from_db()
    assert (episode.closed_at, episode.closed_reason) == (ends_at, "They turned 18")
    assert Event.objects.get(what="missing.closed").changes["Reason"][1] == "They turned 18"
    assert close_at_18(by=cast.system, at=after) == 0


@pytest.mark.parametrize("more", [{"birth_is": "approximate"}, {"born_on": None}])
def test_nobody_grows_up_by_a_day_nobody_knows(cast: Cast, more: dict[str, Any]) -> None:
    born(cast, **{"on": date(2008, 1, 1), **({"on": None} if "born_on" in more else more)})
    assert close_at_18(by=cast.system, at=NOW) == 0
    assert Episode.objects.open(NOW).exists()


def test_who_was_grown_up_when_they_went_is_still_looked_for(cast: Cast) -> None:
    episode = born(cast, date(2006, 2, 1))
    assert close_at_18(by=cast.system, at=NOW) == 0
    assert Episode.objects.open(NOW).get() == episode


def test_nobody_has_to_take_notice_of_it_any_longer(cast: Cast) -> None:
    born(cast, date(2008, 2, 21))
    at = datetime(2026, 2, 22, 12, 0, tzinfo=UTC)
    assert not list(broken_links.unacknowledged(lambda model: model.objects.all(), at))


def test_a_return_before_the_birthday_that_we_hear_of_later_opens_what_the_birthday_closed(
    cast: Cast,
) -> None:
    episode = born(cast, date(2008, 3, 1))
    close_at_18(by=cast.system, at=NOW)
    episode.refresh_from_db()
    back = Moment(GONE + timedelta(hours=9))
    recording.record_return(episode, returned=back, by=cast.system, at=NOW)
    assert (episode.outcome, episode.closed_at) == (rules.RETURNED, None)
    assert Clock.objects.get(key=rules.RETURN_INTERVIEW.key).started_at == back.at


@pytest.mark.parametrize(
    ("born_on", "closed_at"),
    [(date(2012, 3, 1), None), (date(2008, 4, 2), datetime(2026, 4, 1, 23, 0, tzinfo=UTC))],
)
def test_a_birth_date_that_is_put_right_puts_the_closing_right(
    cast: Cast, born_on: date, closed_at: datetime | None
) -> None:
    episode = born(cast, date(2008, 3, 1))
    close_at_18(by=cast.system, at=NOW)
    Child.objects.filter(pk=cast.ash.pk).update(born_on=born_on)
    assert close_at_18(by=cast.system, at=NOW) == 1
    episode.refresh_from_db()
    assert episode.closed_at == closed_at


def test_the_clock_of_the_house_does_it(cast: Cast, time_machine: Any) -> None:
    episode = born(cast, date(2008, 3, 1))
    time_machine.move_to(NOW, tick=False)
    tasks.close_at_18.func(0)
    episode.refresh_from_db()
    assert episode.closed_reason == rules.AT_18
