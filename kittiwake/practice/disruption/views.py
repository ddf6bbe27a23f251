"""Pages of disruption. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import Refused
from kittiwake.practice.disruption import forms, recording, showing
from kittiwake.practice.disruption.models import Concern
from kittiwake.practice.disruption.showing import ConcernPage
from kittiwake.practice.risk.informing import because_of
from kittiwake.record.models import Child, Identifier
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

FORM = "disruption/form.html"


def _concern(request: ViewerRequest, pk: int) -> Concern:
    return request.viewer.open(Concern, pk, "entry__by", "entry__struck_out_by", "child", "tactic")


def powers(request: ViewerRequest) -> HttpResponse:
    return page(request, "disruption/powers.html", {"register": showing.register()})


def tactics(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    context = {
        "child": child,
        "tactics": showing.of_child(request.viewer, child),
        "may_record": request.viewer.may(Power.RECORD),
    }
    return page(request, "disruption/tactics.html", context)


def tactic(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ConcernPage(_concern(request, pk), request.viewer)
    request.viewer.listed(concern.child_id for concern in shown.others)
    return page(request, "disruption/tactic.html", {"shown": shown})


def request_tactic(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.RequestForm(request.POST or None, initial={"on": local_date(now())})
    cause = because_of(request, child)
    return carry_out(
        request,
        form,
        lambda: recording.request(child, **form.values(), because_of=cause, by=request.user, at=now()),
        FORM,
        {"title": "Ask for disruption", "child": child, "cause": cause, "is_request": True},
    )


def _on_concern(
    request: ViewerRequest,
    concern: Concern,
    form: GovForm,
    record: Callable[[], object],
    title: str,
    intro: str = "",
) -> HttpResponse:
    """A form on the page of a tactic, as it concerns one child, and back to that page."""
    context = {"title": title, "intro": intro or str(concern), "concern": concern, "child": concern.child}
    return carry_out(request, form, record, FORM, context, then=concern)


def record_step(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    kinds = ConcernPage(concern, request.viewer).next_kinds
    form = forms.StepForm(request.POST or None, kinds=kinds, initial={"on": local_date(now())})

    def record() -> None:
        recording.take_step(concern, **form.values(), by=request.user, at=now())

    return _on_concern(request, concern, form, record, "Record what happened")


def rate_effect(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    form = forms.EffectForm(request.POST or None, initial={"on": local_date(now())})

    def record() -> None:
        recording.rate_effect(
            concern,
            rating=form.cleaned_data["rating"],
            words=form.cleaned_data["words"],
            on=form.cleaned_data["on"],
            by=request.user,
            at=now(),
        )

    return _on_concern(request, concern, form, record, "What it changed")


def link_child(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    form = forms.LinkForm(request.POST or None)

    def record() -> None:
        other = _other_child(request, form.cleaned_data["child"])
        why = form.cleaned_data["why"]
        recording.link_child(concern, child=other, why=why, by=request.user, at=now())

    return _on_concern(request, concern, form, record, "Another child it concerns")


def _other_child(request: ViewerRequest, number: str) -> Child:
    """Hidden and absent look alike."""
    numbers = request.viewer.see(Identifier).filter(
        kind=Identifier.COUNCIL, value=number.strip().upper(), ended_on=None
    )
    identifier = numbers.select_related("child").first()
    if identifier is None:
        raise Refused("There is no child with this council id whom you may see.", field="child")
    request.viewer.read(identifier.child)
    return identifier.child


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    form = forms.ReasonForm(request.POST or None)

    def record() -> None:
        recording.strike_out(concern, reason=form.cleaned_data["reason"], by=request.user, at=now())

    intro = "It stays on this child’s record, struck through. Other children it concerns keep it."
    return _on_concern(request, concern, form, record, "Strike this out of the record", intro)
