"""One request: one transaction as one person, one outcome for one token, and its readings logged before it leaves."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from kittiwake.access import reading_log, unsent
from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Reading, Refused, Viewer, ViewerRequest
from kittiwake.accounts.addresses import client_address
from kittiwake.areas.pages import View, is_ours, page_of
from kittiwake.areas.powers import Power
from kittiwake.history.models import Submission
from kittiwake.ui import errors

# Pages of the sign-in package guard themselves; its forms carry no token of ours.
THEIR_OWN = ("allauth.", "django.")
# A form that comes back for mending, or because somebody else was quicker, shows the record it is about.
SHOWN_AGAIN = {409, 422}

CARRIED_OUT = {204, 302}  # recorded, or saved as a draft
REFUSED = {403, 404}


class ViewerMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = (
            self.as_viewer(cast("ViewerRequest", request))
            if request.user.is_authenticated
            else self.get_response(request)
        )
        return unsent.kept(request, response) if unsent.is_unsent(request) else response

    def as_viewer(self, request: ViewerRequest) -> HttpResponse:
        request.viewer = Viewer(request.user)
        request.mark_of_form, request.came_back = (
            partial(unsent.mark, request),
            partial(unsent.came_back, request),
        )
        with acting_as(request.user):
            response = self.get_response(request)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            elif hasattr(request, "submission"):
                keep_outcome(request.submission, response)
            if request.method == "POST" and response.status_code in CARRIED_OUT:
                unsent.forget(request)
        return self.logged(request, response)

    def logged(self, request: ViewerRequest, response: HttpResponse) -> HttpResponse:
        """No page leaves unlogged: where the log cannot be written, the page is not shown."""
        try:
            log(request, readings_in(request.viewer, response))
            if response.status_code in REFUSED and is_ours(request):
                log_refusal(request)
        except DatabaseError:
            return errors.unavailable(request)
        return response

    def process_view(
        self, request: ViewerRequest, view: View, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if view.__module__.startswith(THEIR_OWN):
            return None
        page = page_of(view)
        if page is None:
            raise ImproperlyConfigured(f"{view.__module__}.{view.__name__} is no page of its area's.")
        if page.power is Power.EVERYBODY:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if not request.viewer.may(page.power):
            raise PermissionDenied
        request.viewer.changes = not page.power.only_reads
        once = request.method == "POST" and not page.is_repeatable
        return first_outcome(request) if once else None


def first_outcome(request: ViewerRequest) -> HttpResponse | None:
    """Carry a form out once. A second click gets the answer of the first; a form without a token is refused."""
    try:
        token = uuid.UUID(request.POST.get("once") or request.headers.get("Idempotency-Key") or "")
    except ValueError:
        return render(
            request, "400.html", {"reason": "This form was sent without its one-time token."}, status=400
        )
    submission, is_first = Submission.objects.get_or_create(
        token=token, defaults={"by_id": request.viewer.user.pk, "at": timezone.now()}
    )
    if is_first:
        request.submission = submission
        return None
    if submission.by_id != request.user.pk:
        raise PermissionDenied
    return HttpResponseRedirect(submission.outcome or request.path)


def keep_outcome(submission: Submission, response: HttpResponse) -> None:
    submission.outcome = response.headers.get("Location", "")
    submission.save(update_fields=["outcome"])


def readings_in(viewer: Viewer, response: HttpResponse) -> list[Reading]:
    """What the response shows of the record. A redirect or an error page shows nothing."""
    shows = response.status_code < 300 or response.status_code in SHOWN_AGAIN
    return [reading for reading in dict.fromkeys(viewer.readings) if shows or reading.always]


def log(request: ViewerRequest, readings: list[Reading]) -> None:
    """One line in the log for each reading, all or none."""
    page = request.resolver_match.view_name if request.resolver_match else ""
    reading_log.write(request.viewer.user.pk, readings, page=page, address=client_address(request))


def log_refusal(request: ViewerRequest) -> None:
    """Somebody asked for a page and was not shown it: which, and, where there is a child behind it, whose."""
    match, refused = request.resolver_match, request.viewer.refused
    assert match is not None
    if refused is None:
        refused = Refused("record.child", match.kwargs.get("child_pk"))
    line = [match.view_name, refused.kind, refused.key, client_address(request)]
    with acting_as(request.viewer.user), connection.cursor() as cursor:
        cursor.execute("SELECT access_log_refusal(%s, %s, %s, %s)", line)
