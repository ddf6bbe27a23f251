"""The page of a form about one episode: found through the viewer, one recording call, back to the episode."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model
from django.http import HttpResponse

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing.models import Episode
from kittiwake.ui.forms import GovForm


def open_episode(request: ViewerRequest, pk: int) -> Episode:
    return request.viewer.open(Episode, pk, "entry__by", "child")


def ask(
    request: ViewerRequest,
    episode: Episode,
    form: GovForm,
    record: Callable[[], object],
    *,
    title: str,
    intro: str = "",
    then: Model | None = None,
) -> HttpResponse:
    """Asks until `record` is done; then back to the episode, or to `then`."""
    context = {"title": title, "episode": episode, **({"intro": intro} if intro else {})}
    return carry_out(request, form, record, "missing/form.html", context, then=then or episode)
