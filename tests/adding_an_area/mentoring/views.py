from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now
from kittiwake.practice.mentoring import forms, recording
from kittiwake.practice.mentoring.models import Talk

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def talks(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    of_child = request.viewer.see(Talk).filter(child=child).order_by("-talked_on")
    return page(request, "mentoring/talks.html", {"child": child, "talks": of_child})


def talk(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = request.viewer.open(Talk, pk, "entry__by", "child")
    return page(request, "mentoring/talk.html", {"talk": shown, "child": shown.child})


def record_talk(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.TalkForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.record_talk(child, **form.values(), by=request.user, at=now()).entry,
        "ui/form_page.html",
        {"title": "Record a talk with their mentor", "caption": child.name},
    )
