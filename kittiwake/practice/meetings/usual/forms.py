"""Questions about who usually comes. Parse and validate; never save."""

from __future__ import annotations

from typing import TypedDict, cast

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import UsualMember
from kittiwake.ui.forms import GovForm, SelectField, TextField


class UsualMemberFacts(TypedDict):
    kind: str
    agency: str
    name: str
    role: str


class UsualMemberForm(GovForm):
    kind = SelectField(
        "To which meetings?", choices=rules.ALL_KINDS, missing="Select the kind of meeting", called="The kind"
    )
    agency = SelectField("For which agency?", choices=rules.AGENCIES, missing="Select the agency")
    name = TextField("Who?", missing="Enter who", column=UsualMember.name, called="The name")
    role = TextField("What is their role?", required=False, column=UsualMember.role)

    def values(self) -> UsualMemberFacts:
        return cast(UsualMemberFacts, self.cleaned_data)
