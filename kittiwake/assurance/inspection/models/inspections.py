"""An inspection or visit: expected, announced, held, reported. Its status is derived from its days (rules.state)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.letters.models import Letter
from kittiwake.assurance.letters.rules import GRADES
from kittiwake.history import guards


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def standing(self) -> InspectionQuerySet:
        return self.filter(called_off_why="")

    def held(self, day: date) -> InspectionQuerySet:
        """Over by that day."""
        return self.standing().filter(announced_on__isnull=False, ends_on__lt=day)


class Inspection(models.Model):
    kind = models.CharField(max_length=20, choices=rules.KINDS)
    starts_on = models.DateField()  # while it is only expected: about when
    ends_on = models.DateField()
    announced_on = models.DateField(null=True, blank=True)
    inspectors = models.PositiveSmallIntegerField(null=True, blank=True)
    themes = models.TextField(blank=True)  # a line each
    lists_asked_on = models.DateField(null=True, blank=True)
    lists_given_on = models.DateField(null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    overall = models.CharField(max_length=20, choices=GRADES, blank=True)
    needs_plan = models.BooleanField(default=False)  # inadequate, or an area for priority action
    plan_sent_on = models.DateField(null=True, blank=True)
    letter = models.ForeignKey(
        Letter, null=True, blank=True, on_delete=models.PROTECT, related_name="inspections"
    )
    called_off_why = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = InspectionQuerySet.as_manager()
    access_path = "power"
    access_power = Power.SEE_INSPECTIONS
    access_writing = Power.RECORD_INSPECTIONS

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["-starts_on"], name="inspections_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="inspection_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(reported_on=None)
                | Q(reported_on__gte=F("starts_on"), announced_on__isnull=False),
                name="inspection_reported_after_it_was_held",
            ),
            models.CheckConstraint(
                condition=Q(plan_sent_on=None) | Q(needs_plan=True, reported_on__isnull=False),
                name="inspection_plan_where_one_is_needed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.starts_on:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("inspection:inspection", args=[self.pk])

    @property
    def dates(self) -> rules.Dates:
        return rules.Dates(
            self.starts_on, self.ends_on, self.announced_on, self.reported_on, bool(self.called_off_why)
        )

    def state(self, today: date) -> str:
        return rules.state(self.dates, today)
