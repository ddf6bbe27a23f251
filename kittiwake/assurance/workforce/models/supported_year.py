from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kittiwake.history import guards
from kittiwake.record.models import Worker
from kittiwake.record.models.homes import days
from kittiwake.record.models.teams import DatedQuerySet


class NewlyQualified(models.Model):
    """The assessed and supported year in employment. Known to all inside: it protects them from too many children."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="newly_qualified")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="newly_qualified_ends_after_start",
            ),
            ExclusionConstraint(
                name="newly_qualified_once_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]


class SupportedYearStep(models.Model):
    """Induction, shadowing or a review of a newly qualified worker that was held."""

    year = models.ForeignKey(NewlyQualified, on_delete=models.PROTECT, related_name="steps")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=20)
    held_on = models.DateField()
    recorded_at = models.DateTimeField()

    access_path = "worker"

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["year", "key"], name="step_once_a_year")]
