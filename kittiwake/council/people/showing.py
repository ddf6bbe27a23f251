"""What the pages of accounts show. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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
from kittiwake.council.people.acts import Acts
from kittiwake.council.people.queries import AWAY, acts_on, last_day
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, long_moment, short_moment

SHOWN = 20


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
