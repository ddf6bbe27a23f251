"""Pages of safety plans. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.middleware import may
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.plans import forms, recording
from kittiwake.practice.plans.models import PlanAction, SafetyPlan
from kittiwake.practice.plans.showing import (
    Coverage,
    PlanPage,
    carried,
    current_plan,
    newest_version,
    workers_now,
)
from kittiwake.practice.risk.informing import because_of, cause_of_form
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.showing import seen as risks_seen
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "plans/form.html"


def _plan(request: HttpRequest, pk: int) -> SafetyPlan:
    return request.viewer.open(SafetyPlan, pk, "entry__by", "entry__struck_out_by", "child", "closed_by")


def _with_risk(request: HttpRequest, pk: int, risk_pk: int) -> tuple[SafetyPlan, PresentingRisk]:
    plan = _plan(request, pk)
    return plan, get_object_or_404(request.viewer.see(PresentingRisk), pk=risk_pk, child=plan.child)


def _action(request: HttpRequest, pk: int) -> PlanAction:
    found = get_object_or_404(
        request.viewer.see(PlanAction).select_related("plan__entry", "plan__child"), pk=pk
    )
    request.viewer.read(found.plan)
    return found


@may("plans.see")
def safety_plan(request: HttpRequest, pk: int) -> HttpResponse:
    return page(
        request, "plans/safety_plan.html", {"shown": PlanPage(_plan(request, pk), request.viewer, now())}
    )


@may("risk.see")
def coverage(request: HttpRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = Coverage(child, request.viewer, current_plan(request.viewer, child))
    return page(request, "plans/coverage.html", {"shown": shown})


@may("plans.record")
def write_plan(request: HttpRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    before = newest_version(request.viewer, child)
    occasion = f"{recording.SAFETY_PLAN}:{before.number if before else 0}"
    form = forms.PlanForm(request.POST or None, initial=carried(before, now()))
    if form.is_valid():
        cause = because_of(request, child)
        with refusals_on(form):
            answers = {**form.values(), "because_of": cause, "occasion": occasion}
            return redirect(recording.write_plan(child, **answers, by=request.user, at=now()))
    draft = drafts.latest(request.user, child, occasion)
    cause = cause_of_form(request, child, restore(form, draft))
    context = {
        "child": child,
        "form": form,
        "cause": cause,
        "before": before,
        "draft": draft,
        "occasion": occasion,
    }
    return page(request, "plans/write_plan.html", context)


@may("plans.record")
def add_action(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    risks = risks_seen(request.viewer).standing().filter(child=plan.child).highest_first()
    form = forms.ActionForm(
        request.POST or None,
        risks=risks,
        workers=workers_now(),
        initial={"risks": request.GET.getlist("risk")},
    )
    if form.is_valid():
        with refusals_on(form):
            recording.add_action(plan, **form.cleaned_data, by=request.user, at=now())
            return redirect(*(("plans:coverage", plan.child_id) if "risk" in request.GET else (plan,)))
    return page(
        request, FORM, {"title": "Add an action", "plan": plan, "form": form, "button": "Add this action"}
    )


@may("plans.record")
def cover(request: HttpRequest, pk: int, risk_pk: int) -> HttpResponse:
    plan, risk = _with_risk(request, pk, risk_pk)
    steps = request.viewer.see(PlanAction).standing().filter(plan=plan).exclude(covers__risk=risk)
    form = forms.CoverForm(request.POST or None, actions=steps.order_by("pk"))
    if form.is_valid():
        with refusals_on(form):
            recording.cover(plan, risk=risk, **form.cleaned_data, by=request.user, at=now())
            return redirect("plans:coverage", plan.child_id)
    return page(
        request, FORM, {"title": f"What the plan already does about: {risk}", "plan": plan, "form": form}
    )


@may("plans.record")
def drop_action(request: HttpRequest, pk: int) -> HttpResponse:
    action = _action(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.drop_action(action, **form.cleaned_data, by=request.user, at=now())
            return redirect(action.plan)
    words = {"title": "Take this action out of the plan", "intro": f"{action.who}: {action.what}"}
    return page(request, FORM, {**words, "plan": action.plan, "form": form})


@may("plans.record")
def leave_risk(request: HttpRequest, pk: int, risk_pk: int) -> HttpResponse:
    plan, risk = _with_risk(request, pk, risk_pk)
    form = forms.LeaveForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.leave(plan, risk=risk, **form.cleaned_data, by=request.user, at=now())
            return redirect("plans:coverage", plan.child_id)
    return page(request, FORM, {"title": f"Leave this risk: {risk}", "plan": plan, "form": form})


@may("plans.record")
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    form = forms.AgreementForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.agree(plan, **form.cleaned_data, by=request.user, at=now())
            return redirect(plan)
    return page(request, FORM, {"title": "Who agrees with the plan", "plan": plan, "form": form})


@may("plans.record")
def put_forward(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    form = forms.PutForwardForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.put_forward(plan, by=request.user, at=now())
            return redirect(plan)
    shown = PlanPage(plan, request.viewer, now())
    return page(request, "plans/put_forward.html", {"plan": plan, "form": form, "shown": shown})


@may("plans.record")
def keep_plan(request: HttpRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    plan, cause = current_plan(request.viewer, child), because_of(request, child)
    if plan is None or cause is None:
        raise Http404
    form = forms.KeepForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.keep_plan(plan, because_of=cause, **form.cleaned_data, by=request.user, at=now())
            return redirect(plan)
    return page(
        request, FORM, {"title": "The plan stays as it is", "plan": plan, "form": form, "cause": cause}
    )


@may("plans.record")
def close_plan(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.close_plan(plan, **form.cleaned_data, by=request.user, at=now())
            return redirect(plan)
    intro = "Risks that still stand will then have no plan that answers them."
    return page(request, FORM, {"title": "Close this plan", "intro": intro, "plan": plan, "form": form})


@may("entry.strike_out")
def strike_out(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(plan, **form.cleaned_data, by=request.user, at=now())
            return redirect(plan)
    intro = "It stays on the record, struck through, with your name and reason. The version before is the plan again."
    return page(
        request, FORM, {"title": "Strike out this version", "intro": intro, "plan": plan, "form": form}
    )
