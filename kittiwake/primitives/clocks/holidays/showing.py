"""What the page of bank holidays shows. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import cached_property

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.models import BankHoliday
from kittiwake.time.calendar import published
from kittiwake.ui.components import columns
from kittiwake.ui.dates import long_date, short_date, weekday_date

DAYS = columns("Day", "Source")
SAID = columns("Day", "What was said", "Where it was announced", "By")
YEARS = 2  # shown from this one on


@dataclass
class HolidaysPage:
    today: date

    columns = DAYS
    columns_said = SAID

    @cached_property
    def said(self) -> list[BankHoliday]:
        return list(BankHoliday.objects.select_related("by").order_by("-at", "-pk"))

    @property
    def table(self) -> list[list[Any]]:
        first, last = date(self.today.year, 1, 1), date(self.today.year + YEARS, 12, 31)
        return [[weekday_date(day), self._source(day)] for day in limits.days_off(first, last)]

    def _source(self, day: date) -> str:
        here = {row.day: row for row in reversed(self.said)}
        if day in here:
            return f"Added here: {here[day].source}"
        return "Published list" if day <= published().last else "Expected by the rule; not published yet"

    @property
    def table_said(self) -> list[list[Any]]:
        return [
            [
                weekday_date(row.day),
                "Is a bank holiday" if row.is_holiday else "Is no bank holiday",
                row.source,
                f"{row.by}, {short_date(row.at)}",
            ]
            for row in self.said
        ]

    @property
    def published_until(self) -> str:
        return long_date(published().last)
