"""Forms on GOV.UK components. This is the door: import the form and every kind of question from here.

    class ReturnForm(GovForm):
        sections = [("The return", ["returned_at", "found_by"])]
        returned_at = MomentField("When did they come back?", missing="Enter when they came back", past=True)
        found_by = RadiosField("Who found them?", choices=FOUND_BY, reveals={"other": ["found_by_other"]})
        found_by_other = TextField("Who?", missing="Enter who found them")

A form only validates. What was typed is always shown again as it was typed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.forms import BaseForm
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kittiwake.ui import govuk
from kittiwake.ui.bound import GovBoundField, field_html
from kittiwake.ui.choice_fields import (
    CheckboxesField,
    ChoiceField,
    ConfirmField,
    ModelCheckboxesField,
    ModelRadiosField,
    ModelSelectField,
    RadiosField,
    SelectField,
    YesNoField,
)
from kittiwake.ui.date_fields import DateField, FileField, FilesField, MomentField, PartError
from kittiwake.ui.fields import EmailField, HiddenField, NumberField, TextAreaField, TextField, VersionField
from kittiwake.ui.parts import Problem, problems

__all__ = [
    "CheckboxesField",
    "ConfirmField",
    "DateField",
    "EmailField",
    "FileField",
    "FilesField",
    "GovForm",
    "HiddenField",
    "ModelCheckboxesField",
    "ModelRadiosField",
    "ModelSelectField",
    "MomentField",
    "NumberField",
    "PartError",
    "RadiosField",
    "SelectField",
    "TextAreaField",
    "TextField",
    "VersionField",
    "YesNoField",
    "choose_from",
    "error_summary",
    "form_html",
]

Section = tuple[str, Sequence[str]]


class GovForm(forms.Form):
    """`sections` groups questions under headings, in that order; questions in none of them come first.

    `mark_optional = False` leaves out "(optional)", for filters, where everything is.
    """

    bound_field_class = GovBoundField
    use_required_attribute = False
    sections: Sequence[Section] = ()
    mark_optional = True

    def as_govuk(self) -> SafeString:
        return form_html(self)

    def error_summary(self) -> SafeString:
        return error_summary(self)

    @property
    def page_title_prefix(self) -> str:
        return "Error: " if self.errors else ""

    def is_asked(self, name: str) -> bool:
        """Whether the answers given lead to this question: the choice that reveals it has been made."""
        if name not in self.revealed_by:
            return True
        asker, value = self.revealed_by[name]
        return self.is_asked(asker) and value in self._chosen(asker)

    @property
    def revealed_by(self) -> dict[str, tuple[str, str]]:
        """The question and choice that reveal each revealed question. Raises ValueError when two reveal the same
        one: it would stand in the page twice, and only one of its answers would arrive."""
        revealed: dict[str, tuple[str, str]] = {}
        for asker, field in self.fields.items():
            reveals = field.reveals if isinstance(field, ChoiceField) else {}
            for value, name in ((str(value), name) for value, names in reveals.items() for name in names):
                if name in revealed:
                    raise ValueError(f"{name} is revealed by two choices: give each a question of its own.")
                revealed[name] = asker, value
        return revealed

    def _chosen(self, name: str) -> list[str]:
        data = self[name].data
        return [str(value) for value in (data if isinstance(data, (list, tuple)) else [data])]

    def _clean_fields(self) -> None:
        """Questions that were not asked are withdrawn: whatever their hidden inputs held is neither an error nor
        an answer. What was typed there is still shown if the form comes back."""
        super()._clean_fields()  # type: ignore[misc]  # Django's own step between reading and clean()
        for name in self.revealed_by:
            if not self.is_asked(name):
                self.errors.pop(name, None)
                self.cleaned_data[name] = copy(getattr(self.fields[name], "empty_value", None))


def choose_from(form: BaseForm, name: str, choices: Any) -> None:
    """What a question's answer is chosen from, where only the page knows: rows of a model, or pairs."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = choices
    elif isinstance(field, SelectField):
        field.choose_from(choices)
    else:
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


def form_html(form: BaseForm) -> SafeString:
    """Every question of any form, hidden ones first."""
    revealed = _revealed_by(form).keys()
    sections: Sequence[Section] = getattr(form, "sections", ())
    placed = set(revealed).union(*(names for _, names in sections))
    hidden = [str(bound) for bound in form.hidden_fields() if bound.name not in placed]
    loose = [field_html(bound) for bound in form.visible_fields() if bound.name not in placed]
    grouped = [_section_html(form, heading, names, revealed) for heading, names in sections]
    return mark_safe("".join([*hidden, *loose, *grouped]))


def _revealed_by(form: BaseForm) -> dict[str, tuple[str, str]]:
    return form.revealed_by if isinstance(form, GovForm) else {}


def _section_html(
    form: BaseForm, heading: str, names: Sequence[str], revealed: Collection[str]
) -> SafeString:
    inside = mark_safe("".join(field_html(form[name]) for name in names if name not in revealed))
    title = format_html('<h2 class="govuk-fieldset__heading">{}</h2>', heading)
    legend = {"html": title, "classes": "govuk-fieldset__legend--m"}
    return govuk.render("fieldset", legend=legend, html=inside)


def error_summary(form: BaseForm) -> SafeString:
    """The box at the top of the page: every error in the order of the page, each linked to what mends it."""
    if not form.errors:
        return mark_safe("")
    shown = [Problem(str(text), "") for text in form.errors.get(NON_FIELD_ERRORS, [])]
    for name in _page_order(form):
        shown += problems(form[name])
    items: list[dict[str, Any]] = [
        {"text": problem.text, **({"href": f"#{problem.target}"} if problem.target else {})}
        for problem in shown
    ]
    return govuk.render("error-summary", titleText="There is a problem", errorList=items)


def _page_order(form: BaseForm) -> list[str]:
    """Names of the form's fields from the top of the page down, revealed ones after the choice that reveals them."""
    sections: Sequence[Section] = getattr(form, "sections", ())
    reveals: dict[str, list[str]] = {}
    for name, (asker, _) in _revealed_by(form).items():
        reveals.setdefault(asker, []).append(name)
    in_sections = [name for _, names in sections for name in names]
    later = {*in_sections, *(name for names in reveals.values() for name in names)}
    order: list[str] = []

    def place(name: str) -> None:
        if name not in order:
            order.append(name)
            for revealed in reveals.get(name, ()):
                place(revealed)

    for name in [*(name for name in form.fields if name not in later), *in_sections]:
        place(name)
    return order
