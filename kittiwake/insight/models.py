"""Figures as they were counted for somebody, kept until what they were counted from changes; as they were published; and what
charts judge by."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.accounts.models import User
from kittiwake.history import guards


class KeptFigures(models.Model):
    """One measure, one period, one grouping, for one person: nobody else is ever shown it.

    `sees` says what that person saw when it was counted, `judged_by` by which code and limits it was judged, and
    `snapshot` what was known to the database by then: where one of them is another now, it is counted again (kept.sql).
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    measure = models.CharField(max_length=20)
    grouped_by = models.CharField(max_length=10)
    asked = models.CharField(max_length=100)  # the first and the last day, and the moment it was known
    sees = models.CharField(max_length=32)
    judged_by = models.CharField(max_length=32)
    snapshot = models.TextField()
    made_in = models.BigIntegerField()  # the transaction
    made_at = models.DateTimeField()
    figures = models.JSONField()

    access_path = "user"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "asked", "measure", "grouped_by"], name="kept_once_a_person"
            )
        ]


class Counting(models.Model):
    """Figures that a worker counts for somebody, because it takes longer than a page may."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    measure = models.CharField(max_length=20, blank=True)  # empty for the page of all of them
    first_on = models.DateField()
    last_on = models.DateField()
    known_on = models.DateField(null=True)
    asked_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField()  # measures
    ended_at = models.DateTimeField(null=True)
    is_broken = models.BooleanField(default=False)

    access_path = "user"

    class Meta:
        constraints = [
            # Asked for twice, it is counted once.
            models.UniqueConstraint(
                fields=["user", "measure", "first_on", "last_on", "known_on"],
                condition=models.Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="counted_once_at_a_time",
            )
        ]


class PublishedQuarter(models.Model):
    """The figures of a quarter as whoever sees no child is shown them: protected once, and the same ever after, whatever is
    recorded since. No number that is hidden is in it."""

    first_on = models.DateField(unique=True)
    known_at = models.DateTimeField()  # as they were known then
    figures = models.JSONField()  # by measure and what it is broken down by

    access_path = None

    class Meta:
        triggers = guards.append_only()


class Change(models.Model):
    """A transaction that changed something figures are counted from. Written by triggers, read by a function."""

    transaction = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()

    access_path = "closed"


class Baseline(models.Model):
    """From this month on, charts of the measure judge by what was usual since: somebody has said so, and why.

    Never changed: what was said last of a month stands, and may be that it is taken back. `number` counts what was said of a
    measure, so that of two people who say something at once one is told.
    """

    measure = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    starts_on = models.DateField()  # the first of a month
    stands = models.BooleanField(default=True)  # False: taken back
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["measure", "number"], name="baseline_one_after_another"),
            models.CheckConstraint(condition=~Q(why=""), name="baseline_has_a_reason"),
            models.CheckConstraint(condition=Q(starts_on__day=1), name="baseline_begins_with_a_month"),
        ]
