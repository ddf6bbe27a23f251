"""Pages of what an action changed, closing it and opening it again. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.actions.views import asked, not_for_you, opened
from kittiwake.assurance.audits.effects import forms, recording
from kittiwake.assurance.audits.effects.evidence import possible_effects
from kittiwake.assurance.audits.independence import why_not_step


def confirm_effect_of_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    if why := why_not_step(action, request.user, rules.CONFIRMS):
        return not_for_you(request, action, "What changed for the child?", why)
    entries = possible_effects(action, request.viewer)
    form = forms.EffectForm(request.POST or None, entries=entries, since=action.begun_at)
    return asked(
        request,
        action,
        "What changed for the child?",
        form,
        lambda: recording.confirm_effect(
            action,
            entry=form.cleaned_data["entry"],
            changed=form.cleaned_data["changed"],
            despite=form.cleaned_data["despite"],
            by=request.user,
            at=now(),
        ),
        f"It should change: {action.difference}",
    )


def close_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    if why := why_not_step(action, request.user, rules.CLOSES):
        return not_for_you(request, action, "Close this action", why)
    form = forms.CloseForm(request.POST or None)
    return asked(
        request,
        action,
        "Close this action",
        form,
        lambda: recording.close(action, learned=form.cleaned_data["learned"], by=request.user, at=now()),
    )


def reopen_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    form = forms.ReopenForm(request.POST or None)
    intro = "It goes through its steps again, and what shows its effect then must come after today."
    return asked(
        request,
        action,
        "It did not last",
        form,
        lambda: recording.reopen(action, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        intro,
    )
