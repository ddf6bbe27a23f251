from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from kittiwake.history import guards


class ShiftQuerySet(models.QuerySet["Shift"]):
    def at(self, at: datetime) -> ShiftQuerySet:
        return self.between(at, at)

    def between(self, start: datetime, end: datetime) -> ShiftQuerySet:
        """Those of which some time is between these, the first moment counted in."""
        return self.filter(starts_at__lte=end, ends_at__gt=start)


class Shift(models.Model):
    """One person on call, from a moment to a moment. Taken off call, it ends then, or before it began."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    telephone = models.CharField(max_length=40, blank=True)

    objects = ShiftQuerySet.as_manager()
    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="shift_in_order"),
            ExclusionConstraint(
                name="shift_once_a_person",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    (
                        Func("starts_at", "ends_at", function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"of {self.user_id}"
