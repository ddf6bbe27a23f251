"""The pages of signing in, and one page behind them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kittiwake.accounts.permission import may

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><title>Work</title><link rel="icon" href="/static/ui/icon.svg"><p>The work of {}</p></html>"""


@may("account.see")
def work(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.format(request.user.name))


urlpatterns = [
    path("", work, name="work"),
    path("account/", include("kittiwake.accounts.urls")),
    path("personas/", include("kittiwake.accounts.personas.urls")),
]
