from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from django.utils import timezone

from kittiwake.accounts.models import User


class Backend(AuthenticationBackend):
    """Who may use their account, asked at sign-in and, through get_user, at every request: a leaver's next is refused."""

    def user_can_authenticate(self, user: User) -> bool:
        return user.may_sign_in(timezone.now())
