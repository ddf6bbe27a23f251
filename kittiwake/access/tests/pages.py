"""A few small pages, and the area's own, as the whole of a service."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.timezone import now
from django.views.generic import RedirectView

from kittiwake.access.answering import carry_out
from kittiwake.access.area import AREA
from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.history import recording as history
from kittiwake.history.kinds import EventKind
from kittiwake.history.refusal import Refused
from kittiwake.record import recording
from kittiwake.record.models import Allocation, Child, Entry
from kittiwake.ui.forms import CheckboxesField, DateField, FileField, GovForm, TextAreaField
from tests.cast import end_allocation


def child(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse(request.viewer.open(Child, pk).name)


def twice(request: HttpRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    request.viewer.read(child)
    request.viewer.listed([child.pk, child.pk])
    return HttpResponse("Twice")


def note(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: what is typed decides how it ends."""
    child = request.viewer.open(Child, pk)
    typed = request.POST["typed"]
    entry = recording.enter(
        child, kind="test.note", summary=typed, happened_at=now(), by=request.user, at=now()
    )
    if typed == "refused":
        return HttpResponse("Mend it", status=422)
    if typed == "broken":
        raise RuntimeError("Something else went wrong")
    if typed == "broken in the database":
        connection.cursor().execute("SELECT 1 / 0")
    if typed == "slow":
        connection.cursor().execute("SELECT pg_sleep(0.3)")
    return redirect("note", pk=entry.pk)


class LetterForm(GovForm):
    words = TextAreaField("What happened?")
    when = DateField("When?")
    how = CheckboxesField("How?", choices=[("rang", "Rang"), ("went", "Went")])
    paper = FileField("The letter", required=False, accept=(".txt",))


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """A form such as most pages have."""
    child = request.viewer.open(Child, pk)
    form = LetterForm(request.POST or None, request.FILES or None)

    def record() -> None:
        if form.cleaned_data["words"] == "refused":
            raise Refused("Nobody writes that.", field="words")
        facts = {"happened_at": now(), "by": request.user, "at": now()}
        recording.enter(child, kind="test.note", summary=form.cleaned_data["words"], **facts)

    return carry_out(request, form, record, "ui/form_page.html", {"title": "A letter"}, then="/welcome/")


def chronology(request: HttpRequest) -> HttpResponse:
    rows = list(request.viewer.see(Entry))
    request.viewer.listed(row.child_id for row in rows)
    return HttpResponse(str(len(rows)))


def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends the manager's own sight of the child, and is written down all the same."""
    allocation = request.viewer.open(Allocation, pk)
    end_allocation(allocation, allocation.starts_on)
    ended = EventKind("test.ended", "Ended it")
    history.write(ended, allocation, by=request.user, at=now(), child_id=allocation.child_id)
    return redirect("/")


def unloggable(request: HttpRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    request.viewer.read(child, "a kind of reading that is longer than its column")
    return HttpResponse(child.name)


def welcome(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Welcome")


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Who may see this?")


DESK = Area("desk", "", 1, pages=[Page("desk:child", "children/<int:pk>/", child, Power.SEE_CHILD)])
urlpatterns = [
    AREA.urls,
    DESK.urls,
    Page("tests:twice", "twice/<int:pk>/", twice, Power.SEE_CHILD).pattern,
    Page("tests:note", "note/<int:pk>/", note, Power.REPORT).pattern,
    Page("tests:letter", "letter/<int:pk>/", letter, Power.REPORT).pattern,
    Page("tests:chronology", "chronology/", chronology, Power.SEE_CHILD).pattern,
    Page("tests:hand_over", "hand-over/<int:pk>/", hand_over, Power.OVERSEE).pattern,
    Page("tests:unloggable", "unloggable/<int:pk>/", unloggable, Power.SEE_CHILD).pattern,
    Page("tests:welcome", "welcome/", welcome, Power.EVERYBODY).pattern,
    path("undeclared/", undeclared, name="undeclared"),
    path("theirs/", RedirectView.as_view(url="/welcome/")),
]
