"""What a person typed about a risk and a plan. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, cast

from django.forms import ModelChoiceField

from kittiwake.practice.plans.models import LeftUncovered
from kittiwake.ui.forms import (
    GovForm,
    ModelCheckboxesField,
    TextAreaField,
)


class CoverForm(GovForm):
    actions_ = ModelCheckboxesField(
        "Which of these is about it?", missing="Select at least one action", called="The actions"
    )

    def __init__(self, *args: Any, actions: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        cast("ModelChoiceField[Any]", self.fields["actions_"]).queryset = actions


class LeaveForm(GovForm):
    reason = TextAreaField(
        "Why does the plan do nothing about it?",
        hint="For example, another plan answers it: say which. Your name stands beside this.",
        rows=3,
        column=LeftUncovered.reason,
        missing="Enter why the plan does nothing about it",
        called="The reason",
    )
