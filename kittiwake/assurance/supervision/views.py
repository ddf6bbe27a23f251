"""Pages of one supervision. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.timezone import now

from kittiwake.access.answering import Target, carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision import forms, recording, showing, visibility
from kittiwake.assurance.supervision.models import Supervision
from kittiwake.assurance.supervision.participants import why_not_of_the_two
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Team, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page

FORM, MINE = "supervision/form.html", reverse_lazy("supervision:mine")
RELATED = ("worker__user", "supervisor__user", "team", "covering__worker")


def opened(request: ViewerRequest, pk: int) -> Supervision:
    """One whose dates the viewer may see, or 404 whether it is hidden or absent."""
    return get_object_or_404(visibility.supervisions(request.viewer).select_related(*RELATED), pk=pk)


def worker_opened(request: ViewerRequest, pk: int) -> Worker:
    return get_object_or_404(visibility.workers(request.viewer), pk=pk)


def asked(
    request: ViewerRequest,
    title: str,
    form: BaseForm,
    record: Callable[[], object],
    back: str,
    *,
    then: Target | None = None,
    **more: str,
) -> HttpResponse:
    """A question with the way `back`, and on to `then`, or to what was recorded."""
    context = {"title": title, "cancel_url": back, "back_url": back, **more}
    return carry_out(request, form, record, FORM, context, then=then)


def not_for_you(request: ViewerRequest, supervision: Supervision, title: str, why: str) -> HttpResponse:
    back = {"back_url": supervision.get_absolute_url(), "caption": str(supervision)}
    return not_yours(request, title, why, **back)


def supervision(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.SupervisionPage(opened(request, pk), request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "supervision/supervision.html", {"shown": shown, "supervision": shown.supervision})


def hold(request: ViewerRequest, worker_pk: int) -> HttpResponse:
    worker, supervisor = worker_opened(request, worker_pk), _me(request)
    if why := recording.why_not_hold(worker, supervisor):
        return not_yours(request, "Record a supervision", why, back_url=str(MINE), caption=worker.name)
    form = forms.HoldForm(request.POST or None)
    return asked(
        request,
        "Record a supervision",
        form,
        lambda: recording.hold(worker, **form.values(), supervisor=supervisor, by=request.user, at=now()),
        str(MINE),
        caption=worker.name,
    )


def hold_group(request: ViewerRequest) -> HttpResponse:
    form = forms.GroupForm(request.POST or None, teams=_teams(request))
    return asked(
        request,
        "Record a group supervision",
        form,
        lambda: recording.hold_group(
            team=form.cleaned_data["team"],
            held=form.cleaned_data["held"],
            minutes=form.cleaned_data["minutes"],
            supervisor=_me(request),
            by=request.user,
            at=now(),
        ),
        str(MINE),
        intro="It counts for a child only where you write down what was said of that child.",
    )


def _me(request: ViewerRequest) -> Worker:
    return get_object_or_404(Worker, user=request.user)


def _teams(request: ViewerRequest) -> Any:
    return Team.objects.on(local_date(now())).filter(memberships__worker__user=request.user).distinct()


def sign(request: ViewerRequest, pk: int) -> HttpResponse:
    supervision = opened(request, pk)
    if why := why_not_of_the_two(supervision, request.user, recording.ONLY_THE_TWO_SIGN):
        return not_for_you(request, supervision, "Sign", why)
    is_worker = bool(supervision.worker and supervision.worker.user_id == request.user.pk)
    form = (forms.WorkerSignForm if is_worker else forms.SignForm)(request.POST or None)
    whom = f"{supervision.worker or supervision.team} and {supervision.supervisor}"
    return asked(
        request,
        "Sign",
        form,
        lambda: recording.sign(supervision, **form.values(), by=request.user, at=now()),
        supervision.get_absolute_url(),
        then=supervision,
        intro=f"By signing you say that {whom} met, and that what is written of the children is right.",
        button="Sign",
        caption=str(supervision),
    )


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    supervision = opened(request, pk)
    if why := recording.why_not_correct(supervision, request.user):
        return not_for_you(request, supervision, "This was recorded wrongly", why)
    form = StrikeOutForm(request.POST or None)
    return asked(
        request,
        "This was recorded wrongly",
        form,
        lambda: recording.strike_out(
            supervision, reason=form.cleaned_data["reason"], by=request.user, at=now()
        ),
        supervision.get_absolute_url(),
        then=supervision,
        caption=str(supervision),
    )
