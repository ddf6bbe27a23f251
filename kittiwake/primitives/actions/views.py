"""Pages of actions. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.people import offer
from kittiwake.history.refusal import refusals_on
from kittiwake.primitives.actions import forms, recording
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import ActionPage, who_may_own
from kittiwake.record.models import Entry
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "actions/form.html"


def _action(request: HttpRequest, pk: int) -> Action:
    return request.viewer.open(
        Action, pk, "entry__child", "entry__struck_out_by", "owner", "team", "raised_by", "done_by"
    )


def action(request: HttpRequest, pk: int) -> HttpResponse:
    return page(
        request, "actions/action.html", {"shown": ActionPage(_action(request, pk), request.viewer, now())}
    )


def raise_action(request: HttpRequest, entry_pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, entry_pk, "child")
    form = forms.ActionForm(request.POST or None)
    offer(form, "owner", who_may_own(entry.child, local_date(now())))
    if form.is_valid():
        with refusals_on(form):
            recording.raise_action(entry, **form.cleaned_data, by=request.user, at=now())
            return redirect(entry)
    return page(request, "actions/raise_action.html", {"entry": entry, "form": form})


def complete(request: HttpRequest, pk: int) -> HttpResponse:
    action = _action(request, pk)
    form = forms.OutcomeForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.complete(action, **form.cleaned_data, by=request.user, at=now())
            return redirect("actions:action", pk=action.pk)
    return page(request, FORM, {"title": "It is done", "action_row": action, "form": form})


def drop(request: HttpRequest, pk: int) -> HttpResponse:
    action = _action(request, pk)
    form = forms.DropForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.drop(action, **form.cleaned_data, by=request.user, at=now())
            return redirect("actions:action", pk=action.pk)
    return page(request, FORM, {"title": "It will not be done", "action_row": action, "form": form})


def give(request: HttpRequest, pk: int) -> HttpResponse:
    action = _action(request, pk)
    form = forms.GiveForm(request.POST or None)
    offer(form, "owner", who_may_own(action.entry.child, local_date(now())))
    if form.is_valid():
        with refusals_on(form):
            recording.give(action, **form.cleaned_data, team=None, by=request.user, at=now())
            return redirect("actions:action", pk=action.pk)
    return page(request, FORM, {"title": "Somebody else will do it", "action_row": action, "form": form})
