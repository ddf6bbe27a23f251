"""Documents on their own page, in a list, and on pages that cut across areas. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.primitives.documents.models import Document, DocumentQuerySet
from kittiwake.primitives.documents.recording import OF_A_CHILD
from kittiwake.primitives.documents.rules import size_in_words
from kittiwake.record.models import Child, Entry
from kittiwake.ui.components import Cell, Column, Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, long_moment, short_date

CHOICES = 50
SHOWN_WITH_ENTRY = 10  # on the page of the entry itself
COLUMNS = columns("What it is called", "What it is", "From", "Added", "Kept with")


def seen(viewer: Viewer) -> DocumentQuerySet:
    """The documents about children the viewer may see."""
    return viewer.see(Document)


def belongs_to(child: Child, viewer: Viewer) -> list[tuple[str, str]]:
    """What a document may be kept with: the last things recorded of the child, to choose from."""
    entries = viewer.see(Entry).filter(child=child, struck_out_at=None).exclude(kind=OF_A_CHILD)
    latest = entries.order_by("-happened_at", "-pk")[:CHOICES]
    return [(str(each.pk), f"{short_date(each.happened_at)}: {each.summary[:80]}") for each in latest]


def state(document: Document) -> Status:
    if document.is_struck_out or document.entry.is_struck_out:
        return Status("Struck out", "grey")
    if document.scan == Document.WAITING:
        return Status("Waits for the virus scanner", "yellow")
    return Status("Virus found", "red") if document.scan == Document.FOUND else Status("")


@dataclass
class Documents:
    """Of a child, or of one entry; the newest first."""

    viewer: Viewer
    found: Iterable[Document]
    entry: Entry | None = None

    @classmethod
    def of_child(cls, child: Child, viewer: Viewer) -> Documents:
        return cls(viewer, _with_what_is_shown(seen(viewer).filter(entry__child=child)))

    @classmethod
    def of_entry(cls, entry: Entry, viewer: Viewer) -> Documents:
        return cls(viewer, _with_what_is_shown(seen(viewer).filter(entry=entry)), entry)

    @property
    def columns(self) -> list[Column]:
        return COLUMNS

    @property
    def rows(self) -> list[list[Cell]]:
        return [_row(document) for document in self.found]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)


def _with_what_is_shown(documents: DocumentQuerySet) -> DocumentQuerySet:
    return documents.select_related("entry", "added_by").order_by("-added_at", "-pk")


def _titled(document: Document) -> TextLink:
    standing = state(document)
    title = document.title + (f" ({standing.text.lower()})" if standing.text else "")
    return TextLink(title, document.get_absolute_url())


def _row(document: Document) -> list[Cell]:
    entry = document.entry
    with_what: Cell = (
        "The child" if entry.kind == OF_A_CHILD else TextLink(entry.summary, entry.get_absolute_url())
    )
    return [
        _titled(document),
        document.get_kind_display(),
        short_date(document.from_on) if document.from_on else "Not recorded",
        f"{short_date(document.added_at)}, {document.added_by}",
        with_what,
    ]


@dataclass
class WithEntry:
    """What is kept with an entry, on the entry's own page."""

    entry: Entry
    viewer: Viewer

    @property
    def is_shown(self) -> bool:
        return self.viewer.may(Power.SEE)

    @cached_property
    def links(self) -> list[TextLink]:
        kept = _with_what_is_shown(seen(self.viewer).filter(entry=self.entry))
        titled = [_titled(document) for document in kept[: SHOWN_WITH_ENTRY + 1]]
        if len(titled) <= SHOWN_WITH_ENTRY:
            return titled
        every = reverse("documents:of_entry", args=[self.entry.pk])
        return [*titled[:SHOWN_WITH_ENTRY], TextLink("All that is kept with this", every)]

    @property
    def add_url(self) -> str:
        may_add = self.viewer.may(Power.RECORD) and not self.entry.is_struck_out
        return reverse("documents:add_to_entry", args=[self.entry.pk]) if may_add else ""


@dataclass
class DocumentPage:
    document: Document
    viewer: Viewer

    @property
    def state(self) -> Status:
        return state(self.document)

    @property
    def may_be_opened(self) -> bool:
        return self.document.may_be_opened

    @property
    def picture_url(self) -> str:
        shown = self.may_be_opened and self.document.is_of.is_picture
        return reverse("documents:picture", args=[self.document.pk]) if shown else ""

    @property
    def is_for_a_child(self) -> bool:
        return self.document.entry.kind == OF_A_CHILD

    @property
    def may_record(self) -> bool:
        is_out = self.document.is_struck_out or self.document.entry.is_struck_out
        return not is_out and self.viewer.may(Power.RECORD)

    @property
    def rows(self) -> list[SummaryRow]:
        document = self.document
        return [
            SummaryRow("What it is", document.get_kind_display()),
            SummaryRow("From", long_date(document.from_on) if document.from_on else ""),
            SummaryRow("Who gave it", document.given_by),
            SummaryRow("Added", f"{long_moment(document.added_at)}, by {document.added_by}"),
            SummaryRow("File", f"{document.is_of.called}, {size_in_words(document.size)}"),
            SummaryRow("Viruses", document.get_scan_display()),
            SummaryRow("Fingerprint (SHA-256)", document.sha256),
        ]
