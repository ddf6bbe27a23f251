"""The area's own pages, with the child's page standing in for the desk above."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from kittiwake.areas.area import Area
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.primitives.drafts.area import AREA


def child(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse("Elsewhere")


DESK = Area("desk", "", 1, pages=[Page("desk:child", "children/<int:pk>/", child, Power.SEE_CHILD)])
urlpatterns = [DESK.urls, AREA.urls]
