"""A second proof of who you are, on top of the password: a passkey, or a code from an app.

Whoever must have one and has none is led to set one up before anything else. A session that has proved it is marked,
so that the question costs nothing from then on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role

PROVED = "second_factor_of"
# A young person sees their own replies, from whatever phone they have that week.
WITHOUT = {Role.CHILD}
View = Callable[..., HttpResponse]


def is_required(user: User) -> bool:
    return settings.SECOND_FACTOR_REQUIRED and user.role not in WITHOUT


def factors(user: User) -> list[Authenticator]:
    """The passkeys and the app; recovery codes are only a way back to them."""
    return list(
        Authenticator.objects.filter(user=user)
        .exclude(type=Authenticator.Type.RECOVERY_CODES)
        .order_by("created_at")
    )


def is_proved(request: HttpRequest) -> bool:
    """Whether this session has shown one, or made one, or came from single sign-on that asked for one."""
    if request.session.get(PROVED) == request.user.pk:
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def prove(request: HttpRequest) -> None:
    request.session[PROVED] = request.user.pk


def setting_up(view: View) -> View:
    """Around allauth's view that adds one: the session that made a factor need not show it as well."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        before = len(factors(request.user)) if request.user.is_authenticated else 0
        response = view(request, *args, **kwargs)
        if request.method == "POST" and request.user.is_authenticated and len(factors(request.user)) > before:
            prove(request)
        return response

    return wrapped


def not_the_last(view: View) -> View:
    """Around allauth's views that remove one: nobody who must have a factor is left without."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        user = request.user
        if user.is_authenticated and is_required(user) and len(factors(user)) < 2:
            messages.error(request, "This is your only second proof. Add another before you remove it.")
            return redirect("accounts:overview")
        return view(request, *args, **kwargs)

    return wrapped
