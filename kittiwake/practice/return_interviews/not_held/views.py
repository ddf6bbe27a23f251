"""Pages where it is said that there is no interview, or none yet."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.return_interviews.form_page import ask, open_episode
from kittiwake.practice.return_interviews.models import NotHeld
from kittiwake.practice.return_interviews.not_held import forms, recording
from kittiwake.ui.pages import page


def record_not_held(request: ViewerRequest, episode_pk: int) -> HttpResponse:
    episode, form = open_episode(request, episode_pk), forms.NotHeldForm(request.POST or None)

    def record() -> NotHeld:
        return recording.record_not_held(episode, **form.values(), by=request.user, at=now())

    title = "No return interview, or not yet"
    return ask(request, episode.child, form, record, title=title, back=episode)


def not_held(request: ViewerRequest, pk: int) -> HttpResponse:
    kept = request.viewer.open(NotHeld, pk, "entry__by", "entry__child", "episode__entry")
    return page(request, "return_interviews/not_held.html", {"kept": kept, "child": kept.entry.child})
