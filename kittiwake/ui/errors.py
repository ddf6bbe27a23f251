"""The pages for when it goes wrong. Django finds 400, 403, 404 and 500 by their template's name; these are called.

500 and 503 are drawn without a request and so without the database.
"""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.defaults import page_not_found, permission_denied, server_error

from kittiwake.ui.deadline import took_too_long

RETRY_AFTER_SECONDS = 60


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """settings.CSRF_FAILURE_VIEW: the page was open in a browser that has signed out, or is very old.

    Whoever knows about sessions may know whose form it was, and answer in place of this page.
    """
    request.csrf_failed = True  # type: ignore[attr-defined]
    return render(request, "403_csrf.html", status=403)


def unavailable(request: HttpRequest | None = None) -> HttpResponse:
    """503, during an upgrade or while the database is away."""
    body = loader.render_to_string("503.html")
    return HttpResponse(body, status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})


def too_long(request: HttpRequest, form_page: str = "") -> HttpResponse:
    """503, for a page that was not ready by its deadline. `form_page` is where what was typed comes back.

    Whoever knows whose form it was may answer in place of this page.
    """
    request.took_too_long = True  # type: ignore[attr-defined]
    words = {"was_sent": request.method == "POST", "form_page": form_page}
    body = loader.render_to_string("ui/too_long.html", words)
    return HttpResponse(body, status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})


def failed(request: HttpRequest) -> HttpResponse:
    """handler500. A database that is away is no fault of the page: come back in a minute."""
    problem = sys.exc_info()[1]
    while problem is not None:  # what a lost connection has led to counts as one
        if took_too_long(problem):
            return too_long(request)
        if isinstance(problem, OperationalError | InterfaceError):
            return unavailable(request)
        problem = problem.__cause__ or problem.__context__
    return server_error(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler404. What shows nothing leads to nobody's record, whatever was looked at on the way to it."""
    request.shows_nothing = True  # type: ignore[attr-defined]
    return page_not_found(request, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler403."""
    request.shows_nothing = True  # type: ignore[attr-defined]
    return permission_denied(request, exception)
