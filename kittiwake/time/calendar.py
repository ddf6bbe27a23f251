"""Which days count, and the n-th of them after a given day.

Nothing here guesses unseen. Bank holidays that are published are taken from the list. For years that are not, they are
worked out by the rule (`holidays`), and whoever asks can tell (`is_published`), because one that is proclaimed later
moves a deadline. A day beyond those too raises OutsideCalendar, which recording refuses in its one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cache, cached_property

from govuk_bank_holidays.bank_holidays import BankHolidays

from kittiwake.time import holidays
from kittiwake.time.moments import in_words

# New Year, Good Friday, Easter Monday, two in May, August, Christmas, Boxing Day. A year with fewer is a year that
# has been published only in part.
HOLIDAYS_IN_A_YEAR = 8
SATURDAY = 5


class OutsideCalendar(ValueError):
    """A day is needed that the calendar does not know. The message is one sentence fit for a page."""


class CountedDays:
    """The days of one kind between `first` and `last`, numbered, so that 'the n-th after' is a look-up, not a walk.

    `known` begins the sentence of every refusal, for example "Bank holidays are known from … to …".
    """

    def __init__(self, first: date, last: date, *, counts: Callable[[date], bool], known: str) -> None:
        self.first = first
        self.last = last
        self._known = known
        self._origin = first.toordinal()
        self._days: list[date] = []
        # _so_far[i] is how many counted days there are before the i-th day of the calendar.
        self._so_far = [0]
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            if counts(day):
                self._days.append(day)
            self._so_far.append(len(self._days))

    def __contains__(self, day: date) -> bool:
        place = self._place(day)
        return self._so_far[place + 1] > self._so_far[place]

    def after(self, day: date, n: int) -> date:
        """The n-th counted day after `day`, which is day 0 whether it counts or not."""
        if n < 1:
            raise ValueError("Count at least 1 day forward.")
        position = self._so_far[self._place(day) + 1] + n - 1
        if position >= len(self._days):
            raise OutsideCalendar(f"{self._known}, too short to count {n} days on from {in_words(day)}.")
        return self._days[position]

    def between(self, start: date, end: date) -> int:
        """Counted days after `start`, up to and including `end`; negative when `end` comes first."""
        return self._so_far[self._place(end) + 1] - self._so_far[self._place(start) + 1]

    def _place(self, day: date) -> int:
        if isinstance(day, datetime):
            # A datetime is a date to Python, but its day depends on the time zone, which is the caller's to settle.
            raise TypeError("Give a date, not a moment.")
        place = day.toordinal() - self._origin
        if place < 0 or day > self.last:
            raise OutsideCalendar(f"{self._known}, and {in_words(day)} is outside those dates.")
        return place


class WorkingCalendar:
    """Working days of England and Wales, less the days a council has chosen to close.

    A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales:
    Care Planning, Placement and Case Review (England) Regulations 2010, reg 2. Christmas Day
    and Good Friday are in the published list, or on a weekend.

    `bank_holidays` maps each year to all its holidays; the years must follow on from each other. `published_until` is the
    last day of those that somebody has published; the years after it are by the rule.
    """

    def __init__(
        self,
        bank_holidays: Mapping[int, Iterable[date]],
        closures: Iterable[date] = (),
        *,
        published_until: date = date.max,
    ) -> None:
        self.published_until = published_until
        self._by_year = {year: frozenset(days) for year, days in sorted(bank_holidays.items())}
        self.closures = frozenset(closures)
        _check_years(self._by_year)
        self._holidays = frozenset[date]().union(*self._by_year.values())
        first, last = date(min(self._by_year), 1, 1), date(max(self._by_year), 12, 31)
        self._days = CountedDays(
            first,
            last,
            counts=self._counts,
            known=f"Bank holidays are known from {in_words(first)} to {in_words(last)}",
        )
        for day in self.closures:
            self.is_working_day(day)  # refuses a closure that the calendar could never apply

    @property
    def first(self) -> date:
        return self._days.first

    @property
    def last(self) -> date:
        return self._days.last

    @property
    def by_year(self) -> Mapping[int, frozenset[date]]:
        return self._by_year

    @cached_property
    def statutory(self) -> WorkingCalendar:
        """The same calendar without the council's own closures, which cannot lengthen a limit set in law."""
        return self._with(self._by_year, ()) if self.closures else self

    def with_closures(self, days: Iterable[date]) -> WorkingCalendar:
        """For a council's local standards: days on which its offices are shut, such as between two bank holidays."""
        return self._with(self._by_year, self.closures | frozenset(days))

    def with_year(self, year: int, bank_holidays: Iterable[date]) -> WorkingCalendar:
        """For when a new year has been published before the bundled list carries it."""
        return self._with({**self._by_year, year: frozenset(bank_holidays)}, self.closures)

    def put_right(self, *, added: Iterable[date], taken: Iterable[date]) -> WorkingCalendar:
        """With holidays that were proclaimed or moved since the list was made. Refuses a year left with too few."""
        added, taken = frozenset(added), frozenset(taken)
        if not (added or taken):
            return self
        by_year = {
            year: (days | {day for day in added if day.year == year}) - taken
            for year, days in self._by_year.items()
        }
        return self._with(by_year, self.closures)

    def _with(self, by_year: Mapping[int, Iterable[date]], closures: Iterable[date]) -> WorkingCalendar:
        return WorkingCalendar(by_year, closures, published_until=self.published_until)

    def is_published(self, day: date) -> bool:
        """Whether every holiday up to that day is known, and not only expected."""
        return day <= self.published_until

    def is_bank_holiday(self, day: date) -> bool:
        self.is_working_day(day)  # refuses a day outside the list
        return day in self._holidays

    def is_working_day(self, day: date) -> bool:
        return day in self._days

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`. `day` itself is day 0, even when it is not a working day."""
        return self._days.after(day, n)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start`, up to and including `end`: the same day is 0, as in the published bands."""
        return self._days.between(start, end)

    def _counts(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self._holidays and day not in self.closures


@cache
def published() -> WorkingCalendar:
    """The list published by the government, as bundled with the package. Never uses a network."""
    events = BankHolidays.load_backup_data()[BankHolidays.ENGLAND_AND_WALES]["events"]
    by_year: dict[int, set[date]] = {}
    for event in events:
        day = date.fromisoformat(event["date"])
        by_year.setdefault(day.year, set()).add(day)
    return WorkingCalendar({year: days for year, days in by_year.items() if len(days) >= HOLIDAYS_IN_A_YEAR})


@cache
def england_and_wales() -> WorkingCalendar:
    """What is published, and before and after it what the rule says."""
    listed = published()
    by_year = {year: holidays.by_rule(year) for year in range(holidays.FIRST, holidays.LAST + 1)}
    return WorkingCalendar({**by_year, **listed.by_year}, published_until=listed.last)


def _check_years(by_year: Mapping[int, frozenset[date]]) -> None:
    years = list(by_year)
    if not years:
        raise ValueError("Give the bank holidays of at least one year.")
    if years != list(range(years[0], years[-1] + 1)):
        raise ValueError("The years of bank holidays must follow on from each other, with none left out.")
    for year, days in by_year.items():
        if len(days) < HOLIDAYS_IN_A_YEAR or any(day.year != year for day in days):
            raise ValueError(
                f"Give all the bank holidays of {year}: at least {HOLIDAYS_IN_A_YEAR}, all in {year}."
            )
