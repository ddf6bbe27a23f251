from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.desk.exports import rules
from kittiwake.history import guards
from kittiwake.record.models import Child, Entry


class RecordExport(models.Model):
    """A copy of a record that somebody asked for, and what became of it. What is in it are its parts, for a day."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="record_export"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="record_exports")
    right = models.CharField(max_length=20, choices=rules.RIGHTS)
    for_whom = models.CharField(max_length=200)
    asked_on = models.DateField()  # the day the request came
    due_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    total = models.PositiveIntegerField(default=0)  # lines to go through
    done = models.PositiveIntegerField(default=0)
    is_broken = models.BooleanField(default=False)
    made_at = models.DateTimeField(null=True, blank=True)
    withheld = models.PositiveIntegerField(default=0)  # lines that are not in it
    unseen = models.PositiveIntegerField(default=0)  # lines that whoever asked may not see
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)

    access_path = "entry"
    access_change = "access_holds(access_me(), child_id)"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(started_at__isnull=True, started_by__isnull=True, made_at__isnull=True)
                | Q(started_at__isnull=False, started_by__isnull=False),
                name="record_export_started_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(started_by__isnull=True) | ~Q(started_by=models.F("asked_by")),
                name="record_export_takes_two",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def is_working(self) -> bool:
        return self.started_at is not None and self.made_at is None and not self.is_broken

    def may_be_opened_at(self, at: datetime) -> bool:
        return self.made_at is not None and at < self.made_at + rules.KEPT


class Decision(models.Model):
    """This line goes into this copy, and why it may. Taken back, it stays out."""

    export = models.ForeignKey(RecordExport, on_delete=models.PROTECT, related_name="decisions")
    about = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=20, choices=rules.WHY)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    access_path = "export"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["export", "about"], condition=Q(taken_back_at__isnull=True), name="line_decided_once"
            )
        ]


class Part(models.Model):
    """So many of the file's bytes, in their order. For whoever asked, and gone after a day."""

    export = models.ForeignKey(RecordExport, on_delete=models.PROTECT, related_name="parts")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    access_path = "export"
    access_also = "(reader_id = (SELECT access_me()) OR (SELECT access_role(access_me())) = 'system')"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["export", "number"], name="record_export_part_once")]
