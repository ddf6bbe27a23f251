"""What a person typed about a copy of a record. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from kittiwake.desk.chronology.showing import Line
from kittiwake.desk.exports import rules
from kittiwake.desk.exports.models import RecordExport
from kittiwake.record.models import Entry
from kittiwake.ui.dates import short_date
from kittiwake.ui.forms import DateField, GovForm, RadiosField, SelectField, TextField


class AskFacts(TypedDict):
    right: str
    for_whom: str
    asked_on: date


class AskForm(GovForm):
    right = RadiosField(
        "What gives them the right to it?", choices=rules.RIGHTS, missing="Select what gives them the right"
    )
    for_whom = TextField(
        "Whom is it for?",
        hint="Check who they are, and that they may act for the child, before anything is given out.",
        missing="Enter whom it is for",
        column=RecordExport.for_whom,
    )
    asked_on = DateField(
        "When did they ask?", missing="Enter when they asked", called="The day they asked", past=True
    )

    def values(self) -> AskFacts:
        answers = self.cleaned_data
        return {"right": answers["right"], "for_whom": answers["for_whom"], "asked_on": answers["asked_on"]}


class MakeForm(GovForm):
    """Nothing is asked: the button is the answer."""


class LinesForm(GovForm):
    """Of each line on the page why it goes out; left alone, it stays out."""

    mark_optional = False

    def __init__(self, *given: Any, lines: Sequence[Line], decided: Mapping[int, str], **more: Any) -> None:
        super().__init__(*given, **more)
        self.lines = {f"line_{line.entry.pk}": line for line in lines}
        for name, line in self.lines.items():
            self.fields[name] = _question(line, decided.get(line.entry.pk, ""))

    def values(self) -> dict[Entry, str]:
        return {line.entry: self.cleaned_data[name] for name, line in self.lines.items()}


def _question(line: Line, why: str) -> SelectField:
    happened = line.happened
    told = [*happened.lines, *(f"“{quote}”" for quote in happened.quotes)] if happened else []
    documents = [link.text for link in happened.kept] if happened else []
    return SelectField(
        f"{short_date(line.entry.happened_at)}: {line.kind}. {line.entry.summary}",
        hint=". ".join(said.rstrip(".") for said in [*told, *documents]),
        choices=rules.WHY,
        blank="It stays out",
        required=False,
        initial=why,
    )
