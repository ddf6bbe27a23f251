"""Pages that take long, as the database does. Served by a process of its own: python -m granian … tests.serving.slow_pages:application"""

from __future__ import annotations

import json
import os
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.area import AREA
from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.config.urls import handler404, handler500
from kittiwake.record import recording
from kittiwake.record.models import Child
from kittiwake.ui.forms import GovForm, TextAreaField
from kittiwake.ui.pages import page

# Connections on which somebody's time has run out, in this process.
GIVEN_UP_ON: set[int] = set()


def ask(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def child(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse(request.viewer.open(Child, pk).name)


def slow(request: HttpRequest, milliseconds: int) -> HttpResponse:
    ask(f"SELECT pg_sleep({milliseconds / 1000})")
    return HttpResponse("slow")


def late(request: HttpRequest) -> HttpResponse:
    GIVEN_UP_ON.add(ask("SELECT pg_backend_pid()"))
    return slow(request, 60_000)


def in_pieces(request: HttpRequest) -> HttpResponse:
    """No statement takes long, but there are ever more of them."""
    while True:
        ask("SELECT pg_sleep(0.05)")


def who(request: HttpRequest) -> HttpResponse:
    """Whom the database takes the request for, and how much it shows them."""
    known = ask("SELECT coalesce(current_setting('kittiwake.user_id', true), '')")
    told = {
        "is": str(request.user.pk or ""),
        "known_as": known,
        "sees": ask("SELECT count(*) FROM record_child"),
        "may_take": ask("SHOW statement_timeout"),
        "had_given_up": ask("SELECT pg_backend_pid()") in GIVEN_UP_ON,
    }
    return HttpResponse(json.dumps(told))


class LetterForm(GovForm):
    words = TextAreaField("Whom is it about?")
    seconds = TextAreaField("How long does it take?")


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    request.viewer.open(Child, pk)
    form = LetterForm(request.POST or None)
    if form.is_valid():
        recording.add_child(forenames=form.cleaned_data["words"], by=request.user, at=now())
        ask(f"SELECT set_config('application_name', 'in the middle: {os.getpid()}', true)")
        slow(request, int(form.cleaned_data["seconds"]) * 1000)
        return redirect("/who/")
    return page(request, "ui/form_page.html", {"title": "A letter", "form": form})


urlpatterns = [
    AREA.urls,
    Area("desk", "", 1, pages=[Page("desk:child", "children/<int:pk>/", child, Power.SEE_CHILD)]).urls,
    Page("tests:slow", "slow/<int:milliseconds>/", slow, Power.EVERYBODY, seconds=60).pattern,
    Page("tests:late", "late/", late, Power.SIGN_IN, seconds=1).pattern,
    Page("tests:in_pieces", "in-pieces/", in_pieces, Power.SIGN_IN, seconds=1).pattern,
    Page("tests:who", "who/", who, Power.EVERYBODY).pattern,
    Page("tests:letter", "letter/<int:pk>/", letter, Power.REPORT, seconds=5).pattern,
]
__all__ = ["handler404", "handler500"]
