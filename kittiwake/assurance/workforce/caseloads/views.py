"""Pages of caseloads, and of what the council agrees about them."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.caseloads import forms, recording, showing
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


def caseloads(request: ViewerRequest) -> HttpResponse:
    workers = visibility.workers(request.user).order_by("name", "pk")
    shown = showing.CaseloadsPage(by_number(request, workers), now())
    may_record = request.viewer.may(Power.RECORD_WORKFORCE)
    return page(request, "workforce/caseloads.html", {"shown": shown, "may_record": may_record})


def agree_caseload(request: ViewerRequest) -> HttpResponse:
    form = forms.AgreementForm(request.POST or None)

    def record() -> object:
        return recording.agree_caseload(**form.values(), by=request.user, at=now())

    context = {"title": "What is agreed about caseloads"}
    return carry_out(
        request, form, record, "workforce/agreement_form.html", context, then="workforce:caseloads"
    )
