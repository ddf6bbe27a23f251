"""Pages of exit interviews. Row-level security gives whoever asks those they may read."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce.leaving import queries, recording
from kittiwake.assurance.workforce.leaving.forms import ExitInterviewForm
from kittiwake.assurance.workforce.leaving.showing import LeavingPage, with_facts
from kittiwake.history.refusal import refusals_on
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import by_number

FORM = "workforce/leaving_form.html"


def leavers(request: ViewerRequest) -> HttpResponse:
    today = local_date(now())
    shown = LeavingPage(by_number(request, queries.leavers(request.user, today)), today)
    return page(request, "workforce/leavers.html", {"shown": shown})


def exit_interview(request: ViewerRequest, pk: int) -> HttpResponse:
    """Whoever held it reads it as well, whatever their role."""
    found = get_object_or_404(queries.exit_interviews().select_related("worker", "held_by"), pk=pk)
    words = {
        "interview": found,
        "rows": with_facts(found),
        "may_list": request.viewer.may(Power.FOLLOW_LEAVERS),
    }
    return page(request, "workforce/exit_interview.html", words)


def hold_exit_interview(request: ViewerRequest, pk: int) -> HttpResponse:
    worker: Worker = get_object_or_404(queries.leavers(request.user, local_date(now())), pk=pk)
    if why := recording.why_not_write_down(worker, request.user, local_date(now())):
        back = reverse("workforce:leavers")
        return not_yours(request, "Exit interview", why, back_url=back, caption=worker.name)
    others = queries.who_could_ask_why(worker, local_date(now()))
    form = ExitInterviewForm(request.POST or None, others=others)
    if form.is_valid():
        with refusals_on(form):
            facts = {**form.cleaned_data, "by": request.user, "at": now()}
            return redirect(recording.hold_exit_interview(worker, **facts))
    words = {"title": "Exit interview", "caption": worker.name, "form": form}
    return page(request, FORM, words)


def strike_out_exit_interview(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.exit_interviews().select_related("worker"), pk=pk)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            facts = {**form.cleaned_data, "by": request.user, "at": now()}
            recording.strike_out_exit_interview(found, **facts)
            return redirect("workforce:leavers")
    words = {"title": "This was recorded wrongly", "caption": found.worker.name, "form": form}
    return page(request, FORM, words)
