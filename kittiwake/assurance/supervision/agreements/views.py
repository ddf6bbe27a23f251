"""Pages of who supervises whom. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.cover.queries import who_may_hold_supervision
from kittiwake.assurance.supervision import visibility
from kittiwake.assurance.supervision.agreements import forms, recording
from kittiwake.assurance.supervision.agreements.showing import AgreementPage
from kittiwake.assurance.supervision.views import asked
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def agreement(request: ViewerRequest, pk: int) -> HttpResponse:
    related = ("worker", "supervisor", "recorded_by")
    agreement = get_object_or_404(visibility.agreements(request.viewer).select_related(*related), pk=pk)
    shown = AgreementPage(agreement, request.viewer, now())
    return page(request, "supervision/agreement.html", {"agreement": agreement, "shown": shown})


def agree(request: ViewerRequest) -> HttpResponse:
    today = local_date(now())
    form = forms.AgreeForm(
        request.POST or None,
        workers=visibility.workers(request.viewer),
        supervisors=who_may_hold_supervision(today),
        initial={"worker": request.GET.get("worker", ""), "starts_on": today},
    )
    return asked(
        request,
        "Agree who supervises whom",
        form,
        lambda: recording.agree(**form.values(), by=request.user, at=now()),
        reverse("supervision:team"),
        then="supervision:team",
    )


def end_agreement(request: ViewerRequest, pk: int) -> HttpResponse:
    agreement = get_object_or_404(
        visibility.agreements(request.viewer).select_related("worker", "supervisor"), pk=pk
    )
    form = forms.EndForm(request.POST or None, initial={"ends_on": local_date(now())})
    return asked(
        request,
        "End this agreement",
        form,
        lambda: recording.end_agreement(
            agreement, ends_on=form.cleaned_data["ends_on"], by=request.user, at=now()
        ),
        reverse("supervision:team"),
        then=reverse("supervision:agreement", args=[agreement.pk]),
        caption=str(agreement),
    )
