from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.utils import timezone

from kittiwake.accounts.models import User

_READ: ContextVar[User | None] = ContextVar("read", default=None)


class Backend(AuthenticationBackend):
    """Who may use their account, asked at sign-in and, through get_user, at every request: a leaver's next is refused."""

    def user_can_authenticate(self, user: User) -> bool:
        return user.may_sign_in(timezone.now())

    def get_user(self, user_id: Any) -> User | None:
        """Whom the session names: as they were read with it, or by their key where that was somebody else."""
        user = _READ.get()
        if user is None or user.pk != user_id:
            user = super().get_user(user_id)
        now = timezone.now()
        return user if user and user.may_sign_in(now) and not user.is_role_over(now) else None


@contextmanager
def already_read(user: User | None) -> Iterator[None]:
    token = _READ.set(user)
    try:
        yield
    finally:
        _READ.reset(token)
