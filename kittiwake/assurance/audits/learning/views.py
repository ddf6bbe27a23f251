"""Pages of learning events. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.audits.learning import forms, recording
from kittiwake.assurance.audits.learning.showing import EventPage
from kittiwake.assurance.audits.models import LearningEvent, Theme
from kittiwake.ui.pages import page

FORM = "audits/form_of_programme.html"


def hold_learning_event(request: ViewerRequest) -> HttpResponse:
    if not Theme.objects.exists():
        return redirect("audits:name_theme")
    form = forms.LearningForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.hold_event(**form.values(), by=request.user, at=now()),
        FORM,
        {"title": "People learned from audits", "of_themes": True},
    )


def learning_event(request: ViewerRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(LearningEvent.objects.select_related("by"), pk=pk)
    shown = EventPage(event, request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "audits/learning_event.html", {"shown": shown, "event": event})
