"""Moments: a date and a time together, in one cell or two, always on a London clock.

Systems that know only the day often write 00:00 for the time. Taking that for a real time would start the clock of
a child's return up to a day early, so each column is looked at first (`midnight_is_unknown`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from kittiwake.exchange.reading.dates import (
    EARLIEST,
    LATEST,
    LONDON,
    Order,
    When,
    clock,
    day,
    doubted,
    find_date,
    in_london,
    is_end_of_day,
    spoken,
)
from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import Reading, as_text, is_missing_word, missing

MIDNIGHT, LAST_MINUTE = time(0), time(23, 59)


class Moment(NamedTuple):
    """A moment in London, always with its offset. When `time_known` is false, `at` is the start of that day."""

    at: datetime
    time_known: bool


class Habit(NamedTuple):
    """How a column writes moments: which number comes first, and whether 00:00 means that nobody knows."""

    order: Order = Order.EITHER
    midnight_is_unknown: bool = False


def midnight_is_unknown(times: Iterable[time | None]) -> bool:
    """Does 00:00 in this column mean ‘time not known’? The rule, on the times that are given at all:

    yes when all of them are 00:00; or when 00:00 comes up at least twice, in at least one row in twenty, and twice
    as often as any other time. Real midnights do not: even with times rounded to the quarter hour, one in 96 is.
    """
    counts = Counter(moment.replace(second=0, microsecond=0) for moment in times if moment is not None)
    total = counts.total()
    midnights = counts.pop(MIDNIGHT, 0)
    if midnights == total:
        return total > 0
    return midnights > 1 and midnights >= total / 20 and midnights >= 2 * max(counts.values())


def moment(cell: Cell, habit: Habit = Habit()) -> Reading[Moment]:  # noqa: B008 - a constant
    """The moment in one cell: a date with a time behind it, or a date alone, whose time is then not known."""
    if isinstance(cell, str) and cell[4:5] == "-" and cell[7:8] == "-" and len(cell) in (16, 19):
        cell = _iso(cell)
    if isinstance(cell, datetime):
        return _placed(cell.date(), cell.time(), "", habit)
    if isinstance(cell, date):
        return _placed(cell, None, "", habit)
    text = as_text(cell)
    if not text:
        return Reading(None)
    if is_missing_word(text):
        return missing(text)
    return _with_offset(text) or _from_text(text, habit)


def _iso(text: str) -> Cell:
    """The quick way for what most systems write; anything else goes on as text."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return at if at.tzinfo is None else text


def joined(day_cell: Cell, time_cell: Cell, habit: Habit = Habit()) -> Reading[Moment]:  # noqa: B008 - a constant
    """The moment whose date and time stand in two cells. Without a readable time the day is kept, its time unknown."""
    if is_end_of_day(time_cell) and (on := day(day_cell, habit.order)).value is not None:
        return _end_of(on.value, on.doubt)
    at = clock(time_cell)
    if at.value is not None and (on := day(day_cell, habit.order)).value is not None:
        return _placed(on.value, at.value, f"{on.doubt} {at.doubt}".strip(), habit)
    whole = moment(day_cell, Habit(habit.order, True))
    if whole.value is None:
        return _without_a_day(whole, day_cell, time_cell)
    return Reading(whole.value, f"{whole.doubt} {at.doubt}".strip())


def _without_a_day(whole: Reading[Moment], day_cell: Cell, time_cell: Cell) -> Reading[Moment]:
    """The time column may hold the whole moment; otherwise a time without a date is of no use."""
    text = as_text(time_cell)
    if whole.doubt or not text or is_missing_word(text):
        return whole
    alone = moment(time_cell)
    return alone if alone.value else Reading(None, f"There is a time, ‘{text}’, but no date.")


def _with_offset(text: str) -> Reading[Moment] | None:
    at = in_london(text)
    if at is None:
        return None
    if not EARLIEST <= at.date() <= LATEST:
        return Reading(None, f"‘{text}’ has a year that cannot be right.")
    return Reading(Moment(at, True))


def _from_text(text: str, habit: Habit) -> Reading[Moment]:
    when = find_date(text, habit.order)
    if when and is_end_of_day(when.rest):
        on = doubted(when, text, habit.order)
        return Reading(None, on.doubt) if on.value is None else _end_of(on.value, on.doubt)
    at = clock(when.rest) if when else Reading[time](None)
    if when is None or (when.rest and not when.rest[0].isalnum()):
        return Reading(None, f"‘{text}’ is not a date and time. Write it like 09/03/2025 18:05.")
    settled = _settled(when, at.value, text, habit)
    return settled if settled.doubt or not at.doubt else Reading(settled.value, at.doubt)


def _settled(when: When, at: time | None, text: str, habit: Habit) -> Reading[Moment]:
    on = doubted(when, text, habit.order)
    return Reading(None, on.doubt) if on.value is None else _placed(on.value, at, on.doubt, habit)


def _end_of(on: date, doubt: str) -> Reading[Moment]:
    """24:00 is the end of its day (ISO 8601): midnight, and known to be."""
    local = datetime.combine(on + timedelta(days=1), MIDNIGHT, LONDON)
    return Reading(Moment(local, True), doubt)


def _placed(on: date, at: time | None, doubt: str, habit: Habit) -> Reading[Moment]:
    """On the London clock. Twice a year an hour is missing there, or comes twice."""
    if not EARLIEST <= on <= LATEST:
        return Reading(None, f"‘{on.isoformat()}’ has a year that cannot be right.")
    if at is None or (habit.midnight_is_unknown and at.replace(microsecond=0) == MIDNIGHT):
        return Reading(Moment(datetime.combine(on, MIDNIGHT, LONDON), False), doubt)
    local = datetime.combine(on, at, LONDON)
    if at == MIDNIGHT:
        doubt = (
            doubt
            or f"The time is 00:00 on {spoken(on)}. Check that this is not a day whose time is not known."
        )
    return _on_a_day_of_change(local, doubt) if _clocks_change_on(on) else Reading(Moment(local, True), doubt)


@lru_cache(maxsize=4_096)
def _clocks_change_on(on: date) -> bool:
    start = datetime.combine(on, MIDNIGHT, LONDON)
    return start.utcoffset() != datetime.combine(on, time(23), LONDON).utcoffset()


def _on_a_day_of_change(local: datetime, doubt: str) -> Reading[Moment]:
    shown = local.astimezone(UTC).astimezone(LONDON)
    if shown.replace(tzinfo=None) != local.replace(tzinfo=None):
        on, read = spoken(local.date()), f"{shown:%H:%M}"
        doubt = f"The clocks went forward on {on}, so {local:%H:%M} did not exist; it was read as {read}."
    elif local.utcoffset() != local.replace(fold=1).utcoffset():
        on = spoken(local.date())
        doubt = f"The clocks went back on {on}, so {local:%H:%M} came twice; the first was taken."
    return Reading(Moment(shown, True), doubt)


def times_in(cells: Iterable[Cell]) -> list[time | None]:
    """The times that a column of moments or of times gives, for `midnight_is_unknown`."""
    return [_time_in(cell) for cell in cells]


def _time_in(cell: Cell) -> time | None:
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, date):
        return None
    text = as_text(cell)
    when = find_date(text, Order.EITHER) if isinstance(cell, str) and text else None
    if is_end_of_day(when.rest if when else cell):
        return LAST_MINUTE  # a system that writes 24:00 does not mean that it does not know
    return clock(when.rest).value if when else clock(cell).value
