"""What members ask, and what they are answered."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kittiwake.assurance.performance.models.reports import Report
from kittiwake.history import guards
from kittiwake.record.models import Worker

USER = settings.AUTH_USER_MODEL


class Question(models.Model):
    """About a report, one of its themes, or one of its figures. Everybody who sees figures may read it."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="questions")
    theme = models.CharField(max_length=30, blank=True)
    measure = models.CharField(max_length=20, blank=True)
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="question_closed_by_somebody",
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("performance:question", args=[self.pk])


class Turn(models.Model):
    """What was asked, the first time or again, and its answer. One at a time waits for an answer."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="turns")
    number = models.PositiveIntegerField()
    text = models.TextField()
    asked_at = models.DateTimeField()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")  # who has to answer
    due_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)  # closed before it was answered

    access_path = None
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="question_turn_once"),
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(answered_at__isnull=True, dropped_at__isnull=True),
                name="question_waits_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="question_answered_in_words",
            ),
        ]

    @property
    def waits(self) -> bool:
        return self.answered_at is None and self.dropped_at is None

    def is_late_at(self, at: datetime) -> bool:
        return self.waits and at > self.due_at

    @property
    def answered_late(self) -> bool:
        return self.answered_at is not None and self.answered_at > self.due_at
