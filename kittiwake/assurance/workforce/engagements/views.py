"""Somebody starts, or moves to another post. Find whom the viewer may see, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.codes import MOVED_INSIDE
from kittiwake.assurance.workforce.engagements import forms, recording
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.assurance.workforce.staff.pages import managed, on_worker


def engage(request: ViewerRequest, pk: int) -> HttpResponse:
    return on_worker(request, managed(request, pk), forms.EngageForm, "They start work", recording.engage)


def move(request: ViewerRequest, pk: int) -> HttpResponse:
    """To another post of the council. Whoever leaves it goes by allocation:leave, where their children are."""
    found = managed(request, pk)
    standing = visibility.seen(Engagement, request.user).filter(worker=found, ends_on=None).first()
    if standing is None:
        raise Http404
    return on_worker(
        request,
        found,
        forms.MoveForm,
        "They move to another post",
        recording.end,
        standing,
        reason=MOVED_INSIDE,
    )
