"""When somebody reaches an age, and how old they are on a day: the one place that says so.

An age is reached as the birthday begins (Family Law Reform Act 1969, section 9). Of somebody born on 29 February the
Act says nothing for a year that has no such day: they reach it on 1 March
(docs/decisions/0013-an-age-is-reached-as-the-birthday-begins.md).
"""

from __future__ import annotations

from datetime import date


def birthday(born_on: date, age: int) -> date:
    """The day on which they reach this age. 1 March where the 29th of February does not come round."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def age_on(born_on: date, day: date) -> int:
    """In whole years; below zero before they are born."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def born_by(day: date, age: int) -> date:
    """The last birth date with which somebody has reached this age by that day."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:  # 29 February, and that year had none: those born on 1 March have still to reach it
        return date(day.year - age, 2, 28)


def next_birthday(born_on: date, day: date) -> tuple[date, int]:
    """The first birthday from that day on, and the age reached on it."""
    age = day.year - born_on.year
    on = birthday(born_on, age)
    return (on, age) if on >= day else (birthday(born_on, age + 1), age + 1)
