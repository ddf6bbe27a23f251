"""Pages of risks and what the plans do about them."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.plans.coverage import recording
from kittiwake.practice.plans.coverage.forms import CoverForm, LeaveForm
from kittiwake.practice.plans.coverage.showing import Coverage
from kittiwake.practice.plans.lookup import FORM, find_plan, find_risk
from kittiwake.practice.plans.models import PlanAction
from kittiwake.practice.plans.showing import plans_now
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def coverage(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = Coverage(child, request.viewer, plans_now(request.viewer, child))
    return page(request, "plans/coverage.html", {"shown": shown})


def cover(request: ViewerRequest, pk: int, risk_pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    risk = find_risk(request, plan, risk_pk)
    others = request.viewer.see(PlanAction).standing().filter(plan=plan).exclude(covers__risk=risk)
    form = CoverForm(request.POST or None, actions=others.order_by("pk"))
    context = {"title": f"What the plan already does about: {risk}", "plan": plan}
    if not others:
        context |= {"nothing": "The plan has no other action", "instead": "Add one that is about it."}
    return carry_out(
        request,
        form,
        lambda: recording.cover(
            plan, risk=risk, actions_=form.cleaned_data["actions_"], by=request.user, at=now()
        ),
        FORM,
        context,
        then=reverse("plans:coverage", args=[plan.child_id]),
    )


def leave_risk(request: ViewerRequest, pk: int, risk_pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    risk = find_risk(request, plan, risk_pk)
    form = LeaveForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.leave(
            plan, risk=risk, reason=form.cleaned_data["reason"], by=request.user, at=now()
        ),
        FORM,
        {"title": f"Leave this risk: {risk}", "plan": plan},
        then=reverse("plans:coverage", args=[plan.child_id]),
    )
