"""Pages of risk. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.history.refusal import refusals_on
from kittiwake.practice.risk import forms, recording
from kittiwake.practice.risk.informing import because_of
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.showing import RiskPage, RisksPage
from kittiwake.practice.risk.views_of_assessments import withheld
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "risk/form.html"


def _risk(request: HttpRequest, pk: int) -> PresentingRisk:
    return request.viewer.open(
        PresentingRisk, pk, "entry__by", "entry__struck_out_by", "child", "closed_by", "closed_because_of"
    )


def presenting_risk(request: HttpRequest, pk: int) -> HttpResponse:
    shown = RiskPage(_risk(request, pk), request.viewer)
    kept = withheld(request, shown.risk.child)
    return kept or page(request, "risk/presenting_risk.html", {"shown": shown})


def risks(request: HttpRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = RisksPage(child, request.viewer)
    return withheld(request, child) or page(request, "risk/risks.html", {"shown": shown})


def open_risk(request: HttpRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    cause = because_of(request, child)
    form = forms.RiskForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            answers = {**form.cleaned_data, "because_of": cause}
            return redirect(recording.open_risk(child, **answers, by=request.user, at=now()))
    return page(request, "risk/open_risk.html", {"child": child, "form": form, "cause": cause})


def move_risk(request: HttpRequest, pk: int) -> HttpResponse:
    risk = _risk(request, pk)
    if kept := withheld(request, risk.child):
        return kept
    cause = because_of(request, risk.child)
    form = forms.MovementForm(request.POST or None, initial={"level": risk.level})
    if form.is_valid():
        with refusals_on(form):
            recording.move_risk(risk, **form.cleaned_data, because_of=cause, by=request.user, at=now())
            return redirect(risk)
    return page(
        request, FORM, {"title": f"{risk}: judge it again", "risk": risk, "form": form, "cause": cause}
    )


def close_risk(request: HttpRequest, pk: int) -> HttpResponse:
    risk = _risk(request, pk)
    if kept := withheld(request, risk.child):
        return kept
    cause = because_of(request, risk.child)
    form = forms.CloseForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.close_risk(risk, **form.cleaned_data, because_of=cause, by=request.user, at=now())
            return redirect(risk)
    return page(
        request, FORM, {"title": f"{risk}: it no longer stands", "risk": risk, "form": form, "cause": cause}
    )


def strike_out(request: HttpRequest, pk: int) -> HttpResponse:
    risk = _risk(request, pk)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(risk, **form.cleaned_data, by=request.user, at=now())
            return redirect("risk:risks", child_pk=risk.child_id)
    return page(request, FORM, {"title": "Strike out this risk", "risk": risk, "form": form})
