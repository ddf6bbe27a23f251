"""A form made from a questionnaire. Parse and validate; never save.

    class AssessmentForm(QuestionnaireForm): ...        # an area's own questions, if it has some
    form = made_from(instrument, AssessmentForm)(request.POST or None)
    form.answers()                                      # for recording

A question that one answer leads to stands under that answer; one that several lead to stands after it, and is
refused in words when it does not apply. Both work without JavaScript.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from kittiwake.primitives.instruments import rules
from kittiwake.primitives.instruments.questionnaire import SEVERAL, TEXT, Instrument, Question
from kittiwake.ui.forms import CheckboxesField, GovForm, HiddenField, RadiosField, TextAreaField


class QuestionnaireForm(GovForm):
    """`own_first` and `own_last` are the sections of the area's own questions, before and after the questionnaire."""

    instrument: Instrument
    mark_optional = False  # which questions need an answer depends on others, and each says so
    own_first: tuple[tuple[str, list[str]], ...] = ()
    own_last: tuple[tuple[str, list[str]], ...] = ()
    questionnaire = HiddenField("The questionnaire")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.initial.setdefault("questionnaire", self._stamp)

    @property
    def _stamp(self) -> str:
        return f"{self.instrument.key}:{self.instrument.version}"

    def clean_questionnaire(self) -> str:
        """A page opened before a new version came must not be read as the new one."""
        if self.cleaned_data["questionnaire"] != self._stamp:
            raise forms.ValidationError(
                f"{self.instrument.title} has a new version since you opened this page. What you typed is below: "
                "read the questions again, answer what is new, and save."
            )
        return self._stamp

    @property
    def parts(self) -> list[tuple[str, str, list[BoundField]]]:
        """(heading, what it is about, questions), in the order of the page. A question that an answer leads to stands
        under that answer."""
        about = {section.title: section.intro for section in self.instrument.sections}
        return [
            (title, about.get(title, ""), [self[name] for name in names if name not in self.revealed_by])
            for title, names in self.sections
        ]

    def answers(self) -> dict[str, str | Sequence[str]]:
        """What was answered, by question."""
        cleaned = self.cleaned_data
        return {key: cleaned[key] for key in self.instrument.questions if cleaned.get(key)}

    def own(self) -> dict[str, Any]:
        """What was answered to the area's own questions."""
        theirs = {*self.instrument.questions, "questionnaire"}
        return {key: value for key, value in self.cleaned_data.items() if key not in theirs}

    def clean(self) -> dict[str, Any]:
        problems = rules.problems(self.instrument, self.answers())
        for key in [key for key in problems if key in self.fields and key not in self.errors]:
            self.add_error(key, problems[key])
        return self.cleaned_data


def made_from(
    instrument: Instrument, base: type[QuestionnaireForm] = QuestionnaireForm
) -> type[QuestionnaireForm]:
    """The form of a questionnaire. Raises ValueError where the area asks something under the same name."""
    if both := base.base_fields.keys() & instrument.questions.keys():
        raise ValueError(f"{base.__name__} and {instrument.key} both ask {', '.join(sorted(both))}.")
    sections = [(section.title, [q.key for q in section.questions]) for section in instrument.sections]
    fields = {key: _field(instrument, question) for key, question in instrument.questions.items()}
    extra = {"instrument": instrument, "sections": [*base.own_first, *sections, *base.own_last]}
    return type(base.__name__, (base,), {**fields, **extra})


def _field(instrument: Instrument, question: Question) -> forms.Field:
    facts: dict[str, Any] = {
        "hint": question.hint,
        "required": question.required and not _stands_open(question),
        "missing": f"{'Enter' if question.kind == TEXT else 'Select'} an answer: {question.text}",
    }
    if question.kind == TEXT:
        return TextAreaField(question.text, rows=3, **facts)
    facts |= {
        "choices": [(choice.key, choice.text) for choice in question.choices],
        "hints": {choice.key: choice.hint for choice in question.choices if choice.hint},
        "reveals": _reveals(instrument, question),
        "small": True,
    }
    return (CheckboxesField if question.kind == SEVERAL else RadiosField)(question.text, **facts)


def _stands_open(question: Question) -> bool:
    """Shown whatever was answered before it, because more than one answer leads to it."""
    return question.when is not None and len(question.when.one_of) > 1


def _reveals(instrument: Instrument, asker: Question) -> dict[str, list[str]]:
    revealed: dict[str, list[str]] = {}
    for question in instrument.questions.values():
        if question.when and question.when.question == asker.key and not _stands_open(question):
            revealed.setdefault(question.when.one_of[0], []).append(question.key)
    return revealed
