from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.record.models import Child, Entry, Team, Worker


class ActionQuerySet(models.QuerySet["Action"]):
    def open(self) -> ActionQuerySet:
        return self.filter(done_at__isnull=True, dropped_at__isnull=True, entry__struck_out_at__isnull=True)

    def overdue(self, day: date) -> ActionQuerySet:
        return self.open().filter(due_on__lt=day)


class Action(models.Model):
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="actions")  # where it was agreed
    about_child = models.ForeignKey(  # another child who may be at risk; the entry's own child otherwise
        Child, null=True, blank=True, on_delete=models.PROTECT, related_name="actions_about"
    )
    what = models.CharField(max_length=500)
    difference = models.CharField(max_length=500, blank=True)  # what it should change for the child
    owner = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField()
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=500, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ActionQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(
                fields=["owner", "due_on"],
                condition=Q(done_at__isnull=True, dropped_at__isnull=True),
                name="actions_open_of_owner",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(owner__isnull=False) | Q(team__isnull=False), name="action_is_somebodys"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="action_done_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True) | ~Q(dropped_reason=""),
                name="action_dropped_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.what
