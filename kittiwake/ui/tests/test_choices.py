"""How choices are drawn: what can be taken back, and what rules the others out."""

from __future__ import annotations

from kittiwake.ui.forms import CheckboxesField, RadiosField, SelectField, YesNoField, choose_from
from kittiwake.ui.tests.reading import every, one
from kittiwake.ui.tests.test_form_markup import new, sent


def test_a_choice_can_be_taken_back_where_no_answer_is_an_answer() -> None:
    asked = RadiosField("x", choices=[("a", "A"), ("b", "B")], required=False)
    values = [circle.attrs.get("value", "") for circle in every(sent(asked, "it=a").as_govuk(), "input")]
    assert values == ["a", "b", ""]


def test_an_or_stands_before_what_rules_the_others_out_and_nowhere_else() -> None:
    choices = [("none", "No colour"), ("green", "Green"), ("black", "Black")]
    html = new(CheckboxesField("x", choices=choices, exclusive="none")).as_govuk()
    assert [box["value"] for box in every(html, "input")] == ["green", "black", "none"]
    assert one(html, "div", class_="govuk-checkboxes__divider").text.strip() == "or"
    assert one(html, "input", value="none")["data-behaviour"] == "exclusive"
    for field in (RadiosField("x", choices=choices, required=False), YesNoField("x", required=False)):
        assert every(new(field).as_govuk(), "div", class_="govuk-radios__divider") == []


def test_where_nothing_rules_out_the_others_they_stand_as_listed() -> None:
    html = new(CheckboxesField("x", choices=[("b", "B"), ("", "Neither"), ("a", "A")])).as_govuk()
    assert [box.attrs.get("value") for box in every(html, "input")] == ["b", "", "a"]
    assert "divider" not in html


def test_where_an_answer_is_needed_there_is_none_to_take_back() -> None:
    assert 'value=""' not in sent(RadiosField("x", choices=[("a", "A"), ("b", "B")]), "it=a").as_govuk()


def test_nothing_is_chosen_of_a_list_until_somebody_chooses_wherever_its_lines_come_from() -> None:
    form = new(SelectField("x", choices=[("a", "A")], blank="Nobody", required=False))
    choose_from(form, "it", [("b", "B"), ("c", "C")])
    lines = [(line.attrs.get("value"), line.text.strip()) for line in every(form["it"].as_govuk(), "option")]
    assert lines == [("", "Nobody"), ("b", "B"), ("c", "C")]
