from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.models.posts import Post, fte
from kittiwake.history import guards
from kittiwake.record.models import Worker
from kittiwake.record.models.homes import days
from kittiwake.record.models.teams import DatedQuerySet


class Engagement(models.Model):
    """A worker with the council, from a day to a day: employed or through an agency."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="engagements")
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="engagements"
    )
    kind = models.CharField(max_length=10, choices=codes.KINDS)
    role = models.CharField(max_length=1, choices=codes.ROLES)
    fte = fte()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=2, blank=True)
    destination = models.CharField(max_length=2, blank=True)
    reason = models.CharField(max_length=2, choices=codes.REASONS, blank=True)
    swe_number = models.CharField(max_length=12, blank=True)
    registered_until = models.DateField(null=True, blank=True)
    qualified_on = models.DateField(null=True, blank=True)
    covers_vacancy = models.BooleanField(default=False)
    notice_weeks = models.PositiveSmallIntegerField(null=True, blank=True)  # this and below: agency workers
    # Of our own staff in such a post; and months employed by councils themselves since they qualified.
    own_notice_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    direct_months = models.PositiveSmallIntegerField(null=True, blank=True)
    left_post_on = models.DateField(null=True, blank=True)  # a substantive post in the region
    left_because = models.CharField(max_length=10, choices=codes.LEFT_BECAUSE, blank=True)
    is_above_price_cap = models.BooleanField(null=True, blank=True)  # empty: nobody has said
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "worker"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=Q(fte__gte=0, fte__lte=1), name="engagement_fte_to_one"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="engagement_ends_after_start",
            ),
            ExclusionConstraint(
                name="engagement_one_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("workforce:worker", args=[self.worker_id])
