"""What came of an entry, for the chronology: its outcome, who was seen, and what the child said. One query a kind. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.record.models import Entry, Words


@dataclass
class Happened:
    """What a line of the chronology tells beside its summary."""

    lines: Lines = field(default_factory=list)
    quotes: Lines = field(default_factory=list)  # the child's own words


def what_happened(viewer: Viewer, entries: Iterable[Entry]) -> dict[int, Happened]:
    """By the key of the entry; only from rows that the viewer may see."""
    of_kind: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        of_kind[entry.kind].append(entry.pk)
    happened: dict[int, Happened] = defaultdict(Happened)
    for line in declared(ChronologyLine):
        if line.kind in of_kind:
            rows = viewer.see(line.model).filter(pk__in=of_kind[line.kind]).prefetch_related(*line.together)
            for row in rows:
                happened[row.pk].lines = [text for text in line.tell(row) if text.strip()]
    every = [pk for pks in of_kind.values() for pk in pks]
    for words in viewer.see(Words).filter(entry__in=every).order_by("said_at", "pk"):
        happened[words.entry_id].quotes.append(words.text)
    return happened
