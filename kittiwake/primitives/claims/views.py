"""Pages of what was learned."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import refusals_on
from kittiwake.primitives.claims import forms, recording, rules, showing
from kittiwake.primitives.claims.echoes.matching import echo as echo_of
from kittiwake.primitives.claims.echoes.showing import Pair
from kittiwake.primitives.claims.models import Claim
from kittiwake.record.models import Entry
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

FORM = "claims/form.html"


def _claim(request: ViewerRequest, pk: int) -> Claim:
    return request.viewer.open(Claim, pk, "entry", "child", "thing", "by", "decided_by")


def claim(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.ClaimPage(_claim(request, pk), request.viewer, now())
    may_decide = request.viewer.may(Power.RECORD)
    return page(
        request, "claims/claim.html", {"shown": shown, "claim": shown.claim, "may_decide": may_decide}
    )


def make(request: ViewerRequest, entry_pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, entry_pk, "child")
    form = forms.ClaimForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            made = recording.make(entry, entry.child, **form.cleaned_data, by=request.user, at=now())
            return redirect(made)
    context = {"title": "Add something that was learned", "child": entry.child, "back": entry, "form": form}
    return page(request, FORM, context)


def decide(request: ViewerRequest, pk: int) -> HttpResponse:
    claim = _claim(request, pk)
    form = forms.DecisionForm(
        request.POST or None,
        things=showing.things_like(claim),
        children=showing.children_like(claim, request.viewer),
        initial={"verdict": claim.decision, "label": claim.number or claim.as_said, "reason": claim.reason},
    )
    if form.is_valid():
        with refusals_on(form):
            recording.decide(claim, **form.answers(), by=request.user, at=now())
            return redirect(claim)
    return page(request, FORM, {"title": claim.as_said, "child": claim.child, "back": claim, "form": form})


def echo(request: ViewerRequest, pk: int, other_pk: int) -> HttpResponse:
    claim = _claim(request, pk)
    found = echo_of(claim, other_pk)
    if found is None:
        raise Http404
    pair = Pair(claim, found, request.viewer, now())
    if pair.seen is not None:
        request.viewer.read(pair.seen.entry)
    form: GovForm = (forms.EchoForm if pair.seen else forms.AskForm)(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data if pair.seen else {**form.cleaned_data, "verdict": rules.ASKED}
        with refusals_on(form):
            recording.decide_echo(claim, other_id=other_pk, **said, by=request.user, at=now())
            return redirect(claim)
    context = {
        "title": "Is it the same?",
        "intro": showing.sentence(claim, found),
        "pair": pair,
        "form": form,
    }
    context["button"] = "Save" if pair.seen else "Ask somebody who may see both"
    return page(request, "claims/echo.html", {**context, "child": claim.child, "back": claim})


def confirm(request: ViewerRequest, pk: int) -> HttpResponse:
    claim = _claim(request, pk)
    form = forms.ConfirmationForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.confirm(claim, **form.cleaned_data, by=request.user, at=now())
            return redirect(claim)
    context = {
        "title": "It is still so",
        "intro": claim.as_said,
        "child": claim.child,
        "back": claim,
        "form": form,
    }
    return page(request, FORM, context)
