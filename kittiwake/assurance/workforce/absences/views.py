"""Somebody is away, is back, or was never away. Find whom the viewer may see, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.absences import forms, recording
from kittiwake.assurance.workforce.models import Absence
from kittiwake.assurance.workforce.staff.pages import managed, on_worker
from kittiwake.history.refusal import refusals_on
from kittiwake.record.forms import StrikeOutForm
from kittiwake.ui.dates import long_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page


def record_absence(request: ViewerRequest, pk: int) -> HttpResponse:
    found, record = managed(request, pk), recording.record_absence
    return on_worker(request, found, forms.AbsenceForm, "They are away", record)


def come_back(request: ViewerRequest, pk: int) -> HttpResponse:
    return _on_absence(request, pk, forms.BackForm, "They are back", recording.come_back)


def strike_out_absence(request: ViewerRequest, pk: int) -> HttpResponse:
    record = recording.strike_out_absence
    return _on_absence(request, pk, StrikeOutForm, "They were not away then", record)


def _on_absence(
    request: ViewerRequest, pk: int, form_class: type[GovForm], title: str, record: Callable[..., Any]
) -> HttpResponse:
    absence = get_object_or_404(visibility.seen(Absence, request.user).select_related("worker"), pk=pk)
    worker = managed(request, absence.worker_id)
    form = form_class(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            record(absence, **form.cleaned_data, by=request.user, at=now())
            return redirect("workforce:worker", worker.pk)
    intro = f"Away from {long_date(absence.starts_on)}" + (
        f", back {long_date(absence.ends_on)}." if absence.ends_on else "."
    )
    return page(
        request, "workforce/form.html", {"title": title, "worker": worker, "form": form, "intro": intro}
    )
