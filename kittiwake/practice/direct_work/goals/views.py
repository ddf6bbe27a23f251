"""Pages of goals. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.direct_work.goals import forms, recording, showing
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
    if form.is_valid():
        with refusals_on(form):
            return redirect(recording.set_goal(child, **form.cleaned_data, by=request.user, at=now()))
    return page(request, FORM, {"title": "A goal they set", "child": child, "back": child, "form": form})


def goal(request: ViewerRequest, pk: int) -> HttpResponse:
    found = _goal(request, pk)
    may_record = request.viewer.may(Power.RECORD) and not found.ended_on and not found.entry.is_struck_out
    context = {"goal": found, "shown": showing.GoalShown(found), "may_record": may_record}
    return page(request, "direct_work/goal.html", context)


def scale(request: ViewerRequest, pk: int) -> HttpResponse:
    found = _goal(request, pk)
    form = forms.ScaleForm(request.POST or None, initial={"on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording.scale(found, **form.cleaned_data, by=request.user, at=now())
            return redirect(found)
    context = {
        "title": "Where are they now?",
        "intro": found.wants,
        "child": found.child,
        "back": found,
        "form": form,
    }
    return page(request, FORM, context)


def end_goal(request: ViewerRequest, pk: int) -> HttpResponse:
    found = _goal(request, pk)
    form = forms.EndGoalForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.end_goal(found, **form.cleaned_data, by=request.user, at=now())
            return redirect(found)
    return page(
        request, FORM, {"title": "This goal has ended", "child": found.child, "back": found, "form": form}
    )
