"""Pages of what somebody does in a plan."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.plans.actions import recording
from kittiwake.practice.plans.actions.forms import ActionForm, TakeUpForm
from kittiwake.practice.plans.advice.facts import agreed_at_meetings
from kittiwake.practice.plans.forms import ReasonForm
from kittiwake.practice.plans.lookup import FORM, find_action, find_plan
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.risk.models import PresentingRiskQuerySet
from kittiwake.practice.risk.presenting.showing import seen as risks_seen
from kittiwake.primitives.actions.showing import seen as actions_seen
from kittiwake.primitives.actions.showing import who_may_own
from kittiwake.time.moments import local_date


def _risks(request: ViewerRequest, plan: Plan) -> PresentingRiskQuerySet:
    return risks_seen(request.viewer).standing().filter(child=plan.child).highest_first()


def add_action(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    form = ActionForm(
        request.POST or None,
        risks=_risks(request, plan),
        initial={"risks": request.GET.getlist("risk")},
    )
    offer(form, "owner", who_may_own(plan.child, local_date(now())))
    return carry_out(
        request,
        form,
        lambda: recording.add_action(plan, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Add an action", "plan": plan, "button": "Add this action"},
        then=reverse("plans:coverage", args=[plan.child_id]) if "risk" in request.GET else plan,
    )


def take_up_action(request: ViewerRequest, pk: int) -> HttpResponse:
    plan = find_plan(request, pk)
    agreed = actions_seen(request.viewer).filter(pk__in=agreed_at_meetings(plan.child).values("pk"))
    form = TakeUpForm(
        request.POST or None, actions=agreed.order_by("due_on", "pk"), risks=_risks(request, plan)
    )
    intro = "Who owns it and by which day stay as the meeting agreed."
    context = {"title": "Take up what a meeting agreed", "intro": intro, "plan": plan}
    if not agreed:
        context |= {"nothing": "No meeting has agreed anything that is not in the plan", "intro": ""}
    return carry_out(
        request,
        form,
        lambda: recording.take_up(plan, **form.values(), by=request.user, at=now()),
        FORM,
        context,
        then=plan,
    )


def drop_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = find_action(request, pk)
    form = ReasonForm(request.POST or None)
    intro = f"{action.who}: {action.what}"
    return carry_out(
        request,
        form,
        lambda: recording.drop_action(action, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "Take this action out of the plan", "intro": intro, "plan": action.plan},
        then=action.plan,
    )
