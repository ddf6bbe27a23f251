"""Somebody is away, is back, or was never away. Find whom the viewer may see, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.absences import forms, recording
from kittiwake.assurance.workforce.models import Absence
from kittiwake.assurance.workforce.staff.pages import managed, record_on_worker
from kittiwake.record.forms import StrikeOutForm
from kittiwake.ui.dates import long_date
from kittiwake.ui.forms import GovForm


def record_absence(request: ViewerRequest, pk: int) -> HttpResponse:
    worker, form = managed(request, pk), forms.AbsenceForm(request.POST or None)

    def record() -> object:
        return recording.record_absence(worker, **form.values(), by=request.user, at=now())

    return record_on_worker(request, worker, form, record, title="They are away")


def come_back(request: ViewerRequest, pk: int) -> HttpResponse:
    absence, form = _absence(request, pk), forms.BackForm(request.POST or None)

    def record() -> None:
        recording.come_back(absence, **form.values(), by=request.user, at=now())

    return _on_absence(request, absence, form, record, title="They are back")


def strike_out_absence(request: ViewerRequest, pk: int) -> HttpResponse:
    absence, form = _absence(request, pk), StrikeOutForm(request.POST or None)

    def record() -> None:
        reason = form.cleaned_data["reason"]
        recording.strike_out_absence(absence, reason=reason, by=request.user, at=now())

    return _on_absence(request, absence, form, record, title="They were not away then")


def _absence(request: ViewerRequest, pk: int) -> Absence:
    return get_object_or_404(visibility.seen(Absence, request.user).select_related("worker"), pk=pk)


def _on_absence(
    request: ViewerRequest, absence: Absence, form: GovForm, record: Callable[[], object], *, title: str
) -> HttpResponse:
    worker = managed(request, absence.worker_id)
    back = f", back {long_date(absence.ends_on)}" if absence.ends_on else ""
    intro = f"Away from {long_date(absence.starts_on)}{back}."
    return record_on_worker(request, worker, form, record, title=title, intro=intro)
