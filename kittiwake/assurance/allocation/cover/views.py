"""Pages of who is away and who covers. No child's own page among them."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import Target, carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.cover import forms, recording
from kittiwake.assurance.allocation.cover.queries import who_could_cover
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.visibility import with_oneself, workers_of
from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted
from kittiwake.ui.forms import GovForm

WHAT_COVER_GIVES = (
    "Their children stay theirs. Whoever covers sees them on their own page for those days, and the team of somebody who "
    "manages one."
)
WHAT_WHO_COVERS_SEES = (
    "They see the children on their own page, and the team of somebody who manages one. They hold supervision, and never "
    "see an earlier personal part."
)
WHAT_ENDS = "Whoever covers sees their children and their team no longer, from that day on."


def be_away(request: ViewerRequest, pk: int) -> HttpResponse:
    """Also for themselves, before they go."""
    today = local_date(now())
    worker = get_object_or_404(with_oneself(request.viewer, today), pk=pk)
    others = who_could_cover(worker, workers_of(request.viewer, today), today)
    form = forms.AwayForm(request.POST or None, workers=others)

    def record() -> Target:
        away = recording.be_away(worker, **form.values(), by=request.user, at=now())
        return _after_cover(request, away)

    return _on_worker(request, worker, form, record, title="Away, and who covers", intro=WHAT_COVER_GIVES)


def name_cover(request: ViewerRequest, pk: int) -> HttpResponse:
    away, today = _away(request, pk), local_date(now())
    others = who_could_cover(away.worker, workers_of(request.viewer, today), today)
    form = forms.CoverForm(request.POST or None, workers=others)

    def record() -> Target:
        covered = recording.name_cover(away, **form.values(), by=request.user, at=now())
        return _after_cover(request, covered)

    title = f"Who covers {away.until}?"
    return _on_worker(request, away.worker, form, record, title=title, intro=WHAT_WHO_COVERS_SEES)


def be_back(request: ViewerRequest, pk: int) -> HttpResponse:
    away = _away(request, pk)
    form = forms.BackForm(request.POST or None, initial={"ends_on": local_date(now())})

    def record() -> Target:
        recording.be_back(away, **form.values(), by=request.user, at=now())
        return _page_after(away, request)

    title = f"{away.worker} is back"
    return _on_worker(request, away.worker, form, record, title=title, intro=WHAT_ENDS)


def _away(request: ViewerRequest, pk: int) -> Away:
    theirs = Away.objects.filter(worker__in=with_oneself(request.viewer, local_date(now())))
    return get_object_or_404(theirs.select_related("worker", "covered_by"), pk=pk)


def _on_worker(
    request: ViewerRequest,
    worker: Worker,
    form: GovForm,
    record: Callable[[], Target],
    *,
    title: str,
    intro: str,
) -> HttpResponse:
    may_end = request.viewer.may(Power.OVERSEE) and worker != request.viewer.worker
    back = reverse("allocation:leave", args=[worker.pk]) if may_end else reverse("allocation:workers")
    context = {"title": title, "intro": intro, "worker": worker, "back_to": back}
    return carry_out(request, form, record, "allocation/form_of_worker.html", context)


def _after_cover(request: ViewerRequest, away: Away) -> Target:
    """Who covers is said, and that there are children whom nobody was let in to."""
    if away.covered_by is None:
        messages.warning(request, f"{away.worker} is away {away.until}, and nobody covers yet.")
        return _page_after(away, request)
    messages.success(request, f"{away.covered_by} covers for {away.worker} {away.until}.")
    left = caseloads([away.worker], away.starts_on)[away.worker_id].children - away.covered.count()
    if left > 0:
        who = counted(left, "child", "children")
        ask = "ask the director’s office, or whoever is named for them"
        messages.warning(request, f"{who} of theirs you may not open: {ask}.")
    return _page_after(away, request)


def _page_after(away: Away, request: ViewerRequest) -> str:
    if away.worker == request.viewer.worker or not request.viewer.may(Power.OVERSEE):
        return reverse("allocation:workers")
    return reverse("allocation:leave", args=[away.worker_id])
