"""Pages of actions. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.primitives.actions import forms, recording
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import ActionPage, who_may_own
from kittiwake.record.models import Entry
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "actions/form.html"


def _action(request: ViewerRequest, pk: int) -> Action:
    return request.viewer.open(
        Action, pk, "entry__child", "entry__struck_out_by", "owner", "team", "raised_by", "done_by"
    )


def _page_of(action: Action) -> str:
    return reverse("actions:action", args=[action.pk])


def action(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ActionPage(_action(request, pk), request.viewer, now())
    return page(request, "actions/action.html", {"shown": shown})


def raise_action(request: ViewerRequest, entry_pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, entry_pk, "child")
    form = forms.ActionForm(request.POST or None)
    offer(form, "owner", who_may_own(entry.child, local_date(now())))
    return carry_out(
        request,
        form,
        lambda: recording.raise_action(entry, **form.values(), by=request.user, at=now()),
        "actions/raise_action.html",
        {"entry": entry},
        then=entry,
    )


def complete(request: ViewerRequest, pk: int) -> HttpResponse:
    action = _action(request, pk)
    form = forms.OutcomeForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.complete(action, outcome=form.cleaned_data["outcome"], by=request.user, at=now()),
        FORM,
        {"title": "It is done", "action_row": action},
        then=_page_of(action),
    )


def drop(request: ViewerRequest, pk: int) -> HttpResponse:
    action = _action(request, pk)
    form = forms.DropForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.drop(action, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "It will not be done", "action_row": action},
        then=_page_of(action),
    )


def give(request: ViewerRequest, pk: int) -> HttpResponse:
    action = _action(request, pk)
    form = forms.GiveForm(request.POST or None)
    offer(form, "owner", who_may_own(action.entry.child, local_date(now())))
    return carry_out(
        request,
        form,
        lambda: recording.give(
            action, owner=form.cleaned_data["owner"], team=None, by=request.user, at=now()
        ),
        FORM,
        {"title": "Somebody else will do it", "action_row": action},
        then=_page_of(action),
    )
