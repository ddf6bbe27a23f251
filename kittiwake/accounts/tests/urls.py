"""The pages of signing in, and one page behind them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kittiwake.accounts.permission import may


@may("account.see")
def work(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        f"<!DOCTYPE html><html lang=en><title>Work</title><p>The work of {request.user.name}</p></html>"
    )


urlpatterns = [
    path("", work, name="work"),
    path("account/", include("kittiwake.accounts.urls")),
    path("personas/", include("kittiwake.accounts.personas.urls")),
]
