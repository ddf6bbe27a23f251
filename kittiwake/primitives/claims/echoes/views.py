"""The page of two accounts."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.primitives.claims import rules, showing
from kittiwake.primitives.claims.echoes import recording
from kittiwake.primitives.claims.echoes.forms import AskForm, EchoForm
from kittiwake.primitives.claims.echoes.matching import echo as echo_of
from kittiwake.primitives.claims.echoes.showing import Pair
from kittiwake.primitives.claims.lookup import find_claim
from kittiwake.primitives.claims.models import EchoDecision
from kittiwake.ui.forms import GovForm


def echo(request: ViewerRequest, pk: int, other_pk: int) -> HttpResponse:
    claim = find_claim(request, pk)
    echo = echo_of(claim, other_pk)
    if echo is None:
        raise Http404
    pair = Pair(claim, echo, request.viewer, now())
    if pair.seen is not None:
        request.viewer.read(pair.seen.entry)
    form: GovForm = (EchoForm if pair.seen else AskForm)(request.POST or None)

    def record() -> EchoDecision:
        verdict = form.cleaned_data["verdict"] if pair.seen else rules.ASKED
        reason = form.cleaned_data["reason"]
        return recording.decide_echo(
            claim, other_id=other_pk, verdict=verdict, reason=reason, by=request.user, at=now()
        )

    context = {
        "title": "Is it the same?",
        "intro": showing.sentence(claim, echo),
        "pair": pair,
        "button": "Save" if pair.seen else "Ask somebody who may see both",
        "child": claim.child,
        "back": claim,
    }
    return carry_out(request, form, record, "claims/echo.html", context, then=claim)
