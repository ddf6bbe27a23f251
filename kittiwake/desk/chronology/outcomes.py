"""What came of an entry, for the chronology: its outcome, who was seen, and what the child said. One statement, however many kinds. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines, UnderEntries
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import lists_together, together
from kittiwake.record.models import Entry, Words
from kittiwake.ui.components import TextLink


@dataclass
class Happened:
    """What a line of the chronology tells beside its summary."""

    lines: Lines = field(default_factory=list)
    quotes: Lines = field(default_factory=list)  # the child's own words
    kept: list[TextLink] = field(default_factory=list)  # with the entry: documents


def what_happened(viewer: Viewer, entries: Iterable[Entry]) -> dict[int, Happened]:
    """By the key of the entry; only from rows that the viewer may see."""
    of_kind: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        of_kind[entry.kind].append(entry.pk)
    happened: dict[int, Happened] = defaultdict(Happened)
    wanted = [line for line in declared(ChronologyLine) if line.kind in of_kind]
    pks = [pk for some in of_kind.values() for pk in some]
    told, said, documents = together(
        lambda: lists_together(*(partial(_told, viewer, line, of_kind[line.kind]) for line in wanted)),
        lambda: _said(viewer, pks),
        lambda: lists_together(*(partial(under.find, viewer, pks) for under in declared(UnderEntries))),
    )
    for pk, lines in chain.from_iterable(told):
        happened[pk].lines = lines
    for words in said:
        happened[words.entry_id].quotes.append(words.text)
    for pk, link in chain.from_iterable(documents):
        happened[pk].kept.append(link)
    return happened


def _told(viewer: Viewer, line: ChronologyLine, pks: list[int]) -> Iterator[tuple[int, Lines]]:
    for row in _of_line(viewer, line, pks):
        yield row.pk, [text for text in line.tell(row) if text.strip()]


@kept
def _of_line(viewer: Viewer, line: ChronologyLine, pks: list[int]) -> QuerySet[Any]:
    return viewer.see(line.model).filter(Among("pk", pks)).prefetch_related(*line.together)


@kept
def _said(viewer: Viewer, pks: list[int]) -> QuerySet[Words]:
    return viewer.see(Words).filter(Among("entry_id", pks)).order_by("said_at", "pk")
