"""Pages about workers: how many children each has, who covers, and leaving. No child's own page among them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation import forms, recording_of_cover, recording_of_leaving
from kittiwake.assurance.allocation.covering import who_could_cover
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.people import LeavingPage, Workers, with_oneself, workers_of
from kittiwake.assurance.workforce.caseloads import caseloads
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, long_date
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import by_number

FORM = "allocation/form_of_worker.html"


def workers(request: ViewerRequest) -> HttpResponse:
    shown = Workers(request.viewer, now())
    rows_page = by_number(request, shown.found)
    return page(
        request,
        "allocation/workers.html",
        {"shown": shown, "rows_page": rows_page, "items": shown.items(list(rows_page))},
    )


def leave(request: ViewerRequest, pk: int) -> HttpResponse:
    """What is theirs, where it goes, and then the day: refused while anything is left."""
    worker = get_object_or_404(with_oneself(request.viewer, local_date(now())), pk=pk)
    if why := recording_of_leaving.why_not_end(worker, request.user):
        back = reverse("allocation:workers")
        return not_yours(request, "They leave", why, back_url=back, caption=worker.name)
    shown = LeavingPage(worker, request.viewer, now())
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


def be_away(request: ViewerRequest, pk: int) -> HttpResponse:
    """Also for themselves, before they go."""
    today = local_date(now())
    worker = get_object_or_404(with_oneself(request.viewer, today), pk=pk)
    others = who_could_cover(worker, workers_of(request.viewer, today), today)
    form = forms.AwayForm(request.POST or None, workers=others)
    if form.is_valid():
        with refusals_on(form):
            away = recording_of_cover.be_away(worker, **form.cleaned_data, by=request.user, at=now())
            return _said(request, away)
    intro = "Their children stay theirs. Whoever covers sees them on their own page for those days, and the team of somebody who manages one."
    return _asked(request, worker, {"title": "Away, and who covers", "intro": intro, "form": form})


def _asked(request: ViewerRequest, worker: Worker, words: dict[str, Any]) -> HttpResponse:
    may_end = request.viewer.may(Power.OVERSEE) and worker != request.viewer.worker
    back = reverse("allocation:leave", args=[worker.pk]) if may_end else reverse("allocation:workers")
    return page(request, FORM, {**words, "worker": worker, "back_to": back})


def _said(request: ViewerRequest, away: Away) -> HttpResponse:
    if away.covered_by is None:
        messages.warning(request, f"{away.worker} is away {away.until}, and nobody covers yet.")
        return _to(away, request)
    messages.success(request, f"{away.covered_by} covers for {away.worker} {away.until}.")
    left = caseloads([away.worker], away.starts_on)[away.worker_id].children - away.covered.count()
    if left > 0:
        who = counted(left, "child", "children")
        messages.warning(
            request,
            f"{who} of theirs you may not open: ask the director’s office, or whoever is named for them.",
        )
    return _to(away, request)


def _to(away: Away, request: ViewerRequest) -> HttpResponse:
    if away.worker == request.viewer.worker or not request.viewer.may(Power.OVERSEE):
        return redirect("allocation:workers")
    return redirect("allocation:leave", pk=away.worker_id)


def _away(request: ViewerRequest, pk: int) -> Away:
    theirs = Away.objects.filter(worker__in=with_oneself(request.viewer, local_date(now())))
    return get_object_or_404(theirs.select_related("worker", "covered_by"), pk=pk)


def name_cover(request: ViewerRequest, pk: int) -> HttpResponse:
    away, today = _away(request, pk), local_date(now())
    others = who_could_cover(away.worker, workers_of(request.viewer, today), today)
    form = forms.CoverForm(request.POST or None, workers=others)
    if form.is_valid():
        with refusals_on(form):
            away = recording_of_cover.name_cover(away, **form.cleaned_data, by=request.user, at=now())
            return _said(request, away)
    intro = "They see the children on their own page, and the team of somebody who manages one. They hold supervision, and never see an earlier personal part."
    return _asked(request, away.worker, {"title": f"Who covers {away.until}?", "intro": intro, "form": form})


def be_back(request: ViewerRequest, pk: int) -> HttpResponse:
    away = _away(request, pk)
    form = forms.BackForm(request.POST or None, initial={"ends_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording_of_cover.be_back(away, **form.cleaned_data, by=request.user, at=now())
            return _to(away, request)
    intro = "Whoever covers sees their children and their team no longer, from that day on."
    return _asked(request, away.worker, {"title": f"{away.worker} is back", "intro": intro, "form": form})
