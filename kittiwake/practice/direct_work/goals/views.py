"""Pages of goals. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.practice.direct_work.goals import forms, recording
from kittiwake.practice.direct_work.goals.showing import GoalShown
from kittiwake.practice.direct_work.models import Goal
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "direct_work/form.html"


def _goal(request: ViewerRequest, pk: int) -> Goal:
    return request.viewer.open(Goal, pk, "entry__by", "entry__struck_out_by", "child")


def set_goal(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.GoalForm(request.POST or None, initial={"set_on": local_date(now())})
    return carry_out(
        request,
        form,
        lambda: recording.set_goal(child, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "A goal they set", "child": child, "back": child},
    )


def goal(request: ViewerRequest, pk: int) -> HttpResponse:
    goal = _goal(request, pk)
    may_record = request.viewer.may(Power.RECORD) and not goal.ended_on and not goal.entry.is_struck_out
    context = {"goal": goal, "shown": GoalShown(goal), "may_record": may_record}
    return page(request, "direct_work/goal.html", context)


def scale(request: ViewerRequest, pk: int) -> HttpResponse:
    goal = _goal(request, pk)
    form = forms.ScaleForm(request.POST or None, initial={"on": local_date(now())})
    return carry_out(
        request,
        form,
        lambda: recording.scale(goal, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Where are they now?", "intro": goal.wants, "child": goal.child, "back": goal},
        then=goal,
    )


def end_goal(request: ViewerRequest, pk: int) -> HttpResponse:
    goal = _goal(request, pk)
    form = forms.EndGoalForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.end_goal(goal, why=form.cleaned_data["why"], by=request.user, at=now()),
        FORM,
        {"title": "This goal has ended", "child": goal.child, "back": goal},
        then=goal,
    )
