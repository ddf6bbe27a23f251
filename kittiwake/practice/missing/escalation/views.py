"""The page where a manager takes notice of an open episode."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing.escalation import forms, recording, rules
from kittiwake.practice.missing.form_page import ask, open_episode
from kittiwake.ui.pages import not_yours

TITLE = "Acknowledge this open episode"


def acknowledge(request: ViewerRequest, pk: int, level: str) -> HttpResponse:
    episode, asked = open_episode(request, pk), rules.level_of(level)
    if asked is None:
        raise Http404
    if why := rules.why_not_acknowledge(asked, request.user.role):
        back = {"back_url": episode.get_absolute_url(), "caption": episode.child.name}
        return not_yours(request, TITLE, why, **back)
    form = forms.AcknowledgementForm(request.POST or None)

    def record() -> None:
        words = form.cleaned_data["words"]
        recording.acknowledge(episode, level=level, words=words, by=request.user, at=now())

    return ask(request, episode, form, record, title=TITLE)
