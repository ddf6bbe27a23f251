"""An XML file read record by record: memory stays flat however long it is, and depth is refused before it costs.

No document type and no entities: nothing that is read here needs them, and they make small files large.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from xml.parsers import expat

from kittiwake.exchange.reading.source import Kind, Source
from kittiwake.exchange.reading.unreadable import UnreadableFile

DEEPEST = 12
LONGEST_TEXT = 2_000
PIECE = 1 << 16
Record = dict[str, str]


class Found(Exception):
    """Something that the file may not hold, in a sentence."""


class _Reading:
    """Gathers the texts of one record at a time, by the tags beneath it: {"SWENo": "...", "Header/Year": "..."}."""

    def __init__(self, name: str, record: str, root: str) -> None:
        self.name, self.record, self.root = name, record, root
        self.path: list[str] = []
        self.text: list[str] = []
        self.within: Record | None = None
        self.rest: Record = {}  # of what stands outside the records
        self.done: list[Record] = []

    def start(self, tag: str, _: dict[str, str]) -> None:
        if not self.path and tag != self.root:
            raise Found(f"it starts with {tag[:40]}, not {self.root}")
        self.path.append(tag)
        if len(self.path) > DEEPEST:
            raise Found(f"it is nested more than {DEEPEST} deep, which such a file never is")
        self.text = []
        if len(self.path) == 2 and tag == self.record:
            self.within = {}

    def characters(self, text: str) -> None:
        if len(self.text) < LONGEST_TEXT:
            self.text.append(text[:LONGEST_TEXT])

    def end(self, tag: str) -> None:
        said = "".join(self.text).strip()[:LONGEST_TEXT]
        self.text = []
        if self.within is not None and len(self.path) == 2:
            self.done.append(self.within)
            self.within = None
        elif self.within is not None:
            self.within.setdefault("/".join(self.path[2:]), said)
        elif len(self.path) > 1 and len(self.rest) < LONGEST_TEXT:
            self.rest.setdefault("/".join(self.path[1:]), said)
        self.path.pop()

    def instructions(self, *_: object) -> None:
        raise Found("it defines a document type or entities, which such a file never does")


def records(source: Source, *, root: str, record: str, rest: Record) -> Iterator[Record]:
    """Each record of the file; `rest` is filled with what stands outside them, as it comes. Raises `UnreadableFile`."""
    if source.kind is not Kind.TEXT:
        raise UnreadableFile(
            f"‘{source.name}’ is a workbook, not an XML file. Send the file that was exported as XML."
        )
    reading = _Reading(source.name, record, root)
    reading.rest = rest
    parser, decoder = expat.ParserCreate("utf-8"), codecs.getincrementaldecoder("utf-8-sig")()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.characters
    parser.StartDoctypeDeclHandler = reading.instructions
    try:
        with source.open() as stream:
            while piece := stream.read(PIECE):
                parser.Parse(decoder.decode(piece), False)
                yield from reading.done
                reading.done.clear()
        parser.Parse(decoder.decode(b"", final=True), True)
        yield from reading.done
    except UnicodeDecodeError:
        raise UnreadableFile(f"‘{source.name}’ is not UTF-8 text. Export it again as UTF-8.") from None
    except Found as refusal:
        raise UnreadableFile(f"‘{source.name}’ cannot be read: {refusal}. Export it again.") from None
    except expat.ExpatError:
        raise UnreadableFile(f"‘{source.name}’ is broken off or is not XML. Export it again.") from None
