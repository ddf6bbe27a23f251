"""Finding what a page of plans is about, through the viewer."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.models import Plan, PlanAction, PlanReview
from kittiwake.practice.risk.models import PresentingRisk

FORM = "plans/form.html"


def find_plan(request: ViewerRequest, pk: int, what: str = "view", kind: str = "") -> Plan:
    """`kind`: 404 for a plan of another kind, whose address is another."""
    plan = request.viewer.open(Plan, pk, "entry__by", "entry__struck_out_by", "child", "closed_by", what=what)
    if kind and plan.kind != kind:
        raise Http404
    return plan


def find_risk(request: ViewerRequest, plan: Plan, risk_pk: int) -> PresentingRisk:
    """One of the plan's own child."""
    return get_object_or_404(request.viewer.see(PresentingRisk), pk=risk_pk, child=plan.child)


def find_action(request: ViewerRequest, pk: int) -> PlanAction:
    action = get_object_or_404(
        request.viewer.see(PlanAction).select_related("plan__entry", "plan__child"), pk=pk
    )
    request.viewer.read(action.plan)
    return action


def find_review(request: ViewerRequest, pk: int) -> PlanReview:
    return request.viewer.open(PlanReview, pk, "entry__by", "entry__struck_out_by", "plan__entry", "child")


def wanted_kind(request: ViewerRequest) -> str:
    """Of which kind the plan is that the form or the address asks for. 404 for a word that is no kind."""
    kind = request.POST.get("kind") or request.GET.get("kind") or rules.SAFETY
    if kind not in rules.CALLED:
        raise Http404
    return kind
