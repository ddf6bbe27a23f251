"""Pages of placements. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.placements import away as listing
from kittiwake.practice.placements import (
    forms,
    recording,
    recording_of_duties,
    recording_of_nearer,
    showing,
    showing_of_moves,
)
from kittiwake.practice.placements.models import Move, NearerReview
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

FORM = "placements/form.html"


def _move(request: ViewerRequest, pk: int) -> Move:
    return request.viewer.open(Move, pk, "entry__by", "entry__struck_out_by", "child", "placement")


def placements(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = showing_of_moves.PlacementsPage(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "placements/placements.html", {"shown": shown, "child": shown.child})


def away(request: ViewerRequest) -> HttpResponse:
    shown = listing.AwayPage(request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "placements/away.html", {"shown": shown})


def move(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.MovePage(_move(request, pk), request.viewer, now())
    return page(request, "placements/move.html", {"shown": shown, "move": shown.move})


def nearer(request: ViewerRequest, pk: int) -> HttpResponse:
    review = request.viewer.open(
        NearerReview, pk, "entry__by", "entry__struck_out_by", "entry__child", "move__entry"
    )
    context = {"review": review, "child": review.entry.child, "words": review.entry.words.all()}
    return page(request, "placements/nearer.html", context)


def place(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.PlaceForm(request.POST or None, initial={"starts_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            return redirect(recording.place(child, **form.cleaned_data, by=request.user, at=now()))
    return page(request, FORM, {"title": "Where they moved", "child": child, "back": child, "form": form})


def _on_move(
    request: ViewerRequest,
    pk: int,
    form_class: type[GovForm],
    title: str,
    record: Callable[..., Any],
    **start: Any,
) -> HttpResponse:
    """One form about a move; back to the move when it is recorded."""
    found = _move(request, pk)
    form = form_class(request.POST or None, initial=start)
    if form.is_valid():
        answers = {name: value for name, value in form.cleaned_data.items() if name != "whole"}
        with refusals_on(form):
            record(found, **answers, by=request.user, at=now())
            return redirect(found)
    return page(request, FORM, {"title": title, "child": found.child, "back": found, "form": form})


def approve(request: ViewerRequest, pk: int) -> HttpResponse:
    title = "Approve a placement out of our area"
    return _on_move(
        request,
        pk,
        forms.ApproveForm,
        title,
        recording_of_duties.approve,
        who=request.user.name,
        on=local_date(now()),
    )


def consult(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_move(
        request, pk, forms.ConsultForm, "Consult the council they are placed in", recording_of_duties.consult
    )


def notify(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_move(
        request,
        pk,
        forms.NotifyForm,
        "Written notice to the council they are placed in",
        recording_of_duties.notify,
    )


def no_notice(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_move(
        request,
        pk,
        forms.NoNoticeForm,
        "No notice to the council they are placed in",
        recording_of_duties.say_no_notice,
    )


def fewer_visits(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_move(request, pk, forms.FewerVisitsForm, "Visited less often", recording.agree_fewer_visits)


def first_review(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_move(
        request, pk, forms.FirstReviewForm, "First review in this placement", recording.record_first_review
    )


def review_nearer(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_move(
        request,
        pk,
        forms.NearerForm,
        "Moving nearer home",
        recording_of_nearer.review_nearer,
        held_on=local_date(now()),
    )


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_move(request, pk, StrikeOutForm, "They did not move there", recording.strike_out)
