"""A question that may be left open is kept as open: nobody's silence is written down as No."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import AppConfig, apps
from django.db import models

from kittiwake.ui.forms import GovForm, YesNoField
from tests.architecture.source import files, module_name

OURS = [app for app in apps.get_app_configs() if app.name.startswith("kittiwake.")]


def forms_of(app: AppConfig) -> list[type[GovForm]]:
    """Of the area, and of the folders in it."""
    forms: dict[str, type[GovForm]] = {}
    for path in sorted(
        path for path in files() if path.is_relative_to(app.path) and path.stem.startswith("forms")
    ):
        for name, value in vars(import_module(module_name(path))).items():
            if (
                isinstance(value, type)
                and issubclass(value, GovForm)
                and value.__module__.startswith(app.name)
            ):
                forms[f"{value.__module__}.{name}"] = value
    return list(forms.values())


def open_questions(app: AppConfig) -> set[str]:
    """Names of yes-or-no questions of this area that may be left unanswered."""
    return {
        name
        for form in forms_of(app)
        for name, field in form.base_fields.items()
        if isinstance(field, YesNoField) and not field.required
    }


def test_there_are_questions_that_may_be_left_open() -> None:
    assert {"safeguarding_referral", "alone"} <= set().union(*map(open_questions, OURS))


@pytest.mark.parametrize("app", OURS, ids=lambda app: app.label)
def test_what_may_be_left_open_is_kept_as_open(app: AppConfig) -> None:
    asked = open_questions(app)
    said_no = [
        f"{model.__name__}.{field.name}"
        for model in app.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.BooleanField) and field.name in asked and not field.null
    ]
    assert not said_no, (
        "A question that nobody answered would be stored as No. Make it null=True, or required."
    )


@pytest.mark.parametrize("app", OURS, ids=lambda app: app.label)
def test_no_form_makes_an_answer_of_an_open_question(app: AppConfig) -> None:
    """As cleaned by the form itself: nothing typed is none, and not False."""
    for form in forms_of(app):
        for name, field in form.base_fields.items():
            if isinstance(field, YesNoField) and not field.required:
                assert field.clean("") is None
                assert not hasattr(form, f"clean_{name}"), f"{form.__name__} makes an answer of {name}."
