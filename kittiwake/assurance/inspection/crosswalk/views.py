"""Pages of the letter-to-evidence table."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.inspection.around import around
from kittiwake.assurance.inspection.crosswalk.points import BY_KEY
from kittiwake.assurance.inspection.crosswalk.showing import CrosswalkPage, PointPage
from kittiwake.ui.pages import page


def points(request: ViewerRequest) -> HttpResponse:
    return page(
        request,
        "inspection/points.html",
        {"shown": CrosswalkPage(request.viewer, now()), "around": around(request.viewer, "points")},
    )


def point(request: ViewerRequest, key: str) -> HttpResponse:
    if key not in BY_KEY:
        raise Http404
    shown = PointPage(BY_KEY[key], request.viewer, now())
    return page(request, "inspection/point.html", {"shown": shown, "point": shown.point})
