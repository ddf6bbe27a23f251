"""What the page of the rota shows. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.council.on_call import rules
from kittiwake.council.on_call.models import Shift
from kittiwake.time.calendar import england_and_wales
from kittiwake.time.moments import local_date, start_of
from kittiwake.ui.components import Cell, Status, TextLink, columns
from kittiwake.ui.dates import weekday_moment

DAYS = 14  # in which gaps are looked for
ON_PAGE = 100


@dataclass
class Rota:
    at: datetime
    may_set: bool

    @cached_property
    def shifts(self) -> list[Shift]:
        """From now on, the first first."""
        coming = Shift.objects.filter(ends_at__gt=self.at).select_related("user")
        return list(coming.order_by("starts_at", "user__name")[:ON_PAGE])

    @property
    def now(self) -> list[Shift]:
        return [shift for shift in self.shifts if shift.starts_at <= self.at]

    @property
    def columns(self) -> list[object]:
        return [*columns("From", "Until", "Who", "Telephone"), *(columns("Change") if self.may_set else [])]

    @property
    def table(self) -> list[list[Cell]]:
        return [self._row(shift) for shift in self.shifts]

    def _row(self, shift: Shift) -> list[Cell]:
        row: list[Cell] = [
            weekday_moment(shift.starts_at),
            weekday_moment(shift.ends_at),
            shift.user.name if shift.user.may_sign_in(self.at) else f"{shift.user.name} (has left)",
            shift.telephone or "Not recorded",
        ]
        if self.may_set:
            row.append(TextLink("Take off call", reverse("on_call:take_off", args=[shift.pk])))
        return row

    @cached_property
    def gaps(self) -> list[str]:
        """Out of working hours in the next days, with nobody who can sign in on call."""
        today = local_date(self.at)
        wanted = rules.out_of_hours(today, DAYS, england_and_wales().is_working_day)
        end = start_of(today) + timedelta(days=DAYS)
        covering = Shift.objects.between(self.at, end).filter(user__is_active=True)
        covered = covering.values_list("starts_at", "ends_at")
        return [
            f"{weekday_moment(start)} to {weekday_moment(end)}"
            for start, end in rules.gaps(wanted, covered, self.at)
        ]

    @property
    def standing(self) -> Status:
        return Status("On call now", "green") if self.now else Status("Nobody is on call now", "grey")
