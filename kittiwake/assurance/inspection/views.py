"""Pages of inspections and visits. Find, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.inspection import forms, recording
from kittiwake.assurance.inspection.around import around
from kittiwake.assurance.inspection.models import Inspection
from kittiwake.assurance.inspection.showing import InspectionPage, InspectionsPage
from kittiwake.ui.pages import page

FORM = "inspection/form.html"
KNOWN = [
    "version", "kind", "starts_on", "ends_on", "announced_on", "inspectors", "themes", "lists_asked_on", "lists_given_on"
]  # fmt: skip
REPORTED = ["version", "reported_on", "overall", "needs_plan", "plan_sent_on", "letter"]


def _visit(pk: int) -> Inspection:
    return get_object_or_404(Inspection.objects.select_related("letter", "recorded_by"), pk=pk)


def inspections(request: ViewerRequest) -> HttpResponse:
    return page(
        request,
        "inspection/inspections.html",
        {"shown": InspectionsPage(request.viewer, now()), "around": around(request.viewer, "inspections")},
    )


def inspection(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = InspectionPage(_visit(pk), request.viewer, now())
    return page(request, "inspection/inspection.html", {"shown": shown, "visit": shown.visit})


def expect_inspection(request: ViewerRequest) -> HttpResponse:
    form = forms.VisitForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.expect(**form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Record an inspection or visit"},
    )


def change_inspection(request: ViewerRequest, pk: int) -> HttpResponse:
    visit = _visit(pk)
    form = forms.ChangeVisitForm(request.POST or None, initial={name: getattr(visit, name) for name in KNOWN})
    return carry_out(
        request,
        form,
        lambda: recording.change(
            visit, **form.values(), version=form.cleaned_data["version"], by=request.user, at=now()
        ),
        FORM,
        {"title": "What is known of it now", "caption": str(visit), "visit": visit},
        then=visit,
    )


def report_inspection(request: ViewerRequest, pk: int) -> HttpResponse:
    visit = _visit(pk)
    known = {name: getattr(visit, name) for name in REPORTED}
    if visit.reported_on is None:
        known["needs_plan"] = None
    form = forms.ReportForm(request.POST or None, initial=known)
    return carry_out(
        request,
        form,
        lambda: recording.report(
            visit, **form.values(), version=form.cleaned_data["version"], by=request.user, at=now()
        ),
        FORM,
        {"title": "What it reported", "caption": str(visit), "visit": visit},
        then=visit,
    )


def call_off_inspection(request: ViewerRequest, pk: int) -> HttpResponse:
    visit = _visit(pk)
    form = forms.CallOffForm(request.POST or None, initial={"version": visit.version})
    return carry_out(
        request,
        form,
        lambda: recording.call_off(visit, **form.facts(), by=request.user, at=now()),
        FORM,
        {"title": "It did not take place", "caption": str(visit), "visit": visit},
        then=visit,
    )
