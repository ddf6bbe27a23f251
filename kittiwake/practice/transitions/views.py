"""Pages of growing up. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.transitions import forms, recording, showing
from kittiwake.practice.transitions.adult_services import recording as adult_services
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.entries.showing import rows_of
from kittiwake.practice.transitions.forward import ForwardPage
from kittiwake.practice.transitions.models import (
    AdultReferral,
    Contact,
    Home,
    NeedsAssessment,
    Pathway,
    Staying,
)
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

FORM = "transitions/form.html"


def forward(request: ViewerRequest) -> HttpResponse:
    shown = ForwardPage(request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "transitions/forward.html", {"shown": shown})


def transition(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = showing.TransitionPage(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "transitions/transition.html", {"shown": shown, "child": shown.child})


def _shown(kind: type[Model], name: str) -> Callable[..., HttpResponse]:
    """The page of one entry of this kind: each has the same shape and its own questions."""

    def view(request: ViewerRequest, pk: int) -> HttpResponse:
        found: Any = request.viewer.open(kind, pk, "entry__by", "entry__struck_out_by", "child")
        rows = [{"key": key, "value": value} for key, value in rows_of(found)]
        may_record = request.viewer.may(Power.RECORD) and not found.entry.is_struck_out
        words = found.entry.words.all()
        context = {"one": found, "rows": rows, "words": words, "may_record": may_record, "child": found.child}
        return page(request, "transitions/transition_entry.html", context)

    view.__name__ = name
    return view


needs_assessment = _shown(NeedsAssessment, "needs_assessment")
pathway = _shown(Pathway, "pathway")
home = _shown(Home, "home")
contact = _shown(Contact, "contact")
referral = _shown(AdultReferral, "referral")
staying = _shown(Staying, "staying")


def _write(
    request: ViewerRequest,
    child_pk: int,
    form_class: type[GovForm],
    title: str,
    record: Callable[..., Any],
    **start: Any,
) -> HttpResponse:
    """One form about a young person; to what was recorded when it is."""
    child = request.viewer.open(Child, child_pk)
    form = form_class(request.POST or None, initial=start)
    if form.is_valid():
        values = getattr(form, "values", lambda: form.cleaned_data)()
        with refusals_on(form):
            return redirect(record(child, **values, by=request.user, at=now()))
    return page(request, FORM, {"title": title, "child": child, "back": child, "form": form})


def assess(request: ViewerRequest, child_pk: int) -> HttpResponse:
    return _write(request, child_pk, forms.AssessForm, "Assessment of need", recording.assess)


def agree_pathway(request: ViewerRequest, child_pk: int) -> HttpResponse:
    return _write(request, child_pk, forms.PathwayForm, "Pathway plan or review", recording.agree_pathway)


def live_at(request: ViewerRequest, child_pk: int) -> HttpResponse:
    return _write(request, child_pk, forms.HomeForm, "Where they live", advisers.live_at)


def make_contact(request: ViewerRequest, child_pk: int) -> HttpResponse:
    return _write(
        request,
        child_pk,
        forms.ContactForm,
        "Personal adviser’s contact",
        advisers.contact,
        adviser_name=request.user.name,
    )


def refer(request: ViewerRequest, child_pk: int) -> HttpResponse:
    return _write(request, child_pk, forms.ReferForm, "Ask adult services", adult_services.refer)


def stay(request: ViewerRequest, child_pk: int) -> HttpResponse:
    start = {"worker_name": request.user.name, "agreed_on": local_date(now())}
    return _write(request, child_pk, forms.StayForm, "The worker who stays after 18", recording.stay, **start)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, pk, "child")
    if entry.kind not in recording.KINDS.values():
        raise Http404
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(entry, **form.cleaned_data, by=request.user, at=now())
            return redirect(entry)
    return page(
        request, FORM, {"title": "Recorded wrongly", "child": entry.child, "back": entry, "form": form}
    )
