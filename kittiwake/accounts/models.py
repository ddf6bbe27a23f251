from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from kittiwake.accounts import passwords, rules
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.time.moments import local_date


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

    def directory(self) -> User:
        """The council's directory: who joins and leaves by its word. Made by a migration; sees no child."""
        return self.get(role=Role.DIRECTORY)


class User(AbstractBaseUser):
    # Not a hash: a mark that is another with every new password. What was sealed is in Secret (passwords.py).
    password = models.CharField(max_length=128, db_column="password_mark")
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=40, choices=role_choices)
    is_active = models.BooleanField(default=True)
    # Inspectors, agency workers and partners come for a time; afterwards sign-in is refused.
    expires_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    # The role they have from a day to come. As that day begins their sessions are over, and they sign in with it.
    next_role = models.CharField(max_length=40, blank=True, default="", db_default="", choices=role_choices)
    next_role_on = models.DateField(null=True, blank=True)

    objects = UserManager()

    access_path = None
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once_whatever_case"),
            models.CheckConstraint(
                condition=models.Q(next_role="", next_role_on=None)
                | (~models.Q(next_role="") & models.Q(next_role_on__isnull=False)),
                name="user_next_role_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def set_password(self, raw_password: str | None) -> None:
        """Takes effect when the account is saved. Sealed at once: for an address nobody has, it takes as long."""
        self._password, self._to_seal = raw_password, (passwords.sealed(raw_password),)
        self.password = passwords.mark(raw_password)

    def set_unusable_password(self) -> None:
        self.set_password(None)

    def check_password(self, raw_password: str | None) -> bool:
        if raw_password is None:
            return False
        matches = passwords.matches(self.pk, raw_password)
        if matches and passwords.is_cheap(self.pk):
            passwords.keep(self.pk, passwords.sealed(raw_password))
        return matches and self.has_usable_password()

    def save(self, *args: Any, **more: Any) -> None:
        is_new, to_seal = self._state.adding, self.__dict__.pop("_to_seal", None)
        super().save(*args, **more)
        if to_seal and not (is_new and to_seal == (None,)):
            passwords.keep(self.pk, *to_seal)

    def get_full_name(self) -> str:
        return self.name

    @property
    def is_system(self) -> bool:
        return self.role == Role.SYSTEM

    @property
    def is_somebody(self) -> bool:
        return self.role not in NOT_PEOPLE

    def may_sign_in(self, at: datetime) -> bool:
        """Asked when somebody signs in, and again on every request of theirs."""
        return self.is_somebody and rules.is_open(is_active=self.is_active, expires_at=self.expires_at, at=at)

    def is_lent(self, at: datetime) -> bool:
        """Whether the day they have the account until, if there is one, is not over."""
        return self.expires_at is None or at < self.expires_at

    def is_role_over(self, at: datetime) -> bool:
        """Asked on every request, so that nobody goes on in a role whose last day is over."""
        return self.next_role_on is not None and self.next_role_on <= local_date(at)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What every session carries and every request compares: a new password or role ends them all, at no cost."""
        sealed = f"{self.password}|{self.role}"
        return salted_hmac(
            "kittiwake.accounts.session", sealed, secret=secret, algorithm="sha256"
        ).hexdigest()


class Secret(models.Model):
    """What a password was sealed as. Closed: reached through the functions of passwords.sql."""

    user = models.OneToOneField(User, primary_key=True, on_delete=models.PROTECT, related_name="+")
    encoded = models.CharField(max_length=256)

    access_path = "closed"

    def __str__(self) -> str:
        return f"of {self.user_id}"


class Tries(models.Model):
    """How often somebody has tried to sign in, by what is counted (see `lockout`, which writes these)."""

    key = models.CharField(max_length=64, primary_key=True)
    number = models.IntegerField()
    until = models.DateTimeField(db_index=True)  # afterwards they are counted anew

    access_path = None

    def __str__(self) -> str:
        return self.key


class Unsent(models.Model):
    """A form that came when its writer was no longer signed in: nothing was recorded, and they get it back.

    Sealed, and nobody's but theirs: not Kittiwake's either, since what is typed may be for one person's eyes only.
    """

    HOURS = 12  # unsent.sql says the same

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    page = models.CharField(max_length=2000)  # the address the form stands on
    sealed = models.TextField()  # as sent: {name: [values]}
    with_files = models.BooleanField(default=False)  # which were not kept
    sent_at = models.DateTimeField()

    access_path = "only"
    access_only = ("user_id",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="unsent_once_a_page")]

    def __str__(self) -> str:
        return f"of {self.user_id}"
