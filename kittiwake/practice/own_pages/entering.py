"""A young person gets in with their code and out again. Kept as signing in is: counted, slowed down, never locked for good.

The first part of a code names the account, the rest is its password: sealed, counted and forgiven like any other
(accounts.lockout), so a stranger's guesses do not use up those of the phone they got in with before.
"""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.practice.own_pages import recording


class TooMany(Exception):
    """The code is not looked at for a while."""


def whose(request: HttpRequest, names_it: str, proves_it: str) -> User | None:
    """Whose code it is; None where it is nobody's, or its page is no longer open. Raises TooMany."""
    try:
        user = get_adapter().authenticate(request, email=recording.address(names_it), password=proves_it)
    except ValidationError:
        raise TooMany from None
    return user if user is not None and user.role == Role.CHILD else None


def let_in(request: HttpRequest, user: User) -> HttpResponse:
    logout(request)  # whoever was signed in on this phone before
    response: HttpResponse = perform_login(request, user, email_verification="none", redirect_url="/")
    return response
