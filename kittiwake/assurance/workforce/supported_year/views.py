"""Somebody is newly qualified. Find whom the viewer may see, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.assurance.workforce.staff.pages import managed, on_worker
from kittiwake.assurance.workforce.supported_year import forms, recording
from kittiwake.time.moments import local_date


def start_supported_year(request: ViewerRequest, pk: int) -> HttpResponse:
    title, record = "They are newly qualified", recording.start_supported_year
    return on_worker(request, managed(request, pk), forms.SupportedYearForm, title, record)


def hold_step(request: ViewerRequest, pk: int) -> HttpResponse:
    found = managed(request, pk)
    year = NewlyQualified.objects.on(local_date(now())).filter(worker=found).first()
    if year is None:
        raise Http404
    return on_worker(request, found, forms.StepForm, "Held in their first year", recording.hold_step, year)
