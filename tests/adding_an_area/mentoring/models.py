from __future__ import annotations

from django.db import models

from kittiwake.history import guards
from kittiwake.record.models import Child, Entry


class TalkQuerySet(models.QuerySet["Talk"]):
    def standing(self) -> TalkQuerySet:
        return self.filter(entry__struck_out_at=None)


class Talk(models.Model):
    """Once that a mentor and the child met."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="mentoring_talk"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="mentoring_talks")
    mentor = models.CharField(max_length=100)
    talked_on = models.DateField()
    next_on = models.DateField(null=True, blank=True)

    objects = TalkQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return f"Talk with {self.mentor}"
