"""Pages of what was learned."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.primitives.claims import forms, recording, showing
from kittiwake.primitives.claims.lookup import find_claim
from kittiwake.record.models import Entry
from kittiwake.ui.pages import page

FORM = "claims/form.html"


def claim(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.ClaimPage(find_claim(request, pk), request.viewer, now())
    may_decide = request.viewer.may(Power.RECORD)
    return page(
        request, "claims/claim.html", {"shown": shown, "claim": shown.claim, "may_decide": may_decide}
    )


def make(request: ViewerRequest, entry_pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, entry_pk, "child")
    form = forms.ClaimForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.make(entry, entry.child, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Add something that was learned", "child": entry.child, "back": entry},
    )


def decide(request: ViewerRequest, pk: int) -> HttpResponse:
    claim = find_claim(request, pk)
    form = forms.DecisionForm(
        request.POST or None,
        entities=showing.entities_like(claim),
        children=showing.children_like(claim, request.viewer),
        initial={"verdict": claim.decision, "label": claim.number or claim.wording, "reason": claim.reason},
    )
    return carry_out(
        request,
        form,
        lambda: recording.decide(claim, **form.answers(), by=request.user, at=now()),
        FORM,
        {"title": claim.wording, "child": claim.child, "back": claim},
        then=claim,
    )


def confirm(request: ViewerRequest, pk: int) -> HttpResponse:
    claim = find_claim(request, pk)
    form = forms.ConfirmationForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.confirm(
            claim, confirmed_on=form.cleaned_data["confirmed_on"], by=request.user, at=now()
        ),
        FORM,
        {"title": "It is still so", "intro": claim.wording, "child": claim.child, "back": claim},
        then=claim,
    )
