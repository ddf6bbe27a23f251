"""What administrators did, month by month, in words. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import cached_property

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.people.queries import acts_between, last_day_of
from kittiwake.history.kinds import title_of
from kittiwake.history.models import Event
from kittiwake.record.models import Agency, Team
from kittiwake.time.moments import MONTHS, add_months, start_of
from kittiwake.ui.components import TextLink, columns
from kittiwake.ui.dates import long_date, short_moment

# What history calls the fields it kept, where the field's own name is not what a person would say.
CALLED = {
    "agency": "Agency",
    "email": "Address",
    "external_id": "Number there",
    "in_it": "People in it",
    "makes_administrators": "Makes administrators",
    "most_ended": "Ends of a hundred in an hour",
    "user_name": "Signs in there as",
    "why": "Because",
    "ends_on": "Until",
    "expires_at": "Last day",
    "is_active": "May sign in",
    "into": "Into",
    "kind": "What it does",
    "manager": "Manager",
    "member": "Member",
    "name": "Name",
    "next_role": "Role to come",
    "parent": "Beneath",
    "phone": "Telephone",
    "role": "Role",
    "starts_on": "From",
    "team": "Team",
    "what": "What for",
    "worker": "Worker",
}


@dataclass
class Acts:
    """What administrators did, in words."""

    events: Sequence[Event]

    columns, columns_of_one = (
        columns("When", "What", "About", "Who did it"),
        columns("When", "What", "Who did it"),
    )

    @cached_property
    def _users(self) -> dict[int, User]:
        keys = {event.by_id for event in self.events}
        keys |= {event.subject_id for event in self.events if event.subject == User._meta.label_lower}
        return User.objects.in_bulk(keys)

    @cached_property
    def _named(self) -> dict[tuple[str, int], str]:
        """The teams and partner agencies it was about, as they are called now."""
        named: dict[tuple[str, int], str] = {}
        for rows in (Team.objects.all(), Agency.objects.exclude(kind="council")):
            label = rows.model._meta.label_lower
            keys = {event.subject_id for event in self.events if event.subject == label}
            named |= {(label, pk): name for pk, name in rows.filter(pk__in=keys).values_list("pk", "name")}
        return named

    @property
    def table(self) -> list[list[Any]]:
        return [
            [short_moment(event.at), self._what(event), self._about(event), self._name(event.by_id)]
            for event in self.events
        ]

    @property
    def table_of_one(self) -> list[list[Any]]:
        return [[when, what, who] for when, what, _, who in self.table]

    def _what(self, event: Event) -> str:
        said = [_changed(field, was, now) for field, (was, now) in event.changes.items() if was != now]
        return ". ".join([title_of(event.what), *said])

    def _about(self, event: Event) -> str | TextLink:
        if event.subject == User._meta.label_lower:
            return self._name(event.subject_id)
        return self._named.get((event.subject, event.subject_id), "The council")

    def _name(self, pk: int) -> str:
        """A young person's account is spoken of without their name."""
        user = self._users.get(pk)
        if user is None:
            return "Somebody no longer known"
        return "A young person" if user.role == Role.CHILD else user.name


def _changed(field: str, was: Any, now: Any) -> str:
    """Role: Social worker → Team manager; of what was not there before, what it is now: From: 5 December 2026"""
    called = CALLED.get(field, field.capitalize())
    if was in (None, ""):
        return f"{called}: {_said(field, now)}"
    return f"{called}: {_said(field, was)} → {_said(field, now)}"


def _said(field: str, value: Any) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field in ("starts_on", "ends_on"):
        return long_date(date.fromisoformat(value))
    return long_date(last_day_of(datetime.fromisoformat(value))) if field == "expires_at" else str(value)


@dataclass(frozen=True)
class Month:
    """Its first day."""

    first: date

    @classmethod
    def named(cls, text: str, today: date) -> Month:
        """From an address: 2026-11. The present month where it is none, or to come."""
        try:
            first = date.fromisoformat(f"{text}-01")
        except ValueError:
            first = today.replace(day=1)
        return cls(min(first, today.replace(day=1)))

    @property
    def title(self) -> str:
        return f"{MONTHS[self.first.month - 1]} {self.first.year}"

    @property
    def before(self) -> str:
        return f"{add_months(self.first, -1):%Y-%m}" if self.first.year > 2000 else ""

    @property
    def after(self) -> str:
        return f"{add_months(self.first, 1):%Y-%m}"

    def is_last(self, today: date) -> bool:
        return (self.first.year, self.first.month) == (today.year, today.month)

    @property
    def acts(self) -> Any:
        return acts_between(start_of(self.first), start_of(add_months(self.first, 1)))
