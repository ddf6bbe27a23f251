from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from kittiwake.assurance.workforce import codes
from kittiwake.history import guards
from kittiwake.record.models import Team
from kittiwake.record.models.teams import DatedQuerySet


def fte() -> models.DecimalField[Decimal, Decimal]:
    return models.DecimalField(max_digits=7, decimal_places=6)


class Post(models.Model):
    """A place in a team, filled or vacant, from a day to a day."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=1, choices=codes.ROLES)
    fte = fte()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=Q(fte__gt=0, fte__lte=1), name="post_fte_to_one"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="post_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.team}"
