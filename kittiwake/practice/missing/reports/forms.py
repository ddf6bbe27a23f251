"""What a person typed about a report or a grade. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Grade, Report
from kittiwake.practice.missing.reports.facts import GradeFacts, MadeReport
from kittiwake.ui.forms import GovForm, MomentField, RadiosField, TextField


class AnotherReportForm(GovForm):
    source = RadiosField(
        "Who reported it?", choices=rules.SOURCES, missing="Select who reported it", small=True
    )
    reporter = TextField("Their name", required=False, column=Report.reporter)
    reference = TextField("Their reference", required=False, width=20, column=Report.reference)
    made = MomentField(
        "When did they report it?", missing="Enter when they reported it", called="When", past=True
    )

    def values(self) -> MadeReport:
        answers = self.cleaned_data
        return {
            "source": answers["source"],
            "reporter": answers["reporter"],
            "reference": answers["reference"],
            "made_at": answers["made"].at,
        }


class GradeForm(GovForm):
    level = RadiosField(
        "How do the police grade the risk now?", choices=rules.GRADES, missing="Select the grade"
    )
    since = MomentField("Since when?", missing="Enter since when", called="Since when", past=True)
    source = TextField("Who told us?", required=False, column=Grade.source)

    def values(self) -> GradeFacts:
        return {
            "level": self.cleaned_data["level"],
            "since_at": self.cleaned_data["since"].at,
            "source": self.cleaned_data["source"],
        }
