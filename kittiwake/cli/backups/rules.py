"""Which backups are kept. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

FRESH = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    """The last of so many days, weeks and months that have one; and whatever was made in the last 24 hours."""

    days: int = 7
    weeks: int = 5
    months: int = 12

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Raises ValueError with a sentence."""
        numbers = text.split(",")
        if len(numbers) != 3 or not all(number.strip().isdecimal() for number in numbers):
            raise ValueError(f"{text!r} is not three numbers like 7,5,12: days, weeks and months.")
        return cls(*map(int, numbers))


def kept(moments: Iterable[datetime], rule: Rule, at: datetime) -> set[datetime]:
    """The newest is always among them."""
    newest_first = sorted(moments, reverse=True)
    fresh = {moment for moment in newest_first if moment > at - FRESH}
    return (
        fresh.union(newest_first[:1])
        | _last_of(newest_first, lambda moment: moment.date(), rule.days)
        | _last_of(newest_first, lambda moment: moment.isocalendar()[:2], rule.weeks)
        | _last_of(newest_first, lambda moment: (moment.year, moment.month), rule.months)
    )


def _last_of(newest_first: list[datetime], period: Callable[[datetime], Any], many: int) -> set[datetime]:
    last: dict[Any, datetime] = {}
    for moment in newest_first:
        last.setdefault(period(moment), moment)
    return set(list(last.values())[:many])
