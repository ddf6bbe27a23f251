from __future__ import annotations

from typing import TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from kittiwake.history import guards
from kittiwake.record.models.children import Child


def days(starts: str = "starts_on", ends: str = "ends_on") -> Func:
    """The days from `starts` up to, not including, `ends`; open while `ends` is empty."""
    return Func(F(starts), F(ends), function="daterange")


Standing = TypeVar("Standing", bound=models.Model)


class StandingManager(models.Manager[Standing]):
    """Without what was put on the record by mistake and withdrawn. Foreign keys still lead there."""

    def get_queryset(self) -> models.QuerySet[Standing]:
        return super().get_queryset().filter(withdrawn_at=None)


class Address(models.Model):
    line = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True)  # upper case, one space
    la_code = models.CharField(max_length=3, blank=True)  # DfE code of the authority it lies in
    easting = models.IntegerField(null=True, blank=True)
    northing = models.IntegerField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = StandingManager()
    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["postcode"], name="address_postcode")]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.line, self.postcode) if part)


class Residence(models.Model):
    """Where a child lives, from when to when. Who shares an address on a day is their household then."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="residences")
    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="residences")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=100, blank=True)
    recorded_at = models.DateTimeField()

    access_path = "child"
    access_earlier = True

    class Meta:
        triggers = guards.practice()


class Placement(models.Model):
    """Where a looked-after child is placed, in whose area (Care Planning Regulations 2010, regulation 11; SSDA903)."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="placements")
    address = models.ForeignKey(Address, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=3, blank=True)  # codes.PLACEMENT
    provider = models.CharField(max_length=3, blank=True)  # codes.PROVIDER
    urn = models.CharField(max_length=10, blank=True)
    home_name = models.CharField(max_length=200, blank=True)
    legal_status = models.CharField(max_length=2, blank=True)  # codes.LEGAL_STATUS
    carer = models.CharField(max_length=200, blank=True)
    carer_phone = models.CharField(max_length=40, blank=True)
    # Two different tests: outside our area; and outside it and not next door either ("at a distance").
    out_of_area = models.BooleanField(null=True)
    at_a_distance = models.BooleanField(null=True)
    miles = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=6, blank=True)
    source = models.CharField(max_length=100, blank=True)
    recorded_at = models.DateTimeField()

    access_path = "child"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="placement_ends_after_start",
            ),
            ExclusionConstraint(
                name="placement_one_at_a_time",
                expressions=[(F("child"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]
