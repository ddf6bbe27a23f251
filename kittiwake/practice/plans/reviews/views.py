"""Pages of core groups and reviews of a plan."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.practice.plans.forms import ReasonForm
from kittiwake.practice.plans.lookup import FORM, find_plan, find_review
from kittiwake.practice.plans.reviews import recording
from kittiwake.practice.plans.reviews.forms import ReviewForm
from kittiwake.ui.pages import page


def plan_review(request: ViewerRequest, pk: int) -> HttpResponse:
    review = find_review(request, pk)
    may_strike_out = request.viewer.may(Power.RECORD) and not review.entry.is_struck_out
    return page(request, "plans/plan_review.html", {"review": review, "may_strike_out": may_strike_out})


def record_review(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    form = ReviewForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.record_review(plan, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Record a review of the plan", "plan": plan},
    )


def strike_out_review(request: ViewerRequest, pk: int) -> HttpResponse:
    review = find_review(request, pk)
    form = ReasonForm(request.POST or None)
    intro = "It stays on the record, struck through. What it counted as done is due again."
    return carry_out(
        request,
        form,
        lambda: recording.strike_out_review(
            review, reason=form.cleaned_data["reason"], by=request.user, at=now()
        ),
        FORM,
        {"title": "Strike out this review", "intro": intro, "plan": review.plan},
        then=review,
    )
