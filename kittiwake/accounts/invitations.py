"""The link with which somebody chooses their first password. Given by an administrator; good for a day, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from allauth.account.forms import default_token_generator
from allauth.account.utils import url_str_to_user_pk, user_pk_to_url_str
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from kittiwake.accounts.models import User

View = Callable[..., HttpResponseBase]


def path_for(user: User) -> str:
    """The path, to be put after the service's address. Works until used, or settings.PASSWORD_RESET_TIMEOUT is over."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})


def not_for_another(view: View) -> View:
    """Around allauth's page of choosing a password: where somebody is signed in, the link is theirs or is not opened."""

    @wraps(view)
    def wrapped(request: HttpRequest, uidb36: str, key: str) -> HttpResponseBase:
        if request.user.is_authenticated and not _is_of(uidb36, request.user.pk):
            # Not as an error: the address of one is logged, and this one opens an account.
            return render(request, "account/link_of_another.html")
        return view(request, uidb36=uidb36, key=key)

    return wrapped


def _is_of(uidb36: str, pk: int) -> bool:
    try:
        return bool(url_str_to_user_pk(uidb36) == pk)
    except (ValueError, ValidationError):
        return False
