"""The area's own pages, with the child's page standing in for the desk above."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.primitives.claims.area import AREA


def child(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse("Elsewhere")


def interview(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse("Elsewhere")


ELSEWHERE = [
    Area("desk", "", 1, pages=[Page("desk:child", "children/<int:pk>/", child, Power.SEE_CHILD)]),
    Area(
        "return_interviews",
        "",
        2,
        pages=[Page("return_interviews:interview", "interviews/<int:pk>/", interview, Power.SEE)],
    ),
]
urlpatterns = [area.urls for area in (*ELSEWHERE, AREA)]
