"""How long a session lasts, and what it must have proved."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, get_user, logout
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kittiwake.accounts import rules, second_factor
from kittiwake.accounts.backends import already_read
from kittiwake.areas.pages import View

STARTED, SEEN = "started", "seen"  # in the session: seconds since the epoch
TOUCH_EVERY = 60

SIGNED_OUT = {
    "idle": "You were signed out because nothing happened for {idle} minutes. Sign in to carry on.",
    "long": "You were signed out because you signed in more than {hours} hours ago. Sign in to carry on.",
}


class SignedInMiddleware(AuthenticationMiddleware):
    """Django's, which asks the backend for the user whom the session names; the session has read them already."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: self.user_of(request))  # type: ignore[assignment]

    @staticmethod
    def user_of(request: Any) -> Any:
        if not hasattr(request, "_cached_user"):
            request.session.get(SESSION_KEY)
            with already_read(getattr(request.session, "user", None)):
                request._cached_user = get_user(request)
        return request._cached_user


class SessionLimitMiddleware:
    """Ends a session that was idle, or open, for too long. Writes at most once a minute, and asks nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        came_signed_in = request.user.is_authenticated
        if came_signed_in:
            if because := over_because(request):
                sign_out(request, because)
            else:
                touch(request)
        response = self.get_response(request)
        if came_signed_in and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"cache"'
        return response


def over_because(request: HttpRequest) -> rules.Reason:
    now = time.time()
    return rules.ended_because(
        started=request.session.get(STARTED, now),
        seen=request.session.get(SEEN, now),
        now=now,
        idle=timedelta(minutes=settings.SESSION_IDLE_MINUTES),
        longest=timedelta(hours=settings.SESSION_HOURS),
    )


def sign_out(request: HttpRequest, because: str) -> None:
    logout(request)
    words = SIGNED_OUT[because].format(idle=settings.SESSION_IDLE_MINUTES, hours=settings.SESSION_HOURS)
    messages.warning(request, words)


def touch(request: HttpRequest) -> None:
    now = time.time()
    if now - request.session.get(SEEN, 0) < TOUCH_EVERY:
        return
    request.session[SEEN] = now
    request.session.setdefault(STARTED, now)
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())


class SecondFactorMiddleware:
    """Nothing opens to a session that has not proved a second factor, except the pages that set one up."""

    OPEN = {
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "accounts:second_factor",
        "accounts:qr_code",
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        user = request.user
        if (
            not user.is_authenticated
            or not second_factor.is_required(user)
            or second_factor.is_proved(request)
        ):
            return None
        if second_factor.factors(user):
            # Signed in before the factor was made, so it was never asked for: ask.
            logout(request)
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        opened = request.resolver_match.view_name if request.resolver_match else ""
        return None if opened in self.OPEN else redirect("accounts:second_factor")
