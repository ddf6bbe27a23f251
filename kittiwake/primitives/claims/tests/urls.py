"""The area's own pages, with the child's page standing in for the desk above."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kittiwake.access.middleware import may


@may("child.see")
def elsewhere(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse("Elsewhere")


urlpatterns = [
    path("", include(([path("children/<int:pk>/", elsewhere, name="child")], "desk"))),
    path("", include(([path("interviews/<int:pk>/", elsewhere, name="interview")], "return_interviews"))),
    path("", include("kittiwake.primitives.claims.urls")),
]
