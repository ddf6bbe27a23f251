"""Is this workbook safe to hand to the spreadsheet reader?

A workbook is a zip file of XML parts, and the reader trusts it: two cells in opposite corners of a sheet make it
reserve 500 GB and take the whole process down, and one long text used by every cell is copied into every cell.
So each part is unpacked here first, in small pieces and counting, and measured before the reader sees the file.
The sizes the zip directory claims are never believed: they are compared with what really comes out.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from kittiwake.exchange.reading.limits import Limits, in_megabytes
from kittiwake.exchange.reading.sheet_bounds import SAVE_ANEW, SharedTexts, Sheet, SheetBounds, blocks
from kittiwake.exchange.reading.unreadable import UnreadableFile

PIECE = 1 << 20
END_OF_DIRECTORY = b"PK\x05\x06"
END_OF_DIRECTORY_64 = b"PK\x06\x07"
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
SEND_AGAIN = "Download or export it again, and send the new copy."
OTHER_KINDS = (
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint file"),
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
    ("content.xml", "an OpenDocument file (.ods)"),
)


def check_workbook(stream: BinaryIO, name: str, limits: Limits) -> None:
    """Raises `UnreadableFile` unless every part of the workbook is whole, plain and small enough to read."""
    _check_directory(stream, name, limits)
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, struct.error):
        raise UnreadableFile(f"‘{name}’ is damaged and cannot be opened. {SEND_AGAIN}") from None
    _check_entries(entries, name, limits)
    _Parts(stream, entries, name, limits).check()


def _check_directory(stream: BinaryIO, name: str, limits: Limits) -> None:
    """The last 22 bytes say where the directory is and how long. Two readers must not find two directories, so the
    plainest form alone is taken: the end record at the very end, the directory right before it, no 64-bit form.
    """
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 42))
    tail = stream.read()
    if tail[-22:-18] != END_OF_DIRECTORY:
        raise UnreadableFile(f"‘{name}’ is cut short or damaged: its end is missing. {SEND_AGAIN}")
    entries, directory_size, directory_at = struct.unpack_from("<HLL", tail, len(tail) - 12)
    if entries > limits.parts or directory_size > limits.directory_bytes:
        raise UnreadableFile(f"‘{name}’ holds far more parts than a workbook has. {SEND_AGAIN}")
    if directory_at + directory_size != size - 22 or tail[:4] == END_OF_DIRECTORY_64:
        raise UnreadableFile(f"‘{name}’ is damaged and cannot be opened. {SEND_AGAIN}")


def _check_entries(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    names = [entry.filename.lower() for entry in entries]
    if "xl/workbook.xml" not in names:
        raise UnreadableFile(_what_else(names, name))
    if len(set(names)) != len(names):
        raise UnreadableFile(
            f"‘{name}’ holds two parts of the same name, which Excel never writes. {SEND_AGAIN}"
        )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableFile(
            f"‘{name}’ is locked with a password. Take the password off, save it and send it again."
        )
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise UnreadableFile(f"‘{name}’ is packed in a way Excel never uses. {SAVE_ANEW}")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise UnreadableFile(_too_big(name, limits))


def _what_else(names: list[str], name: str) -> str:
    for start, what in OTHER_KINDS:
        if any(part.startswith(start) for part in names):
            return f"‘{name}’ is {what}. Open it, save the list as ‘Excel Workbook (.xlsx)’, and send that."
    return f"‘{name}’ is a zip folder, not a workbook. Take the list out of it and send that."


class _Parts:
    """The parts of one workbook, each unpacked and measured. Any of them may be a sheet, whatever its name."""

    def __init__(self, stream: BinaryIO, entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
        self.stream, self.name, self.limits = stream, name, limits
        # The shared texts first: how big a sheet is depends on them.
        self.entries = sorted(entries, key=lambda entry: not _holds_shared_texts(entry))
        self.texts = SharedTexts(limits, name)
        self.bounds = SheetBounds(limits, name, self.texts)
        self.closely = sum(entry.file_size for entry in entries) > limits.text_in_cells

    def check(self) -> None:
        for entry in self.entries:
            start = next(self._unpacked(entry), b"")
            if start.startswith((b"<\x00", b"\x00<", b"\xff\xfe", b"\xfe\xff")):
                raise UnreadableFile(f"‘{self.name}’ is written in a form Excel never uses. {SAVE_ANEW}")
            if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
                self._check_xml(entry)
            else:
                self._check_other(entry)

    def _unpacked(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        return _unpack(self.stream, entry, self.name, self.limits)

    def _check_xml(self, entry: zipfile.ZipInfo) -> None:
        sheet, is_sheet = Sheet(self.texts, self.closely), False
        for block in blocks(self._unpacked(entry), self.name):
            if not is_sheet:
                self._refuse_instructions(block)
                is_sheet = b"sheetData" in block
            sheet.add(block)
        if is_sheet:
            self.bounds.add(sheet, lambda: self._unpacked(entry))
        if _holds_shared_texts(entry):
            self.texts.measure(self._unpacked(entry))
        elif not is_sheet and entry.file_size > self.limits.part_bytes:
            raise UnreadableFile(_too_big(self.name, self.limits))

    def _check_other(self, entry: zipfile.ZipInfo) -> None:
        """A picture, or the like. It must not be a sheet in disguise: the reader would take it for one."""
        end = b""
        for piece in self._unpacked(entry):
            if b"sheetData" in end + piece or (_holds_shared_texts(entry) and piece.strip()):
                raise UnreadableFile(f"‘{self.name}’ has a part that is not what it says it is. {SEND_AGAIN}")
            end = piece[-16:]

    def _refuse_instructions(self, block: bytes) -> None:
        if b"<!DOCTYPE" in block or b"<!ENTITY" in block:
            raise UnreadableFile(
                f"‘{self.name}’ carries instructions inside its XML that a workbook never needs. {SEND_AGAIN}"
            )


def _holds_shared_texts(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.replace("\\", "/").lstrip("/").lower() == "xl/sharedstrings.xml"


def _unpack(stream: BinaryIO, entry: zipfile.ZipInfo, name: str, limits: Limits) -> Iterator[bytes]:
    """The part's bytes, in pieces. Stops with `UnreadableFile` as soon as more comes out than the directory claims."""
    stream.seek(max(0, entry.header_offset))
    header = stream.read(LOCAL_HEADER.size)
    if len(header) < LOCAL_HEADER.size or header[:4] != b"PK\x03\x04":
        raise UnreadableFile(f"‘{name}’ is damaged and cannot be opened. {SEND_AGAIN}")
    stream.seek(sum(LOCAL_HEADER.unpack(header)[9:11]), 1)
    total = 0
    for piece in _inflate(stream, entry, name):
        total += len(piece)
        if total > entry.file_size:
            raise UnreadableFile(f"‘{name}’ unpacks to more than it says it holds. {SEND_AGAIN}")
        if total > max(limits.ratio_applies_above, entry.compress_size * limits.ratio):
            raise UnreadableFile(_too_big(name, limits))
        yield piece
    if total != entry.file_size:
        raise UnreadableFile(f"‘{name}’ is cut short or damaged. {SEND_AGAIN}")


def _inflate(stream: BinaryIO, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    left, position = entry.compress_size, stream.tell()
    inflater = zlib.decompressobj(-15) if entry.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0:
        stream.seek(position)
        packed = stream.read(min(left, PIECE))
        if not packed:
            return
        left -= len(packed)
        position += len(packed)
        yield from _inflated(inflater, packed, name) if inflater else [packed]


def _inflated(inflater: zlib._Decompress, packed: bytes, name: str) -> Iterator[bytes]:
    try:
        while packed:
            yield inflater.decompress(packed, PIECE)
            packed = inflater.unconsumed_tail
    except zlib.error:
        raise UnreadableFile(f"‘{name}’ is damaged and cannot be opened. {SEND_AGAIN}") from None


def _too_big(name: str, limits: Limits) -> str:
    return (
        f"‘{name}’ unpacks to far more than a list needs (the most is {in_megabytes(limits.unpacked_bytes)}). "
        "Copy the list into a new workbook, or save the sheet as CSV, and send that."
    )
