"""Pages of places and groups. No child stands on them. Find, bind a form, make one call, redirect."""

from __future__ import annotations

from typing import cast

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.contexts import forms, recording, showing
from kittiwake.practice.risk.models import Context
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.forms import made_from
from kittiwake.ui.pages import page


def contexts(request: ViewerRequest) -> HttpResponse:
    pages = [showing.ContextPage(context, request.viewer) for context in showing.contexts()]
    may_record = request.viewer.may(Power.RECORD)
    return page(request, "risk/contexts.html", {"contexts": pages, "may_record": may_record})


def open_context(request: ViewerRequest) -> HttpResponse:
    form = forms.ContextForm(request.POST or None)

    def record() -> str:
        context = recording.open_context(**form.values(), by=request.user, at=now())
        return reverse("risk:assess_context", args=[context.pk])

    return carry_out(request, form, record, "risk/open_context.html", {})


def context(request: ViewerRequest, pk: int) -> HttpResponse:
    context = get_object_or_404(showing.contexts(), pk=pk)
    shown = showing.ContextPage(context, request.viewer)
    return page(request, "risk/context.html", {"shown": shown, "context": context})


def assess_context(request: ViewerRequest, pk: int) -> HttpResponse:
    context = get_object_or_404(Context, pk=pk)
    instrument = library.latest(rules.CONTEXT_INSTRUMENTS[context.kind])
    made = made_from(instrument, forms.ContextAssessmentForm)(request.POST or None)
    form = cast(forms.ContextAssessmentForm, made)

    def record() -> str:
        answers = form.answers()
        recording.assess_context(
            context, instrument=instrument, answers=answers, **form.values(), by=request.user, at=now()
        )
        return reverse("risk:context", args=[context.pk])

    shown = {"context": context, "instrument": instrument}
    return carry_out(request, form, record, "risk/assess_context.html", shown)
