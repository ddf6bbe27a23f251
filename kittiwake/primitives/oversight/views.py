"""Pages of oversight. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.primitives.oversight import recording
from kittiwake.primitives.oversight.forms import AnswerForm, DecisionForm
from kittiwake.primitives.oversight.models import Review
from kittiwake.primitives.oversight.showing import ReviewPage, WaitingPage
from kittiwake.ui.pages import page

TEMPLATE = "oversight/review.html"


def _review(request: ViewerRequest, pk: int) -> Review:
    return request.viewer.open(
        Review, pk, "entry__child", "entry__by", "entry__struck_out_by", "asked_by", "team"
    )


def _context(request: ViewerRequest, review: Review) -> dict[str, object]:
    """The page of the exchange, with both forms: which of them is shown depends on whose turn it is."""
    shown = ReviewPage(review, request.viewer)
    return {"shown": shown, "decision": DecisionForm(), "answer": AnswerForm()}


def review(request: ViewerRequest, pk: int) -> HttpResponse:
    return page(request, TEMPLATE, {**_context(request, _review(request, pk)), "form": None})


def decide(request: ViewerRequest, pk: int) -> HttpResponse:
    """Not for work that its area decides on a page of its own: whoever comes here is led to that."""
    review = _review(request, pk)
    shown = ReviewPage(review, request.viewer)
    if shown.is_decided_elsewhere:
        return redirect(shown.decide_url or shown.url)
    form = DecisionForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.decide(
            review,
            kind=form.cleaned_data["kind"],
            words=form.cleaned_data["words"],
            by=request.user,
            at=now(),
        ),
        TEMPLATE,
        {**_context(request, review), "decision": form},
        then=shown.url,
    )


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    review = _review(request, pk)
    form = AnswerForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.answer(review, words=form.cleaned_data["words"], by=request.user, at=now()),
        TEMPLATE,
        {**_context(request, review), "answer": form},
        then=ReviewPage(review, request.viewer).url,
    )


def waiting(request: ViewerRequest) -> HttpResponse:
    shown = WaitingPage(request.viewer)
    request.viewer.listed(shown.child_ids)
    return page(request, "oversight/waiting.html", {"shown": shown})
