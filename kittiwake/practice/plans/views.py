"""Pages of plans. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.plans import forms, papers, recording
from kittiwake.practice.plans.lookup import FORM, find_plan
from kittiwake.practice.plans.showing import PlanPage, PlansPage, current_plan
from kittiwake.practice.risk.informing import because_of
from kittiwake.record.models import Child
from kittiwake.ui.pages import page
from kittiwake.ui.paper import printed


def plan(request: ViewerRequest, pk: int, kind: str) -> HttpResponse:
    shown = PlanPage(find_plan(request, pk, kind=kind), request.viewer, now())
    return page(request, "plans/plan.html", {"shown": shown})


def plans(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = PlansPage(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "plans/plans.html", {"shown": shown})


def print_plan(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk, what="print")
    paper = papers.whole(PlanPage(plan, request.viewer, now()))
    return printed(paper, file_name="plan.pdf", for_whom=request.user.name)


def print_plan_for_child(request: ViewerRequest, pk: int) -> HttpResponse:
    """In their own words, to give to them."""
    plan = find_plan(request, pk, what="print")
    paper = papers.for_child(PlanPage(plan, request.viewer, now()))
    return printed(paper, file_name="my-plan.pdf", for_whom=request.user.name)


def agree(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    form = forms.AgreementForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.agree(plan, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Who agrees with the plan", "plan": plan},
        then=plan,
    )


def put_forward(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    return carry_out(
        request,
        forms.PutForwardForm(request.POST or None),
        lambda: recording.put_forward(plan, by=request.user, at=now()),
        "plans/put_forward.html",
        {"plan": plan, "shown": PlanPage(plan, request.viewer, now())},
        then=plan,
    )


def keep_plan(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    plan, cause = current_plan(request.viewer, child), because_of(request, child)
    if plan is None or cause is None:
        raise Http404
    form = forms.KeepForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.keep_plan(
            plan, because_of=cause, why=form.cleaned_data["why"], by=request.user, at=now()
        ),
        FORM,
        {"title": "The plan stays as it is", "plan": plan, "cause": cause},
        then=plan,
    )


def close_plan(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    form = forms.ReasonForm(request.POST or None)
    intro = "Risks that still stand and that no other plan answers will then be open."
    return carry_out(
        request,
        form,
        lambda: recording.close_plan(plan, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "Close this plan", "intro": intro, "plan": plan},
        then=plan,
    )


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    form = forms.ReasonForm(request.POST or None)
    intro = "It stays on the record, struck through, with your name and reason. The version before is the plan again."
    return carry_out(
        request,
        form,
        lambda: recording.strike_out(plan, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "Strike out this version", "intro": intro, "plan": plan},
        then=plan,
    )
