"""Pages about workers: how many children each has, who covers, and leaving. No child's own page among them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.middleware import may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation import forms, recording_of_cover, recording_of_leaving
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.people import LeavingPage, Workers, open_worker, workers_of
from kittiwake.assurance.workforce.caseloads import caseloads
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Worker
from kittiwake.ui.dates import counted, local_date, long_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

FORM = "allocation/form_of_worker.html"


@may("workers.cover")
def workers(request: ViewerRequest) -> HttpResponse:
    shown = Workers(request.viewer, now())
    rows_page = by_number(request, shown.found)
    return page(
        request, "allocation/workers.html", {"rows_page": rows_page, "items": shown.items(list(rows_page))}
    )


@may("workers.end")
def leave(request: ViewerRequest, pk: int) -> HttpResponse:
    """What is theirs, where it goes, and then the day: refused while anything is left."""
    shown = LeavingPage(open_worker(request.viewer, pk, local_date(now())), request.viewer, now())
    form = forms.LeavingForm(request.POST or None, is_engaged=shown.is_engaged)
    if form.is_valid():
        with refusals_on(form):
            recording_of_leaving.end_worker(shown.worker, **form.cleaned_data, by=request.user, at=now())
            day = long_date(form.cleaned_data["ends_on"])
            messages.success(request, f"{shown.worker} does not work here from {day}.")
            return redirect("allocation:workers")
    response = page(request, "allocation/leave.html", {"shown": shown, "worker": shown.worker, "form": form})
    request.viewer.listed(shown.child_ids)
    return response


@may("workers.cover")
def cover(request: ViewerRequest, pk: int) -> HttpResponse:
    worker = open_worker(request.viewer, pk, local_date(now()))
    others = (
        workers_of(request.viewer, local_date(now()))
        .exclude(pk=worker.pk)
        .filter(ends_on=None)
        .order_by("name")
    )
    form = forms.CoverForm(request.POST or None, workers=others)
    if form.is_valid():
        with refusals_on(form):
            away = recording_of_cover.cover(worker, **form.cleaned_data, by=request.user, at=now())
            return _covered(request, worker, away)
    intro = "Their children stay theirs. Whoever covers sees them on their own page for those days."
    return page(
        request, FORM, {"title": "Cover while they are away", "intro": intro, "worker": worker, "form": form}
    )


def _covered(request: ViewerRequest, worker: Worker, away: Away) -> HttpResponse:
    messages.success(request, f"{away.covered_by} covers for {worker} until {long_date(away.ends_on)}.")
    left = caseloads([worker], away.starts_on)[worker.pk].children - away.covered.count()
    if left > 0:
        who = counted(left, "child", "children")
        messages.warning(
            request,
            f"{who} of theirs you may not open: ask the director’s office, or whoever is named for them.",
        )
    return redirect("allocation:leave", pk=worker.pk)


@may("workers.cover")
def end_cover(request: ViewerRequest, pk: int) -> HttpResponse:
    mine = workers_of(request.viewer, local_date(now()))
    away = get_object_or_404(
        Away.objects.filter(worker__in=mine).select_related("worker", "covered_by"), pk=pk
    )
    form = forms.EndCoverForm(request.POST or None, initial={"ends_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording_of_cover.end_cover(away, **form.cleaned_data, by=request.user, at=now())
            return redirect("allocation:leave", pk=away.worker_id)
    title = f"{away.covered_by} does not cover any more"
    return page(request, FORM, {"title": title, "worker": away.worker, "form": form})
