"""The page on which a worker leaves."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.leaving import forms, recording
from kittiwake.assurance.allocation.leaving.showing import LeavingPage
from kittiwake.assurance.allocation.visibility import with_oneself
from kittiwake.history.refusal import refusals_on
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date
from kittiwake.ui.pages import not_yours, page


def leave(request: ViewerRequest, pk: int) -> HttpResponse:
    """What is theirs, where it goes, and then the day: refused while anything is left."""
    worker = get_object_or_404(with_oneself(request.viewer, local_date(now())), pk=pk)
    if why := recording.why_not_end(worker, request.user):
        back = reverse("allocation:workers")
        return not_yours(request, "They leave", why, back_url=back, caption=worker.name)
    shown = LeavingPage(worker, request.viewer, now())
    form = forms.LeavingForm(request.POST or None, is_engaged=shown.is_engaged)
    if form.is_valid():
        with refusals_on(form):
            recording.end_worker(worker, **form.values(), by=request.user, at=now())
            day = long_date(form.values()["ends_on"])
            messages.success(request, f"{worker} does not work here from {day}.")
            return redirect("allocation:workers")
    response = page(request, "allocation/leave.html", {"shown": shown, "worker": worker, "form": form})
    request.viewer.listed(shown.child_ids)
    return response
