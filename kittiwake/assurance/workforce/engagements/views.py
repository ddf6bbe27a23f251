"""Somebody starts, or moves to another post. Find whom the viewer may see, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.codes import MOVED_INSIDE
from kittiwake.assurance.workforce.engagements import forms, recording
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.assurance.workforce.staff.pages import managed, record_on_worker


def engage(request: ViewerRequest, pk: int) -> HttpResponse:
    worker, form = managed(request, pk), forms.EngageForm(request.POST or None)

    def record() -> object:
        return recording.engage(worker, **form.values(), by=request.user, at=now())

    return record_on_worker(request, worker, form, record, title="They start work")


def move(request: ViewerRequest, pk: int) -> HttpResponse:
    """To another post of the council. Whoever leaves it goes by another page, where their children are."""
    worker = managed(request, pk)
    standing = visibility.seen(Engagement, request.user).filter(worker=worker, ends_on=None)
    engagement = get_object_or_404(standing)
    form = forms.MoveForm(request.POST or None)

    def record() -> None:
        recording.end(engagement, **form.values(), reason=MOVED_INSIDE, by=request.user, at=now())

    return record_on_worker(request, worker, form, record, title="They move to another post")
