"""A bank holiday that was announced late: said with its source, and whatever is counted over it is counted anew."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from kittiwake.accounts.roles import Role
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks import catalogue, limits
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.holidays import recording
from kittiwake.primitives.clocks.holidays.recording import announce, count_again
from kittiwake.primitives.clocks.models import BankHoliday, Clock
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.record import recording as record
from kittiwake.record.kinds import EntryKind, entry_kinds
from kittiwake.record.models import Entry
from kittiwake.time.durations import days, working_days
from kittiwake.time.moments import end_of, start_of
from tests.cast import NOW, Cast, signed_in

REVIEW = Standard("test.review", "Review", working_days(5), "Made up for this test", local=True)
VISIT = Standard("test.visit", "Visit", days(7), "Made up for this test")
DAY = timedelta(days=1)
FUNERAL = date(2026, 11, 26)  # a Thursday
MAY_DAY, VE_DAY = date(2027, 5, 3), date(2027, 5, 7)


@pytest.fixture(autouse=True)
def _of_a_made_up_area(monkeypatch: pytest.MonkeyPatch) -> None:
    made_up = {standard.key: standard for standard in (REVIEW, VISIT)}
    monkeypatch.setattr(catalogue, "standards", lambda: made_up)
    monkeypatch.setitem(entry_kinds(), "test.note", EntryKind("test.note", "Note"))


def say(cast: Cast, day: date = FUNERAL, **more: Any) -> BankHoliday:
    facts = {
        "is_holiday": True,
        "source": "Royal proclamation",
        "version": BankHoliday.objects.count(),
        **more,
    }
    return announce(day=day, **facts, by=cast.system, at=NOW)


def clock(cast: Cast, standard: Standard = REVIEW, began: date = FUNERAL - DAY) -> Clock:
    entry: Entry = record.enter(
        cast.ash, kind="test.note", summary="x", happened_at=start_of(began), by=cast.system, at=NOW
    )
    clocks.start(standard, entry=entry, at=start_of(began), time_known=False)
    return Clock.objects.get(entry=entry)


def test_it_is_no_working_day_from_the_moment_it_is_said(cast: Cast) -> None:
    assert limits.due(REVIEW, start_of(FUNERAL - DAY)).due_at == end_of(date(2026, 12, 2))
    in_time = limits.still_in_time(REVIEW, date(2026, 12, 3))
    say(cast)
    assert limits.due(REVIEW, start_of(FUNERAL - DAY)).due_at == end_of(date(2026, 12, 3))
    assert set(limits.still_in_time(REVIEW, date(2026, 12, 3))) > set(in_time)
    assert FUNERAL in limits.holidays(FUNERAL, FUNERAL)
    assert Event.objects.get(what="clocks.holiday_said").changes["source"] == [None, "Royal proclamation"]


def test_what_runs_over_it_is_counted_anew_and_twice_moves_nothing(cast: Cast) -> None:
    over, before, after = clock(cast), clock(cast, began=date(2026, 11, 12)), clock(cast, began=FUNERAL)
    visit = clock(cast, VISIT)
    say(cast)
    assert count_again(FUNERAL) == 1
    assert Clock.objects.get(pk=over.pk).due_at == over.due_at + DAY
    assert Clock.objects.get(pk=over.pk).due_soon_at == over.due_soon_at + DAY
    for same in (before, after, visit):
        assert Clock.objects.get(pk=same.pk).due_at == same.due_at
    assert count_again(FUNERAL) == 0


def test_whether_it_was_met_in_time_is_by_the_days_of_the_law(cast: Cast) -> None:
    met, fell_away = clock(cast), clock(cast)
    clocks.stop(REVIEW.key, entry=met.entry, at=met.due_at + timedelta(hours=9), by_entry=met.entry)
    clocks.cancel(REVIEW.key, entry=fell_away.entry, at=NOW, reason="x")
    say(cast)
    assert count_again(FUNERAL) == 1
    met.refresh_from_db()
    assert met.stopped_at is not None
    assert met.stopped_at < met.due_at


def test_what_was_put_off_is_counted_from_the_day_it_was_put_off_to(cast: Cast) -> None:
    review = clock(cast, began=date(2026, 11, 23))
    clocks.put_off(REVIEW, entry=review.entry, to=date(2026, 11, 25), reason="Ill")
    say(cast)
    count_again(FUNERAL)
    review.refresh_from_db()
    assert (review.due_first_at, review.due_at) == (end_of(date(2026, 12, 1)), end_of(date(2026, 12, 3)))


def test_a_day_that_was_moved_is_added_where_it_is_kept_and_then_taken_away(cast: Cast) -> None:
    with (
        pytest.raises(Refused, match="2027 would have too few bank holidays"),
        transaction.atomic(),
    ):
        say(cast, MAY_DAY, is_holiday=False)
    say(cast, VE_DAY)
    say(cast, MAY_DAY, is_holiday=False)
    assert limits.calendar().is_working_day(MAY_DAY)
    assert not limits.calendar().is_working_day(VE_DAY)


def test_a_mistake_is_put_right_and_both_are_kept(cast: Cast) -> None:
    review = clock(cast)
    say(cast)
    count_again(FUNERAL)
    say(cast, is_holiday=False, source="It was the Friday")
    count_again(FUNERAL)
    assert Clock.objects.get(pk=review.pk).due_at == review.due_at
    assert [row.number for row in BankHoliday.objects.order_by("pk")] == [1, 2]
    with pytest.raises(DatabaseError), transaction.atomic():
        BankHoliday.objects.all().delete()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"day": date(2026, 11, 28)}, "28 November 2026 is on a weekend"),
        ({"day": date(2026, 12, 25)}, "25 December 2026 is one already"),
        ({"is_holiday": False}, "26 November 2026 is none already"),
        ({"day": date(2150, 1, 4)}, "This is after 2029"),
        ({"source": " "}, "Say where it was announced"),
        ({"version": 3}, "Somebody else has just said something"),
    ],
)
def test_it_refuses(cast: Cast, facts: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        say(cast, **facts)
    assert not BankHoliday.objects.exists()


def test_it_is_said_on_a_page_and_a_worker_counts_anew(
    cast: Cast, time_machine: Any, monkeypatch: Any
) -> None:
    time_machine.move_to(NOW)
    asked: list[int] = []
    monkeypatch.setattr(recording.count_soon, "defer", lambda holiday_id: asked.append(holiday_id))
    client = signed_in(_administrator())
    day = {"day_day": 26, "day_month": 11, "day_year": 2026}
    sent = {**day, "is_holiday": "yes", "source": "Proclaimed", "version": 0, "once": str(uuid4())}
    assert client.post("/settings/bank-holidays/new/", sent).status_code == 302
    review = clock(cast, began=FUNERAL - DAY)
    page = client.get("/settings/bank-holidays/").content.decode()
    for words in ("Thursday 26 November 2026", "Added here: Proclaimed", "Is a bank holiday"):
        assert words in page, words
    recording.count_soon(asked[0])
    assert Clock.objects.get(pk=review.pk).due_at == end_of(date(2026, 12, 3))


def _administrator() -> Any:
    from kittiwake.accounts.models import User

    return User.objects.create_user("ada@saltmere.example", "Ada", Role.ADMINISTRATOR)
