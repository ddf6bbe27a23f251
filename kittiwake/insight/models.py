"""Figures as they were counted for somebody, kept until what they were counted from changes."""

from __future__ import annotations

from django.db import models

from kittiwake.accounts.models import User


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


class Change(models.Model):
    """A transaction that changed something figures are counted from. Written by triggers, read by a function."""

    transaction = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()

    access_path = "closed"
