"""A short form about an interview or what goes before it: found through the viewer, one recording call, back again."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model
from django.http import HttpResponse

from kittiwake.access.answering import Target, carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import showing
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.record.models import Child
from kittiwake.ui.forms import GovForm


def open_interview(request: ViewerRequest, pk: int) -> ReturnInterview:
    return request.viewer.open(ReturnInterview, pk, "entry__by", "child", "interviewer")


def open_episode(request: ViewerRequest, pk: int) -> Episode:
    return request.viewer.open(Episode, pk, "entry", "child")


def chosen_returns(request: ViewerRequest, child: Child) -> list[int]:
    """The returns to start with: the one the address names, or all that nobody has listened to them about."""
    unanswered = list(showing.unanswered(request.viewer, child).values_list("pk", flat=True))
    named = [pk for pk in unanswered if str(pk) == request.GET.get("episode")]
    return named or unanswered


def ask(
    request: ViewerRequest,
    child: Child,
    form: GovForm,
    record: Callable[[], object],
    *,
    title: str,
    back: Model,
    intro: str = "",
    then: Target | None = None,
) -> HttpResponse:
    """Asks until `record` is done; then to `then`, or to what it returned."""
    context = {"title": title, "child": child, "back": back, **({"intro": intro} if intro else {})}
    return carry_out(request, form, record, "return_interviews/form.html", context, then=then)
