from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from kittiwake.ui.forms import GovForm, TextField
from kittiwake.ui.gallery.forms import NoteForm
from kittiwake.ui.pages import Change, conflict, page
from kittiwake.ui.tests.reading import every, one

TEMPLATES = {
    "root.html": "<html>{% block content %}root{% endblock %}<footer>{% block foot %}foot{% endblock %}</footer></html>",
    "middle.html": '{% extends "root.html" %}{% block content %}<h1>{{ title }}</h1>{% block list %}none{% endblock %}{% endblock %}',
    "leaf.html": '{% extends "middle.html" %}{% block list %}{{ block.super }}, {{ typed }} {{ service_name }}{% endblock %}',
}


class NameForm(GovForm):
    name = TextField("Name", missing="Enter a name")


@pytest.fixture
def templates(settings):
    processors = ["kittiwake.ui.context.service"]
    loaders = [("django.template.loaders.locmem.Loader", TEMPLATES)]
    engine = {"BACKEND": "django.template.backends.django.DjangoTemplates"}
    settings.TEMPLATES = [{**engine, "OPTIONS": {"loaders": loaders, "context_processors": processors}}]


def request(htmx=None):
    made = RequestFactory().get("/")
    made.htmx = htmx or False
    return made


def htmx(boosted=False, history_restore_request=False):
    return SimpleNamespace(boosted=boosted, history_restore_request=history_restore_request)


@pytest.mark.parametrize(
    ("form", "status"),
    [(None, 200), (NameForm(), 200), (NameForm({"name": "Ash"}), 200), (NameForm({"x": ""}), 422)],
)
def test_a_refused_form_answers_422(form, status, gallery):
    response = page(request(), "ui/form_page.html", {"title": "T", "form": form})
    assert response.status_code == status


def test_a_form_refused_by_the_record_answers_422(gallery):
    form = NameForm({"name": "Ash"})
    form.add_error(None, "This return has already been recorded.")
    response = page(request(), "ui/form_page.html", {"title": "T", "form": form})
    assert response.status_code == 422
    assert "This return has already been recorded." in response.content.decode()


def test_the_title_says_that_there_is_an_error(gallery):
    refused = page(request(), "ui/form_page.html", {"title": "Add a gate", "form": NameForm({"x": ""})})
    assert one(refused.content.decode(), "title").text == "Error: Add a gate – Kittiwake – Far Hedge Council"
    fresh = page(request(), "ui/form_page.html", {"title": "Add a gate", "form": NameForm()})
    assert one(fresh.content.decode(), "title").text == "Add a gate – Kittiwake – Far Hedge Council"


def test_htmx_gets_the_block_alone_as_it_stands_in_the_page(templates):
    response = page(request(htmx()), "leaf.html", {"typed": "<b>"}, fragment="list")
    assert response.content.decode() == "none, &lt;b&gt; Kittiwake"
    assert response["Vary"] == "HX-Request"


def test_a_block_of_a_parent_can_be_asked_for(templates):
    response = page(request(htmx()), "leaf.html", {"title": "T", "typed": "x"}, fragment="content")
    assert response.content.decode() == "<h1>T</h1>none, x Kittiwake"


@pytest.mark.parametrize("by", [None, htmx(boosted=True), htmx(history_restore_request=True)])
def test_everybody_else_gets_the_whole_page(templates, by):
    response = page(request(by), "leaf.html", {"title": "T", "typed": "x"}, fragment="list")
    assert response.content.decode() == "<html><h1>T</h1>none, x Kittiwake<footer>foot</footer></html>"


def test_it_says_which_block_there_is_not(templates):
    with pytest.raises(ValueError, match="has no block called 'lists'"):
        page(request(htmx()), "leaf.html", {}, fragment="lists")


def test_a_fragment_never_asks_for_the_navigation(gallery, settings):
    settings.UI_NAVIGATION = "kittiwake.ui.tests.urls.broken_navigation"
    response = gallery.get("/gallery/lists/", headers={"HX-Request": "true"})
    html = response.content.decode()
    assert response.status_code == 200
    assert one(html, "table")
    assert every(html, "html") == []


def test_a_conflict_shows_both_texts_and_keeps_what_was_typed(gallery):
    form = NoteForm({"note": "Mine <b>", "version": "3"})
    changes = [Change("Note", was="First", now="Theirs\nlonger", yours="Mine <b>", by="Ash Linden")]
    response = conflict(request(), form, changes, row="this note", version=5, latest_url="/note/")
    html = response.content.decode()
    assert response.status_code == 409
    assert one(html, "h1").text == "Somebody else changed this note while you were typing"
    assert [cell.text for cell in every(html, "dd")] == ["First", "Theirslonger", "Mine <b>"]
    assert one(html, "textarea", name="note").text == "Mine <b>"
    assert one(html, "a", href="/note/").text == "Keep the other version"


def test_after_a_conflict_the_form_carries_the_present_version(gallery):
    form = NoteForm({"n-note": "Mine", "n-version": "3"}, prefix="n")
    html = conflict(request(), form, [], row="this note", version=5, latest_url="/").content.decode()
    assert one(html, "input", name="n-version")["value"] == "5"
    assert form.is_valid()


def test_a_page_of_answers_is_not_kept_by_the_browser(gallery):
    html = page(request(), "ui/form_page.html", {"title": "T", "form": NameForm()}).content.decode()
    assert one(html, "form")["autocomplete"] == "off"
    assert one(html, "input", name="csrfmiddlewaretoken")
    assert one(html, "input", name="once")
