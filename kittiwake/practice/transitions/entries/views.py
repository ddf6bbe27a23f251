"""The page of each kind of entry about growing up: the same shape, and its own questions."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.practice.transitions import recording
from kittiwake.practice.transitions.answering import FORM
from kittiwake.practice.transitions.entries.showing import GrowingUp, rows_of
from kittiwake.practice.transitions.models import (
    AdultReferral,
    Contact,
    Home,
    NeedsAssessment,
    Pathway,
    Staying,
)
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Entry
from kittiwake.ui.pages import page


def _entry_page(request: ViewerRequest, kind: type[GrowingUp], pk: int) -> HttpResponse:
    row = request.viewer.open(kind, pk, "entry__by", "entry__struck_out_by", "child")
    context = {
        "recorded": row,
        "rows": rows_of(row),
        "words": row.entry.words.all(),
        "may_record": request.viewer.may(Power.RECORD) and not row.entry.is_struck_out,
        "child": row.child,
    }
    return page(request, "transitions/transition_entry.html", context)


def needs_assessment(request: ViewerRequest, pk: int) -> HttpResponse:
    return _entry_page(request, NeedsAssessment, pk)


def pathway(request: ViewerRequest, pk: int) -> HttpResponse:
    return _entry_page(request, Pathway, pk)


def home(request: ViewerRequest, pk: int) -> HttpResponse:
    return _entry_page(request, Home, pk)


def contact(request: ViewerRequest, pk: int) -> HttpResponse:
    return _entry_page(request, Contact, pk)


def referral(request: ViewerRequest, pk: int) -> HttpResponse:
    return _entry_page(request, AdultReferral, pk)


def staying(request: ViewerRequest, pk: int) -> HttpResponse:
    return _entry_page(request, Staying, pk)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, pk, "child")
    if entry.kind not in recording.KINDS.values():
        raise Http404
    form = StrikeOutForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.strike_out(entry, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "Recorded wrongly", "child": entry.child, "back": entry},
        then=entry,
    )
