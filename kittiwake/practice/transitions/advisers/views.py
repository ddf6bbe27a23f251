"""The page that records that a personal adviser was in touch, or tried."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.transitions.advisers import recording
from kittiwake.practice.transitions.advisers.forms import ContactForm
from kittiwake.practice.transitions.answering import carry_out_for
from kittiwake.record.models import Child


def make_contact(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = ContactForm(request.POST or None, initial={"adviser_name": request.user.name})
    return carry_out_for(
        child,
        request,
        form,
        lambda: recording.contact(child, **form.values(), by=request.user, at=now()),
        "Personal adviser’s contact",
    )
