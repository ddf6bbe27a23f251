"""Children drawn for inspectors to look at: by whom, from whom, by which criteria, and who came out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.models.inspections import Inspection
from kittiwake.history import guards
from kittiwake.record.models import Child, Team


class CaseSample(models.Model):
    """One draw. From the seed, the criteria and the children of that day it comes out the same again."""

    inspection = models.ForeignKey(
        Inspection, null=True, blank=True, on_delete=models.PROTECT, related_name="samples"
    )
    seed = models.CharField(max_length=40)
    size = models.PositiveSmallIntegerField()
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tracks = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    not_since = models.DateField(null=True, blank=True)
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "power"
    access_power = Power.SEE_INSPECTIONS
    # An inspector draws too: that somebody was drawn is a line about who looked, and nothing about the child.
    access_writing = Power.MAKE_LISTS

    class Meta:
        triggers = guards.append_only()
        constraints = [models.CheckConstraint(condition=~Q(seed=""), name="case_sample_has_a_seed")]

    def get_absolute_url(self) -> str:
        return reverse("inspection:sample", args=[self.pk])


class SampledChild(models.Model):
    """Of the population of a draw, in the order of chance: drawn or not."""

    sample = models.ForeignKey(CaseSample, on_delete=models.PROTECT, related_name="children")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="case_samples")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    track = models.CharField(max_length=20, blank=True)
    place = models.PositiveIntegerField()
    is_drawn = models.BooleanField()

    access_path = "child"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.UniqueConstraint(fields=["sample", "child"], name="sampled_once")]
