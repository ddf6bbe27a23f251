"""Pages about adult services. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.transitions import forms
from kittiwake.practice.transitions.adult_services import recording
from kittiwake.practice.transitions.models import (
    AdultReferral,
)
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

FORM = "transitions/form.html"


def _on_referral(
    request: ViewerRequest, pk: int, form_class: type[GovForm], title: str, record: Callable[..., Any]
) -> HttpResponse:
    found = request.viewer.open(AdultReferral, pk, "entry", "child")
    form = form_class(request.POST or None, initial={"adult_worker": found.adult_worker})
    if form.is_valid():
        with refusals_on(form):
            record(found, **form.cleaned_data, by=request.user, at=now())
            return redirect(found)
    return page(request, FORM, {"title": title, "child": found.child, "back": found, "form": form})


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_referral(request, pk, forms.AnswerForm, "Adult services’ answer", recording.answer)


def meet(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_referral(request, pk, forms.MeetForm, "The adult worker met them", recording.meet)
