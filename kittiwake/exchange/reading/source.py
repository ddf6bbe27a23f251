"""Opening a file somebody sent: what it is, its fingerprint, and whether it is safe to read.

Every check that protects the machine is made here, before anything is parsed. What a file is, is decided by its
first bytes and never by its name: forces send CSV files called .xls and web pages called .xlsx.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from kittiwake.exchange.reading.archive import check_workbook
from kittiwake.exchange.reading.limits import LIMITS, MEGABYTE, Limits, in_megabytes
from kittiwake.exchange.reading.unreadable import UnreadableFile

__all__ = ["Kind", "Source", "UnreadableFile", "open_source"]

IN_MEMORY = 20 * MEGABYTE
SAVE_AS = (
    "Open it in Excel, choose Save As, pick ‘Excel Workbook (.xlsx)’ or ‘CSV UTF-8’, and send that file."
)
SEND_A_LIST = "Send the list as a spreadsheet (.xlsx) or a CSV file."

# First bytes, and what the person will recognise the file as.
STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"{\\rtf", "a Rich Text document"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed folder"),
    (b"Rar!", "a compressed folder"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
WEB_PAGE = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<table",
    b"<meta",
    b"<style",
    b"<div",
    b"<script",
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams inside an old-style Office file, by which we can say what it is.
OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "password"),
    ("WordDocument", "a Word document"),
    ("PowerPoint Document", "a PowerPoint file"),
    ("__substg1.0", "a saved e-mail"),
)


class Kind(StrEnum):
    TEXT = "text"
    WORKBOOK = "workbook"


class Kept:
    """A copy of our own of a long file, for as long as it is read: whatever becomes of the file meanwhile, what was
    fingerprinted is what is read. Nobody else may open it, and it is gone with this process."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = tempfile.NamedTemporaryFile(prefix="kittiwake-")  # noqa: SIM115 - closed when let go
        shutil.copyfileobj(stream, self._file)
        self._file.flush()
        self.size = self._file.tell()

    def open(self) -> BinaryIO:
        return Path(self._file.name).open("rb")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may be read. `sha256` (hex) names its exact bytes, so that the same file is known again."""

    name: str
    sha256: str
    size: int
    kind: Kind
    limits: Limits = field(default=LIMITS, repr=False)
    _where: Kept | bytes = field(default=b"", repr=False)

    def open(self) -> BinaryIO:
        return io.BytesIO(self._where) if isinstance(self._where, bytes) else self._where.open()


def open_source(
    given: str | os.PathLike[str] | bytes, name: str = "", limits: Limits = LIMITS, *, is_xml: bool = False
) -> Source:
    """The file at a path, or the bytes themselves, checked and ready to read. Raises `UnreadableFile` with one sentence.

    `is_xml`: the format that was chosen is XML, which is otherwise refused.
    """
    where = given if isinstance(given, bytes) else Path(given)
    name = name or (where.name if isinstance(where, Path) else "file")
    name = name.encode(
        "utf-8", "replace"
    ).decode()  # a name from another system may hold bytes that are no letters
    size = len(where) if isinstance(where, bytes) else _size(where, name)
    _check_size(Source(name, "", size, Kind.TEXT, limits), Kind.TEXT)
    kept = where if isinstance(where, bytes) else _kept(where, name)
    size = len(kept) if isinstance(kept, bytes) else kept.size
    if size == 0:
        raise UnreadableFile(f"‘{name}’ is empty. Check that the right file was sent, and send it again.")
    source = Source(name, "", size, Kind.TEXT, limits, kept)
    with source.open() as stream:
        kind = _kind(stream.read(4096), source, is_xml=is_xml)
    _check_size(source, kind)
    if kind is Kind.WORKBOOK:
        with source.open() as stream:
            check_workbook(stream, name, limits)
    else:
        _check_text(source)
    return Source(name, _sha256(source), size, kind, limits, kept)


def _size(path: Path, name: str) -> int:
    try:
        return path.stat().st_size
    except OSError:
        raise UnreadableFile(f"‘{name}’ could not be found. Send it again.") from None


def _kept(path: Path, name: str) -> Kept | bytes:
    """The bytes as they are at this moment. Refuses a file that is written to while it is copied."""
    try:
        before = path.stat()
        with path.open("rb") as stream:
            kept = stream.read() if before.st_size <= IN_MEMORY else Kept(stream)
        after = path.stat()
    except OSError:
        raise UnreadableFile(
            f"‘{name}’ could not be read. Check that it is a file, and send it again."
        ) from None
    if (before.st_mtime_ns, before.st_size, before.st_ino) != (
        after.st_mtime_ns,
        after.st_size,
        after.st_ino,
    ):
        raise UnreadableFile(
            f"‘{name}’ was changed while it was being read. Wait until it is written, and send it again."
        )
    return kept


def _kind(head: bytes, source: Source, *, is_xml: bool) -> Kind:
    name = source.name
    told = head.lstrip(b"\xef\xbb\xbf \t\r\n")  # some programs write blank lines before anything else
    for start, what in STARTS:
        if told.startswith(start) or head.startswith(start):
            raise UnreadableFile(f"‘{name}’ is {what}, not a list that can be read. {SEND_A_LIST}")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.WORKBOOK
    if head.startswith(OLE):
        raise UnreadableFile(_about_old_office_file(source))
    if not is_xml:
        _refuse_markup(head, name)
    return Kind.TEXT


def _about_old_office_file(source: Source) -> str:
    contents = ""
    for chunk in chunks(source):
        contents = contents or next(
            (what for stream, what in OLE_STREAMS if stream.encode("utf-16-le") in chunk), ""
        )
    if contents == "password":
        return f"‘{source.name}’ is locked with a password. Take the password off, save it and send it again."
    if contents:
        return f"‘{source.name}’ is {contents}, not a list that can be read. {SEND_A_LIST}"
    return f"‘{source.name}’ is in the old Excel format (.xls), which cannot be checked safely. {SAVE_AS}"


def _refuse_markup(head: bytes, name: str) -> None:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith(WEB_PAGE):
        raise UnreadableFile(f"‘{name}’ is a web page saved under a spreadsheet’s name. {SAVE_AS}")
    if start.startswith(b"<?xml"):
        what = "an XML spreadsheet" if b"excel.sheet" in start else "an XML file"
        raise UnreadableFile(f"‘{name}’ is {what}, not a list that can be read. {SAVE_AS}")
    if start.startswith((b"{", b"[{", b"[\n")):
        raise UnreadableFile(f"‘{name}’ is a JSON file, not a list that can be read. {SEND_A_LIST}")
    if start.startswith((b"mime-version:", b"return-path:", b"received:", b"delivered-to:")):
        raise UnreadableFile(f"‘{name}’ is a saved e-mail. Save the attachment on its own and send that.")


def _check_size(source: Source, kind: Kind) -> None:
    most = source.limits.text_bytes if kind is Kind.TEXT else source.limits.workbook_bytes
    if source.size > most:
        raise UnreadableFile(
            f"‘{source.name}’ is {in_megabytes(source.size)}; the most that can be read at once is "
            f"{in_megabytes(most)}. Split it into smaller files, for example by year."
        )


def _check_text(source: Source) -> None:
    """Text holds no zero bytes, except as half of every letter in UTF-16, which says so in its first bytes."""
    with source.open() as stream:
        if looks_like_utf_16(stream.read(4096)):
            return
    if any(b"\x00" in chunk for chunk in chunks(source)):
        raise UnreadableFile(
            f"‘{source.name}’ is not a text list: it holds zero bytes, as programs do. {SAVE_AS}"
        )


def looks_like_utf_16(head: bytes) -> str:
    """The Python name of the UTF-16 form that text starting with these bytes is in, or an empty string."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    # Without a mark: nearly all letters here have a zero byte, always on the same side.
    first, second = head[0:400:2], head[1:400:2]
    if len(head) < 8 or not 0.7 * len(second) <= first.count(0) + second.count(0) <= len(second):
        return ""
    return "" if first.count(0) and second.count(0) else "utf-16-le" if second.count(0) else "utf-16-be"


def chunks(source: Source, size: int = 1 << 20) -> Iterator[bytes]:
    with source.open() as stream:
        while chunk := stream.read(size):
            yield chunk


def _sha256(source: Source) -> str:
    digest = hashlib.sha256()
    for chunk in chunks(source):
        digest.update(chunk)
    return digest.hexdigest()
