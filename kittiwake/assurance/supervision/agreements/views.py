"""Pages of who supervises whom. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.covering import who_may_hold_supervision
from kittiwake.assurance.supervision import visibility
from kittiwake.assurance.supervision.agreements import forms, recording
from kittiwake.assurance.supervision.agreements.showing import AgreementPage
from kittiwake.assurance.supervision.models import Agreement
from kittiwake.assurance.supervision.views import asked
from kittiwake.history.refusal import refusals_on
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def agreement(request: ViewerRequest, pk: int) -> HttpResponse:
    related = ("worker", "supervisor", "recorded_by")
    found = get_object_or_404(visibility.seen(request.viewer, Agreement).select_related(*related), pk=pk)
    shown = AgreementPage(found, request.viewer, now())
    return page(request, "supervision/agreement.html", {"agreement": found, "shown": shown})


def agree(request: ViewerRequest) -> HttpResponse:
    workers = visibility.workers(request.viewer)
    start = {"worker": request.GET.get("worker", ""), "starts_on": local_date(now())}
    options = {
        "workers": workers,
        "supervisors": who_may_hold_supervision(local_date(now())),
        "initial": start,
    }
    form = forms.AgreeForm(request.POST or None, **options)
    if form.is_valid():
        with refusals_on(form):
            facts = dict(form.cleaned_data)
            recording.agree(facts.pop("worker"), **facts, by=request.user, at=now())
            return redirect("supervision:team")
    return asked(request, "Agree who supervises whom", form, reverse_lazy("supervision:team"))


def end_agreement(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(
        visibility.seen(request.viewer, Agreement).select_related("worker", "supervisor"), pk=pk
    )
    form = forms.EndForm(request.POST or None, initial={"ends_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording.end_agreement(found, **form.cleaned_data, by=request.user, at=now())
            return redirect("supervision:agreement", pk=found.pk)
    return asked(request, "End this agreement", form, reverse_lazy("supervision:team"), caption=str(found))
