"""The area's own pages and those beneath it, with the child's page standing in for the desk above."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kittiwake.access.middleware import may


@may("child.see")
def elsewhere(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse("Elsewhere")


urlpatterns = [
    path("", include(([path("children/<int:pk>/", elsewhere, name="child")], "desk"))),
    path("", include("kittiwake.practice.missing.urls")),
    path("", include("kittiwake.practice.risk.urls")),
    path("", include("kittiwake.practice.return_interviews.urls")),
    path("", include("kittiwake.primitives.claims.urls")),
    path("", include("kittiwake.primitives.drafts.urls")),
]
