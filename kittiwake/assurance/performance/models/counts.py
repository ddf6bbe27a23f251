"""The figures of a report as they were counted once, each with its cases, and what it was judged by."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.assurance.performance.models import staying
from kittiwake.assurance.performance.models.reports import Report
from kittiwake.history import guards
from kittiwake.record.models import Child, Team, Worker

PERIOD, MONTHS = "period", "months"
SPANS = [(PERIOD, "The period"), (MONTHS, "The months up to its end")]
# A case that is an entry is shown to whoever sees the entry: a mark that is kept from them is none here either.
AS_THE_FACTS = """((SELECT access_internal(access_me()))
  AND (NOT is_of_entry OR EXISTS (SELECT 1 FROM record_entry e WHERE e.id = performance_childcase.case_id)))"""


class Count(models.Model):
    """All figures of a report, counted of what was on the record at one moment. `themes` are as the areas declared them.

    Counted step by step by a worker, and of one moment all the same: each step counts what was known then.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="counts")
    number = models.PositiveIntegerField()
    themes = models.JSONField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    known_at = models.DateTimeField()  # by the database's own clock
    done = models.PositiveIntegerField(default=0)  # measures
    total = models.PositiveIntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)
    is_broken = models.BooleanField(default=False)

    access_path = None

    class Meta:
        triggers = [guards.no_delete(), staying.ended()]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_count_one_after_another"),
            models.UniqueConstraint(
                fields=["report"], condition=Q(ended_at__isnull=True), name="report_counted_once_at_a_time"
            ),
        ]

    @property
    def is_whole(self) -> bool:
        return self.ended_at is not None and not self.is_broken


class CountedMeasure(models.Model):
    """By which definition and limits a measure was counted, and by which code."""

    count = models.ForeignKey(Count, on_delete=models.PROTECT, related_name="measures")
    measure = models.CharField(max_length=20)
    definition = models.JSONField()  # in the words of the page
    limits = models.JSONField()  # by the title of each standard
    code = models.CharField(max_length=32)  # fingerprint of all the code there was

    access_path = None

    class Meta:
        triggers = staying.while_counting()
        constraints = [
            models.UniqueConstraint(fields=["count", "measure"], name="report_measure_counted_once")
        ]


class ReportFigure(models.Model):
    """A figure as it may be shown to anybody: a hidden one has no numbers here either."""

    count = models.ForeignKey(Count, on_delete=models.PROTECT, related_name="figures")
    measure = models.CharField(max_length=20)
    grouped_by = models.CharField(max_length=10)  # none, team or month
    group = models.CharField(max_length=20, blank=True)  # the team's key, or the month
    name = models.CharField(max_length=200, blank=True)  # what it was called
    numerator = models.BigIntegerField(null=True, blank=True)
    denominator = models.BigIntegerField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    is_hidden = models.BooleanField()
    is_as_before = models.BooleanField(default=False)  # a month that says what was published of it before
    said = models.CharField(max_length=60)
    rests_on = models.CharField(max_length=60, blank=True)

    access_path = None

    class Meta:
        triggers = staying.while_counting()
        constraints = [
            models.UniqueConstraint(
                fields=["count", "measure", "grouped_by", "group"], name="report_figure_once"
            ),
            models.CheckConstraint(
                condition=Q(is_hidden=False) | Q(numerator=None, denominator=None, value=None),
                name="report_figure_hidden_is_empty",
            ),
        ]


class Case(models.Model):
    count = models.ForeignKey(Count, on_delete=models.PROTECT, related_name="+", db_index=False)
    measure = models.CharField(max_length=20)
    span = models.CharField(max_length=10, choices=SPANS)
    case_id = models.BigIntegerField()
    on = models.DateField()
    in_numerator = models.BooleanField()
    value = models.FloatField(null=True)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    worker = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class ChildCase(Case):
    """A case as it counted, for whoever may see the child, and the entry where it is one."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    is_of_entry = models.BooleanField()

    access_path = "child"
    access_also = AS_THE_FACTS

    class Meta:
        triggers = staying.while_counting()
        indexes = [models.Index(fields=["count", "measure", "span"], name="report_child_cases")]


class WorkerCase(Case):
    """A case about who works here, for whoever answers for everybody; of a post that nobody fills, it is about nobody."""

    access_path = "whole_workforce"

    class Meta:
        triggers = staying.while_counting()
        indexes = [models.Index(fields=["count", "measure", "span"], name="report_worker_cases")]
