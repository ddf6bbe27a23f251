"""The page on which the moments of an episode are put right."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing.corrections.recording import as_it_stands
from kittiwake.practice.return_interviews.corrections import forms, recording
from kittiwake.practice.return_interviews.form_page import ask, open_episode

TITLE = "Put a time right"
INTRO = "What was recorded before stays in its history, with your name and reason."


def correct_moments(request: ViewerRequest, episode_pk: int) -> HttpResponse:
    episode = open_episode(request, episode_pk)
    start = {**as_it_stands(episode), "version": episode.version}
    form = forms.CorrectionForm(request.POST or None, initial=start)

    def record() -> None:
        recording.correct_moments(episode, **form.values(), by=request.user, at=now())

    return ask(request, episode.child, form, record, title=TITLE, intro=INTRO, back=episode, then=episode)
