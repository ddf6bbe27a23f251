from __future__ import annotations

from uuid import UUID

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe

from kittiwake.ui import govuk
from kittiwake.ui.components import Column, Status, TextLink, columns
from kittiwake.ui.templatetags.govuk import cell
from kittiwake.ui.tests.reading import every, one

SCRIPT = "<script>alert(1)</script>"


def drawn(template: str, **context: object) -> str:
    return Template("{% load govuk %}" + template).render(Context(context))


def test_it_escapes_text():
    assert SCRIPT not in govuk.render("tag", text=SCRIPT)
    assert one(govuk.render("tag", text=SCRIPT), "strong").text.strip() == SCRIPT


def test_it_escapes_text_that_somebody_marked_safe():
    assert every(govuk.render("tag", text=mark_safe(SCRIPT)), "script") == []


def test_it_escapes_text_deep_inside_parameters():
    rows = [{"key": {"text": SCRIPT}, "value": {"text": mark_safe(SCRIPT)}}]
    assert every(govuk.render("summary-list", rows=rows), "script") == []


def test_it_escapes_attributes():
    html = govuk.render("tag", text="x", attributes={"data-a": mark_safe('"><script>')})
    assert one(html, "strong")["data-a"] == '"><script>'


@pytest.mark.parametrize(
    ("component", "params"),
    [
        ("inset-text", {"html": "<p>"}),
        ("details", {"summaryHtml": "<b>", "text": "x"}),
        ("tag", {"text": "x", "attributes": ' onclick="x"'}),
        ("service-navigation", {"slots": {"start": "<b>"}}),
        ("radios", {"name": "a", "items": [{"value": "1", "text": "x", "conditional": {"html": "<b>"}}]}),
    ],
)
def test_it_refuses_markup_that_nobody_marked_safe(component, params):
    with pytest.raises(govuk.NotMarkup, match="format_html"):
        govuk.render_mapping(component, params)


def test_it_takes_markup_that_is_marked_safe():
    assert one(govuk.render("inset-text", html=mark_safe("<em>x</em>")), "em").text == "x"


def test_the_tag_takes_nested_and_camel_case_parameters():
    html = drawn('{% govuk "input" id="who" name="who" label__text="Name" hint__text=hint %}', hint="A & B")
    assert one(html, "label", **{"for": "who"}).text.strip() == "Name"
    assert one(html, "div", id="who-hint").text.strip() == "A & B"
    assert one(html, "input")["aria-describedby"] == "who-hint"


def test_the_tag_refuses_markup_from_a_variable():
    with pytest.raises(govuk.NotMarkup):
        drawn('{% govuk "inset-text" html=typed %}', typed="<b>")


def test_block_tags_escape_what_variables_hold():
    html = drawn("{% inset %}<p>{{ typed }}</p>{% endinset %}", typed=SCRIPT)
    assert one(html, "p").text == SCRIPT
    assert every(html, "script") == []


def test_details_open_under_their_summary():
    html = drawn('{% details "More" %}<p>Inside</p>{% enddetails %}')
    assert one(html, "summary").text.strip() == "More"
    assert one(html, "p").text == "Inside"


def test_a_tag_has_a_known_colour():
    assert one(drawn('{% tag "Late" "red" %}'), "strong", class_="govuk-tag--red").text.strip() == "Late"
    with pytest.raises(ValueError, match="not 'scarlet'"):
        drawn('{% tag "Late" "scarlet" %}')


def test_the_one_time_token_is_new_each_time():
    tokens = {one(drawn("{% once %}"), "input", name="once", type="hidden")["value"] for _ in range(5)}
    assert len(tokens) == 5
    assert all(UUID(token) for token in tokens)


@pytest.mark.parametrize(("number", "said"), [(0, "0 lambs"), (1, "1 lamb"), (1200, "1,200 lambs")])
def test_it_counts_in_words(number, said):
    assert drawn('{% plural n "lamb" "lambs" %}', n=number) == said


def test_a_tables_cells_are_escaped():
    cells = [SCRIPT, {"text": SCRIPT, "href": "/x/"}, {"tag": {"text": SCRIPT}}]
    html = drawn(
        '{% include "ui/_table.html" %}', caption="C", columns=[{"text": c} for c in "abc"], rows=[cells]
    )
    assert every(html, "script") == []
    assert one(html, "a", href="/x/").text == SCRIPT


def test_a_row_must_have_as_many_cells_as_there_are_columns():
    with pytest.raises(ValueError, match="argument 2"):
        drawn('{% include "ui/_table.html" %}', columns=[{"text": "a"}, {"text": "b"}], rows=[["x"]])


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        (TextLink("Ash Alder", "/children/1/"), '<a class="govuk-link" href="/children/1/">Ash Alder</a>'),
        (Status("In time"), "In time"),
        (
            {"text": "Ash Alder", "href": "/children/1/"},
            '<a class="govuk-link" href="/children/1/">Ash Alder</a>',
        ),
        (None, ""),
    ],
)
def test_a_cell_of_a_table_is_text_a_link_or_a_status(value: object, drawn: str) -> None:
    assert cell(value) == drawn


def test_a_status_with_a_colour_is_a_tag() -> None:
    assert "govuk-tag--red" in cell(Status("Overdue", "red"))


def test_a_column_of_numbers_is_marked_with_a_hash() -> None:
    assert columns("Team", "Read#") == [Column("Team"), Column("Read", is_number=True)]
