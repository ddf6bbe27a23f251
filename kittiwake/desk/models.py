from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Entry


class Promise(models.Model):
    """Why something is late, and by when it will be done now. It stays as late as it was; the newest counts."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="promises")  # what it hangs on
    clock = models.ForeignKey(Clock, null=True, blank=True, on_delete=models.PROTECT, related_name="promises")
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.PROTECT, related_name="promises"
    )
    why = models.CharField(max_length=500)
    by_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "entry"

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(
                condition=Q(clock__isnull=True, action__isnull=False)
                | Q(clock__isnull=False, action__isnull=True),
                name="promise_of_one_thing",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="promise_says_why"),
        ]


class Look(models.Model):
    """Somebody has looked through what changed: from then on it is told what came after."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="looks")
    at = models.DateTimeField()

    access_path = "user"

    class Meta:
        triggers = guards.append_only()
        indexes = [models.Index(fields=["user", "-at"], name="looks_of_user")]
