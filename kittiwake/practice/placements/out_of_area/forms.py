"""What a person typed about what the law asks of a placement out of our area. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.placements import rules
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.out_of_area.facts import Approval, Consultation, NoNotice, Notice
from kittiwake.ui.forms import DateField, GovForm, RadiosField, TextAreaField, TextField, YesNoField


class ApproveForm(GovForm):
    role = RadiosField("Who approved it?", choices=rules.APPROVERS, missing="Select who approved it")
    who = TextField("Their name", missing="Enter their name", column=Move.approved_by)
    on = DateField("When?", missing="Enter the day", called="The day", past=True)
    why = TextAreaField(
        "Why does this placement suit the child better than one nearer?", missing="Enter why", rows=4
    )

    def values(self) -> Approval:
        answers = self.cleaned_data
        return {"role": answers["role"], "who": answers["who"], "on": answers["on"], "why": answers["why"]}


class ConsultForm(GovForm):
    whom = TextField(
        "Who was asked?", hint="Name and council.", missing="Enter who was asked", column=Move.consulted_whom
    )
    on = DateField("When?", missing="Enter the day", called="The day", past=True)
    words = TextAreaField("What did they say?", missing="Enter what they said", rows=4)

    def values(self) -> Consultation:
        answers = self.cleaned_data
        return {"whom": answers["whom"], "on": answers["on"], "words": answers["words"]}


class NotifyForm(GovForm):
    whom = TextField(
        "Who was it sent to?",
        hint="Name and council.",
        missing="Enter who it was sent to",
        column=Move.notified_whom,
    )
    on = DateField("When?", missing="Enter the day", called="The day", past=True)
    whole = YesNoField(
        "Did it say what the child needs and why the placement suits, with the care plan?",
        missing="Select whether it did",
    )

    def clean_whole(self) -> bool:
        if self.cleaned_data["whole"] is False:
            self.add_error(
                "whole",
                "The notice has to say all three (regulation 13). Send what is missing, then record it.",
            )
        return True

    def values(self) -> Notice:
        answers = self.cleaned_data
        return {"whom": answers["whom"], "on": answers["on"]}


class NoNoticeForm(GovForm):
    on = DateField("When was that clear?", missing="Enter the day", called="The day", past=True)
    why = TextAreaField(
        "Why could notice not reasonably be given?", missing="Enter why", rows=3, column=Move.no_notice_why
    )

    def values(self) -> NoNotice:
        answers = self.cleaned_data
        return {"on": answers["on"], "why": answers["why"]}
