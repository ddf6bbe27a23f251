from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.practice.replies import rules
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.record.models import Child, Entry


class ReplyQuerySet(models.QuerySet["Reply"]):
    def standing(self) -> ReplyQuerySet:
        """Not struck out."""
        return self.filter(entry__struck_out_at__isnull=True)

    def told(self) -> ReplyQuerySet:
        return self.standing().filter(told_at__isnull=False)

    def untold(self) -> ReplyQuerySet:
        """Written, and the child does not know yet."""
        return self.standing().filter(told_at__isnull=True)


class Reply(models.Model):
    """What a child is told, in words for them. Not changed once they know it."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="reply")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="replies")
    interview = models.ForeignKey(
        ReturnInterview, null=True, blank=True, on_delete=models.PROTECT, related_name="replies"
    )
    heard = models.TextField()
    will_do = models.TextField()
    cannot_do = models.TextField(blank=True)
    whom_to_ring = models.TextField()
    told_at = models.DateTimeField(null=True, blank=True)
    told_time_known = models.BooleanField(default=True)
    told_how = models.CharField(max_length=20, choices=rules.MEANS, blank=True)
    told_by = models.CharField(max_length=200, blank=True)  # whoever told them, with a login or without
    child_said = models.TextField(blank=True)
    recorded_told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = ReplyQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["child", "-told_at"], name="replies_of_child")]
        constraints = [
            models.CheckConstraint(
                condition=Q(told_at__isnull=True, told_how="", recorded_told_by__isnull=True)
                | (
                    Q(told_at__isnull=False, recorded_told_by__isnull=False)
                    & ~Q(told_how="")
                    & ~Q(told_by="")
                ),
                name="reply_told_by_someone_somehow",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Outcome(models.Model):
    """Whether something they were told would happen has happened, in words for them. The newest of each promise counts."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="outcomes")
    promise = models.TextField()  # the line of will_do
    happened = models.CharField(max_length=10, choices=rules.HAPPENED)
    words = models.CharField(max_length=300)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "reply"

    class Meta:
        triggers = guards.append_only()

    def __str__(self) -> str:
        return self.get_happened_display()
