from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.record.models import Child


class KeptOn(models.Model):
    """Somebody has decided that a record which had reached its end is kept until a day, and why. The last of a child stands."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="kept_on")
    number = models.PositiveIntegerField()
    until = models.DateField()  # looked at again then
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "child"

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["child", "number"], name="kept_on_one_after_another"),
            models.CheckConstraint(condition=~Q(why=""), name="kept_on_for_a_reason"),
        ]
