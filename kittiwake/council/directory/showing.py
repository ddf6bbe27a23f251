"""What the pages of the directory show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.area import address_of
from kittiwake.council.directory import queries, rules
from kittiwake.council.directory.models import (
    DirectoryPerson,
    DirectoryToken,
    GroupRole,
    standing_rules,
)
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, short_moment

SHOWN = 50


@dataclass
class DirectoryPage:
    at: datetime

    columns_of_roles = columns("Group", "Role", "Said by", "People now", "Change")
    columns_of_held = columns("Who", "Why", "Since", "Decide")
    columns_of_waiting = columns("Who", "Named", "Give a role")
    columns_of_tokens = columns("What it is for", "Made by", "Last used", "Until", "End")

    @cached_property
    def held(self) -> list[DirectoryPerson]:
        return list(queries.held()[:SHOWN])

    @cached_property
    def number_held(self) -> int:
        return queries.held().count() if len(self.held) == SHOWN else len(self.held)

    @property
    def table_of_held(self) -> list[list[Any]]:
        return [
            [
                TextLink(person.user.name, address_of(User, person.user.pk)),
                person.get_held_because_display(),
                short_moment(person.held_at),
                TextLink("Decide", reverse("directory:decide_end", args=[person.pk]), person.user.name),
            ]
            for person in self.held
            if person.user and person.held_at
        ]

    @cached_property
    def roles(self) -> list[GroupRole]:
        return list(queries.standing_roles().select_related("by"))

    @property
    def table_of_roles(self) -> list[list[Any]]:
        having = queries.people_by_group()
        return [
            [
                row.group,
                Role(row.role).label,
                row.by.name,
                str(having.get(row.group, 0)),
                TextLink("Take it back", reverse("directory:end_group_role", args=[row.pk]), row.group),
            ]
            for row in self.roles
        ]

    @cached_property
    def waiting(self) -> list[DirectoryPerson]:
        return list(queries.waiting()[:SHOWN])

    @cached_property
    def number_waiting(self) -> int:
        return queries.waiting().count() if len(self.waiting) == SHOWN else len(self.waiting)

    @property
    def table_of_waiting(self) -> list[list[Any]]:
        return [
            [
                f"{person.name}, {person.address}",
                short_moment(person.made_at),
                TextLink("Give a role", reverse("directory:give_role", args=[person.pk]), person.name),
            ]
            for person in self.waiting
        ]

    @cached_property
    def tokens(self) -> list[DirectoryToken]:
        return list(DirectoryToken.objects.select_related("by")[:SHOWN])

    @property
    def table_of_tokens(self) -> list[list[Any]]:
        return [
            [
                token.name,
                token.by.name,
                short_moment(token.used_at) if token.used_at else "Never",
                self._until(token),
                self._end(token),
            ]
            for token in self.tokens
        ]

    def _until(self, token: DirectoryToken) -> str | Status:
        if token.revoked_at:
            return Status("Ended", "grey")
        return long_date(token.ends_on) if self._works(token) else Status("Over", "grey")

    def _end(self, token: DirectoryToken) -> str | TextLink:
        if not self._works(token):
            return ""
        return TextLink("End it", reverse("directory:revoke_token", args=[token.pk]), token.name)

    def _works(self, token: DirectoryToken) -> bool:
        return token.works(today=local_date(self.at))

    @property
    def rules(self) -> list[SummaryRow]:
        standing = standing_rules()
        most = standing.most_ended if standing else rules.MOST_ENDED
        makes = bool(standing and standing.makes_administrators)
        change = reverse("directory:change_rules")
        return [
            SummaryRow("Ends within an hour", f"At most {most} of a hundred accounts by itself", change),
            SummaryRow(
                "System administrators",
                "By a group too" if makes else "By another administrator only",
                change,
            ),
        ]
