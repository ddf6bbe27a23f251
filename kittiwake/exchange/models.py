from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from kittiwake.history import guards
from kittiwake.record.models import Child, Entry


class Import(models.Model):
    """One import, from its preview to its recording, and perhaps its undoing. Seen by who made it, or by all who run imports."""

    RECORD, UNDO = "record", "undo"
    ASKED = [(RECORD, "Being recorded"), (UNDO, "Being undone")]

    format = models.CharField(max_length=20)
    # Made in nobody's own name (the command line): whoever runs imports looks it over.
    is_shared = models.BooleanField(default=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="imports")
    previewed_at = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)
    asked = models.CharField(max_length=6, choices=ASKED, blank=True)  # what a worker is to do with it
    asked_at = models.DateTimeField(null=True, blank=True)
    stopped_because = models.TextField(blank=True)  # why what was asked last was not done

    access_path = "importer"

    class Meta:
        triggers = guards.practice()

    def get_absolute_url(self) -> str:
        return reverse("exchange:import", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Something of it may still be put on the record."""
        return not (self.asked or self.undone_at or self.discarded_at)

    @property
    def state(self) -> str:
        if self.asked:
            return self.get_asked_display()
        if self.undone_at:
            return "Undone"
        if self.recorded_at:
            return "Recorded"
        return "Discarded" if self.discarded_at else "Waiting for you to look it over"


class ImportFile(models.Model):
    """A file of an import: its name, its fingerprint, and how its columns were understood. Not the file itself."""

    batch = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    mapping = models.JSONField(default=dict)
    hidden_rows = models.PositiveIntegerField(
        default=0
    )  # on hidden sheets, not taken unless somebody says so
    left_out = models.JSONField(default=list)  # [line, why]: rows that are no records, such as totals
    notes = models.JSONField(default=list)  # sentences about the file as a whole

    access_path = "batch"

    class Meta:
        triggers = guards.practice()


class ImportRow(models.Model):
    """One row of a file, what it says, and what becomes of it."""

    NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
    NEEDS_PERSON, REJECTED = "needs_person", "rejected"
    SKIP, NEW_CHILD, THIS_CHILD, SAME_EPISODE = "skip", "new_child", "child", "same_episode"
    TAKE = "take"  # as the message says it would be recorded
    VERDICTS = [
        (NEW, "New"),
        (CHANGED, "Changed"),
        (UNCHANGED, "Already on the record"),
        (NEEDS_PERSON, "Needs a person"),
        (REJECTED, "Cannot be recorded"),
    ]

    batch = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="rows")
    file = models.ForeignKey(ImportFile, on_delete=models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField()  # as a person sees it in the file
    verdict = models.CharField(max_length=12, choices=VERDICTS)
    message = models.TextField(blank=True)
    doubts = models.JSONField(default=list)  # sentences to look at, whatever became of the row
    facts = models.JSONField(default=dict)  # what the row says, understood
    said = models.CharField(max_length=64, blank=True)  # names what it says, so that it is known again
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # The children it might be about, when a person has to say.
    candidates = models.JSONField(default=list)
    decided = models.CharField(max_length=20, blank=True)  # one of the five above
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    before = models.JSONField(default=dict)  # what it replaced, so that it can be put back
    made_child = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(null=True, blank=True)

    access_path = "batch"

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(fields=["batch", "verdict", "id"], name="rows_of_import"),
            models.Index(fields=["said"], condition=~models.Q(said=""), name="rows_by_what_they_say"),
        ]


class RememberedMapping(models.Model):
    """How the columns under these headings were understood last time, after a person looked."""

    format = models.CharField(max_length=20)
    fingerprint = models.CharField(max_length=64)
    mapping = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = None

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["format", "fingerprint"], name="mapping_once_a_heading")
        ]


class HeldFile(models.Model):
    """The file itself, only until its import is recorded, discarded or started again with other columns."""

    file = models.OneToOneField(ImportFile, primary_key=True, on_delete=models.PROTECT, related_name="held")
    content = models.BinaryField()

    access_path = "file"


class StaffList(models.Model):
    """A list of those who work here, as it was read, until its administrator records or discards it: their own to look over."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff_lists")
    name = models.CharField(max_length=200)  # of the file
    sha256 = models.CharField(max_length=64)
    rows = models.JSONField(default=list)  # staff.facts.StaffRow; none once it is settled
    notes = models.JSONField(default=list)  # sentences about the file as a whole
    read_at = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=200, blank=True)  # what came of it

    access_path = "user"

    class Meta:
        triggers = [guards.no_delete()]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recorded_at__isnull=True) | models.Q(discarded_at__isnull=True),
                name="staff_list_is_settled_once",
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("exchange:staff_list", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.recorded_at is None and self.discarded_at is None
