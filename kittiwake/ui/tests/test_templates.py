"""Whole pages and the fragments they are made of, without a browser."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.http import Http404
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import page_not_found, permission_denied, server_error

from kittiwake.time.moments import Moment
from kittiwake.ui import errors
from kittiwake.ui.gallery.views import ERROR_PAGES
from kittiwake.ui.tests.reading import elements, every, one

UI = Path(__file__).parents[1]
PAGES = ["", "components/", "form/", "form/refused/", "lists/", "navigation/", "confirmation/", "conflict/"]
NASTY = "<script>alert(1)</script>"


def fragment(template, **context):
    return render_to_string(f"ui/{template}", context)


@pytest.fixture
def html(gallery):
    return gallery.get("/gallery/components/").content.decode()


@pytest.mark.parametrize("address", [*PAGES, *(f"errors/{code}/" for code in ERROR_PAGES)])
def test_every_page_has_one_title_one_heading_and_no_script_of_its_own(gallery, address):
    html = gallery.get(f"/gallery/{address}").content.decode()
    heading = one(html, "h1").text
    assert one(html, "html")["lang"] == "en-GB"
    assert one(html, "title").text.split(" – ")[0].removeprefix("Error: ").split()[-1] in heading
    assert one(html, "main", id="main-content")
    assert [
        script for script in every(html, "script") if "src" not in script.attrs or script.text.strip()
    ] == []
    assert every(html, "style") == []
    forbidden = [
        element.tag for element in elements(html) if {"style", "onclick", "hx-on"} & element.attrs.keys()
    ]
    assert forbidden == []


def test_the_page_says_whose_it_is_and_that_nobody_in_it_is_real(html):
    assert one(html, "a", class_="govuk-generic-header__homepage-link").text.strip() == "Far Hedge Council"
    assert one(html, "section", class_="kw-made-up").text == "This is a made-up council. No real children."
    assert one(html, "a", class_="govuk-skip-link")["href"] == "#main-content"


def test_a_real_council_has_no_banner(gallery, settings):
    settings.DEMO = False
    assert every(gallery.get("/gallery/").content.decode(), class_="kw-made-up") == []


def test_the_navigation_marks_where_you_are(html):
    here = one(html, "a", aria_current="page", class_="govuk-service-navigation__link")
    assert (here.text.strip(), here["href"]) == ("My gates", "/gates/")


def test_a_service_without_navigation_still_has_pages(gallery, settings):
    settings.UI_NAVIGATION = ""
    html = gallery.get("/gallery/").content.decode()
    assert one(html, "span", class_="govuk-service-navigation__service-name").text.strip() == "Kittiwake"


def test_htmx_may_run_nothing_keep_nothing_and_show_refused_forms(html):
    config = json.loads(one(html, "meta", name="htmx-config")["content"])
    assert config["allowEval"] is False
    assert config["includeIndicatorStyles"] is False
    assert config["historyCacheSize"] == 0
    assert {"code": "422", "swap": True} in config["responseHandling"]


def test_htmx_sends_the_csrf_token(html):
    assert len(json.loads(one(html, "body")["hx-headers"])["X-CSRFToken"]) == 64


def test_a_message_is_shown_as_a_success(html):
    banner = one(html, "div", class_="govuk-notification-banner--success")
    assert "The gate has been mended." in banner.text


def test_other_apps_may_add_to_the_head_and_the_end_of_the_body():
    page = '{% extends "ui/base.html" %}{% block extra_head %}<meta name="a">{% endblock %}'
    page += '{% block extra_body %}<script src="/b.js"></script>{% endblock %}'
    html = Template(page).render(Context({}))
    assert html.index('<meta name="a">') < html.index("</head>")
    assert html.index("</main>") < html.index("/b.js") < html.index("</body>")


def test_a_form_with_a_file_is_sent_in_parts(gallery):
    assert one(gallery.get("/gallery/form/").content.decode(), "form")["enctype"] == "multipart/form-data"
    assert "enctype" not in one(gallery.get("/gallery/confirmation/").content.decode(), "form").attrs


def test_a_form_is_sent_and_answered_through_the_gallery(gallery):
    assert gallery.post("/gallery/form/", {"wood": "oak"}).status_code == 422
    typed = {
        "wood": "larch",
        "colours": ["black"],
        "height": "90",
        "farm": "far",
        "name": "Ash",
        "agreed": "yes",
    }
    seen = {"seen_at_day": "3", "seen_at_month": "11", "seen_at_year": "2025", "seen_at_time_unknown": "yes"}
    hung = {"hung_on_day": "3", "hung_on_month": "Mar", "hung_on_year": "2027", "has_tools": "no"}
    assert gallery.post("/gallery/form/", typed | seen | hung).status_code == 302


def test_what_cannot_be_undone_has_a_red_button_and_says_so(gallery):
    html = gallery.get("/gallery/confirmation/").content.decode()
    assert one(html, "button", class_="govuk-button--warning").text.strip() == "Close the gate"
    assert "You cannot undo this." in one(html, class_="govuk-warning-text").text


@pytest.mark.parametrize("code", ERROR_PAGES)
def test_every_error_page_says_what_happened_and_what_to_do(gallery, code):
    response = gallery.get(f"/gallery/errors/{code}/")
    paragraphs = every(response.content.decode(), "p", class_="govuk-body")
    assert response.status_code == int(code[:3])
    assert len(paragraphs) >= 2


def test_django_finds_the_error_pages(gallery):
    request = RequestFactory().get("/")
    assert "Page not found" in page_not_found(request, Http404("No Gate matches")).content.decode()
    assert "No Gate matches" not in page_not_found(request, Http404("No Gate matches")).content.decode()
    refused = permission_denied(request, PermissionError(NASTY)).content.decode()
    assert NASTY not in refused
    assert "&lt;script&gt;" in refused


@pytest.mark.parametrize("draw", [lambda: server_error(RequestFactory().get("/")), errors.unavailable])
def test_the_pages_for_a_broken_service_need_nothing_that_may_be_broken(settings, draw):
    settings.UI_NAVIGATION = "kittiwake.ui.tests.urls.broken_navigation"
    settings.COUNCIL_NAME = "Far Hedge Council"
    html = draw().content.decode()  # no database: pytest-django would raise
    assert "Far Hedge Council" in one(html, "title").text
    assert "999" in html


def test_the_service_says_when_to_come_back():
    assert errors.unavailable()["Retry-After"] == "60"


def test_a_form_from_an_old_page_is_refused_in_plain_words(gallery, settings):
    settings.CSRF_FAILURE_VIEW = "kittiwake.ui.errors.csrf_failure"
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/gallery/form/", {"wood": "oak"})
    assert response.status_code == 403
    assert "This page was open for too long" in response.content.decode()


def test_a_timeline_writes_moments_with_or_without_a_time():
    known = {
        "title": "Mended",
        "at": datetime(2026, 3, 3, 6, 10, tzinfo=UTC),
        "by": "Ash",
        "text": "a\n" + NASTY,
    }
    unknown = {"title": NASTY, "at": Moment(known["at"], time_known=False), "href": "/x/"}
    html = fragment("_timeline.html", items=[known, unknown])
    dates = [line.text for line in every(html, "p", class_="moj-timeline__date")]
    assert dates == ["Tuesday 3 March 2026 at 6:10am", "Tuesday 3 March 2026, time not known"]
    assert every(html, "script") == []
    assert one(html, "a", href="/x/").text == NASTY


def test_a_task_is_described_by_its_status():
    items = [{"title": "Measure", "href": "/m/", "status": {"text": "To do", "colour": "blue"}}]
    html = fragment("_task_list.html", items=items, name="gate")
    link = one(html, "a", href="/m/")
    assert one(html, id=link["aria-describedby"]).text.strip() == "To do"


def test_a_table_is_named_and_can_be_reached_to_scroll():
    columns = [{"text": "Gate"}, {"text": "Height", "is_number": True}]
    html = fragment("_table.html", caption="Gates", columns=columns, rows=[["Far", 90]], id="gates")
    region = one(html, "div", role="region", tabindex="0")
    assert one(html, "caption", id=region["aria-labelledby"]).text == "Gates"
    assert one(html, "th", scope="row").text == "Far"
    assert one(html, "td", class_="govuk-table__cell--numeric").text == "90"


def test_a_summary_says_when_nothing_was_recorded_and_keeps_lines():
    rows = [
        {"key": "Kept", "value": "a\nb", "href": "/k/"},
        {"key": "Colour", "value": None},
        {"key": "Count", "value": 0},
    ]
    html = fragment("_summary_list.html", rows=rows)
    values = every(html, "dd", class_="govuk-summary-list__value")
    assert [value.text for value in values] == ["ab", "Not recorded", "0"]
    assert values[0].inside[0].tag == "br"
    assert one(html, "a", href="/k/").text == "Change Kept"


def test_an_empty_list_says_why_and_what_to_do():
    html = fragment("_empty.html", title="No gates", text="They appear here.", href="/add/", action="Add one")
    assert one(html, "h2").text == "No gates"
    assert one(html, "a", href="/add/").text == "Add one"


def test_navigation_inside_a_record_marks_where_you_are():
    items = [{"text": "Plan", "href": "/p/", "current": True}, {"text": "Notes", "href": "/n/"}]
    sub = fragment("_sub_navigation.html", items=items, label="This gate")
    assert one(sub, "nav")["aria-label"] == "This gate"
    assert one(sub, "a", aria_current="page").text == "Plan"
    side = fragment("_side_navigation.html", sections=[{"heading": "Far", "items": items}])
    assert one(side, "a", aria_current="location").text == "Plan"
    assert one(side, "h2").text == "Far"


def test_tabs_are_links_to_their_sections_without_scripts(gallery):
    html = gallery.get("/gallery/navigation/").content.decode()
    for link in every(html, "a", class_="govuk-tabs__tab"):
        assert one(html, "div", id=link["href"].lstrip("#")).has_class("govuk-tabs__panel")


def test_every_template_extends_and_includes_only_what_ui_has():
    for template in UI.glob("templates/**/*.html"):
        for word in ("extends", "include"):
            for piece in template.read_text().split("{% " + word + ' "')[1:]:
                assert (UI / "templates" / piece.split('"')[0]).exists(), f"{template.name}: {piece[:40]}"
