"""What a person typed about a meeting. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.facts import HeldAnswers, PlanAnswers, RequestAnswers
from kittiwake.practice.meetings.models import Attendance, Meeting
from kittiwake.ui.forms import (
    ConfirmField,
    DateField,
    GovForm,
    HiddenField,
    MomentField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
)


class AskingForm(GovForm):
    """What every request says."""

    why = TextAreaField(
        "Why is it needed?",
        hint="Everybody who comes reads this. Say what concerns one child on that child’s part, not here.",
        missing="Enter why it is needed",
    )
    asked = MomentField(
        "When was it asked for?",
        missing="Enter when it was asked for",
        called="When it was asked for",
        past=True,
    )
    asked_by = TextField("Who asked for it?", missing="Enter who asked for it", column=Meeting.asked_by)
    planned = MomentField(
        "When is it planned for?", required=False, called="When it is planned for", unknown=False
    )
    where = TextField("Where, or how to join?", required=False, column=Meeting.where)
    chair = TextField("Who chairs it?", required=False, column=Meeting.chair)


class RequestForm(AskingForm):
    field_order = ["kind"]
    kind = RadiosField(
        "What kind of meeting?", choices=rules.KINDS, missing="Select what kind of meeting it is", small=True
    )
    because_of = HiddenField("What this is because of", required=False)

    def values(self) -> RequestAnswers:
        answers = {name: value for name, value in self.cleaned_data.items() if name != "because_of"}
        return cast(RequestAnswers, answers)


class PlanForm(GovForm):
    planned = MomentField(
        "When is it planned for?",
        missing="Enter when it is planned for",
        called="When it is planned for",
        unknown=False,
    )
    where = TextField("Where, or how to join?", required=False, column=Meeting.where)
    chair = TextField("Who chairs it?", required=False, column=Meeting.chair)

    def values(self) -> PlanAnswers:
        answers = self.cleaned_data
        return {"planned": answers["planned"], "where": answers["where"], "chair": answers["chair"]}


class InviteForm(GovForm):
    agency = SelectField("For which agency?", choices=rules.AGENCIES, missing="Select the agency")
    name = TextField(
        "Who is invited?", missing="Enter who is invited", column=Attendance.name, called="The name"
    )
    role = TextField("What is their role?", required=False, column=Attendance.role)


class AnswerForm(GovForm):
    answer = RadiosField(
        "What came of the invitation?",
        choices=rules.ANSWERS,
        reveals={rules.REPORTED: ["report"]},
        missing="Select what came of it",
    )
    report = TextAreaField(
        "What does the report say, or where is it kept?", missing="Enter what the report says"
    )


class HoldForm(GovForm):
    """One question for each person invited; their keys are in the names of the questions."""

    sections = [
        ("The meeting", ["held", "chair", "where", "why_late", "why_late_words"]),
        ("Who came", []),
        ("What was said", ["discussed", "places_and_people", "not_to_be_shared", "next_on"]),
    ]
    held = MomentField(
        "When was it held?", missing="Enter when it was held", called="When it was held", past=True
    )
    chair = TextField("Who chaired it?", missing="Enter who chaired it", column=Meeting.chair)
    where = TextField("Where, or how?", required=False, column=Meeting.where)
    why_late = SelectField(
        "If it was later than it should be, why?", choices=rules.WHY_LATE, blank="It was not", required=False
    )
    why_late_words = TextField("What else about the delay?", required=False, column=Meeting.why_late_words)
    went_ahead_why = TextAreaField(
        "If somebody who had to be there was not, why did it go ahead?",
        rows=2,
        required=False,
        column=Meeting.went_ahead_why,
    )
    discussed = TextAreaField(
        "What was talked about?",
        hint="All who read any child’s part read this. What concerns one child goes on that child’s part.",
        rows=8,
        required=False,
    )
    places_and_people = TextAreaField("Which places and adults?", rows=3, required=False)
    not_to_be_shared = TextAreaField("What must not be passed on, and to whom?", rows=2, required=False)
    next_on = DateField("When does it meet again?", required=False, called="The next day")

    def __init__(self, *args: Any, invited: Iterable[Attendance], **options: Any) -> None:
        super().__init__(*args, **options)
        self.invited = list(invited)
        for invited_person in self.invited:
            self.fields[f"came_{invited_person.pk}"] = RadiosField(
                str(invited_person),
                choices=rules.ANSWERS[1:],
                missing=f"Select whether {invited_person.name} came",
                small=True,
                inline=True,
            )
            self.initial.setdefault(
                f"came_{invited_person.pk}",
                "" if invited_person.answer == rules.INVITED else invited_person.answer,
            )
        came = [f"came_{attendance.pk}" for attendance in self.invited]
        self.sections = [
            (title, [*came, "went_ahead_why"] if title == "Who came" else names)
            for title, names in type(self).sections
        ]

    def values(self) -> HeldAnswers:
        facts = {name: value for name, value in self.cleaned_data.items() if not name.startswith("came_")}
        answers = {invited.pk: self.cleaned_data[f"came_{invited.pk}"] for invited in self.invited}
        return cast(HeldAnswers, {**facts, "answers": answers})


class CloseForm(GovForm):
    agreed = ConfirmField(
        "I have read the record and agree that this is what was said and decided",
        error_messages={"required": "Select the box to agree the record"},
    )
    version = VersionField()


class CancelForm(GovForm):
    reason = TextAreaField(
        "Why will it not be held?", rows=3, column=Meeting.cancelled_reason, missing="Enter why"
    )
