"""The page where it is recorded that somebody was told, or why not."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing.form_page import ask, open_episode
from kittiwake.practice.missing.notifications import forms, recording
from kittiwake.practice.missing.notifications.showing import recipients_of
from kittiwake.primitives.clocks.citing import cited
from kittiwake.time.moments import local_date


def tell(request: ViewerRequest, pk: int, recipient: str) -> HttpResponse:
    episode = open_episode(request, pk)
    owed = next((who for who in recipients_of(episode) if who.key == recipient), None)
    if owed is None:
        raise Http404
    form = forms.NotificationForm(request.POST or None)

    def record() -> None:
        recording.notify(episode, recipient=recipient, **form.values(), by=request.user, at=now())

    source = cited(owed.source, local_date(now()))
    return ask(request, episode, form, record, title=f"Tell: {owed.who}", intro=source)
