"""Pages of what people do in a plan, and of the risks it answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.plans import forms
from kittiwake.practice.plans import recording_of_actions as recording
from kittiwake.practice.plans.coverage import Coverage
from kittiwake.practice.plans.finding import FORM, find_action, find_plan, find_with_risk
from kittiwake.practice.plans.models import Plan, PlanAction
from kittiwake.practice.plans.showing import plans_now
from kittiwake.practice.plans.weighing import agreed_at_meetings
from kittiwake.practice.risk.presenting.showing import seen as risks_seen
from kittiwake.primitives.actions.showing import seen as actions_seen
from kittiwake.primitives.actions.showing import who_may_own
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def coverage(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = Coverage(child, request.viewer, plans_now(request.viewer, child))
    return page(request, "plans/coverage.html", {"shown": shown})


def _risks(request: ViewerRequest, plan: Plan) -> Any:
    return risks_seen(request.viewer).standing().filter(child=plan.child).highest_first()


def add_action(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    form = forms.ActionForm(
        request.POST or None,
        risks=_risks(request, plan),
        initial={"risks": request.GET.getlist("risk")},
    )
    offer(form, "owner", who_may_own(plan.child, local_date(now())))
    if form.is_valid():
        with refusals_on(form):
            recording.add_action(plan, **form.cleaned_data, by=request.user, at=now())
            return redirect(*(("plans:coverage", plan.child_id) if "risk" in request.GET else (plan,)))
    words = {"title": "Add an action", "plan": plan, "form": form, "button": "Add this action"}
    return page(request, FORM, words)


def take_up_action(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    agreed = actions_seen(request.viewer).filter(pk__in=agreed_at_meetings(plan.child).values("pk"))
    form = forms.TakeUpForm(
        request.POST or None, actions=agreed.order_by("due_on", "pk"), risks=_risks(request, plan)
    )
    if form.is_valid():
        with refusals_on(form):
            recording.take_up(plan, **form.cleaned_data, by=request.user, at=now())
            return redirect(plan)
    intro = "Who owns it and by which day stay as the meeting agreed."
    words = {"title": "Take up what a meeting agreed", "intro": intro, "plan": plan, "form": form}
    if not agreed:
        words |= {"nothing": "No meeting has agreed anything that is not in the plan", "intro": ""}
    return page(request, FORM, words)


def cover(request: ViewerRequest, pk: int, risk_pk: int) -> HttpResponse:
    plan, risk = find_with_risk(request, pk, risk_pk)
    steps = request.viewer.see(PlanAction).standing().filter(plan=plan).exclude(covers__risk=risk)
    form = forms.CoverForm(request.POST or None, actions=steps.order_by("pk"))
    if form.is_valid():
        with refusals_on(form):
            recording.cover(plan, risk=risk, **form.cleaned_data, by=request.user, at=now())
            return redirect("plans:coverage", plan.child_id)
    title = f"What the plan already does about: {risk}"
    words = {"title": title, "plan": plan, "form": form}
    if not steps:
        words |= {"nothing": "The plan has no other action", "instead": "Add one that is about it."}
    return page(request, FORM, words)


def drop_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = find_action(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.drop_action(action, **form.cleaned_data, by=request.user, at=now())
            return redirect(action.plan)
    words = {"title": "Take this action out of the plan", "intro": f"{action.who}: {action.what}"}
    return page(request, FORM, {**words, "plan": action.plan, "form": form})


def leave_risk(request: ViewerRequest, pk: int, risk_pk: int) -> HttpResponse:
    plan, risk = find_with_risk(request, pk, risk_pk)
    form = forms.LeaveForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.leave(plan, risk=risk, **form.cleaned_data, by=request.user, at=now())
            return redirect("plans:coverage", plan.child_id)
    return page(request, FORM, {"title": f"Leave this risk: {risk}", "plan": plan, "form": form})
