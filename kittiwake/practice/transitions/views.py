"""Pages of growing up. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.transitions import forms, recording, showing
from kittiwake.practice.transitions.answering import carry_out_for
from kittiwake.practice.transitions.forward import ForwardPage
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def forward(request: ViewerRequest) -> HttpResponse:
    shown = ForwardPage(request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "transitions/forward.html", {"shown": shown})


def transition(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = showing.TransitionPage(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "transitions/transition.html", {"shown": shown, "child": shown.child})


def assess(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.AssessForm(request.POST or None)
    return carry_out_for(
        child,
        request,
        form,
        lambda: recording.assess(child, **form.values(), by=request.user, at=now()),
        "Assessment of need",
    )


def agree_pathway(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.PathwayForm(request.POST or None)
    return carry_out_for(
        child,
        request,
        form,
        lambda: recording.agree_pathway(child, **form.values(), by=request.user, at=now()),
        "Pathway plan or review",
    )


def stay(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    start = {"worker_name": request.user.name, "agreed_on": local_date(now())}
    form = forms.StayForm(request.POST or None, initial=start)
    return carry_out_for(
        child,
        request,
        form,
        lambda: recording.stay(child, **form.values(), by=request.user, at=now()),
        "The worker who stays after 18",
    )
