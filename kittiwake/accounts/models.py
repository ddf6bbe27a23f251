from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from kittiwake.accounts import rules
from kittiwake.accounts.roles import Role


def role_choices() -> list[tuple[str, str]]:
    """From a callable, so that a new role is no migration."""
    return list(Role.choices)


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, role: str, password: str | None = None, **more: Any) -> User:
        """Make a user. Without a password they can sign in by single sign-on only."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, role=role, **more)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def system(self) -> User:
        """Kittiwake itself: what imports and sweeps act as. Made by a migration; cannot sign in."""
        return self.get(role=Role.SYSTEM)


class User(AbstractBaseUser):
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=40, choices=role_choices)
    is_active = models.BooleanField(default=True)
    # Inspectors, agency workers and partners come for a time; afterwards sign-in is refused.
    expires_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    access_path = None
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once_whatever_case")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    @property
    def is_system(self) -> bool:
        return self.role == Role.SYSTEM

    def may_sign_in(self, at: datetime) -> bool:
        """Asked when somebody signs in, and again on every request of theirs."""
        return not self.is_system and rules.is_open(
            is_active=self.is_active, expires_at=self.expires_at, at=at
        )

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What every session carries and every request compares: a new password or role ends them all, at no cost."""
        sealed = f"{self.password}|{self.role}"
        return salted_hmac(
            "kittiwake.accounts.session", sealed, secret=secret, algorithm="sha256"
        ).hexdigest()


class Tries(models.Model):
    """How often somebody has tried to sign in, by what is counted (see `lockout`, which writes these)."""

    key = models.CharField(max_length=64, primary_key=True)
    number = models.IntegerField()
    until = models.DateTimeField(db_index=True)  # afterwards they are counted anew

    access_path = None

    def __str__(self) -> str:
        return self.key
