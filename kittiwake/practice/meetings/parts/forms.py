"""What a person typed about one child's part of a meeting. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet
from django.forms import ModelChoiceField

from kittiwake.accounts.models import User
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.facts import DecisionAnswers, EnquiryAnswers, PartAnswers
from kittiwake.practice.meetings.models import Decision, Meeting, Part
from kittiwake.record.models import Entry
from kittiwake.ui.forms import (
    ConfirmField,
    DateField,
    GovForm,
    ModelSelectField,
    MomentField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
)

YES_NO = [("yes", "Yes"), ("no", "No")]


class OtherChildForm(GovForm):
    known_by = TextField(
        "Which child?",
        hint="Their number here, or their first and last name as on their record.",
        missing="Enter the child’s number or name",
        called="The child",
        max_length=200,
    )


# Asked only of the kinds it is for; the rest once it was held.
BEFORE = ("participation", "child_views", "parents_views", "information")
ALWAYS_AFTER = ("analysis", "safe_today", "rationale")
AFTER = {
    **dict.fromkeys(rules.STRATEGIES, ("enquiry", "enquiry_by")),
    **dict.fromkeys(rules.PLAN_MAKING, ("plan_made", "category", "outside_home")),
    **dict.fromkeys((rules.PANEL, rules.CARE_TEAM), ("outcome",)),
}


class PartForm(GovForm):
    participation = SelectField(
        "How did the child take part?", choices=rules.PARTICIPATION, blank="Not known yet", required=False
    )
    child_views = TextAreaField(
        "What does the child say and want?",
        hint="In their own words where you have them. It is kept with their own words.",
        required=False,
    )
    parents_views = TextAreaField("What do their parents or carers say?", rows=4, required=False)
    information = TextAreaField("What does each agency know?", rows=6, required=False)
    analysis = TextAreaField("What does it mean for this child?", rows=5, required=False)
    safe_today = TextAreaField("What keeps them safe from today?", rows=3, required=False)
    outcome = RadiosField("What follows for this child?", choices=rules.OUTCOMES, required=False)
    enquiry = RadiosField(
        "Does a section 47 enquiry begin?",
        choices=rules.ENQUIRIES,
        required=False,
    )
    enquiry_by = TextField("If one begins, who carries it out?", required=False, column=Part.enquiry_by)
    plan_made = RadiosField(
        "Is there a child protection plan from now on?",
        choices=YES_NO,
        reveals={"yes": ["category", "outside_home"]},
        required=False,
    )
    category = SelectField("In which category?", choices=rules.CATEGORIES, missing="Select the category")
    outside_home = ConfirmField("The harm is outside the home", required=False)
    rationale = TextAreaField("Why was it decided so?", rows=4, required=False)
    version = VersionField()

    def __init__(self, *args: Any, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = {*BEFORE, "version"}
        if meeting.held_at:
            asked |= {*ALWAYS_AFTER, *AFTER.get(meeting.kind, ())}
        for name in set(self.fields) - asked:
            del self.fields[name]

    def values(self) -> PartAnswers:
        answers = dict(self.cleaned_data)
        if "plan_made" in answers:
            answers["plan_made"] = {"yes": True, "no": False}.get(answers["plan_made"])
        return cast(PartAnswers, answers)


class DecisionForm(GovForm):
    what = TextField("What was decided?", missing="Enter what was decided", column=Decision.what)
    why = TextAreaField("Why?", rows=3, missing="Enter why it was decided")
    acts = RadiosField(
        "Does somebody have to do something?",
        choices=YES_NO,
        reveals={"yes": ["owner", "due_on"], "no": ["no_action_why"]},
        missing="Select whether somebody has to do something",
    )
    owner = ModelSelectField("Who will do it?", blank="Choose a person", missing="Select who will do it")
    due_on = DateField("By which day?", missing="Enter by which day", called="The day")
    no_action_why = TextField(
        "Why does nobody have to?", missing="Enter why nobody has to", column=Decision.no_action_why
    )

    def values(self) -> DecisionAnswers:
        answers = {name: value for name, value in self.cleaned_data.items() if name != "acts"}
        return cast(DecisionAnswers, answers)


class ActForm(GovForm):
    owner = ModelSelectField("Who will do it?", blank="Choose a person", missing="Select who will do it")
    due_on = DateField("By which day?", missing="Enter by which day", called="The day", future=True)


class EnquiryForm(GovForm):
    ended = MomentField("When did it end?", missing="Enter when it ended", called="When it ended", past=True)
    enquiry_result = RadiosField(
        "What did it find?", choices=rules.NO_CONFERENCE, missing="Select what it found"
    )
    enquiry_words = TextAreaField("Why?", rows=4, missing="Enter why")

    def values(self) -> EnquiryAnswers:
        answers = self.cleaned_data
        return {
            "ended_at": answers["ended"].at,
            "enquiry_result": answers["enquiry_result"],
            "enquiry_words": answers["enquiry_words"],
        }


class LetInForm(GovForm):
    user = ModelSelectField("Who?", blank="Choose a partner", missing="Select who is let in")
    ends_on = DateField(
        "Until which day?", missing="Enter until which day", called="The last day", future=True
    )

    def __init__(self, *args: Any, partners: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("ModelChoiceField[User]", self.fields["user"]).queryset = partners


class StrikeOutForm(GovForm):
    reason = TextAreaField(
        "What is wrong with it?",
        rows=3,
        column=Entry.struck_out_reason,
        missing="Enter what is wrong with it",
    )
