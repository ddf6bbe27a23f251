"""Pages of one supervision. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.timezone import now

from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision import forms, reach, recording, showing
from kittiwake.assurance.supervision.models import ChildPart, Supervision
from kittiwake.assurance.supervision.preparing import Preparation
from kittiwake.history.refusal import refusals_on
from kittiwake.primitives.actions.showing import who_may_own
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child, Team, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import not_yours, page

FORM, MINE = "supervision/form.html", reverse_lazy("supervision:mine")
RELATED = ("worker__user", "supervisor__user", "team", "covering__worker")


def opened(request: ViewerRequest, pk: int) -> Supervision:
    """One whose dates the viewer may see, or 404 whether it is hidden or absent."""
    return get_object_or_404(reach.seen(request.viewer, Supervision).select_related(*RELATED), pk=pk)


def _worker(request: ViewerRequest, pk: int) -> Worker:
    return get_object_or_404(reach.workers(request.viewer), pk=pk)


def _part(request: ViewerRequest, pk: int) -> ChildPart:
    return request.viewer.open(
        ChildPart, pk, "entry__by", "entry__struck_out_by", "child", "worker", "supervisor"
    )


def asked(request: ViewerRequest, title: str, form: GovForm, back: Any, **more: Any) -> HttpResponse:
    return page(request, FORM, {"title": title, "form": form, "cancel_url": back, "back_url": back, **more})


def _closed(request: ViewerRequest, supervision: Supervision, title: str, why: str) -> HttpResponse:
    back = {"back_url": supervision.get_absolute_url(), "caption": str(supervision)}
    return not_yours(request, title, why, **back)


def supervision(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.SupervisionPage(opened(request, pk), request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "supervision/supervision.html", {"shown": shown, "supervision": shown.supervision})


def prepare(request: ViewerRequest, worker_pk: int) -> HttpResponse:
    shown = Preparation(request.viewer, _worker(request, worker_pk), now())
    request.viewer.listed(shown.child_ids)
    may_hold = shown.worker.user_id != request.user.pk
    return page(
        request, "supervision/prepare.html", {"shown": shown, "worker": shown.worker, "may_hold": may_hold}
    )


def hold(request: ViewerRequest, worker_pk: int) -> HttpResponse:
    worker, supervisor = _worker(request, worker_pk), _me(request)
    if why := recording.why_not_hold(worker, supervisor):
        return not_yours(request, "Record a supervision", why, back_url=str(MINE), caption=worker.name)
    form = forms.HoldForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            facts = {**form.cleaned_data, "supervisor": supervisor, "by": request.user, "at": now()}
            return redirect(recording.hold(worker, **facts))
    return asked(request, "Record a supervision", form, MINE, caption=worker.name)


def hold_group(request: ViewerRequest) -> HttpResponse:
    form = forms.GroupForm(request.POST or None, teams=_teams(request))
    if form.is_valid():
        with refusals_on(form):
            facts = {**form.cleaned_data, "supervisor": _me(request), "by": request.user, "at": now()}
            return redirect(recording.hold_group(facts.pop("team"), **facts))
    intro = "It counts for a child only where you write down what was said of that child."
    return asked(request, "Record a group supervision", form, MINE, intro=intro)


def _me(request: ViewerRequest) -> Worker:
    return get_object_or_404(Worker, user=request.user)


def _teams(request: ViewerRequest) -> Any:
    return Team.objects.filter(memberships__worker__user=request.user).distinct().order_by("name")


def child_part(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.PartPage(_part(request, pk), request.viewer, now())
    return page(request, "supervision/child_part.html", {"shown": shown, "part": shown.part})


def write_part(request: ViewerRequest, pk: int, child_pk: int) -> HttpResponse:
    supervision, child = opened(request, pk), request.viewer.open(Child, child_pk)
    if why := recording.why_not_of_the_two(supervision, request.user, recording.ONLY_THE_TWO_WRITE):
        return _closed(request, supervision, f"{child.first_name}’s part", why)
    occasion = f"{recording.CHILD_PART}:{supervision.pk}"
    start = {"owner": supervision.worker}
    form = forms.PartForm(request.POST or None, initial=start)
    offer(form, "owner", who_may_own(child, local_date(now())))
    if form.is_valid():
        with refusals_on(form):
            facts = {**form.cleaned_data, "occasion": occasion, "by": request.user, "at": now()}
            recording.write_part(supervision, child, **facts)
            return redirect(supervision)
    draft = drafts.latest(request.user, child, occasion)
    context = {
        "title": f"{child.first_name}’s part",
        "child": child,
        "supervision": supervision,
        "occasion": occasion,
        "draft": draft,
        "last": showing.last_time(request.viewer, child, now()),
    }
    return page(request, "supervision/write_part.html", {**context, "form": restore(form, draft)})


def strike_out_part(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out_part(part, **form.cleaned_data, by=request.user, at=now())
            return redirect(part)
    back = part.get_absolute_url()
    return asked(request, "This was recorded wrongly", form, back, caption=part.child.name)


def sign(request: ViewerRequest, pk: int) -> HttpResponse:
    supervision = opened(request, pk)
    if why := recording.why_not_of_the_two(supervision, request.user, recording.ONLY_THE_TWO_SIGN):
        return _closed(request, supervision, "Sign", why)
    is_worker = bool(supervision.worker and supervision.worker.user_id == request.user.pk)
    form = (forms.WorkerSignForm if is_worker else forms.SignForm)(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.sign(supervision, **form.cleaned_data, by=request.user, at=now())
            return redirect(supervision)
    intro = f"By signing you say that {supervision.worker or supervision.team} and {supervision.supervisor} met, and that what is written of the children is right."
    more = {"intro": intro, "button": "Sign", "caption": str(supervision)}
    return asked(request, "Sign", form, supervision.get_absolute_url(), **more)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    supervision = opened(request, pk)
    if why := recording.why_not_correct(supervision, request.user):
        return _closed(request, supervision, "This was recorded wrongly", why)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(supervision, **form.cleaned_data, by=request.user, at=now())
            return redirect(supervision)
    back = supervision.get_absolute_url()
    return asked(request, "This was recorded wrongly", form, back, caption=str(supervision))
