"""A visit pack: what is put together for inspectors, by a worker, for one person to take away once."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kittiwake.areas.powers import Power
from kittiwake.history import guards

BY = settings.AUTH_USER_MODEL


class Pack(models.Model):
    """Marked as a draft until the director releases it."""

    as_of = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)
    is_broken = models.BooleanField(default=False)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(BY, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    fetched_at = models.DateTimeField(null=True, blank=True)

    access_path = "power"
    access_power = Power.SEE_INSPECTIONS
    access_writing = Power.MAKE_REPORTS

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(released_at=None, released_by=None)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="pack_released_by_someone",
            ),
            models.UniqueConstraint(
                fields=["asked_by", "as_of"], condition=Q(ended_at=None), name="pack_asked_once"
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("inspection:pack", args=[self.pk])


class PackPiece(models.Model):
    """One part of a pack as it was made; thrown away when the pack has been fetched. Nobody's but whoever asked."""

    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="pieces")
    user = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=40)
    made = models.BinaryField()  # a file each: pack.contents

    access_path = "only"
    access_only = ("user_id",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pack", "key"], name="pack_piece_once")]
