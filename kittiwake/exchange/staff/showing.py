"""What the pages of a list of staff show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.exchange.models import StaffList
from kittiwake.exchange.staff.facts import ADDED, CHANGED, LEFT, TITLES, WRONG, Plan
from kittiwake.exchange.staff.planning import plans
from kittiwake.ui.components import TextLink, columns
from kittiwake.ui.dates import short_moment

PILES = {
    WRONG: "Cannot be recorded",
    ADDED: "Would be added",
    CHANGED: "Would be changed",
    LEFT: "Stays as it is",
}


@dataclass(frozen=True)
class Pile:
    key: str
    title: str
    plans: list[Plan]

    @property
    def columns(self) -> list[Any]:
        where = (
            ("Row", "Who", "Column", "What is wrong") if self.key == WRONG else ("Row", "Who", "What happens")
        )
        return columns(*where)

    @property
    def table(self) -> list[list[Any]]:
        return [self._row(plan) for plan in self.plans]

    def _row(self, plan: Plan) -> list[Any]:
        column = [TITLES.get(plan.column, "The whole row")] if self.key == WRONG else []
        return [f"Row {plan.line}", plan.who, *column, " ".join(plan.words)]


@dataclass
class StaffPage:
    staff: StaffList
    at: datetime

    @cached_property
    def piles(self) -> list[Pile]:
        every = plans(self.staff.rows, self.staff.user, self.at) if self.staff.is_open else []
        piles = [
            Pile(key, title, [plan for plan in every if plan.pile == key]) for key, title in PILES.items()
        ]
        return [pile for pile in piles if pile.plans]

    @property
    def is_new(self) -> bool:
        """Whether anything would be recorded."""
        return any(plan.does for pile in self.piles for plan in pile.plans)

    @property
    def state(self) -> str:
        if self.staff.recorded_at:
            return f"Recorded: {self.staff.said}"
        return "Discarded" if self.staff.discarded_at else "Waiting for you to look it over"


@dataclass(frozen=True)
class ListOfLists:
    lists: list[StaffList]

    columns = columns("File", "Read", "State")

    @property
    def table(self) -> list[list[Any]]:
        return [
            [
                TextLink(staff.name, reverse("exchange:staff_list", args=[staff.pk])),
                short_moment(staff.read_at),
                StaffPage(staff, staff.read_at).state,
            ]
            for staff in self.lists
        ]
