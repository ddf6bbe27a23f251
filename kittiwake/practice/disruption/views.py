"""Pages of disruption. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import Refused, refusals_on
from kittiwake.practice.disruption import forms, recording, showing
from kittiwake.practice.disruption.models import Concern
from kittiwake.practice.disruption.showing import ConcernPage
from kittiwake.practice.risk.informing import because_of
from kittiwake.record.models import Child, Identifier
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "disruption/form.html"


def _concern(request: ViewerRequest, pk: int) -> Concern:
    return request.viewer.open(Concern, pk, "entry__by", "entry__struck_out_by", "child", "tactic")


def powers(request: ViewerRequest) -> HttpResponse:
    return page(request, "disruption/powers.html", {"register": showing.register()})


def tactics(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    context = {"child": child, "tactics": showing.of_child(request.viewer, child)}
    return page(
        request, "disruption/tactics.html", {**context, "may_record": request.viewer.may(Power.RECORD)}
    )


def tactic(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ConcernPage(_concern(request, pk), request.viewer)
    request.viewer.listed(one.child_id for one in shown.others)
    return page(request, "disruption/tactic.html", {"shown": shown})


def request_tactic(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.RequestForm(request.POST or None, initial={"on": local_date(now())})
    cause = because_of(request, child)
    if form.is_valid():
        with refusals_on(form):
            made = recording.request(child, **form.cleaned_data, because_of=cause, by=request.user, at=now())
            return redirect(made)
    words = {"title": "Ask for disruption", "child": child, "form": form, "cause": cause}
    return page(request, FORM, {**words, "is_request": True})


def record_step(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    kinds = ConcernPage(concern, request.viewer).next_kinds
    form = forms.StepForm(request.POST or None, kinds=kinds, initial={"on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording.take_step(concern, **form.cleaned_data, by=request.user, at=now())
            return redirect(concern)
    words = {"title": "Record what happened", "intro": str(concern), "concern": concern, "form": form}
    return page(request, FORM, {**words, "child": concern.child})


def rate_effect(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    form = forms.EffectForm(request.POST or None, initial={"on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording.rate_effect(concern, **form.cleaned_data, by=request.user, at=now())
            return redirect(concern)
    words = {"title": "What it changed", "intro": str(concern), "concern": concern, "form": form}
    return page(request, FORM, {**words, "child": concern.child})


def link_child(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    form = forms.LinkForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            other = _other_child(request, form.cleaned_data["child"])
            why = form.cleaned_data["why"]
            recording.link_child(concern, child=other, why=why, by=request.user, at=now())
            return redirect(concern)
    words = {"title": "Another child it concerns", "intro": str(concern), "concern": concern, "form": form}
    return page(request, FORM, {**words, "child": concern.child})


def _other_child(request: ViewerRequest, number: str) -> Child:
    """Hidden and absent look alike."""
    held = request.viewer.see(Identifier).filter(
        kind=Identifier.COUNCIL, value=number.strip().upper(), ended_on=None
    )
    found = held.select_related("child").first()
    if found is None:
        raise Refused("There is no child with this council id whom you may see.", field="child")
    request.viewer.read(found.child)
    return found.child


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(concern, **form.cleaned_data, by=request.user, at=now())
            return redirect(concern)
    intro = "It stays on this child’s record, struck through. Other children it concerns keep it."
    words = {"title": "Strike this out of the record", "intro": intro, "concern": concern, "form": form}
    return page(request, FORM, {**words, "child": concern.child})
