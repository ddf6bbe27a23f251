from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from kittiwake.accounts.models import User, role_choices


def by() -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class DirectoryPerson(models.Model):
    """Somebody as the directory knows them. They have an account from the day a role is known for them."""

    class Held(models.TextChoices):
        """Why they can still sign in, though the directory ended them: a person decides first."""

        MANY = "many", "Many were ended at once"
        ADMINISTRATOR = "administrator", "The only system administrator who stays"

    user = models.OneToOneField(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="in_directory"
    )
    # Whom single sign-on ties the account to: an address alone may be given to somebody else.
    issuer = models.CharField(max_length=500, blank=True, default="")
    subject = models.CharField(max_length=255, blank=True, default="")
    # The group their present role comes from; none where an administrator gave it.
    group = models.CharField(max_length=255, blank=True, default="")

    # What SCIM said of them, as it was said. Known by sign-in alone, they are on none of its lists.
    is_listed = models.BooleanField(default=False)
    external_id = models.CharField(max_length=255, blank=True, default="")
    user_name = models.CharField(max_length=320, blank=True, default="")
    display_name = models.CharField(max_length=200, blank=True, default="")
    formatted = models.CharField(max_length=200, blank=True, default="")
    given_name = models.CharField(max_length=200, blank=True, default="")
    family_name = models.CharField(max_length=200, blank=True, default="")
    emails = models.JSONField(default=list, blank=True)
    is_active = models.BooleanField(default=True)

    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True)  # deleted there; here they are closed and kept
    # By the directory: it may open again what it ended, and nothing else.
    ended_at = models.DateTimeField(null=True, blank=True, db_index=True)
    held_at = models.DateTimeField(null=True, blank=True)
    held_because = models.CharField(max_length=20, choices=Held, blank=True, default="")

    access_path = None

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("user_name"),
                condition=models.Q(is_listed=True, gone_at=None),
                name="directory_user_name_once",
            ),
            models.UniqueConstraint(
                fields=["issuer", "subject"],
                condition=~models.Q(subject=""),
                name="directory_subject_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """As an account is called: in the order it is spoken in."""
        spoken = " ".join(part for part in (self.given_name, self.family_name) if part)
        return self.display_name or self.formatted or spoken or self.user_name

    @property
    def address(self) -> str:
        """Where they are written to: the address marked first, the first there is, or the name they sign in with."""
        known = sorted(self.emails, key=lambda email: not email.get("primary"))
        return next((email["value"] for email in known if email.get("value")), self.user_name).strip().lower()


class DirectoryGroup(models.Model):
    """A group as SCIM tells of it, and who is in it now."""

    external_id = models.CharField(max_length=255, blank=True, default="")
    name = models.CharField(max_length=255)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True)

    access_path = None

    def __str__(self) -> str:
        return self.name


class GroupMember(models.Model):
    group = models.ForeignKey(DirectoryGroup, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(DirectoryPerson, on_delete=models.CASCADE, related_name="memberships")
    display = models.CharField(max_length=255, blank=True, default="")

    access_path = None

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="directory_member_once_a_group")
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.group}"


class GroupRole(models.Model):
    """Whoever is in this group has this role. Of several the one that was said first counts."""

    group = models.CharField(max_length=255)  # its name or its number, as the provider says it
    role = models.CharField(max_length=40, choices=role_choices)
    at = models.DateTimeField()
    by = by()
    ended_at = models.DateTimeField(null=True, blank=True)

    access_path = None

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group"], condition=models.Q(ended_at=None), name="directory_one_role_a_group"
            )
        ]

    def __str__(self) -> str:
        return self.group


class DirectoryRules(models.Model):
    """What a council lets its directory do, from a moment on. The latest counts."""

    at = models.DateTimeField()
    by = by()
    most_ended = models.PositiveSmallIntegerField()  # of a hundred, in an hour
    makes_administrators = models.BooleanField()

    access_path = None

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.most_ended} of a hundred"


class DirectoryToken(models.Model):
    """With this the directory proves that it is the directory. Only its digest is kept: it is long, and made by chance."""

    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    by = by()
    ends_on = models.DateField()  # the last day it works
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    access_path = None

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    def works(self, *, today: date) -> bool:
        return self.revoked_at is None and today <= self.ends_on


def standing_rules() -> DirectoryRules | None:
    return DirectoryRules.objects.last()


def moments(at: datetime) -> dict[str, datetime]:
    return {"made_at": at, "changed_at": at}
