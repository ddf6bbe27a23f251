"""Pages of who is away and who covers. No child's own page among them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.cover import forms, recording
from kittiwake.assurance.allocation.cover.queries import who_could_cover
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.visibility import with_oneself, workers_of
from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted
from kittiwake.ui.pages import page

FORM = "allocation/form_of_worker.html"


def be_away(request: ViewerRequest, pk: int) -> HttpResponse:
    """Also for themselves, before they go."""
    today = local_date(now())
    worker = get_object_or_404(with_oneself(request.viewer, today), pk=pk)
    others = who_could_cover(worker, workers_of(request.viewer, today), today)
    form = forms.AwayForm(request.POST or None, workers=others)
    if form.is_valid():
        with refusals_on(form):
            away = recording.be_away(worker, **form.cleaned_data, by=request.user, at=now())
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
            away = recording.name_cover(away, **form.cleaned_data, by=request.user, at=now())
            return _said(request, away)
    intro = "They see the children on their own page, and the team of somebody who manages one. They hold supervision, and never see an earlier personal part."
    return _asked(request, away.worker, {"title": f"Who covers {away.until}?", "intro": intro, "form": form})


def be_back(request: ViewerRequest, pk: int) -> HttpResponse:
    away = _away(request, pk)
    form = forms.BackForm(request.POST or None, initial={"ends_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording.be_back(away, **form.cleaned_data, by=request.user, at=now())
            return _to(away, request)
    intro = "Whoever covers sees their children and their team no longer, from that day on."
    return _asked(request, away.worker, {"title": f"{away.worker} is back", "intro": intro, "form": form})
