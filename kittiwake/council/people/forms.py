"""Questions about who may sign in. Parse and validate; never save."""

from __future__ import annotations

from copy import copy
from datetime import date, datetime
from typing import Any, TypedDict

from django.core.exceptions import ValidationError

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.history.kinds import title_of
from kittiwake.history.models import Event
from kittiwake.record.models import Worker
from kittiwake.time.moments import ONE_DAY, start_of
from kittiwake.ui.forms import (
    DateField,
    EmailField,
    GovForm,
    RadiosField,
    SelectField,
    TextField,
    VersionField,
    choose_from,
)

NEW_WORKER = "new"
STANDING = [
    ("", "Everybody who may sign in"),
    ("away", "Not signed in for 60 days"),
    ("never", "Never signed in"),
    ("ends", "Ends or changes on a day to come"),
    ("closed", "Closed"),
]


class AccountFacts(TypedDict):
    role: str
    expires_at: datetime | None


class AddressFacts(TypedDict):
    name: str
    email: str


class NewAccountFacts(AccountFacts, AddressFacts):
    """Somebody joins."""


class EndFacts(TypedDict):
    ends_at: datetime | None


class RoleFacts(TypedDict):
    role: str
    starts_on: date


def role_choices() -> list[tuple[str, str]]:
    return [(role.value, role.label) for role in Role if role not in {*NOT_PEOPLE, Role.CHILD}]


def role_choices_here() -> list[tuple[str, str]]:
    return [(role, label) for role, label in role_choices() if role != Role.PARTNER]


class LastDayQuestion(GovForm):
    """The day is checked as the account's end is (accounts.recording), which is one day later."""

    expires_at = DateField(
        "What is the last day they may sign in?",
        hint="Leave it empty for as long as they work here. Partners and inspectors always have one.",
        required=False,
        called="The last day",
        missing="Enter the last day",
    )

    @property
    def end(self) -> datetime | None:
        """An account works until its last day is over."""
        day: date | None = self.cleaned_data["expires_at"]
        return start_of(day + ONE_DAY) if day else None


class OfAccount(GovForm):
    """About an account as its page had it: whoever has typed beside what another administrator has done meanwhile is told, once.

    `last` is the latest act on the account, as it is now.
    """

    version = VersionField(required=False)

    def __init__(self, *given: Any, last: Event | None, **more: Any) -> None:
        super().__init__(*given, **more)
        self.last = last
        self.initial["version"] = last.pk if last else 0

    def clean_version(self) -> None:
        now, read = self.initial["version"], self.cleaned_data["version"]
        if self.last and read is not None and read != now:
            data: Any = copy(self.data)  # of a QueryDict, one that may be changed
            data[self.add_prefix("version")] = str(now)
            self.data = data
            who = User.objects.get(pk=self.last.by_id).name
            raise ValidationError(
                f"{who} has changed this account since you opened this page: {title_of(self.last.what).lower()}. Look at it first, "
                "and send this again if it is still right."
            )


class LastDayForm(OfAccount, LastDayQuestion):
    def values(self) -> EndFacts:
        return {"ends_at": self.end}


class RoleField(SelectField):
    def __init__(self, label: str, *, hint: str = "", choices: Any = role_choices) -> None:
        super().__init__(
            label,
            hint=f"It decides which pages open, and how far they see children’s records. {hint}".strip(),
            choices=choices,
            missing="Select their role",
        )


class AccountQuestions(LastDayQuestion):
    role = RoleField("What is their role now?")

    field_order = ["role", "expires_at"]


class OpenAgainForm(OfAccount, AccountQuestions):
    def values(self) -> AccountFacts:
        return {"role": self.cleaned_data["role"], "expires_at": self.end}


class AddressQuestions(GovForm):
    name = TextField("What is their name?", missing="Enter their name", called="Their name", column=User.name)
    email = EmailField(
        "What is their email address at work?",
        hint="They sign in with it. It is theirs alone, and stays theirs when they leave.",
        missing="Enter their email address",
        called="Their email address",
    )


class AddressForm(OfAccount, AddressQuestions):
    def values(self) -> AddressFacts:
        return {"name": self.cleaned_data["name"], "email": self.cleaned_data["email"]}


class NewAccountForm(AddressQuestions, AccountQuestions):
    role = RoleField(
        "What is their role?",
        hint="Whoever is of another agency is invited on the page “Partner agencies”, which asks what for.",
        choices=role_choices_here,
    )

    field_order = ["name", "email", "role", "expires_at"]

    def values(self) -> NewAccountFacts:
        given = self.cleaned_data
        return {
            "name": given["name"],
            "email": given["email"],
            "role": given["role"],
            "expires_at": self.end,
        }


class ChangeRoleForm(OfAccount):
    role = RoleField("What is their role from then on?")
    starts_on = DateField("From which day?", missing="Enter the day it begins", called="The day")

    def values(self) -> RoleFacts:
        return {"role": self.cleaned_data["role"], "starts_on": self.cleaned_data["starts_on"]}


class FindForm(GovForm):
    """What the list is narrowed to."""

    mark_optional = False
    name = TextField("Name or email address", required=False, column=User.name)
    role = SelectField("Role", choices=role_choices, blank="Any role", required=False)
    standing = SelectField("Which accounts", choices=STANDING[1:], blank=STANDING[0][1], required=False)


class TieForm(GovForm):
    worker = RadiosField(
        "Which worker are they?", missing="Select who they are, or that they are not here yet"
    )

    def __init__(self, *given: Any, workers: list[tuple[Worker, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        known = [(str(worker.pk), worker.name) for worker, _ in workers]
        new = "None of these: they are new here" if known else "They are new here"
        choose_from(self, "worker", [*known, (NEW_WORKER, new)])
        question = self.fields["worker"]
        assert isinstance(question, RadiosField)
        question.hints = {str(worker.pk): teams for worker, teams in workers}

    @property
    def worker_pk(self) -> int | None:
        chosen = self.cleaned_data["worker"]
        return None if chosen == NEW_WORKER else int(chosen)
