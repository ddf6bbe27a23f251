"""What the pages of partner agencies show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.agencies.queries import of_no_agency, partner_agencies, people_of
from kittiwake.council.people.queries import last_day
from kittiwake.record.models import Agency, Team
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, short_date, short_moment


def until(user: User, at: datetime) -> str | Status:
    if not user.may_sign_in(at):
        return Status("Over", "grey")
    day = last_day(user)
    return short_date(day) if day else Status("No last day", "yellow")


@dataclass
class ListOfAgencies:
    at: datetime

    columns, columns_of_strangers = (
        columns("Agency", "What it is", "Telephone", "May sign in#"),
        columns("Name", "Until", ""),
    )

    @cached_property
    def agencies(self) -> list[Agency]:
        is_open = Q(workers__user__role=Role.PARTNER, workers__user__is_active=True) & (
            Q(workers__user__expires_at=None) | Q(workers__user__expires_at__gt=self.at)
        )
        people = Count("workers__user", filter=is_open, distinct=True)
        return list(partner_agencies().annotate(people=people).order_by("name", "pk"))

    @property
    def table(self) -> list[list[Any]]:
        return [self._row(agency) for agency in self.agencies]

    def _row(self, agency: Agency) -> list[Any]:
        kind = agency.get_kind_display()
        if agency.ends_on and agency.ends_on <= local_date(self.at):
            kind = f"{kind}, closed"
        link = TextLink(agency.name, reverse("agencies:agency", args=[agency.pk]))
        return [link, kind, agency.phone, str(agency.people)]  # type: ignore[attr-defined]  # annotated

    @cached_property
    def strangers(self) -> list[User]:
        """Who was let in without anybody saying of which agency."""
        return list(of_no_agency().filter(is_active=True))

    @property
    def table_of_strangers(self) -> list[list[Any]]:
        return [
            [
                TextLink(user.name, reverse("people:person", args=[user.pk])),
                until(user, self.at),
                TextLink(f"Say which agency {user.name} is of", reverse("agencies:place", args=[user.pk])),
            ]
            for user in self.strangers
        ]


@dataclass
class AgencyPage:
    agency: Agency
    at: datetime

    columns = columns("Name", "What they are here for", "Until", "Last signed in", "")

    @property
    def today(self) -> date:
        return local_date(self.at)

    @property
    def is_closed(self) -> bool:
        return self.agency.ends_on is not None

    @property
    def rows(self) -> list[SummaryRow]:
        agency = self.agency
        rows = [
            SummaryRow("What it is", agency.get_kind_display()),
            SummaryRow("Telephone", agency.phone),
            SummaryRow("Its teams", "\n".join(team.name for team in self._teams) or "None"),
        ]
        return rows + ([SummaryRow("Closed from", long_date(agency.ends_on))] if agency.ends_on else [])

    @cached_property
    def _teams(self) -> list[Team]:
        return list(Team.objects.on(self.today).filter(agency=self.agency))

    @cached_property
    def people(self) -> list[User]:
        return list(people_of(self.agency))

    @property
    def table(self) -> list[list[Any]]:
        return [self._row(user) for user in self.people]

    def _row(self, user: User) -> list[Any]:
        again = "" if self.is_closed else self._again(user)
        return [
            TextLink(user.name, reverse("people:person", args=[user.pk])),
            user.what_for or "Nobody has said",  # type: ignore[attr-defined]  # annotated
            until(user, self.at),
            short_moment(user.last_login) if user.last_login else "Never",
            again,
        ]

    def _again(self, user: User) -> TextLink:
        return TextLink(f"Invite {user.name} again", reverse("agencies:invite_again", args=[user.pk]))
