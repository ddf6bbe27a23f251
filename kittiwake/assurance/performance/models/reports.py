"""A report for members: what people wrote in it, and that it stands as it was published."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kittiwake.assurance.performance import rules
from kittiwake.assurance.performance.models import staying
from kittiwake.history import guards
from kittiwake.record.models import Worker

USER = settings.AUTH_USER_MODEL


class Report(models.Model):
    """Of a period. A draft until it is published, with one count of its figures, by somebody and at a moment."""

    title = models.CharField(max_length=120)
    first_on = models.DateField()
    last_on = models.DateField()
    summary = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)  # when members see the next
    version = models.PositiveIntegerField(default=1)  # of all that people wrote in it
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    replaces = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replacements"
    )
    why_replaced = models.CharField(max_length=300, blank=True)
    count = models.ForeignKey(
        "performance.Count", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why_withdrawn = models.CharField(max_length=300, blank=True)

    access_path = None
    access_earlier = True

    class Meta:
        triggers = [*guards.practice(), staying.only_withdrawn()]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None, count=None)
                | Q(published_at__isnull=False, published_by__isnull=False, count__isnull=False),
                name="report_published_whole",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, why_withdrawn="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, published_at__isnull=False)
                & ~Q(why_withdrawn=""),
                name="report_withdrawn_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(why_replaced=""), name="report_replaces_for_a_reason"
            ),
            models.UniqueConstraint(
                fields=["replaces"], condition=Q(published_at__isnull=False), name="report_replaced_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("performance:report", args=[self.pk])

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class ReportTheme(models.Model):
    """A page of the report: what people say to the figures of a theme."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="pages")
    theme = models.CharField(max_length=30)
    says = models.TextField(blank=True)  # what the figures say, in plain words
    heard = models.TextField(blank=True)  # from children and audits
    sure = models.CharField(max_length=10, choices=rules.HOW_SURE, blank=True)
    sure_why = models.TextField(blank=True)
    taken_out_at = models.DateTimeField(null=True, blank=True)

    access_path = None

    class Meta:
        triggers = [*guards.practice(), staying.as_published("report_id")]
        constraints = [models.UniqueConstraint(fields=["report", "theme"], name="report_theme_once")]


class PlannedAction(models.Model):
    """What is promised to members, by whom and until when."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="actions")
    theme = models.CharField(max_length=30)
    what = models.CharField(max_length=300)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")  # who sees to it
    due_on = models.DateField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_out_at = models.DateTimeField(null=True, blank=True)

    access_path = None
    access_earlier = True

    class Meta:
        triggers = [*guards.practice(), staying.as_published("report_id")]


class ActionDone(models.Model):
    action = models.OneToOneField(
        PlannedAction, primary_key=True, on_delete=models.PROTECT, related_name="done"
    )
    done_on = models.DateField()
    words = models.TextField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = None
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
