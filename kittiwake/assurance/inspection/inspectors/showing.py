"""What somebody may see here and until when; and what each inspector has opened, for who answers for it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, QuerySet
from django.utils.functional import cached_property

from kittiwake.access import powers
from kittiwake.access.labels import kind_of_reading, page_name
from kittiwake.access.models import Reading
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import settings
from kittiwake.primitives.clocks import limits
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, long_moment, short_moment

# How far each reaches before relationship and restriction, in words: the sets are those of access/powers.py.
REACH = [
    (powers.SEES_EVERYONE, "Every child’s record but restricted ones, which only people named for them open"),
    (powers.SEES_TEAMS, "The children of your teams, and those you were let in to"),
    (powers.SEES_NAMED, "Children you were let in to"),
    (powers.SEES_OWN, "What was written to you"),
    (powers.SEES_NO_CHILD, "No child’s record: figures of the whole, small numbers hidden"),
]
OFFERED = [
    (Power.SEE_CHRONOLOGY, "Chronologies"),
    (Power.SEE, "All work with a child"),
    (Power.SEE_BOARD, "The board of what should follow and has not"),
    (Power.SEE_FIGURES, "Measures"),
    (Power.OPEN_FIGURES, "The rows behind a measure"),
    (Power.OVERSEE_SUPERVISION, "Supervision of teams, but not what is personal"),
    (Power.SEE_READINGS, "Who has looked at a record"),
    (Power.MAKE_LISTS, "Samples of children, drawn by chance"),
    (Power.SEE_INSPECTIONS, "Concerns, evidence and the self-evaluation"),
]


@dataclass
class WhatYouSeePage:
    user: User
    viewer: Viewer
    at: datetime

    @property
    def rows(self) -> list[SummaryRow]:
        until = self.user.expires_at
        return [
            SummaryRow("You are", f"{self.user.name}, {self.user.get_role_display().lower()}"),
            SummaryRow("Until", long_moment(until) if until else "For as long as you work here"),
            SummaryRow("Whose records", self._reach),
            SummaryRow("You may change", self._changes),
            SummaryRow(
                "What is kept of it",
                "Every record you open, every list you are shown and every page you are refused, with the time",
            ),
        ]

    @property
    def _reach(self) -> str:
        return next((words for roles, words in REACH if self.user.role in roles), "")

    @property
    def _changes(self) -> str:
        writes = [power for power in powers.HOLDS[Role(self.user.role)] if not power.only_reads]
        if not writes or self.user.role == Role.INSPECTOR:
            return "Nothing"
        return "What your work asks: each page says when something is not yours to change"

    @property
    def offered(self) -> list[str]:
        return [words for power, words in OFFERED if self.viewer.may(power)]


@dataclass
class InspectorsPage:
    """The accounts of inspectors, and how much each opened of what the reader may see."""

    viewer: Viewer
    at: datetime
    columns = columns("Inspector", "May sign in until", "Openings#", "Children#", "First", "Last")

    @cached_property
    def since(self) -> datetime:
        return self.at - timedelta(days=limits.count(settings.OPENED_SHOWN, local_date(self.at)))

    @property
    def since_words(self) -> str:
        return long_date(self.since)

    @cached_property
    def people(self) -> list[User]:
        return list(User.objects.filter(role=Role.INSPECTOR).order_by("-expires_at", "name", "pk"))

    @cached_property
    def _counts(self) -> dict[int, dict[str, object]]:
        opened = openings(self.people, self.since).values("user_id")
        counted = opened.annotate(
            opened=Count("pk"), children=Count("child_id", distinct=True), first=Min("at"), last=Max("at")
        )
        return {row["user_id"]: dict(row) for row in counted}

    @property
    def rows(self) -> list[list[Cell]]:
        return [self._row(user) for user in self.people]

    def _row(self, user: User) -> list[Cell]:
        counted = self._counts.get(user.pk, {})
        first, last = counted.get("first"), counted.get("last")
        return [
            TextLink(user.name, f"?who={user.pk}"),
            self._until(user),
            str(counted.get("opened", 0)),
            str(counted.get("children", 0)),
            short_moment(first) if isinstance(first, datetime) else "–",
            short_moment(last) if isinstance(last, datetime) else "–",
        ]

    def _until(self, user: User) -> Cell:
        if not user.may_sign_in(self.at):
            return "Over"
        if user.expires_at is None:
            return Status("No last day", "red")
        return short_moment(user.expires_at)


def openings(people: list[User], since: datetime) -> QuerySet[Reading]:
    """Of children the reader may see: the database shows no others."""
    ids = [user.pk for user in people]
    return Reading.objects.shown().filter(user_id__in=ids, at__gte=since, child_id__isnull=False)


@dataclass
class OpenedPage:
    """What one inspector opened, the newest first."""

    user: User
    viewer: Viewer
    rows_page: list[Reading]
    columns = columns("When", "Child", "Page", "How")

    @cached_property
    def _children(self) -> dict[int, Child]:
        return self.viewer.children.in_bulk({row.child_id for row in self.rows_page if row.child_id})

    @property
    def child_ids(self) -> set[int]:
        return set(self._children)

    @property
    def rows(self) -> list[list[Cell]]:
        return [self._row(row) for row in self.rows_page if row.child_id in self._children]

    def _row(self, reading: Reading) -> list[Cell]:
        child = self._children[reading.child_id or 0]
        return [
            short_moment(reading.at),
            TextLink(child.name, child.get_absolute_url()),
            page_name(reading.page),
            kind_of_reading(reading.what),
        ]
