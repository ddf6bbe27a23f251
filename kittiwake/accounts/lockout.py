"""Guessing passwords is stopped; being locked out by somebody else's guessing is not made possible.

A browser that has signed in to an account carries a mark of it, and its wrong tries are counted on their own: a
stranger uses up the count of other browsers, never this one's (OWASP, "Slow down online guessing attacks with device
cookies"). Other browsers are counted by account and address, by account, and by address. How many of each:
settings.ACCOUNT_RATE_LIMITS. Counts are kept in the database's cache, so that they hold in every process, by the name
typed, so that an account that does not exist locks like one that does.
"""

from __future__ import annotations

import secrets

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from kittiwake.accounts.models import User

DEVICE_COOKIE = "kittiwake_device"
DEVICE_SECONDS = 180 * 24 * 3600
ACCOUNTS_ON_A_DEVICE = 8  # a shared computer
SALT = "kittiwake.accounts.lockout"


def may_try(request: HttpRequest, email: str) -> bool:
    """Count a try at a password, before it is looked at. False when there have been too many."""
    device = _marks(request).get(_account(email))
    if device:
        return ratelimit.consume(request, action="sign_in_from_known_device", key=device)
    return (
        ratelimit.consume(request, action="sign_in_from_elsewhere", key=_from_here(request, email))
        and ratelimit.consume(request, action="sign_in_to_account", key=_account(email))
        and ratelimit.consume(request, action="sign_in_from_address")
    )


def forgive(request: HttpRequest, email: str) -> None:
    """The right password was given, or a new one set: this account's tries from this browser begin again at none.

    Nothing of an address or another account is forgiven, or a guesser could sign in to their own in between.
    """
    device = _marks(request).get(_account(email))
    if device:
        ratelimit.clear(request, action="sign_in_from_known_device", key=device)
    ratelimit.clear(request, action="sign_in_from_elsewhere", key=_from_here(request, email))


def mark_device(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let this browser's tries at this account be counted on their own from now on."""
    marks = _marks(request)
    device = marks.pop(_account(user.email), None) or secrets.token_urlsafe(18)
    kept = [*marks.items(), (_account(user.email), device)][-ACCOUNTS_ON_A_DEVICE:]
    response.set_cookie(
        DEVICE_COOKIE,
        signing.dumps(dict(kept), salt=SALT),
        max_age=DEVICE_SECONDS,
        path="/account/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _marks(request: HttpRequest) -> dict[str, str]:
    """{account: this browser's mark for it}"""
    try:
        return signing.loads(request.COOKIES.get(DEVICE_COOKIE, ""), salt=SALT, max_age=DEVICE_SECONDS)
    except signing.BadSignature:
        return {}


def _account(email: str) -> str:
    """Neither cookies nor the cache hold an address that can be read."""
    return salted_hmac(SALT, email.strip().lower(), algorithm="sha256").hexdigest()[:32]


def _from_here(request: HttpRequest, email: str) -> str:
    return f"{_account(email)} {get_adapter().get_client_ip(request)}"
