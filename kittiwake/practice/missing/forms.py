"""What a person typed about a missing episode. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import CarerDetails, Episode, Grade, Report, Telling
from kittiwake.ui.forms import GovForm, MomentField, RadiosField, SelectField, TextAreaField, TextField


class ReportForm(GovForm):
    sections = [
        ("When", ["last_seen", "reported"]),
        ("Who told us", ["source", "reporter", "reference", "told_council"]),
        ("What we know", ["kind", "missing_from", "circumstances", "grade"]),
    ]
    last_seen = MomentField(
        "When were they last seen?",
        hint="By somebody responsible for them: a carer, teacher, worker or doctor. Leave empty if nobody can say.",
        called="When they were last seen",
        past=True,
        required=False,
    )
    reported = MomentField(
        "When were they reported missing?",
        missing="Enter when they were reported missing",
        called="When they were reported missing",
        past=True,
    )
    source = RadiosField(
        "Who reported it?", choices=rules.SOURCES, missing="Select who reported it", small=True
    )
    reporter = TextField("Their name", required=False, column=(Episode.reported_by, Report.reporter))
    reference = TextField(
        "Their reference",
        hint="For the police, the missing person reference.",
        required=False,
        width=20,
        column=Report.reference,
    )
    told_council = MomentField(
        "When did the police tell us?",
        hint="If they did. Leave empty if nobody can say.",
        called="When the police told us",
        past=True,
        required=False,
    )
    kind = RadiosField("What is known?", choices=rules.KINDS, initial="M", missing="Select what is known")
    missing_from = TextField("Where did they go missing from?", required=False, column=Episode.missing_from)
    circumstances = TextAreaField(
        "What happened?", hint="What is known, and who said it. Leave out judgements.", required=False
    )
    grade = SelectField(
        "How do the police grade the risk?", choices=rules.GRADES, blank="Not graded yet", required=False
    )

    def values(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        told = answers.pop("told_council")
        return {**answers, "told_council_at": told.at if told else None}


class AnotherReportForm(GovForm):
    source = RadiosField(
        "Who reported it?", choices=rules.SOURCES, missing="Select who reported it", small=True
    )
    reporter = TextField("Their name", required=False, column=Report.reporter)
    reference = TextField("Their reference", required=False, width=20, column=Report.reference)
    made = MomentField(
        "When did they report it?", missing="Enter when they reported it", called="When", past=True
    )

    def values(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        made = answers.pop("made")
        return {**answers, "made_at": made.at}


class LocationForm(GovForm):
    located = MomentField(
        "When were they located?",
        missing="Enter when they were located",
        called="When they were located",
        past=True,
    )
    source = RadiosField("Who told us?", choices=rules.SOURCES, missing="Select who told us", small=True)
    where = TextField("Where are they?", required=False, column=Episode.located_where)
    how = TextField("Who found them, and how?", required=False, column=Episode.located_how)


class ReturnForm(GovForm):
    returned = MomentField(
        "When did they come back?",
        hint="The 72 hours for their return interview start now, through nights and holidays.",
        missing="Enter when they came back",
        called="When they came back",
        past=True,
    )
    source = RadiosField("Who told us?", choices=rules.SOURCES, missing="Select who told us", small=True)
    how = TextField(
        "How did they come back?",
        hint="For example, on their own, or brought by the police.",
        required=False,
        column=Episode.returned_how,
    )


class GradeForm(GovForm):
    level = RadiosField(
        "How do the police grade the risk now?", choices=rules.GRADES, missing="Select the grade"
    )
    since = MomentField("Since when?", missing="Enter since when", called="Since when", past=True)
    source = TextField("Who told us?", required=False, column=Grade.source)

    def values(self) -> dict[str, Any]:
        return {
            "level": self.cleaned_data["level"],
            "since_at": self.cleaned_data["since"].at,
            "source": self.cleaned_data["source"],
        }


class TellingForm(GovForm):
    told = RadiosField(
        "Have they been told?",
        choices=[("yes", "Yes"), ("no", "No, and there is a reason")],
        reveals={"yes": ["told_at", "who", "how"], "no": ["not_told_reason"]},
        missing="Select whether they have been told",
    )
    told_at = MomentField(
        "When?", missing="Enter when they were told", called="When they were told", past=True
    )
    who = TextField(
        "Whom did you tell?",
        missing="Enter whom you told",
        hint="Their name, or the desk that took it.",
        column=Telling.who,
    )
    how = TextField("How?", hint="For example, by phone.", required=False, column=Telling.how)
    not_told_reason = TextField(
        "Why not?", missing="Enter why they were not told", column=Telling.not_told_reason
    )

    def values(self) -> dict[str, Any]:
        answers = {name: self.cleaned_data[name] for name in ("who", "how", "not_told_reason")}
        told_at = self.cleaned_data["told_at"]
        return {**answers, "told_at": told_at.at if told_at else None}


class AcknowledgementForm(GovForm):
    words = TextAreaField(
        "What is being done to find them?",
        hint="Your name stands beside this on their record.",
        missing="Enter what is being done to find them",
    )


class CancellationForm(GovForm):
    reason = TextField(
        "Why were they not missing after all?",
        missing="Enter why they were not missing after all",
        column=Episode.cancelled_reason,
    )


class CarerDetailsForm(GovForm):
    description = TextAreaField("What do they look like?", rows=3, required=False)
    friends = TextAreaField("Friends and people they may be with", rows=3, required=False)
    places = TextAreaField("Places they may go", rows=3, required=False)
    phones = TextAreaField("Phone numbers", rows=2, required=False)
    online = TextAreaField("Accounts and names online", rows=2, required=False)
    money_and_travel = TextAreaField("Money, bank and travel cards", rows=2, required=False)
    health = TextAreaField("Health, medicine and what happens without it", rows=3, required=False)
    worries = TextAreaField("What worries you most", rows=3, required=False)
    held_by = TextField(
        "Who holds this?",
        hint="The carer or home that would hand it to the police.",
        required=False,
        column=CarerDetails.held_by,
    )
