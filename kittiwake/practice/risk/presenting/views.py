"""Pages of risk. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.risk.assessments.withholding import withheld
from kittiwake.practice.risk.informing import because_of
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import forms, recording
from kittiwake.practice.risk.presenting.showing import RiskPage, RisksPage
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "risk/form.html"


def _risk(request: ViewerRequest, pk: int) -> PresentingRisk:
    return request.viewer.open(
        PresentingRisk, pk, "entry__by", "entry__struck_out_by", "child", "closed_by", "closed_because_of"
    )


def presenting_risk(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = RiskPage(_risk(request, pk), request.viewer)
    kept = withheld(request, shown.risk.child)
    return kept or page(request, "risk/presenting_risk.html", {"shown": shown})


def risks(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = RisksPage(child, request.viewer)
    return withheld(request, child) or page(request, "risk/risks.html", {"shown": shown})


def open_risk(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    cause, form = because_of(request, child), forms.RiskForm(request.POST or None)

    def record() -> PresentingRisk:
        facts = form.values()
        return recording.open_risk(child, **facts, because_of=cause, by=request.user, at=now())

    return carry_out(request, form, record, "risk/open_risk.html", {"child": child, "cause": cause})


def move_risk(request: ViewerRequest, pk: int) -> HttpResponse:
    risk = _risk(request, pk)
    if kept := withheld(request, risk.child):
        return kept
    cause = because_of(request, risk.child)
    form = forms.MovementForm(request.POST or None, initial={"level": risk.level})

    def record() -> None:
        recording.move_risk(risk, **form.values(), because_of=cause, by=request.user, at=now())

    context = {"title": f"{risk}: judge it again", "risk": risk, "cause": cause}
    return carry_out(request, form, record, FORM, context, then=risk)


def close_risk(request: ViewerRequest, pk: int) -> HttpResponse:
    risk = _risk(request, pk)
    if kept := withheld(request, risk.child):
        return kept
    cause, form = because_of(request, risk.child), forms.CloseForm(request.POST or None)

    def record() -> None:
        reason = form.cleaned_data["reason"]
        recording.close_risk(risk, reason=reason, because_of=cause, by=request.user, at=now())

    context = {"title": f"{risk}: it no longer stands", "risk": risk, "cause": cause}
    return carry_out(request, form, record, FORM, context, then=risk)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    risk, form = _risk(request, pk), StrikeOutForm(request.POST or None)

    def record() -> None:
        recording.strike_out(risk, reason=form.cleaned_data["reason"], by=request.user, at=now())

    context = {"title": "Strike out this risk", "risk": risk}
    return carry_out(request, form, record, FORM, context, then=reverse("risk:risks", args=[risk.child_id]))
