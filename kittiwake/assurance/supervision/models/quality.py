"""How good a supervision was, as somebody else reads it: from the children's parts and the dates alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards

HIGHEST = 4


def mark() -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField()


class Sample(models.Model):
    """One reading by somebody other than the two, against the rubric. `overall` is the middle of all its marks."""

    supervision = models.ForeignKey(
        "supervision.Supervision", on_delete=models.PROTECT, related_name="samples"
    )
    reflection = mark()
    experience = mark()  # the child's
    direction = mark()
    follow_through = mark()
    # Not read but known: what the worker said when signing, and the dates.
    wellbeing = models.PositiveSmallIntegerField(null=True, blank=True)
    development = models.PositiveSmallIntegerField(null=True, blank=True)
    timeliness = mark()
    overall = models.FloatField()
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "supervision"
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["supervision", "by"], name="sample_once_a_reader"),
            models.CheckConstraint(
                condition=Q(reflection__lte=HIGHEST, experience__lte=HIGHEST, direction__lte=HIGHEST)
                & Q(follow_through__lte=HIGHEST, timeliness__lte=HIGHEST),
                name="sample_marks_to_four",
            ),
        ]
