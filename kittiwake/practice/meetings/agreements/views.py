"""Pages of what was agreed about a place, a group or an adult."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.meetings.agreements import recording
from kittiwake.practice.meetings.agreements.forms import AgreementForm, OutcomeForm
from kittiwake.practice.meetings.lookup import carry_out_at, find_meeting


def agree(request: ViewerRequest, pk: int | None = None, conference_pk: int | None = None) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    form = AgreementForm(request.POST or None)

    def record() -> None:
        recording.agree(opened.meeting, **form.values(), by=request.user, at=now())

    return carry_out_at(opened, request, form, record, "Agreed about a place, a group or an adult")


def finish_agreement(
    request: ViewerRequest, agreement_pk: int, pk: int | None = None, conference_pk: int | None = None
) -> HttpResponse:
    opened = find_meeting(request, pk, conference_pk)
    agreement = get_object_or_404(opened.meeting.agreements, pk=agreement_pk)
    form = OutcomeForm(request.POST or None)

    def record() -> None:
        recording.finish_agreement(agreement, outcome=form.cleaned_data["outcome"], by=request.user, at=now())

    return carry_out_at(opened, request, form, record, "It is done", intro=agreement.what)
