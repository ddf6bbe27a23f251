from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kittiwake.assurance.workforce import codes
from kittiwake.history import guards
from kittiwake.record.models import Worker
from kittiwake.record.models.homes import days
from kittiwake.record.models.teams import DatedQuerySet


class AbsenceQuerySet(DatedQuerySet["Absence"]):
    def standing(self) -> AbsenceQuerySet:
        return self.filter(struck_out_at__isnull=True)


class Absence(models.Model):
    """Days somebody was away. Why is kept apart (AbsenceKind): only those who manage them may know."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="absences")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the first day back
    recorded_at = models.DateTimeField()
    struck_out_at = models.DateTimeField(null=True, blank=True)

    objects = AbsenceQuerySet.as_manager()
    access_path = "worker"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="absence_ends_after_start",
            ),
            ExclusionConstraint(
                name="absence_once_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                condition=Q(struck_out_at__isnull=True),
            ),
        ]


class AbsenceKind(models.Model):
    absence = models.OneToOneField(Absence, primary_key=True, on_delete=models.PROTECT, related_name="kind")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=3, choices=codes.ABSENCES)
    struck_out_reason = models.CharField(max_length=300, blank=True)  # it may say why they were not away

    access_path = "managed_worker"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
