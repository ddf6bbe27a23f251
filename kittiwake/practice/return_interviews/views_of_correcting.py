"""The page on which the moments of an episode are put right."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.missing.corrections.recording import as_it_stands
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import recording_of_corrections
from kittiwake.practice.return_interviews.forms_of_correcting import CorrectionForm
from kittiwake.ui.pages import page

INTRO = "What was recorded before stays in its history, with your name and reason."


def correct_moments(request: ViewerRequest, episode_pk: int) -> HttpResponse:
    episode = request.viewer.open(Episode, episode_pk, "entry", "child")
    start = {**as_it_stands(episode), "version": episode.version}
    form = CorrectionForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            recording_of_corrections.correct_moments(episode, **form.values(), by=request.user, at=now())
            return redirect(episode)
    context = {
        "title": "Put a time right",
        "intro": INTRO,
        "child": episode.child,
        "back": episode,
        "form": form,
    }
    return page(request, "return_interviews/form.html", context)
