"""Pages of placements. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.placements import forms, recording
from kittiwake.practice.placements.form_page import FORM, ask, open_move
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.showing import MovePage
from kittiwake.practice.placements.stability.showing import PlacementsPage
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def placements(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = PlacementsPage(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "placements/placements.html", {"shown": shown, "child": shown.child})


def move(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = MovePage(open_move(request, pk), request.viewer, now())
    return page(request, "placements/move.html", {"shown": shown, "move": shown.move})


def place(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.PlaceForm(request.POST or None, initial={"starts_on": local_date(now())})

    def record() -> Move:
        return recording.place(child, **form.values(), by=request.user, at=now())

    return carry_out(
        request, form, record, FORM, {"title": "Where they moved", "child": child, "back": child}
    )


def fewer_visits(request: ViewerRequest, pk: int) -> HttpResponse:
    move, form = open_move(request, pk), forms.FewerVisitsForm(request.POST or None)

    def record() -> None:
        recording.agree_fewer_visits(move, **form.values(), by=request.user, at=now())

    return ask(request, move, form, record, title="Visited less often")


def first_review(request: ViewerRequest, pk: int) -> HttpResponse:
    move, form = open_move(request, pk), forms.FirstReviewForm(request.POST or None)

    def record() -> None:
        recording.record_first_review(move, on=form.cleaned_data["on"], by=request.user, at=now())

    return ask(request, move, form, record, title="First review in this placement")


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    move, form = open_move(request, pk), StrikeOutForm(request.POST or None)

    def record() -> None:
        recording.strike_out(move, reason=form.cleaned_data["reason"], by=request.user, at=now())

    return ask(request, move, form, record, title="They did not move there")
