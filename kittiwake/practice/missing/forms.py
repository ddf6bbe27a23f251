"""What a person typed about a missing episode. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.facts import LocationFacts, NewReport, ReturnFacts
from kittiwake.practice.missing.models import Episode, Report
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

    def values(self) -> NewReport:
        answers = self.cleaned_data
        return {
            "last_seen": answers["last_seen"],
            "reported": answers["reported"],
            "source": answers["source"],
            "reporter": answers["reporter"],
            "reference": answers["reference"],
            "told_council_at": answers["told_council"].at if answers["told_council"] else None,
            "kind": answers["kind"],
            "missing_from": answers["missing_from"],
            "circumstances": answers["circumstances"],
            "grade": answers["grade"],
        }


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

    def values(self) -> LocationFacts:
        answers = self.cleaned_data
        return {
            "located": answers["located"],
            "source": answers["source"],
            "where": answers["where"],
            "how": answers["how"],
        }


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

    def values(self) -> ReturnFacts:
        answers = self.cleaned_data
        return {"returned": answers["returned"], "source": answers["source"], "how": answers["how"]}


class CancellationForm(GovForm):
    reason = TextField(
        "Why were they not missing after all?",
        missing="Enter why they were not missing after all",
        column=Episode.cancelled_reason,
    )
