from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kittiwake.accounts.models import User
from kittiwake.history import guards
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.questionnaire import Instrument
from kittiwake.record.models import Child, Entry


class Completion(models.Model):
    """A questionnaire that somebody completed, with what it scored then. Never changed.

    One about a place or a group has no entry: it is on no child's record.
    """

    entry = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="completions"
    )
    instrument = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    checksum = models.CharField(max_length=64)
    title = models.CharField(max_length=200)
    age = models.PositiveSmallIntegerField(null=True, blank=True)  # of the child, that day: floors may ask
    total = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField()
    by_points = models.CharField(max_length=20, blank=True)  # the band before floors
    band = models.CharField(max_length=20, blank=True)
    band_title = models.CharField(max_length=100, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "entry"

    class Meta:
        triggers = guards.append_only()
        indexes = [models.Index(fields=["instrument", "-at"], name="completions_of_instrument")]
        constraints = [
            models.CheckConstraint(condition=Q(total__lte=F("most")), name="completion_total_on_its_scale")
        ]

    @property
    def file(self) -> Instrument:
        """The very version that was answered."""
        return library.instrument(self.instrument, self.version)


class Answer(models.Model):
    """One answer, with the words of the question as they were asked. Several boxes ticked are several answers."""

    completion = models.ForeignKey(Completion, on_delete=models.PROTECT, related_name="answers")
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=40)
    question = models.CharField(max_length=40)
    wording = models.CharField(max_length=300)
    value = models.CharField(max_length=40, blank=True)  # empty for a written answer
    said = models.TextField()
    points = models.PositiveSmallIntegerField(default=0)

    access_path = "completion"
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["completion", "question", "value"], name="answer_once_a_choice")
        ]


class Subtotal(models.Model):
    """What one section counted, of how much it could."""

    completion = models.ForeignKey(Completion, on_delete=models.PROTECT, related_name="subtotals")
    section = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    in_total = models.BooleanField()
    points = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField()

    access_path = "completion"

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["completion", "section"], name="subtotal_once_a_section"),
            models.CheckConstraint(condition=Q(points__lte=F("most")), name="subtotal_on_its_scale"),
        ]


class FloorMet(models.Model):
    """Something that set the lowest band, whatever the points."""

    completion = models.ForeignKey(Completion, on_delete=models.PROTECT, related_name="floors")
    band = models.CharField(max_length=20)
    words = models.CharField(max_length=300)

    access_path = "completion"

    class Meta:
        triggers = guards.append_only()


class BlindMarkQuerySet(models.QuerySet["BlindMark"]):
    def waiting(self, user: User, kind: str) -> BlindMarkQuerySet:
        return self.filter(marker=user, kind=kind, ended_at=None)


class BlindMark(models.Model):
    """Somebody was asked to mark the same child again without seeing the first mark. Until it ends, the database keeps
    the first mark's entry, and with it everything that hangs from it, from them (kept.sql): so this stands beside the
    child, and holds what they need to make theirs.
    """

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="blind_mark")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="blind_marks")
    kind = models.CharField(max_length=60)  # the entry's
    instrument = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    marker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="blind_marks")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # marked, or nothing is left to mark

    objects = BlindMarkQuerySet.as_manager()
    access_path = "child"

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(fields=["marker"], condition=Q(ended_at__isnull=True), name="blind_marks_waiting")
        ]

    @property
    def file(self) -> Instrument:
        return library.instrument(self.instrument, self.version)
