"""What assessments keep: the score, the judgement beside it, a second mark made blind, and places and groups."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.practice.risk import rules
from kittiwake.primitives.instruments.models import Completion
from kittiwake.record.models import Child, Entry


class RiskAssessmentQuerySet(models.QuerySet["RiskAssessment"]):
    def standing(self) -> RiskAssessmentQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)

    def full(self) -> RiskAssessmentQuerySet:
        return self.filter(purpose="assessment")


class RiskAssessment(models.Model):
    """A questionnaire about a child, and what a person judges it to mean. Written once; another follows it."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="risk_assessment"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="risk_assessments")
    completion = models.OneToOneField(Completion, on_delete=models.PROTECT, related_name="risk_assessment")
    purpose = models.CharField(max_length=20, choices=rules.PURPOSES)
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    scored = models.CharField(max_length=20)  # the band that the points and the floors give
    judged = models.CharField(max_length=20)  # the band a person judges it to be
    differs = models.CharField(max_length=6, choices=rules.DIFFERENCES, blank=True)
    why_different = models.TextField(blank=True)
    child_view = models.TextField()
    past = models.TextField(blank=True)
    changed = models.TextField(blank=True)
    analysis = models.TextField()
    is_counted = models.BooleanField(default=True)  # false once struck out: another may follow the one before

    objects = RiskAssessmentQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["child", "purpose"], name="assessments_of_child")]
        constraints = [
            models.CheckConstraint(
                condition=Q(differs="") | ~Q(why_different=""), name="assessment_says_why_different"
            ),
            models.UniqueConstraint(
                fields=["previous"], condition=Q(is_counted=True), name="assessment_followed_once"
            ),
            models.UniqueConstraint(
                fields=["child", "purpose"],
                condition=Q(is_counted=True, previous__isnull=True),
                name="assessment_first_once",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def judged_title(self) -> str:
        return self.completion.file.band(self.judged).title

    @property
    def scored_title(self) -> str:
        return self.completion.file.band(self.scored).title


class SecondMark(models.Model):
    """Somebody else asked to score and judge the same child without seeing the first mark."""

    assessment = models.OneToOneField(
        RiskAssessment, primary_key=True, on_delete=models.PROTECT, related_name="second_mark"
    )
    marker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    completion = models.OneToOneField(
        Completion, null=True, blank=True, on_delete=models.PROTECT, related_name="second_mark"
    )
    judged = models.CharField(max_length=20, blank=True)
    why = models.TextField(blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    access_path = "assessment"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(marked_at__isnull=True, completion__isnull=True, judged="")
                | (Q(marked_at__isnull=False, completion__isnull=False) & ~Q(judged="")),
                name="second_mark_whole_or_not_at_all",
            )
        ]


class Context(models.Model):
    """A place or a group of young people, assessed for its own sake. No child is named in it."""

    kind = models.CharField(max_length=12, choices=rules.CONTEXTS)
    name = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="context_once")]

    def __str__(self) -> str:
        return self.name


class ContextAssessment(models.Model):
    """What was found there, and the level a person judges it to be."""

    context = models.ForeignKey(Context, on_delete=models.PROTECT, related_name="assessments")
    completion = models.OneToOneField(Completion, on_delete=models.PROTECT, related_name="context_assessment")
    judged = models.CharField(max_length=20)
    why_different = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "context"

    class Meta:
        triggers = guards.append_only()

    @property
    def judged_title(self) -> str:
        return self.completion.file.band(self.judged).title
