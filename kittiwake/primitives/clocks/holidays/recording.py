"""The only way a bank holiday is put right, and the counting anew that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.clocks import catalogue, events, limits
from kittiwake.primitives.clocks.models import BankHoliday, Clock
from kittiwake.record.believing import must_be_believable
from kittiwake.time.calendar import SATURDAY
from kittiwake.time.durations import Unit
from kittiwake.time.moments import in_words, start_of

SOMEBODY_ELSE = (
    "Somebody else has just said something of this day. Look at the list again before you change it."
)
AT_ONCE = 1_000  # clocks, each batch a transaction of its own
FIELDS = ["due_at", "due_soon_at", "due_first_at", "holidays_known"]


@whole()
def announce(
    *, day: date, is_holiday: bool, source: str, version: int, by: User, at: datetime
) -> BankHoliday:
    """It is a bank holiday, or is none after all. A day in the past as well: the law counts it, whenever we hear of it.

    `version` is how many things had been said of any day when the list was read. Refuses a day that cannot be meant, a weekend, what is so already,
    a year with too few, and no source.
    """
    must_be_believable(at, day=day)
    source = source.strip()
    _refuse(day, is_holiday, source)
    if version != BankHoliday.objects.count():
        raise Refused(SOMEBODY_ELSE)
    number = BankHoliday.objects.filter(day=day).count() + 1
    with refused_by(bank_holiday_one_after_another=Refused(SOMEBODY_ELSE)):
        row = BankHoliday.objects.create(
            day=day, number=number, is_holiday=is_holiday, source=source, by=by, at=at
        )
    limits.forget()
    _refuse_too_few(day)
    changes = {"day": (None, day), "is_holiday": (not is_holiday, is_holiday), "source": (None, source)}
    history.write(events.HOLIDAY_SAID, row, by=by, at=at, changes=changes)
    count_soon.defer(holiday_id=row.pk)
    return row


def _refuse(day: date, is_holiday: bool, source: str) -> None:
    is_one = limits.calendar().is_bank_holiday(day)
    if day.weekday() >= SATURDAY:
        raise Refused(f"{in_words(day)} is on a weekend and no working day in any case.", field="day")
    if is_one == is_holiday:
        raise Refused(f"{in_words(day)} is {'one' if is_one else 'none'} already.", field="day")
    if not source:
        raise Refused("Say where it was announced.", field="source")


def _refuse_too_few(day: date) -> None:
    try:
        limits.calendar()
    except ValueError as problem:
        limits.forget()
        raise Refused(
            f"{day.year} would have too few bank holidays. Add the day it is kept on instead first.",
            field="day",
        ) from problem


@app.task(queue="clocks", retry=RetryStrategy(max_attempts=20, wait=60))
def count_soon(holiday_id: int) -> None:
    """By a worker: of a large council that is many clocks."""
    count_again(BankHoliday.objects.get(pk=holiday_id).day)


def count_again(day: date) -> int:
    """Every clock in working days that runs or ran over that day, met or not: whether it was met in time is by the law's
    days. How many were moved. Done twice, it moves none.
    """
    with acting_as_system():
        over = Clock.objects.filter(
            cancelled_at=None, started_at__lt=start_of(day), due_at__gte=start_of(day)
        )
        keys = list(over.order_by("pk").values_list("pk", flat=True))
    return sum(_counted_again(keys[first : first + AT_ONCE]) for first in range(0, len(keys), AT_ONCE))


@whole()
def _counted_again(keys: Sequence[int]) -> int:
    with acting_as_system():
        clocks = Clock.objects.select_for_update(no_key=True).filter(pk__in=keys, cancelled_at=None)
        moved = [clock for clock in clocks.order_by("pk") if _is_moved(clock)]
        if moved:
            Clock.objects.bulk_create(
                moved, update_conflicts=True, unique_fields=["pk"], update_fields=FIELDS
            )
    return len(moved)


def _is_moved(clock: Clock) -> bool:
    standard = catalogue.standards().get(clock.key)
    if standard is None:
        return False
    due = limits.due(standard, clock.started_at, time_known=clock.time_known)
    if due.version.within.unit is not Unit.WORKING_DAYS:
        return False
    before = [getattr(clock, field) for field in FIELDS]
    clock.due_at, clock.due_soon_at, clock.holidays_known = due.due_at, due.due_soon_at, due.holidays_known
    if clock.put_off_to is not None:
        anew = limits.due(standard, start_of(clock.put_off_to))
        clock.due_first_at, clock.due_at = due.due_at, max(due.due_at, anew.due_at)
        clock.due_soon_at = max(due.due_soon_at, anew.due_soon_at)
    return before != [getattr(clock, field) for field in FIELDS]
