"""Bank holidays of England and Wales by the rule, for the years that nobody has published a list of.

Good Friday and Christmas Day by custom; the rest by the Banking and Financial Dealings Act 1971, schedule 1, and the two
Mondays and New Year's Day that have been proclaimed every year since 1978. A holiday on a weekend is kept on the next
working day. Days that were moved or added once are known for the past and cannot be known for the future.
"""

from __future__ import annotations

from datetime import date, timedelta

FIRST, LAST = 1990, 2100  # as far back as anybody now under 25 can reach, and a lifetime on
ONE_DAY, SATURDAY = timedelta(days=1), 5
# Proclaimed once: the day it was moved from, where it was, and the days that were kept.
PROCLAIMED: dict[int, tuple[date | None, tuple[date, ...]]] = {
    1995: (date(1995, 5, 1), (date(1995, 5, 8),)),
    1999: (None, (date(1999, 12, 31),)),
    2002: (date(2002, 5, 27), (date(2002, 6, 3), date(2002, 6, 4))),
    2011: (None, (date(2011, 4, 29),)),
}


def by_rule(year: int) -> frozenset[date]:
    moved, kept = PROCLAIMED.get(year, (None, ()))
    sunday = _easter(year)
    days = {sunday - 2 * ONE_DAY, sunday + ONE_DAY, *_mondays(year), *_fixed(year), *kept}
    return frozenset(days - {moved})


def _fixed(year: int) -> set[date]:
    kept: set[date] = set()
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() >= SATURDAY or day in kept:
            day += ONE_DAY
        kept.add(day)
    return kept


def _mondays(year: int) -> list[date]:
    """The first and the last of May and the last of August."""
    starts = (date(year, 5, 1), date(year, 5, 25), date(year, 8, 25))
    return [day + timedelta(days=-day.weekday() % 7) for day in starts]


def _easter(year: int) -> date:
    """Easter Sunday, by the table of the Calendar (New Style) Act 1750 as Gauss put it into sums."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    from_march = moon - weekday
    month = 3 + (from_march + 40) // 44
    return date(year, month, from_march + 28 - 31 * (month // 4))
