"""The page of how far second marks agree with first ones."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.audits.agreement.showing import AgreementPage
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def agreement(request: ViewerRequest) -> HttpResponse:
    shown = AgreementPage(request.viewer, local_date(now()))
    request.viewer.listed(shown.child_ids)
    return page(request, "audits/agreement.html", {"shown": shown})
