"""What a person typed about a report. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from django.utils.timezone import now

from kittiwake.access.people import offer, who_may
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance import rules
from kittiwake.assurance.performance.models import PlannedAction, Report
from kittiwake.assurance.performance.themes import themes
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import (
    CheckboxesField,
    ConfirmField,
    DateField,
    GovForm,
    ModelSelectField,
    RadiosField,
    TextAreaField,
    TextField,
    VersionField,
)


def themes_field() -> CheckboxesField:
    return CheckboxesField(
        "What is it about?",
        choices=lambda: [(theme.key, theme.title) for theme in themes().values()],
        hints={theme.key: theme.question for theme in themes().values()},
        missing="Select at least one theme",
    )


def title_field() -> TextField:
    return TextField(
        "What is it called?",
        hint="Such as: How we look after children who go missing, July to September 2026",
        missing="Enter what it is called",
        column=Report.title,
    )


class BeginFacts(TypedDict):
    title: str
    first: date
    last: date
    themes: list[str]


class BeginForm(GovForm):
    title = title_field()
    first = DateField("First day", missing="Enter the first day", called="The first day", past=True)
    last = DateField("Last day", missing="Enter the last day", called="The last day", past=True)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["themes"] = themes_field()

    def facts(self) -> BeginFacts:
        answers = self.cleaned_data
        return {
            "title": answers["title"],
            "first": answers["first"],
            "last": answers["last"],
            "themes": answers["themes"],
        }


class ReplaceForm(BeginForm):
    why_replaced = TextField(
        "Why is the published report replaced?",
        hint="Everybody who reads either of them reads this.",
        missing="Enter why it is replaced",
        column=Report.why_replaced,
    )


class WriteFacts(TypedDict):
    title: str
    summary: str
    next_on: date | None
    themes: list[str]
    version: int


class WriteForm(GovForm):
    version = VersionField()
    title = title_field()
    summary = TextAreaField(
        "What should members know first?",
        hint="A few sentences in plain words. Name no child, and tell no story in which one could be recognised.",
        required=False,
    )
    next_on = DateField("When do members see the next report?", required=False, called="The day", future=True)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["themes"] = themes_field()

    def facts(self) -> WriteFacts:
        answers = self.cleaned_data
        return {
            "title": answers["title"],
            "summary": answers["summary"],
            "next_on": answers["next_on"],
            "themes": answers["themes"],
            "version": answers["version"],
        }


class ThemeFacts(TypedDict):
    says: str
    heard: str
    sure: str
    sure_why: str
    version: int


class ThemeForm(GovForm):
    version = VersionField()
    says = TextAreaField(
        "What do the figures say?",
        hint="In plain words: is it better or worse, where, and why we think so.",
        missing="Enter what the figures say",
    )
    heard = TextAreaField(
        "What did we hear from children, families and audits?",
        hint="In sentences of your own. No story in which a child could be recognised.",
        required=False,
    )
    sure = RadiosField("How sure are we?", choices=rules.HOW_SURE, missing="Select how sure we are")
    sure_why = TextAreaField(
        "Why?", hint="Such as: four interviews were written up late.", rows=2, required=False
    )

    def facts(self) -> ThemeFacts:
        answers = self.cleaned_data
        return {
            "says": answers["says"],
            "heard": answers["heard"],
            "sure": answers["sure"],
            "sure_why": answers["sure_why"],
            "version": answers["version"],
        }


class ActionFacts(TypedDict):
    what: str
    worker: Worker
    due_on: date


class ActionForm(GovForm):
    what = TextField("What do we do?", missing="Enter what we do", column=PlannedAction.what)
    worker = ModelSelectField("Who sees to it?", missing="Select who sees to it")
    due_on = DateField("By when?", missing="Enter by when", called="The day", future=True)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "worker", who_may(Power.ANSWER_MEMBERS, day=local_date(now())))

    def facts(self) -> ActionFacts:
        answers = self.cleaned_data
        return {"what": answers["what"], "worker": answers["worker"], "due_on": answers["due_on"]}


class DoneFacts(TypedDict):
    done_on: date
    words: str


class DoneForm(GovForm):
    done_on = DateField("When was it done?", missing="Enter when it was done", called="The day", past=True)
    words = TextAreaField("What was done, and what changed?", rows=3, missing="Enter what was done")

    def facts(self) -> DoneFacts:
        return {"done_on": self.cleaned_data["done_on"], "words": self.cleaned_data["words"]}


class SureForm(GovForm):
    """Nothing is asked: the button is the answer."""


class PublishFacts(TypedDict):
    version: int
    count: int
    accepts_numbers: bool


class PublishForm(GovForm):
    """`has_numbers`: sentences say what the tables hide, and somebody answers for them."""

    version = VersionField()
    count = VersionField()

    def __init__(self, *args: Any, has_numbers: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if has_numbers:
            self.fields["accepts_numbers"] = ConfirmField(
                "I have read these sentences, and none of them tells of a child",
                missing="Select the box, or change the sentences first",
            )

    def facts(self) -> PublishFacts:
        answers = self.cleaned_data
        return {
            "version": answers["version"],
            "count": answers["count"],
            "accepts_numbers": answers.get("accepts_numbers", False),
        }


class WithdrawForm(GovForm):
    why = TextField(
        "Why is it withdrawn?",
        hint="It stays to be read, with this beside it.",
        missing="Enter why it is withdrawn",
        column=Report.why_withdrawn,
    )

    def reason(self) -> str:
        reason: str = self.cleaned_data["why"]
        return reason
