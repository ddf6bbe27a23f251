"""Pages of places and groups. No child stands on them. Find, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.risk import recording_of_contexts as recording
from kittiwake.practice.risk import rules
from kittiwake.practice.risk import showing_of_assessments as showing
from kittiwake.practice.risk.agreeing import Agreements
from kittiwake.practice.risk.forms_of_assessments import ContextAssessmentForm, ContextForm
from kittiwake.practice.risk.models import Context
from kittiwake.practice.risk.showing_of_assessments import ContextPage
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.forms import made_from
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def contexts(request: ViewerRequest) -> HttpResponse:
    found = [ContextPage(one, request.viewer) for one in showing.contexts()]
    return page(
        request,
        "risk/contexts.html",
        {"contexts": found, "may_record": request.viewer.may(Power.RECORD)},
    )


def open_context(request: ViewerRequest) -> HttpResponse:
    form = ContextForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            made = recording.open_context(**form.cleaned_data, by=request.user, at=now())
            return redirect("risk:assess_context", pk=made.pk)
    return page(request, "risk/open_context.html", {"form": form})


def context(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(showing.contexts(), pk=pk)
    return page(request, "risk/context.html", {"shown": ContextPage(found, request.viewer), "context": found})


def assess_context(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Context, pk=pk)
    instrument = library.latest(rules.CONTEXT_INSTRUMENTS[found.kind])
    form = made_from(instrument, ContextAssessmentForm)(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            facts = {**form.own(), "instrument": instrument, "answers": form.answers()}
            recording.assess_context(found, **facts, by=request.user, at=now())
            return redirect("risk:context", pk=found.pk)
    return page(
        request, "risk/assess_context.html", {"context": found, "form": form, "instrument": instrument}
    )


def agreement(request: ViewerRequest) -> HttpResponse:
    """How far score, judgement and second mark agree, over the children the viewer may see."""
    shown = Agreements(request.viewer, local_date(now()))
    request.viewer.listed(shown.child_ids)
    return page(request, "risk/agreement.html", {"shown": shown})
