from __future__ import annotations

from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import Q


class Alert(models.Model):
    """Somebody was told at once, on their page. Of what, the notice says; about whom, they see as far as they may."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    notice_id = models.BigIntegerField()
    what = models.CharField(max_length=60)  # as the notice has it, whose row may be hidden from them by now
    at = models.DateTimeField()
    is_on_call = models.BooleanField(default=False)  # told because they were on call
    read_at = models.DateTimeField(null=True)

    access_path = "user"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "notice_id"], name="alert_once")]
        indexes = [
            models.Index(fields=["user", "-at"], name="alerts_of_user"),
            models.Index(fields=["user"], condition=Q(read_at=None), name="alerts_unread"),
        ]

    def __str__(self) -> str:
        return f"of {self.user_id}"


class Choice(models.Model):
    """How somebody is told by mail. Whoever has said nothing is told all of it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at_once = models.BooleanField(default=True)
    daily = models.BooleanField(default=True)
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)

    access_path = "user"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="quiet_from_until",
            )
        ]

    def __str__(self) -> str:
        return f"of {self.user_id}"

    @property
    def quiet(self) -> tuple[time, time] | None:
        return (self.quiet_from, self.quiet_until) if self.quiet_from and self.quiet_until else None
