"""Questions about the directory. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.accounts.roles import Role
from kittiwake.council.directory import rules
from kittiwake.council.directory.models import DirectoryRules, DirectoryToken, GroupRole
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    NumberField,
    RadiosField,
    SelectField,
    TextField,
    YesNoField,
)

LEFT, WRONG = "left", "wrong"


class GroupRoleFacts(TypedDict):
    group: str
    role: str


class RulesFacts(TypedDict):
    most_ended: int
    makes_administrators: bool


class TokenFacts(TypedDict):
    name: str
    ends_on: date


def role_choices() -> list[tuple[str, str]]:
    return [(role.value, role.label) for role in Role if role not in rules.NEVER_BY_GROUP]


class GroupRoleForm(GovForm):
    group = TextField(
        "Which group?",
        hint="Its name as the directory sends it, or its number there (in Entra, the “object id”), letter by letter.",
        missing="Enter the group",
        called="The group",
        column=GroupRole.group,
    )
    role = SelectField(
        "Which role has whoever is in it?",
        hint="Partners, inspectors and young people come for a time or by their worker: never by a group.",
        choices=role_choices,
        missing="Select the role",
    )

    def values(self) -> GroupRoleFacts:
        return {"group": self.cleaned_data["group"], "role": self.cleaned_data["role"]}


class GiveRoleForm(GovForm):
    role = SelectField(
        "What is their role?",
        hint="It decides which pages open, and how far they see children’s records.",
        choices=role_choices,
        missing="Select their role",
    )

    @property
    def chosen(self) -> str:
        return str(self.cleaned_data["role"])


class RulesForm(GovForm):
    most_ended = NumberField(
        "Of a hundred accounts, how many may the directory end within an hour?",
        hint=f"When it ends more, a system administrator decides first. {rules.FEWEST_ENDED} are never too many.",
        missing="Enter how many of a hundred",
        called="How many of a hundred",
        column=DirectoryRules.most_ended,
        min_value=1,
        max_value=100,
        width=3,
    )
    makes_administrators = YesNoField(
        "May a group make somebody a system administrator?",
        hint="Whoever keeps the directory could then let people in here, and so could whoever breaks into it.",
        missing="Select yes if a group may make system administrators",
    )

    def values(self) -> RulesFacts:
        given = self.cleaned_data
        return {
            "most_ended": given["most_ended"],
            "makes_administrators": given["makes_administrators"],
        }


class TokenForm(GovForm):
    name = TextField(
        "What is it for?",
        hint="So that you know it again: for example, “Entra”.",
        missing="Enter what it is for",
        called="What it is for",
        column=DirectoryToken.name,
    )
    ends_on = DateField(
        "What is the last day it works?",
        hint="Within a year from now. Make the next one before that day is over.",
        missing="Enter the last day",
        called="The last day",
    )

    def values(self) -> TokenFacts:
        return {"name": self.cleaned_data["name"], "ends_on": self.cleaned_data["ends_on"]}


class DecideForm(GovForm):
    outcome = RadiosField(
        "What happened?",
        choices=[
            (LEFT, "They have left: close the account"),
            (WRONG, "The directory was wrong: leave it open"),
        ],
        missing="Select what happened",
    )

    @property
    def have_left(self) -> bool:
        return bool(self.cleaned_data["outcome"] == LEFT)


class DecideAllForm(DecideForm):
    outcome = RadiosField(
        "What happened?",
        choices=[
            (LEFT, "They have all left: close the accounts"),
            (WRONG, "The directory was wrong: leave them open"),
        ],
        missing="Select what happened",
    )
