from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
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


class ListedRow(models.Model):
    """What a row of Ofsted's lists said of a child and the record has no place for, as it was told (annex_a/told.py)."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="listed_rows")
    row = models.ForeignKey(ImportRow, on_delete=models.PROTECT, related_name="listed_rows")
    list = models.PositiveSmallIntegerField()
    key = models.CharField(
        max_length=60, blank=True
    )  # what tells it from other lines of the child in this list
    told_on = models.DateField()  # the newest day that its file told of
    said = models.JSONField()  # the list's row, without what the record holds of the child
    mark = models.CharField(max_length=64)  # names what it says, so that it is known again
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # its import was undone

    access_path = "child"

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["list", "told_on"], name="listed_rows_of_list")]


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


class ChildLists(models.Model):
    """Ofsted's child-level lists of a day, as one person asked for them, and what became of it. Whoever asked opens them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="child_lists")
    on = models.DateField()
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    broken_at = models.DateTimeField(null=True, blank=True)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=list)  # child_lists.counts.ListCount, a list each

    access_path = "user"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(made_at__isnull=True) | models.Q(broken_at__isnull=True),
                name="child_lists_made_or_broken",
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("exchange:child_lists", args=[self.pk])

    @property
    def is_working(self) -> bool:
        return self.made_at is None and self.broken_at is None


class ChildListsFile(models.Model):
    """The workbook itself, for a day; and whose rows are in it, so that it is not opened by whom they are hidden from since."""

    lists = models.OneToOneField(ChildLists, primary_key=True, on_delete=models.PROTECT, related_name="file")
    content = models.BinaryField()
    children = ArrayField(models.BigIntegerField(), default=list)

    access_path = "lists"
