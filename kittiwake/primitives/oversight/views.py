"""Pages of oversight. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.history.refusal import refusals_on
from kittiwake.primitives.oversight import recording
from kittiwake.primitives.oversight.forms import AnswerForm, DecisionForm
from kittiwake.primitives.oversight.models import Review
from kittiwake.primitives.oversight.showing import ReviewPage, WaitingPage
from kittiwake.ui.pages import page


def _review(request: HttpRequest, pk: int) -> Review:
    return request.viewer.open(
        Review, pk, "entry__child", "entry__by", "entry__struck_out_by", "asked_by", "team"
    )


def _page(request: HttpRequest, review: Review, **forms: BaseForm) -> HttpResponse:
    shown = ReviewPage(review, request.viewer)
    sent = next(iter(forms.values()), None)
    offered = {"decision": DecisionForm(), "answer": AnswerForm(), **forms}
    return page(request, "oversight/review.html", {"shown": shown, "form": sent, **offered})


def review(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _review(request, pk))


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Not for work that its area decides on a page of its own: whoever comes here is led to that."""
    review = _review(request, pk)
    shown = ReviewPage(review, request.viewer)
    if shown.is_decided_elsewhere:
        return redirect(shown.decide_url or shown.url)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.decide(review, **form.cleaned_data, by=request.user, at=now())
            return redirect("oversight:review", pk=review.pk)
    return _page(request, review, decision=form)


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    review = _review(request, pk)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.answer(review, **form.cleaned_data, by=request.user, at=now())
            return redirect("oversight:review", pk=review.pk)
    return _page(request, review, answer=form)


def waiting(request: HttpRequest) -> HttpResponse:
    shown = WaitingPage(request.viewer)
    request.viewer.listed(shown.child_ids)
    return page(request, "oversight/waiting.html", {"shown": shown})
