"""What a person typed about supervision. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, TypedDict

from kittiwake.assurance.supervision import rules
from kittiwake.time.moments import Moment
from kittiwake.ui.forms import (
    GovForm,
    ModelSelectField,
    MomentField,
    NumberField,
    RadiosField,
    YesNoField,
)


def when_field() -> MomentField:
    return MomentField("When did you meet?", missing="Enter when you met", called="When you met", past=True)


def minutes_field(usual: int) -> NumberField:
    return NumberField(
        "How long did it last?",
        initial=usual,
        missing="Enter how long it lasted",
        called="The minutes",
        suffix="minutes",
        width=3,
    )


class HoldFacts(TypedDict):
    kind: str
    held: Moment
    minutes: int
    uninterrupted: bool


class HoldForm(GovForm):
    kind = RadiosField(
        "What was it?",
        choices=rules.KINDS[:2],
        hints={
            rules.INFORMAL: "Write down what was said of a child. It does not count as their supervision."
        },
        missing="Select what it was",
        initial=rules.FORMAL,
    )
    held = when_field()
    minutes = minutes_field(rules.MINUTES)
    uninterrupted = YesNoField(
        "Were you undisturbed?",
        hint="No calls, no one at the door.",
        missing="Select whether you were undisturbed",
    )

    def values(self) -> HoldFacts:
        answers = self.cleaned_data
        return {
            "kind": answers["kind"],
            "held": answers["held"],
            "minutes": answers["minutes"],
            "uninterrupted": answers["uninterrupted"],
        }


class GroupForm(GovForm):
    team = ModelSelectField("Which team?", missing="Select which team")
    held = when_field()
    minutes = minutes_field(60)

    def __init__(self, *args: Any, teams: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        team_field: Any = self.fields["team"]
        team_field.queryset = teams


class SignFacts(TypedDict, total=False):
    """What the worker says; the supervisor says nothing."""

    wellbeing_talked: bool
    development_talked: bool


class SignForm(GovForm):
    """The supervisor has nothing to answer."""

    def values(self) -> SignFacts:
        return {}


class WorkerSignForm(SignForm):
    wellbeing_talked = YesNoField(
        "Did you talk about how you are?",
        hint="Your answer can be seen by others. What you said cannot.",
        missing="Select whether you talked about how you are",
    )
    development_talked = YesNoField(
        "Did you talk about your learning and development?",
        missing="Select whether you talked about your learning and development",
    )

    def values(self) -> SignFacts:
        answers = self.cleaned_data
        return {
            "wellbeing_talked": answers["wellbeing_talked"],
            "development_talked": answers["development_talked"],
        }
