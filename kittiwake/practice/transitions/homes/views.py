"""The page that records where a care leaver lives."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.transitions.answering import carry_out_for
from kittiwake.practice.transitions.homes import recording
from kittiwake.practice.transitions.homes.forms import HomeForm
from kittiwake.record.models import Child


def live_at(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = HomeForm(request.POST or None)
    return carry_out_for(
        child,
        request,
        form,
        lambda: recording.live_at(child, **form.values(), by=request.user, at=now()),
        "Where they live",
    )
