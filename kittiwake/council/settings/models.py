from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards


class CouncilDetail(models.Model):
    """What the council says of itself, from a day on. Read through `queries` and nowhere else.

    Never changed: a later row from the same day stands instead of the earlier. `number` counts the rows of a detail, so that
    of two people who change it at once one is told.
    """

    key = models.CharField(max_length=40)  # the detail's
    number = models.PositiveIntegerField()
    value = models.CharField(max_length=500, blank=True)
    effective_from = models.DateField()
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="council_detail_one_after_another"),
            models.CheckConstraint(condition=~Q(why=""), name="council_detail_has_a_reason"),
        ]
