"""Somebody is newly qualified. Find whom the viewer may see, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.assurance.workforce.staff.pages import managed, record_on_worker
from kittiwake.assurance.workforce.supported_year import forms, recording
from kittiwake.time.moments import local_date


def start_supported_year(request: ViewerRequest, pk: int) -> HttpResponse:
    worker, form = managed(request, pk), forms.SupportedYearForm(request.POST or None)

    def record() -> object:
        return recording.start_supported_year(worker, **form.values(), by=request.user, at=now())

    return record_on_worker(request, worker, form, record, title="They are newly qualified")


def hold_step(request: ViewerRequest, pk: int) -> HttpResponse:
    worker, form = managed(request, pk), forms.StepForm(request.POST or None)
    year = get_object_or_404(NewlyQualified.objects.on(local_date(now())), worker=worker)

    def record() -> object:
        return recording.hold_step(year, **form.values(), by=request.user, at=now())

    return record_on_worker(request, worker, form, record, title="Held in their first year")
