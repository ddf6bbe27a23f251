"""What was planned, who could have been drawn, and who was."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.assurance.audits import rules
from kittiwake.history import guards
from kittiwake.record.models import Child, Team


class Programme(models.Model):
    """Some audits planned together, with one question and one tool."""

    kind = models.CharField(max_length=15, choices=rules.PROGRAMMES)
    title = models.CharField(max_length=200)
    question = models.TextField()  # what we want to know
    tool = models.CharField(max_length=40, choices=rules.TOOLS)
    starts_on = models.DateField()
    ends_on = models.DateField()
    moderated_share = models.PositiveSmallIntegerField()  # percent
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["-starts_on"], name="programmes_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="programme_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(
                    moderated_share__gte=rules.MODERATED_FROM, moderated_share__lte=rules.MODERATED_TO
                ),
                name="programme_moderates_a_share",
            ),
            models.CheckConstraint(
                condition=~Q(kind=rules.RE_AUDIT) | Q(follows__isnull=False), name="re_audit_follows_another"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("audits:programme", args=[self.pk])


class Sample(models.Model):
    """One draw. Its candidates are the whole population, so that it can be drawn again."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="samples")
    seed = models.CharField(max_length=40)
    size = models.PositiveSmallIntegerField()
    not_since = models.DateField(null=True, blank=True)  # left out: audited since this day
    least = models.PositiveSmallIntegerField(
        default=0
    )  # so many at least of each team and track; 0: in proportion
    again_why = models.CharField(max_length=300, blank=True)  # why another was drawn beside the ones before
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "internal"

    class Meta:
        triggers = guards.append_only()

    def get_absolute_url(self) -> str:
        return reverse("audits:sample", args=[self.pk])


class Candidate(models.Model):
    """A child who could have been drawn: drawn, not drawn, or left out for a reason. Team and track as they were."""

    DRAWN, NOT_DRAWN, LEFT_OUT = "drawn", "not_drawn", "left_out"
    OUTCOMES = [(DRAWN, "Drawn"), (NOT_DRAWN, "Not drawn"), (LEFT_OUT, "Left out")]

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="candidates")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="audit_candidates")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    track = models.CharField(max_length=20, blank=True)
    place = models.PositiveIntegerField(null=True, blank=True)  # in the order of chance
    outcome = models.CharField(max_length=10, choices=OUTCOMES)
    left_out_why = models.CharField(max_length=200, blank=True)
    due_on = models.DateField()
    auditor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assigned_at = models.DateTimeField(null=True, blank=True)

    access_path = "child"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["auditor"], name="candidates_of_auditor")]
        constraints = [
            models.UniqueConstraint(fields=["sample", "child"], name="candidate_once_a_sample"),
            models.CheckConstraint(
                condition=~Q(outcome="left_out") | ~Q(left_out_why=""), name="candidate_left_out_for_a_reason"
            ),
        ]
