"""What a person typed becomes the facts that recording takes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kittiwake.assurance.workforce.absences.forms import AbsenceForm, BackForm
from kittiwake.assurance.workforce.caseloads.forms import AgreementForm
from kittiwake.assurance.workforce.engagements.facts import EngagementFacts
from kittiwake.assurance.workforce.engagements.forms import EngageForm, MoveForm
from kittiwake.assurance.workforce.posts.forms import EndPostForm
from kittiwake.assurance.workforce.supported_year.forms import StepForm, SupportedYearForm
from kittiwake.assurance.workforce.training.forms import CourseForm

DAY = date(2026, 11, 9)


def typed(name: str, on: date = DAY) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def agreement(**answers: Any) -> AgreementForm:
    return AgreementForm({**typed("starts_on"), "usual": "18", "share": "90", "source": "Panel", **answers})


def test_an_agreement_has_its_share_of_one_and_a_weight_where_one_was_typed() -> None:
    form = agreement(weight_in_care="0.5", most_managed="6")
    assert form.is_valid(), form.errors
    assert form.values() == {
        "starts_on": DAY,
        "usual": Decimal(18),
        "protected_share": Decimal("0.9"),
        "weights": {"in_care": 0.5},
        "most_managed": 6,
        "source": "Panel",
    }


@pytest.mark.parametrize("wrong", ["0", "-1", "101", "nan", "inf", "many"])
@pytest.mark.parametrize("name", ["usual", "weight_in_care"])
def test_a_number_of_children_is_above_nothing_and_within_reach(name: str, wrong: str) -> None:
    form = agreement(**{name: wrong})
    assert form.errors[name] == ["Enter a number above 0 and up to 100, like 0.6"]


@pytest.mark.parametrize(
    ("form", "facts"),
    [
        (
            AbsenceForm({"kind": "SIC", **typed("starts_on")}),
            {"kind": "SIC", "starts_on": DAY, "ends_on": None},
        ),
        (BackForm(typed("ends_on")), {"ends_on": DAY}),
        (MoveForm(typed("ends_on")), {"ends_on": DAY}),
        (EndPostForm({"why": "Merged", **typed("ends_on")}), {"ends_on": DAY, "why": "Merged"}),
        (SupportedYearForm(typed("starts_on")), {"starts_on": DAY, "ends_on": None}),
        (StepForm({"key": "shadowing", **typed("held_on")}), {"key": "shadowing", "held_on": DAY}),
        (
            CourseForm({"title": "Listening", **typed("held_on")}),
            {"title": "Listening", "about": "", "held_on": DAY, "asked_for_by": ""},
        ),
    ],
    ids=lambda given: type(given).__name__,
)
def test_a_short_form_gives_the_facts_of_its_recording(form: Any, facts: dict[str, Any]) -> None:
    assert form.is_valid(), form.errors
    assert form.values() == facts


def test_an_engagement_is_whole_though_little_was_typed(db: None) -> None:
    form = EngageForm({"kind": "permanent", "role": "5", "fte": "0.6", **typed("starts_on")})
    assert form.is_valid(), form.errors
    facts = form.values()
    assert (facts["kind"], facts["fte"], facts["starts_on"]) == ("permanent", Decimal("0.6"), DAY)
    assert (facts["post"], facts["swe_number"], facts["is_above_price_cap"]) == (None, "", None)
    assert facts.keys() <= EngagementFacts.__annotations__.keys()


@pytest.mark.parametrize("wrong", ["half", "0,6"])
def test_hours_that_are_no_number_are_said_to_be_none(db: None, wrong: str) -> None:
    form = EngageForm({"kind": "permanent", "role": "5", "fte": wrong, **typed("starts_on")})
    assert "must be a number" in str(form.errors["fte"])
