"""The pages of signing in, and one page behind them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kittiwake.accounts.area import AREA
from kittiwake.accounts.personas.area import AREA as PERSONAS
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><title>Work</title><link rel="icon" href="/static/ui/icon.svg"><p>The work of {}</p></html>"""


def work(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.format(request.user.name))


urlpatterns = [
    Page("tests:work", "", work, Power.SIGN_IN).pattern,
    AREA.urls,
    path("account/", include("kittiwake.accounts.sign_in_urls")),
    PERSONAS.urls,
]
