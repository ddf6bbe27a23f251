"""The gallery at its usual place, for tests that look at whole pages."""

from __future__ import annotations

from django.http import HttpRequest

from kittiwake.ui.gallery.area import AREA

urlpatterns = [AREA.urls]


def navigation(request: HttpRequest) -> list[dict[str, object]]:
    return [{"text": "My gates", "href": "/gates/", "current": True}, {"text": "Find", "href": "/find/"}]


def broken_navigation(request: HttpRequest) -> list[dict[str, object]]:
    raise AssertionError("Nobody should have asked for the navigation.")
