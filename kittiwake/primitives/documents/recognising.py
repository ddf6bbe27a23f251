"""What a file is, from its bytes. Its name and what the browser says of it only have to agree."""

from __future__ import annotations

import zipfile
from codecs import getincrementaldecoder
from typing import IO

import puremagic

from kittiwake.primitives.documents.rules import ACCEPTED, FORMATS, HEIC, Format, ending_of, says_another
from kittiwake.primitives.documents.unsuitable import Unsuitable

HEAD = 4096  # bytes that are looked at
PIECE = 64 * 1024
# What the library calls the formats that are kept; those in a ZIP archive are told apart by what is in it.
FOUND_AS = {
    ".jpg": "jpeg", ".jpeg": "jpeg", ".jfif": "jpeg", ".png": "png", ".gif": "gif", ".webp": "webp",
    ".pdf": "pdf", ".m4a": "m4a", ".mp4": "mp4", ".mp3": "mp3", ".mpga": "mp3", ".wav": "wav",
    ".ogg": "ogg", ".oga": "ogg",
}  # fmt: skip
# The brands of an ISO media file that say it is a picture of a telephone; the library takes some of them for films.
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
ZIP = b"PK\x03\x04"
INSIDE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
MACROS = ("word/vbaProject.bin", "xl/vbaProject.bin")
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def recognise(file: IO[bytes], name: str) -> Format:
    """Raises Unsuitable for what is not kept, and for what its name says it is not."""
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise Unsuitable(f"{called(name)} is empty. Look at it where it came from, and send it again")
    format_ = _in_archive(file, name) if head.startswith(ZIP) else _by_head(file, head, name)
    if says_another(name, format_):
        raise Unsuitable(
            f"{called(name)} says that it is a {ending_of(name).lstrip('.').upper()} file, but is a {format_.called}. "
            "Give it its right name, or look at where it came from"
        )
    return format_


def called(name: str) -> str:
    """A file's name as a sentence names it: the front of one that nobody can read to the end."""
    return f"“{name if len(name) <= 60 else name[:59] + '…'}”"


def _by_head(file: IO[bytes], head: bytes, name: str) -> Format:
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS:
        return FORMATS[HEIC]
    # In the library's order; MP3 is also found behind guesses that fit anything.
    for ending in _endings(head):
        if key := FOUND_AS.get(ending):
            return FORMATS[key]
    if _is_text(file) and ending_of(name) in FORMATS["txt"].endings:
        return FORMATS["txt"]
    raise Unsuitable(f"{called(name)} is not a file that can be kept. Send {ACCEPTED}")


def _endings(head: bytes) -> list[str]:
    try:
        return [match.extension for match in puremagic.magic_string(head)]
    except puremagic.PureError:
        return []


def _in_archive(file: IO[bytes], name: str) -> Format:
    """Only the list of what is in it is read, so that nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as archive:
            inside = set(archive.namelist())
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
    ):  # what the list of a broken one raises
        raise Unsuitable(f"{called(name)} is broken. Send it again, or open and save it first") from None
    if inside & set(MACROS):
        raise Unsuitable(f"{called(name)} has macros in it. Save it as a file without macros, or as a PDF")
    for part, key in INSIDE.items():
        if part in inside:
            return FORMATS[key]
    file.seek(30)
    if file.read(len(OPEN_DOCUMENT)) == OPEN_DOCUMENT:
        return FORMATS["odt"]
    raise Unsuitable(f"{called(name)} is an archive. Take the files out of it, and add them one by one")


def _is_text(file: IO[bytes]) -> bool:
    """UTF-8 throughout, and nothing in it that no text has."""
    file.seek(0)
    decoder = getincrementaldecoder("utf-8")()
    try:
        for piece in iter(lambda: file.read(PIECE), b""):
            if b"\x00" in piece:
                return False
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
