"""What the pages of school terms show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.primitives.clocks.models import SchoolYear
from kittiwake.primitives.clocks.terms import typed
from kittiwake.primitives.clocks.terms.queries import calendar_of, closed_in, schools, terms_of
from kittiwake.record.models import Agency
from kittiwake.ui.components import Status, SummaryRow, Task, columns
from kittiwake.ui.dates import long_date, weekday_date

UNKNOWN, KNOWN = Status("Not known", "blue"), Status("Known")


@dataclass
class SchoolsPage:
    today: date

    @cached_property
    def items(self) -> list[Task]:
        this_year = typed.school_year(self.today)
        known = set(SchoolYear.objects.filter(starts=this_year).values_list("school_id", flat=True))
        return [
            Task(
                school.name,
                reverse("clocks:school", args=[school.pk]),
                f"{this_year} to {this_year + 1}",
                KNOWN if school.pk in known else UNKNOWN,
            )
            for school in schools()
        ]


@dataclass
class YearShown:
    row: SchoolYear

    columns = columns("First day", "Last day", "School days#")

    @property
    def title(self) -> str:
        return f"{self.row.starts} to {self.row.starts + 1}"

    @property
    def table(self) -> list[list[Any]]:
        calendar = calendar_of(self.row)
        return [
            [
                weekday_date(term.first),
                weekday_date(term.last),
                str(calendar.school_days_between(term.first, term.last) + calendar.is_school_day(term.first)),
            ]
            for term in terms_of(self.row)
        ]

    @property
    def rows(self) -> list[SummaryRow]:
        return [
            SummaryRow("Closed in term", ", ".join(map(weekday_date, closed_in(self.row))) or "No day"),
            SummaryRow("Where the dates are from", self.row.source),
            SummaryRow("Set by", f"{self.row.by}, {long_date(self.row.at)}"),
        ]


@dataclass
class SchoolPage:
    school: Agency

    @cached_property
    def _rows(self) -> list[SchoolYear]:
        rows = SchoolYear.objects.filter(school=self.school).select_related("by", "school")
        return list(rows.order_by("starts", "number"))

    @property
    def version(self) -> int:
        return len(self._rows)

    @property
    def years(self) -> list[YearShown]:
        """Of each the row that stands, the newest first."""
        standing = {row.starts: row for row in self._rows}
        return [YearShown(standing[starts]) for starts in sorted(standing, reverse=True)]
