"""The returns, step by step."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.loop.returns import PAGE_SIZE, Returns
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


def returns(request: ViewerRequest) -> HttpResponse:
    """The loops of the returns of ?team=, or of all that the viewer may see."""
    shown = Returns(request.viewer, now(), request.GET.get("team", ""))
    loops = by_number(request, shown.open, PAGE_SIZE)
    request.viewer.listed({loop.child.pk for loop in loops})
    return page(request, "loop/returns.html", {"shown": shown, "loops": loops})
