"""Guessing passwords is stopped; being locked out by somebody else's guessing is not made possible.

A browser that has signed in to an account carries a mark of it, and its wrong tries are counted on their own: a
stranger uses up the count of other browsers, never this one's (OWASP, "Slow down online guessing attacks with device
cookies"). Other browsers are counted by account and address, by account, and by address. How many of each:
settings.SIGN_IN_TRIES. Counted by the name typed, so that an account that does not exist locks like one that does;
in the database, and in one statement, so that tries made at once in many processes are each counted.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kittiwake.accounts import rules
from kittiwake.accounts.models import Tries, User

DEVICE_COOKIE = "kittiwake_device"
DEVICE_SECONDS = 180 * 24 * 3600
ACCOUNTS_ON_A_DEVICE = 8  # a shared computer
SALT = "kittiwake.accounts.lockout"

COUNT = """
    INSERT INTO accounts_tries AS t (key, number, until) VALUES (%(key)s, 1, %(until)s)
    ON CONFLICT (key) DO UPDATE SET
        number = CASE WHEN t.until <= %(now)s THEN 1 ELSE t.number + 1 END,
        until = CASE WHEN t.until <= %(now)s THEN excluded.until ELSE t.until END
    RETURNING number
"""


def may_try(request: HttpRequest, email: str) -> bool:
    """Count a try at a password, before it is looked at. False when there have been too many."""
    device = _marks(request).get(_account(email))
    if device:
        return _within("known_device", device)
    # In this order: a stranger who is stopped here no longer uses up the account's own count.
    return (
        _within("elsewhere", _from_here(request, email))
        and _within("account", _account(email))
        and _within("address", _address(request))
    )


def forgive(request: HttpRequest, email: str) -> None:
    """The right password was given, or a new one set: this account's tries from this browser begin again at none.

    Nothing of an address or another account is forgiven, or a guesser could sign in to their own in between.
    """
    device = _marks(request).get(_account(email), "")
    keys = [_key("known_device", device), _key("elsewhere", _from_here(request, email))]
    Tries.objects.filter(key__in=keys).delete()


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


def _within(limit: str, whose: str) -> bool:
    maximum, seconds = settings.SIGN_IN_TRIES[limit]
    now = timezone.now()
    with connection.cursor() as cursor:
        until = now + timedelta(seconds=seconds)
        cursor.execute(COUNT, {"key": _key(limit, whose), "now": now, "until": until})
        (number,) = cursor.fetchone()
    if number == 1:
        Tries.objects.filter(until__lt=now - timedelta(days=1)).delete()
    return bool(number <= maximum)


def _marks(request: HttpRequest) -> dict[str, str]:
    """{account: this browser's mark for it}"""
    try:
        marks: dict[str, str] = signing.loads(
            request.COOKIES.get(DEVICE_COOKIE, ""), salt=SALT, max_age=DEVICE_SECONDS
        )
    except signing.BadSignature:
        return {}
    return marks


def _key(limit: str, whose: str) -> str:
    """Neither cookies nor tables hold an address that can be read."""
    return f"{limit} {_hidden(whose)}"


def _account(email: str) -> str:
    return _hidden(email.strip().lower())


def _address(request: HttpRequest) -> str:
    return rules.network_of(get_adapter().get_client_ip(request))


def _from_here(request: HttpRequest, email: str) -> str:
    return f"{_account(email)} {_address(request)}"


def _hidden(text: str) -> str:
    return salted_hmac(SALT, text, algorithm="sha256").hexdigest()[:40]
