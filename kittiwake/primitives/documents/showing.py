"""Documents on their own page, in a list, and on pages that cut across areas. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer, ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.primitives.documents.models import Document, DocumentQuerySet
from kittiwake.primitives.documents.recording import OF_A_CHILD
from kittiwake.primitives.documents.rules import size_in_words
from kittiwake.record.models import Child, Entry
from kittiwake.ui.components import Status, SummaryRow, TextLink
from kittiwake.ui.dates import long_date, long_moment, short_date
from kittiwake.ui.paging import Page, by_key

CHOICES = 50
AT_ONCE = 25  # on a page of the list
ORDER = ("-added_at", "-pk")
SHOWN_WITH_ENTRY = 10  # on the page of the entry itself


def seen(viewer: Viewer) -> DocumentQuerySet:
    """The documents about children the viewer may see; those struck out, as with entries, only by those inside."""
    documents = viewer.see(Document)
    return documents.standing() if viewer.is_outside else documents


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
    found: Page[Document]
    entry: Entry | None = None

    @classmethod
    def of_child(cls, child: Child, request: ViewerRequest) -> Documents:
        return cls(request.viewer, _page(request, seen(request.viewer).filter(entry__child=child)))

    @classmethod
    def of_entry(cls, entry: Entry, request: ViewerRequest) -> Documents:
        return cls(request.viewer, _page(request, seen(request.viewer).filter(entry=entry)), entry)

    @property
    def lines(self) -> list[Line]:
        return [_line(document) for document in self.found]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)


def _page(request: ViewerRequest, documents: DocumentQuerySet) -> Page[Document]:
    return by_key(request, _with_what_is_shown(documents), ORDER, size=AT_ONCE)


def _with_what_is_shown(documents: DocumentQuerySet) -> DocumentQuerySet:
    return documents.select_related("entry", "added_by").order_by(*ORDER)


def is_to_be_shown(document: Document) -> bool:
    """By itself. What was struck out, or waits for the scanner, is not put before anybody's eyes."""
    return document.may_be_opened and not (document.is_struck_out or document.entry.is_struck_out)


def _shown_at(document: Document) -> str:
    return reverse("documents:picture", args=[document.pk]) if is_to_be_shown(document) else ""


def _titled(document: Document) -> TextLink:
    standing = state(document)
    title = document.title + (f" ({standing.text.lower()})" if standing.text else "")
    return TextLink(title, document.get_absolute_url())


@dataclass(frozen=True)
class Line:
    """A document in a list."""

    link: TextLink
    thumbnail_url: str
    what: str
    added: str
    kept_with: TextLink | None


def _line(document: Document) -> Line:
    entry, from_on = document.entry, document.from_on
    small = document.is_of.is_picture and is_to_be_shown(document)
    return Line(
        _titled(document),
        reverse("documents:thumbnail", args=[document.pk]) if small else "",
        document.get_kind_display() + (f", from {long_date(from_on)}" if from_on else ", of no recorded day"),
        f"Added {short_date(document.added_at)} by {document.added_by}",
        None if entry.kind == OF_A_CHILD else TextLink(entry.summary, entry.get_absolute_url()),
    )


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
        return _shown_at(self.document) if self.document.is_of.is_picture else ""

    @property
    def recording_url(self) -> str:
        return _shown_at(self.document) if self.document.is_of.is_heard else ""

    @property
    def is_out(self) -> bool:
        return self.document.is_struck_out or self.document.entry.is_struck_out

    @property
    def is_for_a_child(self) -> bool:
        return self.document.entry.kind == OF_A_CHILD

    @property
    def may_record(self) -> bool:
        return not self.is_out and self.viewer.may(Power.RECORD)

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
