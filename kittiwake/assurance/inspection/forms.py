"""What a person typed about an inspection or visit. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.facts import CallOffFacts, ReportFacts, VisitFacts
from kittiwake.assurance.inspection.models import Inspection
from kittiwake.assurance.letters.models import Letter
from kittiwake.assurance.letters.rules import GRADES
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelSelectField,
    NumberField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
    YesNoField,
)


class VisitForm(GovForm):
    kind = RadiosField("What is it?", choices=rules.KINDS, missing="Select what it is", small=True)
    starts_on = DateField(
        "When does it begin?",
        hint="While it is only expected: about when.",
        missing="Enter when it begins",
        called="When it begins",
    )
    ends_on = DateField("When does it end?", missing="Enter when it ends", called="When it ends")
    announced_on = DateField(
        "When was it announced?",
        hint="Leave empty while it is only expected.",
        required=False,
        past=True,
        called="When it was announced",
    )
    inspectors = NumberField(
        "How many inspectors?", required=False, min_value=1, max_value=40, called="The number of inspectors"
    )
    themes = TextAreaField("What do they look at?", hint="One theme on a line.", rows=3, required=False)
    lists_asked_on = DateField(
        "When did they ask for the lists?", required=False, past=True, called="When they asked for the lists"
    )
    lists_given_on = DateField(
        "When were the lists given?", required=False, past=True, called="When the lists were given"
    )

    def values(self) -> VisitFacts:
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "starts_on": given["starts_on"],
            "ends_on": given["ends_on"],
            "announced_on": given["announced_on"],
            "inspectors": given["inspectors"],
            "themes": given["themes"],
            "lists_asked_on": given["lists_asked_on"],
            "lists_given_on": given["lists_given_on"],
        }


class ChangeVisitForm(VisitForm):
    version = VersionField()


class ReportForm(GovForm):
    version = VersionField()
    reported_on = DateField(
        "When did the letter come?",
        missing="Enter when the letter came",
        called="When the letter came",
        past=True,
    )
    overall = SelectField(
        "Overall grade", hint="Visits are not graded.", choices=GRADES, blank="Not graded", required=False
    )
    needs_plan = YesNoField(
        "Does an action plan have to follow?",
        hint="After “inadequate”, or an area for priority action: within 70 working days.",
        reveals={"yes": ["plan_sent_on"]},
        missing="Select whether an action plan has to follow",
    )
    plan_sent_on = DateField(
        "When was it sent?",
        hint="Leave empty until it has been.",
        required=False,
        past=True,
        called="When the plan was sent",
    )
    letter = ModelSelectField("The letter, if it is here", required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        letters = Letter.objects.standing().order_by("-visited_to", "-pk")
        if letters:
            letter: Any = self.fields["letter"]
            letter.queryset = letters
        else:
            del self.fields["letter"]

    def values(self) -> ReportFacts:
        given = self.cleaned_data
        return {
            "reported_on": given["reported_on"],
            "overall": given["overall"],
            "needs_plan": bool(given["needs_plan"]),
            "plan_sent_on": given["plan_sent_on"],
            "letter": given.get("letter"),
        }


class CallOffForm(GovForm):
    version = VersionField()
    why = TextField(
        "Why did it not take place?",
        missing="Enter why it did not take place",
        column=Inspection.called_off_why,
    )

    def facts(self) -> CallOffFacts:
        return {"why": self.cleaned_data["why"], "version": self.cleaned_data["version"]}
