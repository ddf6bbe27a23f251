"""Bank holidays worked out from the rules instead of read from a list, and working days walked one at a time.

This shares nothing with the code it checks: not the data, not the arithmetic.
"""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5

# Days moved or added by proclamation: (usual day moved away, days put in).
PROCLAIMED = {
    2012: ({date(2012, 5, 28)}, {date(2012, 6, 4), date(2012, 6, 5)}),
    2020: ({date(2020, 5, 4)}, {date(2020, 5, 8)}),
    2022: ({date(2022, 5, 30)}, {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}),
    2023: (set(), {date(2023, 5, 8)}),
}


def easter(year):
    """Easter Sunday by Butcher's rule."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def monday_from(day):
    while day.weekday() != MONDAY:
        day += ONE_DAY
    return day


def bank_holidays(year):
    fixed = set()
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() >= SATURDAY or day in fixed:
            day += ONE_DAY
        fixed.add(day)
    sunday = easter(year)
    moving = {sunday - 2 * ONE_DAY, sunday + ONE_DAY, monday_from(date(year, 5, 1))}
    moving |= {monday_from(date(year, 5, 25)), monday_from(date(year, 8, 25))}
    away, added = PROCLAIMED.get(year, (set(), set()))
    return frozenset((fixed | moving) - away | added)


def walk(day, n, holidays):
    """The n-th working day after `day`, a step at a time."""
    while n:
        day += ONE_DAY
        if day.weekday() < SATURDAY and day not in holidays:
            n -= 1
    return day
