"""Pages of caseloads, and of what the council agrees about them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.caseloads import forms, recording, showing
from kittiwake.assurance.workforce.posts.views import FORM
from kittiwake.history.refusal import refusals_on
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


def caseloads(request: ViewerRequest) -> HttpResponse:
    found = visibility.workers(request.user).order_by("name", "pk")
    shown = showing.CaseloadsPage(by_number(request, found), now())
    return page(
        request,
        "workforce/caseloads.html",
        {"shown": shown, "may_record": request.viewer.may(Power.RECORD_WORKFORCE)},
    )


def agree_caseload(request: ViewerRequest) -> HttpResponse:
    form = forms.AgreementForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.agree_caseload(**form.agreement, by=request.user, at=now())
            return redirect("workforce:caseloads")
    return page(request, FORM, {"title": "What is agreed about caseloads", "form": form})
