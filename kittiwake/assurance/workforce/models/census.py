from __future__ import annotations

from django.db import models
from django.db.models import Q

from kittiwake.assurance.workforce.census.rules import Figures, Person, figures
from kittiwake.history import guards
from kittiwake.record.models.homes import StandingManager


class Census(models.Model):
    """What the council returned for one 30 September. Its workers are not linked to ours."""

    reference_date = models.DateField()
    vacancies = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    covering = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    covering_people = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # the import was undone

    objects = StandingManager()
    access_path = "whole_workforce"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["reference_date"], condition=Q(withdrawn_at__isnull=True), name="census_once_a_day"
            )
        ]

    def figures(self) -> Figures:
        people = [worker.person() for worker in self.workers.filter(withdrawn_at=None)]
        return figures(people, self.reference_date, vacancies=self.vacancies, covering=self.covering)


class CensusWorker(models.Model):
    census = models.ForeignKey(Census, on_delete=models.PROTECT, related_name="workers")
    swe_number = models.CharField(max_length=12)
    is_agency = models.BooleanField()
    fte = models.DecimalField(max_digits=7, decimal_places=6)
    fte_left = models.DecimalField(max_digits=7, decimal_places=6, null=True, blank=True)
    role = models.CharField(max_length=1, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=2, blank=True)
    cases = models.PositiveIntegerField(default=0)
    days_lost = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # the import was undone

    access_path = "whole_workforce"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["census", "swe_number"],
                condition=Q(withdrawn_at__isnull=True),
                name="worker_once_a_census",
            )
        ]

    def person(self) -> Person:
        return Person(
            self.is_agency, self.fte, self.fte_left, self.ends_on, self.reason, self.cases, self.days_lost
        )
