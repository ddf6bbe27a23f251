"""The page, or how far the worker is that counts what it shows."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.insight.showing import WAITED_FOR, Figures, Period
from kittiwake.insight.waiting import recording as waiting
from kittiwake.insight.waiting.showing import Waiting
from kittiwake.insight.waiting.waited import Waited
from kittiwake.ui.deadline import TakesLonger
from kittiwake.ui.pages import page

PATIENCE = 3.0  # seconds in which figures are counted while somebody waits for the page


def counted_or_waiting(
    request: ViewerRequest, period: Period, waited: Waited, shown: Callable[[Figures], HttpResponse]
) -> HttpResponse:
    """The page, where its figures are kept or counted in a moment; or else how far the worker is that counts them."""
    at = now()
    counting = waiting.newest(request.user, period, waited.key, at - WAITED_FOR)
    figures = Figures(request.viewer, period, counting.asked_at if counting else None, patience=PATIENCE)
    try:
        if counting is None or (counting.ended_at and not counting.is_broken):
            return _anew(request, shown(figures))
    except TakesLonger:
        counting = waiting.ask(request.user, period, waited.key, total=waited.total(figures), at=at)
    words = {"title": waited.title, "caption": waited.caption, "figures": figures}
    return page(request, "insight/measures_waiting.html", {**words, "waiting": Waiting(counting, at)})


def _anew(request: ViewerRequest, shown: HttpResponse) -> HttpResponse:
    """Who asks again and again how far it is reads the whole page when it is done."""
    if request.headers.get("HX-Target") == "counting":
        shown["HX-Refresh"] = "true"
    return shown
