"""The link with which somebody chooses their first password. Given by an administrator; good for a day, once."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from kittiwake.accounts.models import User


def path_for(user: User) -> str:
    """The path, to be put after the service's address. Works until used, or settings.PASSWORD_RESET_TIMEOUT is over."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
