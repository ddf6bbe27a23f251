"""Pages about adult services. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.transitions.adult_services import forms, recording
from kittiwake.practice.transitions.answering import FORM, carry_out_for
from kittiwake.practice.transitions.models import AdultReferral
from kittiwake.record.models import Child


def _referral(request: ViewerRequest, pk: int) -> AdultReferral:
    return request.viewer.open(AdultReferral, pk, "entry", "child")


def refer(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.ReferForm(request.POST or None)
    return carry_out_for(
        child,
        request,
        form,
        lambda: recording.refer(child, **form.values(), by=request.user, at=now()),
        "Ask adult services",
    )


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    referral = _referral(request, pk)
    form = forms.AnswerForm(request.POST or None, initial={"adult_worker": referral.adult_worker})
    return carry_out(
        request,
        form,
        lambda: recording.answer(referral, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Adult services’ answer", "child": referral.child, "back": referral},
        then=referral,
    )


def meet(request: ViewerRequest, pk: int) -> HttpResponse:
    referral = _referral(request, pk)
    form = forms.MeetForm(request.POST or None, initial={"adult_worker": referral.adult_worker})
    return carry_out(
        request,
        form,
        lambda: recording.meet(
            referral,
            met_on=form.cleaned_data["met_on"],
            adult_worker=form.cleaned_data["adult_worker"],
            by=request.user,
            at=now(),
        ),
        FORM,
        {"title": "The adult worker met them", "child": referral.child, "back": referral},
        then=referral,
    )
