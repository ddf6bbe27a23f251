"""School days. Each school, or the council for its schools, has its own terms and its own days off.

"School day" in the exclusion regulations means a day on which the school meets, so bank-holiday arithmetic is not
enough: School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kittiwake.time.calendar import CountedDays, WorkingCalendar
from kittiwake.time.moments import in_words

# The longest summer holiday of an ordinary school is six or seven weeks. A wider gap means a term has not been
# entered, and counting over it would give a date months too late.
LONGEST_HOLIDAY = timedelta(weeks=10)


@dataclass(frozen=True, slots=True)
class Term:
    """First and last day on which pupils attend. Half terms may be entered as terms of their own."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"The term starting {in_words(self.first)} ends before it starts.")


class SchoolCalendar:
    """The school days of one school: known from the first day of its first term to the last day of its last.

    `closed` lists weekdays inside a term when pupils do not attend: half term, staff training, elections.
    """

    def __init__(
        self,
        school: str,
        terms: Sequence[Term],
        *,
        closed: Iterable[date] = (),
        bank_holidays: WorkingCalendar,
    ) -> None:
        self.school = school
        self.terms = tuple(sorted(terms, key=lambda term: term.first))
        self.closed = frozenset(closed)
        _check_terms(school, self.terms)
        self._working = bank_holidays.statutory
        first, last = self.terms[0].first, self.terms[-1].last
        known = f"Term dates of {school} are known from {in_words(first)} to {in_words(last)}"
        self._days = CountedDays(first, last, counts=self._counts, known=known)

    def is_school_day(self, day: date) -> bool:
        return day in self._days

    def add_school_days(self, day: date, n: int) -> date:
        """The n-th school day after `day`, which is day 0 whether the school meets that day or not."""
        return self._days.after(day, n)

    def school_days_between(self, start: date, end: date) -> int:
        """School days after `start`, up to and including `end`; negative when `end` comes first."""
        return self._days.between(start, end)

    def _counts(self, day: date) -> bool:
        in_term = any(term.first <= day <= term.last for term in self.terms)
        return in_term and day not in self.closed and self._working.is_working_day(day)


def _check_terms(school: str, terms: Sequence[Term]) -> None:
    if not terms:
        raise ValueError(f"Enter the term dates of {school}.")
    for earlier, later in pairwise(terms):
        if later.first <= earlier.last:
            raise ValueError(f"Two terms of {school} overlap: the next starts on {in_words(later.first)}.")
        if later.first - earlier.last > LONGEST_HOLIDAY:
            raise ValueError(
                f"A term of {school} seems to be missing between {in_words(earlier.last)} and {in_words(later.first)}."
            )
