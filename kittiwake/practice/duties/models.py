from __future__ import annotations

from django.db import models

from kittiwake.history import guards
from kittiwake.practice.duties import rules
from kittiwake.record.models import Child, Entry


class DoneQuerySet(models.QuerySet["Done"]):
    def standing(self) -> DoneQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)


class Done(models.Model):
    """Something that is owed to a child was done: a worker says so, or a list that was brought over (`source`)."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="done")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="done")
    kind = models.CharField(max_length=20, choices=rules.KINDS)
    done_at = models.DateTimeField()
    time_known = models.BooleanField(default=True)
    who = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    source = models.CharField(max_length=100, blank=True)

    objects = DoneQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()
