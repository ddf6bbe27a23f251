from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.record.kinds import address_of_entry
from kittiwake.record.models.children import Child


class EntryQuerySet(models.QuerySet["Entry"]):
    def standing(self) -> EntryQuerySet:
        """Not struck out."""
        return self.filter(struck_out_at__isnull=True)


class Entry(models.Model):
    """One line on a child's chronology. `kind` is one that an area declares, with its page."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=50)
    summary = models.CharField(max_length=300)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    struck_out_at = models.DateTimeField(null=True, blank=True)
    struck_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    struck_out_reason = models.CharField(max_length=300, blank=True)

    objects = EntryQuerySet.as_manager()
    access_path = "self"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(fields=["child", "-happened_at", "-id"], name="chronology"),
            models.Index(fields=["kind", "-happened_at"], name="entries_of_kind"),
            models.Index(fields=["-happened_at", "-id"], name="entries_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(struck_out_at__isnull=True, struck_out_by__isnull=True)
                | Q(struck_out_at__isnull=False, struck_out_by__isnull=False),
                name="entry_struck_out_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(struck_out_at__isnull=True) | ~Q(struck_out_reason=""),
                name="entry_struck_out_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.summary

    def get_absolute_url(self) -> str:
        return address_of_entry(self.kind, self.pk)

    @property
    def is_struck_out(self) -> bool:
        return self.struck_out_at is not None


class InformedBy(models.Model):
    """This was done because of that: a plan because of an interview, a meeting because of a rise in risk."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="informed_by")
    because_of = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="informed")
    how = models.CharField(max_length=300, blank=True)

    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(fields=["entry", "because_of"], name="informed_once"),
            models.CheckConstraint(condition=~Q(entry=models.F("because_of")), name="informed_by_another"),
        ]
