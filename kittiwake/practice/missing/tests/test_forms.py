"""What the forms of a missing episode take, and what they say of an answer that cannot be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.practice.missing import forms
from kittiwake.practice.missing.carer_details.forms import CarerDetailsForm
from kittiwake.practice.missing.notifications.forms import NotificationForm
from kittiwake.practice.missing.reports.forms import AnotherReportForm, GradeForm
from tests.cast import NOW
from tests.typed import moment

REPORTED = NOW - timedelta(hours=38)


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


def test_a_report_gives_its_moments_and_what_nobody_said_as_nothing() -> None:
    form = forms.ReportForm({**moment("reported", REPORTED), "source": "police", "kind": "M"})
    assert form.is_valid(), form.errors
    facts = form.values()
    assert facts["reported"].at == REPORTED
    assert (facts["last_seen"], facts["told_council_at"], facts["grade"]) == (None, None, "")


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        (forms.ReportForm, {"reported", "source", "kind"}),
        (forms.LocationForm, {"located", "source"}),
        (forms.ReturnForm, {"returned", "source"}),
        (forms.CancellationForm, {"reason"}),
        (AnotherReportForm, {"source", "made"}),
        (GradeForm, {"level", "since"}),
        (NotificationForm, {"told"}),
        (CarerDetailsForm, set()),
    ],
)
def test_what_has_to_be_answered_is_asked_for(form: Any, missing: set[str]) -> None:
    assert set(form({}).errors) == missing


@pytest.mark.parametrize(
    ("form", "name"),
    [(forms.ReportForm, "reported"), (forms.ReturnForm, "returned"), (forms.LocationForm, "located")],
)
def test_nothing_has_happened_yet_that_is_to_come(form: Any, name: str) -> None:
    assert name in form(moment(name, NOW + timedelta(days=2))).errors


@pytest.mark.parametrize("form", [forms.ReturnForm, AnotherReportForm])
def test_who_told_us_is_one_of_those_that_are_offered(form: Any) -> None:
    assert "source" in form({"source": "a neighbour"}).errors


def test_a_time_nobody_knows_is_kept_as_not_known() -> None:
    typed = {**moment("returned", NOW - timedelta(hours=1)), "returned_time": "", "source": "carer"}
    assert "must include a time" in str(forms.ReturnForm(typed).errors["returned"])
    form = forms.ReturnForm({**typed, "returned_time_unknown": "on"})
    assert form.is_valid(), form.errors
    assert not form.values()["returned"].time_known


def test_whoever_was_told_is_asked_when_and_whom_and_not_why_not() -> None:
    told = NotificationForm({"told": "yes", "who": "Control room", **moment("told_at", REPORTED)})
    assert told.is_valid(), told.errors
    assert told.values()["told_at"] == REPORTED
    assert set(NotificationForm({"told": "yes"}).errors) == {"told_at", "who"}


def test_whoever_was_not_told_is_asked_why_and_nothing_else() -> None:
    form = NotificationForm({"told": "no", "not_told_reason": "Against their welfare"})
    assert form.is_valid(), form.errors
    assert form.values()["told_at"] is None
    assert set(NotificationForm({"told": "no"}).errors) == {"not_told_reason"}


def test_what_a_carer_keeps_may_be_as_little_as_they_know() -> None:
    form = CarerDetailsForm({"description": "Tall"})
    assert form.is_valid()
    assert form.values()["description"] == "Tall"
    assert form.values()["friends"] == ""


def test_a_grade_and_another_report_give_their_moment() -> None:
    grade = GradeForm({"level": "high", **moment("since", REPORTED)})
    report = AnotherReportForm({"source": "carer", "reporter": "Aunt", **moment("made", REPORTED)})
    assert grade.is_valid()
    assert report.is_valid()
    assert (grade.values()["since_at"], report.values()["made_at"]) == (REPORTED, REPORTED)
