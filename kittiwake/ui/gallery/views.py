"""Every component in every state, to look at and to test. Included by the root URLs only in a demo or with DEBUG."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kittiwake.time.moments import Moment
from kittiwake.ui import errors
from kittiwake.ui.gallery.forms import ClosureForm, EveryQuestionForm, NoteForm
from kittiwake.ui.pages import Change, conflict, page
from kittiwake.ui.paging import by_number

PAGES = [
    ("gallery:components", "Components"),
    ("gallery:form", "A form with every question"),
    ("gallery:form_with_errors", "The same form, refused"),
    ("gallery:lists", "Lists, tables and empty states"),
    ("gallery:navigation", "Navigation and tabs"),
    ("gallery:confirm", "Are you sure?"),
    ("gallery:conflicting", "Somebody else changed this"),
]
ERROR_PAGES = ["400", "403", "403_csrf", "404", "500", "503"]
SEASONS = ["spring", "autumn"]
WORDS = [
    "Barley",
    "Chalk",
    "Dunlin",
    "Elder",
    "Fennel",
    "Gorse",
    "Hazel",
    "Iris",
    "Juniper",
    "Kelp",
    "Larch",
    "Maple",
]


def contents(request: HttpRequest) -> HttpResponse:
    links = [{"text": text, "href": reverse(name)} for name, text in PAGES]
    links += [
        {"text": f"Error page {code}", "href": reverse("gallery:error", args=[code])} for code in ERROR_PAGES
    ]
    return page(request, "ui/gallery/contents.html", {"title": "Gallery", "links": links})


def components(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    context = {
        "title": "Components",
        "moments": _moments(now),
        "tags": [{"text": colour.capitalize(), "colour": colour} for colour in TAGS],
        "rows": [
            {"key": "Kept in", "value": "The shed\nby the far hedge", "href": "#", "action": "Change"},
            {"key": "Colour", "value": ""},
        ],
        "events": _events(now),
    }
    messages.success(request, "The gate has been mended.")
    return page(request, "ui/gallery/components.html", context)


TAGS = ["grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow"]


def _moments(now: datetime) -> list[tuple[str, Any]]:
    return [
        ("Now", now),
        ("Five hours ahead", now + timedelta(hours=5, minutes=1)),
        ("Two days ago", now - timedelta(days=2, minutes=1)),
        ("A day without a time", Moment(now - timedelta(days=9), time_known=False)),
    ]


def _events(now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "title": "Gate mended",
            "at": now - timedelta(hours=3),
            "by": "Robin Ash",
            "text": "New hinge.\nOld one kept.",
        },
        {
            "title": "Gate found open",
            "at": Moment(now - timedelta(days=1), time_known=False),
            "by": "Ash Linden",
            "href": "#",
            "tag": {"text": "Checked", "colour": "green"},
        },
    ]


def form(request: HttpRequest) -> HttpResponse:
    question = EveryQuestionForm(request.POST or None, request.FILES or None, initial={"version": 1})
    if question.is_valid():
        messages.success(request, "Everything on the form could be read.")
        return HttpResponseRedirect(reverse("gallery:form"))
    return page(request, "ui/form_page.html", _form_words(question))


def form_with_errors(request: HttpRequest) -> HttpResponse:
    return page(request, "ui/form_page.html", _form_words(EveryQuestionForm({"colours": ["green", "none"]})))


def _form_words(question: EveryQuestionForm) -> dict[str, Any]:
    return {
        "title": "Order a gate",
        "caption": "Far hedge",
        "intro": "Every kind of question, once.",
        "form": question,
        "button": "Send the order",
        "action": reverse("gallery:form"),
        "cancel_url": reverse("gallery:contents"),
        "back_url": reverse("gallery:contents"),
    }


def lists(request: HttpRequest) -> HttpResponse:
    rows = [
        [
            {"text": f"{word} gate {number}", "href": "#"},
            number * 7,
            {"tag": {"text": "Sound", "colour": "green"}},
        ]
        for number in range(1, 27)
        for word in WORDS
    ]
    context = {
        "title": "Lists",
        "columns": [{"text": "Gate"}, {"text": "Height in cm", "is_number": True}, {"text": "State"}],
        "rows_page": by_number(request, rows, size=10),
        "tasks": _tasks(),
    }
    return page(request, "ui/gallery/lists.html", context, fragment="results")


def _tasks() -> list[dict[str, Any]]:
    return [
        {"title": "Measure the opening", "href": "#", "status": {"text": "Completed"}},
        {
            "title": "Choose the wood",
            "href": "#",
            "hint": "Oak lasts",
            "status": {"text": "Not started", "colour": "blue"},
        },
        {"title": "Hang the gate", "status": {"text": "Cannot start yet", "colour": "grey"}},
    ]


def navigation(request: HttpRequest) -> HttpResponse:
    items = [{"text": word, "href": "#", "current": word == "Chalk"} for word in WORDS[:5]]
    sections = [{"heading": "Near hedge", "items": items[:2]}, {"heading": "Far hedge", "items": items[2:]}]
    tabs = [
        {"id": word, "label": word.capitalize(), "template": f"ui/gallery/_{word}.html"} for word in SEASONS
    ]
    context = {"title": "Navigation", "items": items, "sections": sections, "tabs": tabs}
    return page(request, "ui/gallery/navigation.html", context)


def confirm(request: HttpRequest) -> HttpResponse:
    context = {
        "title": "Are you sure you want to close the far gate?",
        "caption": "Far hedge",
        "consequences": ["Nobody will be able to walk through it.", "The notes about it stay on the record."],
        "form": ClosureForm(request.POST or None),
        "button": "Close the gate",
        "cancel_url": reverse("gallery:contents"),
        "is_final": True,
    }
    return page(request, "ui/confirm.html", context)


def conflicting(request: HttpRequest) -> HttpResponse:
    typed = NoteForm(request.POST or {"note": "The hinge is loose.\nIt needs oil.", "version": "3"})
    now_there = "The hinge is loose.\nA new one is ordered."
    change = Change(
        "Note", "The hinge is loose.", now_there, typed["note"].value(), "Ash Linden", timezone.now()
    )
    latest = reverse("gallery:contents")
    return conflict(request, typed, [change], row="this note", version=4, latest_url=latest)


def error(request: HttpRequest, code: str) -> HttpResponse:
    if code == "503":
        return errors.unavailable(request)
    if code not in ERROR_PAGES:
        raise Http404
    return render(request, f"{code}.html", status=int(code[:3]))
