"""The markup of each kind of question: ids, descriptions, errors, and what was typed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms as django_forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from kittiwake.time.moments import Moment
from kittiwake.ui.forms import (
    CheckboxesField,
    ConfirmField,
    DateField,
    FileField,
    GovForm,
    HiddenField,
    MomentField,
    NumberField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    YesNoField,
    error_summary,
    form_html,
)
from kittiwake.ui.gallery.forms import EveryQuestionForm, PlainForm
from kittiwake.ui.tests.reading import elements, every, one

NASTY = '"><script>alert(1)</script>'


def sent(field, data="", **files):
    """A form with that one question, called `it`, refused or not."""
    return type("OneForm", (GovForm,), {"it": field})(QueryDict(data or "other=x"), files)


def new(field, **initial):
    return type("OneForm", (GovForm,), {"it": field})(initial=initial)


def described_by(html, element):
    return [one(html, id=name).text.split("\n")[-1].strip() for name in element["aria-describedby"].split()]


def test_a_text_question_ties_its_label_hint_and_error_to_its_input():
    html = sent(TextField("Name", hint="In full", missing="Enter a name")).as_govuk()
    box = one(html, "input", name="it")
    assert one(html, "label", **{"for": box["id"]}).text.strip() == "Name"
    assert box["aria-describedby"] == "id_it-hint id_it-error"
    assert one(html, id="id_it-hint").text.strip() == "In full"
    assert one(html, id="id_it-error").text.split(":")[1].strip() == "Enter a name"
    assert box.has_class("govuk-input--error")


def test_it_says_which_questions_are_optional():
    assert one(new(TextField("Name", required=False)).as_govuk(), "label").text.strip() == "Name (optional)"
    assert one(new(DateField("Born", required=False)).as_govuk(), "legend").text.strip() == "Born (optional)"


def test_a_filter_does_not_say_that_everything_is_optional():
    form = new(TextField("Name", required=False))
    form.mark_optional = False
    assert one(form.as_govuk(), "label").text.strip() == "Name"


def test_the_browser_is_never_asked_to_validate():
    html = EveryQuestionForm().as_govuk()
    assert [element for element in elements(html) if "required" in element.attrs] == []


@pytest.mark.parametrize(
    ("field", "data", "target"),
    [
        (TextField("x"), "", "id_it"),
        (TextAreaField("x", max_length=5, show_count=True), "", "id_it"),
        (NumberField("x"), "it=a", "id_it"),
        (SelectField("x", choices=[("a", "A")]), "", "id_it"),
        (RadiosField("x", choices=[("a", "A"), ("b", "B")]), "", "id_it"),
        (CheckboxesField("x", choices=[("a", "A"), ("b", "B")]), "", "id_it"),
        (YesNoField("x"), "", "id_it"),
        (ConfirmField("x"), "", "id_it"),
        (FileField("x"), "", "id_it"),
        (DateField("x"), "", "id_it_day"),
        (DateField("x"), "it_day=3&it_month=11", "id_it_year"),
        (DateField("x"), "it_day=31&it_month=2&it_year=2026", "id_it_day"),
        (MomentField("x"), "", "id_it_day"),
        (MomentField("x"), "it_day=3&it_month=11&it_year=2025", "id_it_time"),
    ],
)
def test_each_error_leads_to_the_input_that_mends_it(field, data, target):
    form = sent(field, data)
    (link,) = every(form.error_summary(), "a")
    assert link["href"] == f"#{target}"
    assert one(form.as_govuk(), id=target).tag in {"input", "textarea", "select"}


def test_a_moment_has_a_link_for_each_thing_wrong_with_it():
    form = sent(MomentField("Seen"), "it_day=3&it_month=11&it_time=6")
    assert [link["href"] for link in every(form.error_summary(), "a")] == ["#id_it_year", "#id_it_time"]
    error = one(form.as_govuk(), "p", id="id_it-error")
    assert "must include a year" in error.text
    assert "am or pm" in error.text


def test_only_the_boxes_to_mend_turn_red():
    html = sent(DateField("Born"), "it_day=3&it_month=11").as_govuk()
    red = [box["name"] for box in every(html, "input", class_="govuk-input--error")]
    assert red == ["it_year"]


def test_a_group_is_described_by_its_hint_and_error():
    html = sent(MomentField("Seen", hint="About when", missing="Enter when")).as_govuk()
    group = one(html, "fieldset")
    assert group["aria-describedby"] == "id_it-hint id_it-error"
    assert group["role"] == "group"
    assert one(html, "legend").text.strip() == "Seen"


def test_the_summary_follows_the_order_of_the_page():
    form = EveryQuestionForm(QueryDict("wood=other&has_tools=yes"))
    ids = [element.attrs.get("id") for element in elements(form.as_govuk())]
    targets = [link["href"].lstrip("#") for link in every(form.error_summary(), "a")]
    assert targets == sorted(targets, key=ids.index)
    assert len(targets) == 9
    assert "id_other_wood" in targets
    assert "id_tools" in targets


def test_errors_of_the_whole_form_come_first_and_lead_nowhere():
    form = EveryQuestionForm(QueryDict("wood=oak&colours=green"))
    items = every(form.error_summary(), "li")
    assert items[0].text.strip().startswith("Oak is not painted green")
    assert items[0].inside == []
    assert len(items) > 2


def test_a_hidden_questions_error_is_said_without_a_link():
    summary = sent(HiddenField(missing="Open the page again")).error_summary()
    assert one(summary, "li").text.strip() == "Open the page again"
    assert every(summary, "a") == []


def test_there_is_no_summary_without_errors():
    assert EveryQuestionForm().error_summary() == ""
    assert sent(TextField("Name"), "it=Ash").error_summary() == ""


def test_the_title_of_a_refused_page_says_so():
    assert sent(TextField("Name")).page_title_prefix == "Error: "
    assert new(TextField("Name")).page_title_prefix == ""


@pytest.mark.parametrize(
    "field",
    [
        TextField(NASTY, hint=NASTY, missing=NASTY, prefix=NASTY),
        TextAreaField(NASTY, hint=NASTY, max_length=3, show_count=True),
        NumberField(NASTY, suffix=NASTY),
        SelectField(NASTY, choices=[(NASTY, NASTY)]),
        RadiosField(NASTY, choices=[(NASTY, NASTY)], hints={NASTY: NASTY}),
        CheckboxesField(NASTY, choices=[(NASTY, NASTY), ("a", "A")], exclusive=NASTY),
        ConfirmField(NASTY, hint=NASTY),
        DateField(NASTY, hint=NASTY),
        MomentField(NASTY, hint=NASTY),
        FileField(NASTY),
        HiddenField(),
    ],
)
def test_nothing_typed_or_named_becomes_markup(field):
    typed = QueryDict(mutable=True)
    names = ("it", "it_day", "it_month", "it_year", "it_time", "it_time_unknown")
    typed.update(dict.fromkeys(names, NASTY))
    form = type("OneForm", (GovForm,), {"it": field, "sections": [(NASTY, ["it"])]})(typed)
    for html in (form.as_govuk(), form.error_summary()):
        assert every(html, "script") == []
        assert "<script" not in html


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (TextField("x", max_length=2), "it"),
        (NumberField("x"), "it"),
        (DateField("x"), "it_day"),
        (DateField("x"), "it_year"),
        (MomentField("x"), "it_month"),
        (MomentField("x"), "it_time"),
    ],
)
def test_what_was_typed_is_shown_again_as_it_was_typed(field, name):
    html = sent(field, f"{name}=it's+%3Cteatime%3E").as_govuk()
    assert one(html, "input", name=name)["value"] == "it's <teatime>"


def test_what_was_chosen_is_still_chosen():
    form = EveryQuestionForm(QueryDict("wood=larch&colours=green&colours=black&farm=far&has_tools=no"))
    html = form.as_govuk()
    checked = [(box["name"], box["value"]) for box in every(html, "input") if "checked" in box.attrs]
    assert checked == [("wood", "larch"), ("colours", "green"), ("colours", "black"), ("has_tools", "no")]
    assert one(html, "option", value="far").attrs.keys() >= {"selected"}


def test_a_tick_for_time_not_known_is_kept():
    html = sent(MomentField("Seen"), "it_time_unknown=yes").as_govuk()
    assert "checked" in one(html, "input", name="it_time_unknown").attrs


@pytest.mark.parametrize("typed", ["one\ntwo", "\nafter an empty line", "  indented\n\n    more  \n"])
def test_lines_of_text_come_back_unchanged_however_deep_the_question_lies(typed):
    data = QueryDict(mutable=True)
    data.update({"has_tools": "yes", "tools": typed.replace("\n", "\r\n")})
    box = one(EveryQuestionForm(data).as_govuk(), "textarea", name="tools")
    shown = box.text[1:] if box.text.startswith("\n") else box.text  # as a browser reads it
    assert shown == typed


def test_initial_values_are_shown():
    seen = Moment(datetime(2026, 7, 1, 17, 10, tzinfo=UTC))
    html = new(MomentField("Seen"), it=seen).as_govuk()
    values = [
        one(html, "input", name=f"it_{part}").attrs.get("value") for part in ("day", "month", "year", "time")
    ]
    assert values == ["1", "7", "2026", "6:10pm"]
    assert (
        one(new(DateField("Born"), it=date(2016, 3, 9)).as_govuk(), "input", name="it_month")["value"] == "3"
    )
    assert "checked" in one(new(YesNoField("Tools"), it=False).as_govuk(), "input", value="no").attrs


def test_an_initial_time_that_is_not_known_is_ticked():
    html = new(MomentField("Seen"), it=Moment(datetime(2026, 7, 1, tzinfo=UTC), time_known=False)).as_govuk()
    assert "checked" in one(html, "input", name="it_time_unknown").attrs
    assert one(html, "input", name="it_time")["value"] == ""


def test_a_chosen_file_that_was_lost_is_asked_for_again():
    class DrawingForm(GovForm):
        drawing = FileField("Drawing")
        name = TextField("Name")

    html = DrawingForm({}, {"drawing": SimpleUploadedFile("gate.pdf", b"x")}).as_govuk()
    assert one(html, id="id_drawing-hint").text.strip() == "Select the file again: gate.pdf was not kept."


def test_sections_have_headings_and_loose_questions_come_first():
    class LateForm(GovForm):
        sections = [("Second", ["b"])]
        b = TextField("B")
        a = TextField("A")

    html = LateForm().as_govuk()
    assert [box["name"] for box in every(html, "input")] == ["a", "b"]
    assert one(html, "legend", class_="govuk-fieldset__legend--m").text.strip() == "Second"
    assert one(html, "h2").text == "Second"


def test_a_prefix_keeps_two_forms_on_a_page_apart():
    form = type("OneForm", (GovForm,), {"it": DateField("Born")})(QueryDict("x=1"), prefix="mother")
    assert one(form.as_govuk(), "input", name="mother-it_day")["id"] == "id_mother-it_day"
    assert one(form.error_summary(), "a")["href"] == "#id_mother-it_day"


def test_it_draws_forms_that_are_not_ours():
    form = PlainForm({"remember": "on"})
    html = form_html(form)
    assert one(html, "input", name="password")["type"] == "password"
    assert "checked" in one(html, "input", name="remember").attrs
    assert [link["href"] for link in every(error_summary(form), "a")] == ["#id_username", "#id_password"]


def test_it_refuses_a_widget_that_it_cannot_draw():
    class OddForm(GovForm):
        odd = django_forms.CharField(widget=django_forms.Widget)

    with pytest.raises(TypeError, match="component for Widget"):
        OddForm().as_govuk()


def test_no_id_is_used_twice():
    html = EveryQuestionForm(QueryDict("colours=green")).as_govuk()
    ids = [element["id"] for element in elements(html) if "id" in element.attrs]
    assert len(ids) == len(set(ids))
    described = {
        name for element in elements(html) for name in (element.attrs.get("aria-describedby") or "").split()
    }
    assert described <= set(ids)
