"""Lists in text files: which letters the bytes mean, which character parts the columns, and the records.

The encoding is decided on every byte of the file and always the same way: a byte-order mark; else valid UTF-8;
else mostly valid UTF-8 with stray Windows bytes; else line by line where lines of both kinds are there, as when two
exports were joined; else Windows-1252, which is what British police and council systems write. No statistics are
involved, so the same file is always read the same.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from kittiwake.exchange.reading.source import Source, chunks, looks_like_utf_16
from kittiwake.exchange.reading.tables import RawRow, Table, find_heading
from kittiwake.exchange.reading.unreadable import NoRows, UnreadableFile

DELIMITERS = ",;\t|"
SNIFFED_LINES = 200
SNIFFED_LETTERS = 500_000
SEPARATOR_LINE = re.compile(r"sep=([^\r\n])\s*$", re.IGNORECASE)
STRAY_BYTES = "kittiwake-stray-windows-bytes"
_UTF_8_LETTER = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
BY_LINE = "line by line"
MIXED = (
    "Some lines of this file are stored in another way than the rest (UTF-8 and Windows letters). Each was read in its "
    "own; check names with accents."
)
_MARKS = frozenset("‘’‚“”„–—…•€™ŠšŽž")
_PLAIN_BYTES = bytes(range(128))


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(STRAY_BYTES, _stray_bytes)


class Decoding(NamedTuple):
    encoding: str
    errors: str = "strict"
    note: str = ""


def read_text_table(source: Source) -> Table:
    """The one table of a text file. Raises `UnreadableFile` when there is no list in it."""
    decoding = find_decoding(source)
    delimiter = find_delimiter(_first_lines(source, decoding))

    def raw() -> Iterator[RawRow]:
        return _records(source, decoding, delimiter)

    name = PurePath(source.name).stem
    heading = find_heading(raw(), source.name, source.limits)
    if heading is None:
        raise UnreadableFile(
            f"‘{source.name}’ holds nothing but blank lines. Check that the right file was sent."
        )
    notes = (decoding.note,) if decoding.note else ()
    table = Table(
        name, raw, heading, quoted=True, notes=notes, limits=source.limits, is_unended=not _ends(source)
    )
    if not table.has_rows():
        sentence = f"‘{source.name}’ has headings but no rows under them, so there is nothing to load."
        raise NoRows(sentence, [table])
    return table


def _ends(source: Source) -> bool:
    """Whether the last line has an end, as exports write it. Without one the file may have been cut on its way."""
    with source.open() as stream:
        stream.seek(-min(4, source.size), 2)
        return stream.read().rstrip(b"\x00").endswith((b"\n", b"\r"))


def find_decoding(source: Source) -> Decoding:
    """Decided on the whole file."""
    with source.open() as stream:
        head = stream.read(4096)
    if encoding := looks_like_utf_16(head):
        return Decoding(encoding, "replace")
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        for chunk in chunks(source):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _not_utf_8(source)
    return Decoding("utf-8-sig")


def _not_utf_8(source: Source) -> Decoding:
    letters = high = in_letters = 0
    for chunk in chunks(source):
        sequences = _UTF_8_LETTER.findall(chunk)
        letters += len(sequences)
        in_letters += sum(map(len, sequences))
        high += len(chunk.translate(None, _PLAIN_BYTES))
    if letters > 3 * (high - in_letters):
        note = "Some letters in this file are stored in another way than the rest; check names with accents."
        return Decoding("utf-8-sig", STRAY_BYTES, note)
    if letters and any(_is_utf_8(line) for line in _raw_lines(source)):
        return Decoding(BY_LINE, note=MIXED)
    return Decoding("cp1252", "replace")


def _raw_lines(source: Source) -> Iterator[bytes]:
    with source.open() as stream:
        yield from iter(lambda: stream.readline(source.limits.line_characters + 1), b"")


def _is_utf_8(line: bytes) -> bool:
    """Whether a line holds UTF-8 letters and nothing else that is not plain. What Windows bytes happen to spell in UTF-8
    (É’S gives ɒS) is no letter that anybody here writes."""
    if line.isascii():
        return False
    try:
        letters = [letter for letter in line.decode("utf-8") if not letter.isascii()]
    except UnicodeDecodeError:
        return False
    return all(letter < "\u0180" or letter in _MARKS for letter in letters)


def decode_line(line: bytes) -> str:
    """One line of a file that holds both kinds."""
    if _is_utf_8(line):
        return line.decode("utf-8")
    letters = sum(map(len, _UTF_8_LETTER.findall(line)))
    high = len(line.translate(None, _PLAIN_BYTES))
    return line.decode("utf-8", STRAY_BYTES) if letters > high - letters else line.decode("cp1252", "replace")


def _first_lines(source: Source, decoding: Decoding) -> list[str]:
    lines, letters = list[str](), 0
    for line in islice(_Lines(source, decoding), SNIFFED_LINES):
        lines.append(line)
        letters += len(line)
        if letters > SNIFFED_LETTERS:
            break
    return lines


def find_delimiter(lines: list[str]) -> str:
    """The character that parts the lines into the same number of columns most often, many columns before few."""
    if lines and (declared := SEPARATOR_LINE.match(lines[0])):
        return declared[1]
    return max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> float:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))
    except csv.Error:
        return 0.0
    several = [(times * (1 - 1 / width), width) for width, times in widths.items() if width > 1]
    return max(several, default=(0.0, 0))[0] / max(1, widths.total())


class _Lines:
    """The file's lines. Keeps those of the record in hand, so that an unclosed quotation can be pointed at."""

    def __init__(self, source: Source, decoding: Decoding) -> None:
        self.source, self.decoding = source, decoding
        self.seen, self.held = 0, list[str]()

    def __iter__(self) -> Iterator[str]:
        most, name = self.source.limits.line_characters, self.source.name
        with self.source.open() as stream:
            for line in self._read(stream, most):
                self.seen += 1
                if len(line) > most:
                    raise UnreadableFile(
                        f"‘{name}’, line {self.seen:,} is too long to be a row of a list. "
                        "Check that the right file was sent, and export it again."
                    )
                if "\x00" in line:
                    raise UnreadableFile(
                        f"‘{name}’, line {self.seen:,} holds zero bytes. Save the list as ‘CSV UTF-8’."
                    )
                self.held.append(line)
                yield line

    def _read(self, stream: BinaryIO, most: int) -> Iterator[str]:
        if self.decoding.encoding == BY_LINE:
            yield from (decode_line(line) for line in iter(lambda: stream.readline(most + 1), b""))
            return
        text = io.TextIOWrapper(stream, self.decoding.encoding, self.decoding.errors, newline="")
        try:
            while line := text.readline(most + 1):
                yield line
        finally:
            text.detach()  # the file is closed by who opened it


def _records(source: Source, decoding: Decoding, delimiter: str) -> Iterator[RawRow]:
    lines = _Lines(source, decoding)
    number, last = 0, list[str]()
    try:
        for values in csv.reader(lines, delimiter=delimiter):
            last, lines.held = lines.held, []
            if number == 0 and lines.seen == 1 and SEPARATOR_LINE.match(last[0]):
                continue
            number += 1
            yield number, values  # type: ignore[misc]
    except csv.Error:
        raise UnreadableFile(_unclosed(source.name, number + 1, lines.seen - len(lines.held) + 1)) from None
    if number and not _is_closed(last, delimiter):
        raise UnreadableFile(_unclosed(source.name, number, lines.seen - len(last) + 1))


def _is_closed(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" not in str(error)
    return True


def _unclosed(name: str, row: int, line: int) -> str:
    return (
        f"‘{name}’, row {row:,} (line {line:,} of the file): a quotation mark is opened and never closed. "
        "Mend that row and send the file again."
    )
