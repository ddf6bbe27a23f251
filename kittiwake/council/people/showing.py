"""What the pages of accounts show. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.accounts import second_factor
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.accounts.sessions import Place, places
from kittiwake.council.directory.models import DirectoryPerson
from kittiwake.council.directory.queries import account_of
from kittiwake.council.people.queries import AWAY, acts_between, acts_on
from kittiwake.history.kinds import title_of
from kittiwake.history.models import Event
from kittiwake.record.models import Agency, Membership, Team, Worker
from kittiwake.time.moments import MONTHS, ONE_DAY, add_months, local_date, start_of
from kittiwake.ui.components import Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, long_moment, short_moment

SHOWN = 20
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


def last_day(user: User) -> date | None:
    return last_day_of(user.expires_at) if user.expires_at else None


def last_day_of(expires_at: datetime) -> date:
    """The day before, where it ends as a day begins."""
    on = local_date(expires_at)
    return on - ONE_DAY if expires_at == start_of(on) else on


def standing(user: User, at: datetime) -> Status:
    if not user.may_sign_in(at):
        return Status("Closed", "grey")
    if user.expires_at:
        return Status(f"Until {long_date(last_day(user) or at)}", "blue")
    if user.last_login is None:
        return Status("Never signed in", "yellow")
    if user.last_login < at - AWAY:
        return Status("Not signed in for long", "yellow")
    return Status("")


@dataclass(frozen=True)
class ListOfPeople:
    rows: Sequence[User]
    at: datetime

    columns = columns("Name", "Role", "Last signed in", "Account")

    @property
    def table(self) -> list[list[Any]]:
        return [self._row(user) for user in self.rows]

    def _row(self, user: User) -> list[Any]:
        return [
            TextLink(user.name, reverse("people:person", args=[user.pk])),
            Role(user.role).label,
            short_moment(user.last_login) if user.last_login else "Never",
            standing(user, self.at),
        ]


@dataclass
class PersonPage:
    user: User
    at: datetime

    @property
    def standing(self) -> Status:
        return standing(self.user, self.at)

    @property
    def is_open(self) -> bool:
        return self.user.may_sign_in(self.at)

    @cached_property
    def places(self) -> list[Place]:
        return places(self.user, here="", at=self.at)

    @cached_property
    def worker(self) -> Worker | None:
        return Worker.objects.filter(user=self.user).first()

    @cached_property
    def in_directory(self) -> DirectoryPerson | None:
        return account_of(self.user)

    @property
    def directory(self) -> str:
        """What the directory says of them, where it ends them."""
        if self.in_directory is None or (self.in_directory.is_active and not self.in_directory.held_at):
            return ""
        return (
            "The directory has ended them: decide about it"
            if self.in_directory.held_at
            else "The directory has ended them"
        )

    @property
    def rows(self) -> list[SummaryRow]:
        return [
            self._link("Email address", self.user.email, "people:change_address", is_open=True),
            self._link("Role", self._role, "people:change_role", is_open=self.is_open),
            self._link("Last day", self._last_day, "people:set_last_day", is_open=self.user.is_active),
            SummaryRow("Last signed in", long_moment(self.user.last_login) if self.user.last_login else "Never"),
            SummaryRow("How they sign in", self._ways),
            self._link("Worker", self._worker, "people:tie", is_open=self.worker is None, action="Say who"),
        ]  # fmt: skip

    def _link(self, key: str, value: str, page: str, *, is_open: bool, action: str = "Change") -> SummaryRow:
        href = reverse(page, args=[self.user.pk]) if is_open else ""
        return SummaryRow(key, value, href, action)

    @property
    def _role(self) -> str:
        now = Role(self.user.role).label
        if self.in_directory and self.in_directory.group:
            now = f"{now}\nFrom the directory’s group “{self.in_directory.group}”"
        if not self.user.next_role:
            return now
        starts_on = long_date(self.user.next_role_on or self.at)
        return f"{now}\nFrom {starts_on}: {Role(self.user.next_role).label}"

    @property
    def _last_day(self) -> str:
        day = last_day(self.user)
        return long_date(day) if day else "None set"

    @property
    def _ways(self) -> str:
        ways = ["Password"] if self.user.has_usable_password() else []
        if SocialAccount.objects.filter(user=self.user).exists():
            ways.append("The council’s single sign-on")
        kinds = {factor.type for factor in self.factors}
        ways += ["A code from an app"] if Authenticator.Type.TOTP in kinds else []
        ways += ["A passkey"] if Authenticator.Type.WEBAUTHN in kinds else []
        return "\n".join(ways) or "Not yet: they have no password and no single sign-on"

    @cached_property
    def factors(self) -> list[Authenticator]:
        return second_factor.factors(self.user)

    @property
    def _worker(self) -> str:
        if self.worker is None:
            return "Works with no child"
        today = local_date(self.at)
        places = Membership.objects.on(today).filter(worker=self.worker).select_related("team")
        said = [
            f"{place.team}, which they manage" if place.manages else place.team.name
            for place in places.order_by("team__name")
        ]
        return "\n".join([self.worker.name, *(said or ["In no team"])])

    @cached_property
    def acts(self) -> Acts:
        return Acts(list(acts_on(self.user)[:SHOWN]))


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
