"""Nothing the service answers is kept by a browser or by anything on the way."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

NAMES_NOBODY = "is_about_nobody"


def may_be_kept(response: HttpResponse) -> HttpResponse:
    """For what is the same for everybody and about nobody, at an address that changes with it."""
    setattr(response, NAMES_NOBODY, True)
    return response


class NotKeptMiddleware:
    """After the static files, before everything else: a page of the record, a refusal and a paper alike.

    Kept nowhere, a page is asked for again when somebody goes back to it, and is not there after sign-out (RFC 9111,
    5.2.2.5; OWASP, session management).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        kept = response.status_code == HTTPStatus.OK and getattr(response, NAMES_NOBODY, False)
        response["Cache-Control"] = "public, max-age=31536000, immutable" if kept else "no-store"
        return response
