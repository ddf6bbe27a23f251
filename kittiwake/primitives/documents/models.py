from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.history import guards
from kittiwake.primitives.documents import rules
from kittiwake.primitives.documents.rules import FORMATS, Format
from kittiwake.record.models import Child, Entry


class DocumentQuerySet(models.QuerySet["Document"]):
    def standing(self) -> DocumentQuerySet:
        """Neither struck out nor kept with something that was."""
        return self.filter(struck_out_at__isnull=True, entry__struck_out_at__isnull=True)

    def openable(self) -> DocumentQuerySet:
        """Nobody waits for a scan of it, and nothing was found."""
        return self.filter(scan__in=[Document.NOT_ASKED, Document.CLEAN])


class Document(models.Model):
    """What is kept, and what it is. The bytes are its pieces."""

    NOT_ASKED, WAITING, CLEAN, FOUND = "not_asked", "waiting", "clean", "found"
    SCANS = [
        (NOT_ASKED, "Not looked for viruses: no scanner is set up"),
        (WAITING, "Waits to be looked through for viruses"),
        (CLEAN, "No virus found"),
        (FOUND, "A virus was found, and the file was thrown away"),
    ]

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=rules.KINDS)
    title = models.CharField(max_length=200)
    from_on = models.DateField(null=True, blank=True)  # the day it was taken, written or said
    given_by = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=10, choices=[(each.key, each.called) for each in FORMATS.values()])
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)  # of what is kept
    received_sha256 = models.CharField(
        max_length=64
    )  # of what came: a picture is kept without what it said of itself
    scan = models.CharField(max_length=10, choices=SCANS)
    scanned_at = models.DateTimeField(null=True, blank=True)
    struck_out_at = models.DateTimeField(null=True, blank=True)
    struck_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    struck_out_reason = models.CharField(max_length=300, blank=True)

    objects = DocumentQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(fields=["scan"], condition=Q(scan="waiting"), name="documents_to_scan"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(struck_out_at__isnull=True, struck_out_by__isnull=True, struck_out_reason="")
                | Q(struck_out_at__isnull=False, struck_out_by__isnull=False) & ~Q(struck_out_reason=""),
                name="document_struck_out_by_someone",
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="document_is_something"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("documents:document", args=[self.pk])

    @property
    def is_of(self) -> Format:
        return FORMATS[self.format]

    @property
    def is_struck_out(self) -> bool:
        return self.struck_out_at is not None

    @property
    def may_be_opened(self) -> bool:
        return self.scan in (self.NOT_ASKED, self.CLEAN)


def only_of_what_was_found() -> pgtrigger.Trigger:
    """Pieces stay as they are. Those of a file in which a virus was found may go, and no others."""
    return pgtrigger.Trigger(
        name="stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=pgtrigger.Func(  # type: ignore[no-untyped-call]  # it has no types
            """
            IF TG_OP = 'DELETE' AND EXISTS (
                SELECT 1 FROM documents_document WHERE id = OLD.document_id AND scan = 'found') THEN
                RETURN OLD;
            END IF;
            RAISE EXCEPTION 'A piece of a document stays as it is';
            """
        ),
    )


class Piece(models.Model):
    """So many of the bytes, in their order."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    access_path = "document"

    class Meta:
        triggers = [only_of_what_was_found()]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="piece_once")]


class Thumbnail(models.Model):
    """A picture made small when it was kept, for a list."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="thumbnail")
    content = models.BinaryField()

    access_path = "document"

    class Meta:
        triggers = [only_of_what_was_found()]


class Arrival(models.Model):
    """A file that is being sent piece by piece. Nobody's but its sender's, and gone after a day."""

    HOURS = 24

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="arrivals")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="arrivals")
    name = models.CharField(max_length=255)
    size = models.BigIntegerField()
    changed = models.BigIntegerField()  # as the sender's machine says: the same file is known again
    came = models.BigIntegerField(default=0)  # bytes, from the first on
    began_at = models.DateTimeField()

    access_path = "user"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "child", "name", "size", "changed"], name="arrival_once"),
            models.CheckConstraint(
                condition=Q(came__gte=0, came__lte=F("size")), name="arrival_no_more_than_all"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_whole(self) -> bool:
        return self.came == self.size


class ArrivedPiece(models.Model):
    """What came at once of a file that is being sent."""

    arrival = models.ForeignKey(Arrival, on_delete=models.CASCADE, related_name="pieces")
    start = models.BigIntegerField()
    content = models.BinaryField()

    access_path = "arrival"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["arrival", "start"], name="arrived_piece_once")]
