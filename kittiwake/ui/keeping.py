"""Nothing the service answers is kept by a browser or by anything on the way."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class NotKeptMiddleware:
    """After the static files, before everything else: a page of the record, a refusal and a paper alike.

    Kept nowhere, a page is asked for again when somebody goes back to it, and is not there after sign-out (RFC 9111,
    5.2.2.5; OWASP, session management).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        return response
