from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kittiwake.assurance.allocation import rules
from kittiwake.history import guards
from kittiwake.record.models import Allocation, Child, Entry, Membership, Worker
from kittiwake.record.models.homes import days
from kittiwake.record.models.teams import DatedQuerySet
from kittiwake.ui.dates import long_date

CODE: dict[str, Any] = {"max_length": 20}
USER: dict[str, Any] = {"null": True, "blank": True, "on_delete": models.PROTECT, "related_name": "+"}


def not_over(day: date) -> Q:
    """Of what lasts from a day to a day: what goes on after this one."""
    return Q(ends_on=None) | Q(ends_on__gt=day)


class ChangeQuerySet(models.QuerySet["Change"]):
    def standing(self) -> ChangeQuerySet:
        """Not struck out."""
        return self.filter(entry__struck_out_at__isnull=True)

    def to_somebody(self) -> ChangeQuerySet:
        """To a named worker: what has to be handed over, and somebody introduced."""
        return self.standing().filter(after__worker__isnull=False, after__is_cover=False)


class Change(models.Model):
    """Another worker, or nobody, from a day on: why, what was handed over, and how the child met the new one."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="change_of_worker"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="changes_of_worker")
    before = models.ForeignKey(
        Allocation, null=True, blank=True, on_delete=models.PROTECT, related_name="changes_from"
    )
    after = models.OneToOneField(Allocation, on_delete=models.PROTECT, related_name="change_to")
    reason = models.CharField(**CODE, choices=rules.REASONS)
    reason_words = models.CharField(max_length=300, blank=True)
    over_cap_why = models.CharField(max_length=300, blank=True)

    # What is handed over. Risks and actions are not copied: the page lists those that stand.
    matters = models.TextField(blank=True)
    promised = models.TextField(blank=True)
    watch_for = models.TextField(blank=True)

    introduced_on = models.DateField(null=True, blank=True)
    introduced_by = models.CharField(max_length=200, blank=True)
    introduced_how = models.CharField(max_length=300, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(**CODE, choices=rules.TOLD, blank=True)

    signed_before_at = models.DateTimeField(null=True, blank=True)
    signed_before_by = models.ForeignKey(settings.AUTH_USER_MODEL, **USER)
    signed_for_why = models.CharField(max_length=300, blank=True)  # somebody else signed for who has gone
    signed_after_at = models.DateTimeField(null=True, blank=True)
    signed_after_by = models.ForeignKey(settings.AUTH_USER_MODEL, **USER)
    version = models.PositiveIntegerField(default=1)

    objects = ChangeQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason__in=sorted(rules.NEEDS_WORDS)) | ~Q(reason_words=""),
                name="change_of_worker_says_why",
            ),
            models.CheckConstraint(
                condition=Q(introduced_on__isnull=True) | ~Q(introduced_by=""),
                name="introduced_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(signed_before_at__isnull=True, signed_before_by__isnull=True)
                | Q(signed_before_at__isnull=False, signed_before_by__isnull=False),
                name="handover_signed_by_who_hands_over",
            ),
            models.CheckConstraint(
                condition=Q(signed_after_at__isnull=True, signed_after_by__isnull=True)
                | Q(signed_after_at__isnull=False, signed_after_by__isnull=False),
                name="handover_signed_by_who_takes_over",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def is_to_somebody(self) -> bool:
        return self.after.worker_id is not None and not self.after.is_cover

    @property
    def needs_handover(self) -> bool:
        """Somebody had the child before, and somebody has now."""
        before = self.before
        return self.is_to_somebody and before is not None and before.worker_id is not None

    @property
    def is_signed(self) -> bool:
        return bool(self.signed_before_at and self.signed_after_at)

    @property
    def why(self) -> str:
        return ": ".join(filter(None, [self.get_reason_display(), self.reason_words]))


class Away(models.Model):
    """A worker is away from a day until the day they are back, and who covers. Says nothing of why.

    Whoever covers has the worker's children on their own page, sees the teams the worker manages, and holds the
    supervision the worker would have held. `ends_on` is empty where nobody knows yet, `covered_by` where nobody does.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="away")
    covered_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="covers"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the day they are back
    words = models.CharField(max_length=300, blank=True)  # what whoever covers has to know
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()
    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="away_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(covered_by__isnull=True) | ~Q(worker=F("covered_by")),
                name="away_covered_by_another",
            ),
            ExclusionConstraint(
                name="worker_away_once_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]

    @property
    def until(self) -> str:
        return f"until {long_date(self.ends_on)}" if self.ends_on else "until further notice"


class Covered(models.Model):
    """The row of one child by which whoever covers sees them, and is on their page, for those days."""

    away = models.ForeignKey(Away, on_delete=models.PROTECT, related_name="covered")
    allocation = models.OneToOneField(Allocation, on_delete=models.PROTECT, related_name="covered")

    access_path = "allocation"

    class Meta:
        triggers = guards.practice()


class CoveredTeam(models.Model):
    """The place in one team the worker manages by which whoever covers sees its children, for those days."""

    away = models.ForeignKey(Away, on_delete=models.PROTECT, related_name="covered_teams")
    place = models.OneToOneField(Membership, on_delete=models.PROTECT, related_name="covered")

    access_path = "internal"

    class Meta:
        triggers = guards.practice()
