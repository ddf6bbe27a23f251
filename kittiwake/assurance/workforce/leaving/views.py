"""Pages of exit interviews. Row-level security gives whoever asks those they may read."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce.leaving import forms, queries, recording
from kittiwake.assurance.workforce.leaving.showing import LeaversPage, rows_of
from kittiwake.assurance.workforce.models import ExitInterview
from kittiwake.record.forms import StrikeOutForm
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import by_number

FORM = "workforce/leaving_form.html"


def leavers(request: ViewerRequest) -> HttpResponse:
    today = local_date(now())
    shown = LeaversPage(by_number(request, queries.leavers(request.user, today)), today)
    return page(request, "workforce/leavers.html", {"shown": shown})


def exit_interview(request: ViewerRequest, pk: int) -> HttpResponse:
    """Whoever held it reads it as well, whatever their role."""
    interview = _interview(pk)
    may_list = request.viewer.may(Power.FOLLOW_LEAVERS)
    context = {"interview": interview, "rows": rows_of(interview), "may_list": may_list}
    return page(request, "workforce/exit_interview.html", context)


def hold_exit_interview(request: ViewerRequest, pk: int) -> HttpResponse:
    today = local_date(now())
    worker = get_object_or_404(queries.leavers(request.user, today), pk=pk)
    if why := recording.why_not_write_down(worker, request.user, today):
        back = reverse("workforce:leavers")
        return not_yours(request, "Exit interview", why, back_url=back, caption=worker.name)
    form = forms.ExitInterviewForm(request.POST or None, others=queries.who_could_ask_why(worker, today))

    def record() -> ExitInterview:
        return recording.hold_exit_interview(worker, **form.values(), by=request.user, at=now())

    return carry_out(request, form, record, FORM, {"title": "Exit interview", "caption": worker.name})


def strike_out_exit_interview(request: ViewerRequest, pk: int) -> HttpResponse:
    interview, form = _interview(pk), StrikeOutForm(request.POST or None)

    def record() -> None:
        reason = form.cleaned_data["reason"]
        recording.strike_out_exit_interview(interview, reason=reason, by=request.user, at=now())

    context = {"title": "This was recorded wrongly", "caption": interview.worker.name}
    return carry_out(request, form, record, FORM, context, then="workforce:leavers")


def _interview(pk: int) -> ExitInterview:
    return get_object_or_404(queries.exit_interviews().select_related("worker", "held_by"), pk=pk)
