from __future__ import annotations

from django.db import models
from django.db.models import Q

from kittiwake.history import guards


class CaseloadRule(models.Model):
    """What the council agreed about caseloads, from a day on. The newest by a day holds on it."""

    starts_on = models.DateField(unique=True)
    usual = models.DecimalField(max_digits=4, decimal_places=1)  # for a whole-time worker
    protected_share = models.DecimalField(max_digits=3, decimal_places=2)  # of it, for the newly qualified
    weights = models.JSONField(default=dict)  # by track; 1 where none is given
    most_managed = models.PositiveSmallIntegerField(null=True, blank=True)  # people to a whole-time manager
    source = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(usual__gt=0, protected_share__gt=0, protected_share__lte=1),
                name="caseload_rule_in_reach",
            )
        ]
