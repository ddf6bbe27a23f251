"""Questions asked only when an earlier answer leads to them. The server decides; scripts only hide."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from kittiwake.ui.forms import CheckboxesField, GovForm, NumberField, RadiosField, TextField, YesNoField
from kittiwake.ui.tests.reading import every, one


class GateForm(GovForm):
    is_broken = YesNoField("Is it broken?", reveals={"yes": ["parts", "cost"]})
    parts = CheckboxesField(
        "Which parts?", choices=[("hinge", "Hinge"), ("other", "Other")], reveals={"other": ["other_part"]}
    )
    other_part = TextField("Which other part?", missing="Enter the other part")
    cost = NumberField("Cost", required=False)


def form(data):
    sent = GateForm(QueryDict(data))
    sent.is_valid()
    return sent


def test_a_question_that_was_not_asked_need_not_be_answered():
    assert form("is_broken=no").cleaned_data == {
        "is_broken": False,
        "parts": [],
        "other_part": "",
        "cost": None,
    }


def test_a_question_that_was_asked_must_be():
    assert set(form("is_broken=yes").errors) == {"parts"}
    assert set(form("is_broken=yes&parts=other").errors) == {"other_part"}


def test_an_answer_to_a_question_that_was_not_asked_is_withdrawn():
    sent = form("is_broken=no&parts=other&other_part=Latch&cost=abc")
    assert sent.errors == {}
    assert (sent.cleaned_data["parts"], sent.cleaned_data["other_part"]) == ([], "")


def test_a_question_deep_inside_is_asked_only_when_every_choice_above_it_was_made():
    assert form("is_broken=no&parts=other").is_asked("other_part") is False
    assert form("is_broken=yes&parts=other").is_asked("other_part") is True


def test_what_was_typed_is_kept_on_the_page_even_when_it_was_not_asked():
    class StrictForm(GateForm):
        name = TextField("Name")

    html = StrictForm(QueryDict("is_broken=no&other_part=Latch")).as_govuk()
    assert one(html, "input", name="other_part")["value"] == "Latch"


def test_a_revealed_question_is_drawn_once_under_the_choice_that_reveals_it():
    html = GateForm().as_govuk()
    yes = one(html, "input", name="is_broken", value="yes")
    inside = one(html, "div", id=yes["data-aria-controls"]).inside
    assert [element for element in inside if element.attrs.get("name") == "cost"] != []
    assert len(every(html, "input", name="cost")) == 1


def test_without_scripts_every_question_is_in_the_page():
    names = {box["name"] for box in every(GateForm().as_govuk(), "input")}
    assert names == {"is_broken", "parts", "other_part", "cost"}


def test_it_refuses_a_question_that_two_choices_reveal():
    class ShadeForm(GovForm):
        wood = RadiosField(
            "Wood?", choices=[("oak", "Oak"), ("ash", "Ash")], reveals={"oak": ["shade"], "ash": ["shade"]}
        )
        shade = TextField("Shade?")

    with pytest.raises(ValueError, match="shade is revealed by two choices"):
        ShadeForm().as_govuk()


def test_a_misspelt_name_is_found_at_once():
    class WrongForm(GovForm):
        wood = YesNoField("Wood?", reveals={"yes": ["shed"]})

    with pytest.raises(KeyError, match="shed"):
        WrongForm().as_govuk()
