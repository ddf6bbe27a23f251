"""What the service says of itself, a year at a time: claims in people's words, each beside the figure it rests on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.self_evaluation import rules
from kittiwake.history import guards

BY = settings.AUTH_USER_MODEL
SEES, WRITES = Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS


class SelfEvaluation(models.Model):
    """One version. A draft until it is approved; then nothing in it changes, and another follows."""

    number = models.PositiveIntegerField(unique=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(BY, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    access_path = "power"
    access_power, access_writing = SEES, WRITES

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="self_evaluation_approved_by_someone",
            ),
            models.UniqueConstraint(
                models.Value(1), condition=Q(approved_at=None), name="self_evaluation_one_draft"
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("inspection:self_evaluation_version", args=[self.pk])


class Claim(models.Model):
    """One claim as somebody wrote it. Written anew, the earlier stays: of a place in the paper the last row stands."""

    evaluation = models.ForeignKey(SelfEvaluation, on_delete=models.PROTECT, related_name="claims")
    place = models.PositiveIntegerField()
    number = models.PositiveIntegerField()  # counts the rows of a place
    question = models.CharField(max_length=10, choices=rules.QUESTIONS)
    words = models.TextField()
    says = models.CharField(max_length=10, choices=rules.SAYS)
    measure = models.CharField(max_length=20, blank=True)
    is_out = models.BooleanField(default=False)  # taken out of the paper
    by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "power"
    access_power, access_writing = SEES, WRITES

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "place", "number"], name="claim_one_after_another"),
            models.CheckConstraint(condition=~Q(words=""), name="claim_in_words"),
        ]
