"""What documents put on pages that cut across areas."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.primitives.documents.models import Document
from kittiwake.primitives.documents.rules import PHOTOGRAPH
from kittiwake.primitives.documents.showing import seen
from kittiwake.primitives.shared_pages.child_page import ChildPart, OnChild, Where
from kittiwake.primitives.shared_pages.chronology import UnderEntries
from kittiwake.primitives.shared_pages.search import FindsBy, Match
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.ui.components import TextLink

SHORTEST = 4  # letters of a title that are looked for
LIKELY = 0.5  # below a name that is spelt right
SHOWN = 20


@dataclass(frozen=True)
class Photograph:
    document: Document
    picture_url: str
    list_url: str


def photograph(page: OnChild) -> Photograph | None:
    """The newest that stands and may be opened; one whose day nobody knows comes after all others."""
    newest = next(iter(_newest_photograph(page)), None)
    if newest is None:
        return None
    picture = reverse("documents:picture", args=[newest.pk])
    return Photograph(newest, picture, reverse("documents:of_child", args=[page.child.pk]))


@kept
def _newest_photograph(page: OnChild) -> QuerySet[Document]:
    every = seen(page.viewer).standing().openable().filter(entry__child=page.child, kind=PHOTOGRAPH)
    return every.order_by(F("from_on").desc(nulls_last=True), "-added_at", "-pk")[:1]


def by_title(viewer: Viewer, sought: str) -> Iterator[Match]:
    if len(sought.strip()) < SHORTEST or not viewer.may(Power.SEE):
        return
    titled = seen(viewer).standing()
    for word in sought.split():
        titled = titled.filter(title__icontains=word)
    for child, title in titled.order_by("-added_at").values_list("entry__child_id", "title")[:SHOWN]:
        yield Match(child, LIKELY, f"Document: {title}")


def under_entries(viewer: Viewer, entries: Collection[int]) -> Iterator[tuple[int, TextLink]]:
    """Each document under the entry it is kept with."""
    if not viewer.may(Power.SEE):
        return
    for entry, pk, title in _titles(viewer, list(entries)):
        yield entry, TextLink(f"Document: {title}", reverse("documents:document", args=[pk]))


@kept
def _titles(viewer: Viewer, entries: list[int]) -> QuerySet[Document, tuple[int, int, str]]:
    documents = seen(viewer).standing().filter(Among("entry_id", entries))
    return documents.order_by("pk").values_list("entry_id", "pk", "title")


PARTS = [
    UnderEntries(under_entries),
    ChildPart("photograph", Where.RECORD, 5, "documents/_on_child.html", photograph, power=Power.SEE),
    FindsBy(by_title),
]
