"""Which files may be kept, how large, and what they are called. Pure.

Source: OWASP, File Upload Cheat Sheet: a list of what is accepted, the kind found in the bytes and held against the
name, limits of size, pictures written anew. The limits are ours; no guidance sets them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from mimetypes import MimeTypes

MB = 1_000_000
MOST_BYTES = 25 * MB  # of one file
MOST_FILES = 10  # at once
MOST_ON_THE_WAY = 2 * MOST_FILES * MOST_BYTES  # of one person: two forms full
MOST_AT_ONCE = MB  # of a file that is sent in pieces
MOST_PIXELS = 50_000_000  # of a picture as it comes: what a telephone's best camera makes
MOST_PIXELS_WHOLE = 12_000_000  # of one that can only be unpacked whole; a JPEG is unpacked smaller
HALVED_FROM = 24_000_000  # a JPEG with more is unpacked at half its size or less
LONGEST_SIDE = 4000  # of a picture as it is kept
SMALL_SIDE = 200  # of a picture in a list
HEIC = "heic"

PHOTOGRAPH = "photograph"
KINDS = [
    (PHOTOGRAPH, "Recent photograph"),
    ("letter", "Letter or email"),
    ("drawing", "Drawing"),
    ("said", "Recording of what was said"),
    ("messages", "Messages or a picture of a screen"),
    ("report", "Report or form"),
    ("other", "Something else"),
]


@dataclass(frozen=True)
class Format:
    """`endings` are those of names that may hold it; the first is what it is given out under."""

    key: str
    called: str
    media_type: str
    endings: tuple[str, ...]
    is_picture: bool = False
    is_heard: bool = False  # a recording, which a page plays

    @property
    def is_shown(self) -> bool:
        return self.is_picture or self.is_heard


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    each.key: each
    for each in (
        Format("jpeg", "JPEG picture", "image/jpeg", (".jpg", ".jpeg", ".jpe", ".jfif"), True),
        Format("png", "PNG picture", "image/png", (".png",), True),
        Format("gif", "GIF picture", "image/gif", (".gif",), True),
        Format("webp", "WebP picture", "image/webp", (".webp",), True),
        Format(HEIC, "HEIC picture", "image/heic", (".heic", ".heif", ".hif"), True),
        Format("pdf", "PDF", "application/pdf", (".pdf",)),
        Format("docx", "Word document", _WORD, (".docx",)),
        Format("xlsx", "Excel workbook", _SHEET, (".xlsx",)),
        Format("odt", "OpenDocument text", "application/vnd.oasis.opendocument.text", (".odt",)),
        Format("txt", "plain text", "text/plain", (".txt",)),
        Format("m4a", "sound recording (M4A)", "audio/mp4", (".m4a",), is_heard=True),
        Format("mp4", "sound or film (MP4)", "video/mp4", (".mp4", ".m4a"), is_heard=True),
        Format("mp3", "sound recording (MP3)", "audio/mpeg", (".mp3",), is_heard=True),
        Format("wav", "sound recording (WAV)", "audio/wav", (".wav",), is_heard=True),
        Format("ogg", "sound recording (OGG)", "audio/ogg", (".ogg", ".oga", ".opus"), is_heard=True),
    )
}
ACCEPTED = "a picture (JPEG, HEIC, PNG, WebP, GIF), a PDF, a Word, Excel or OpenDocument file, plain text, or a recording (M4A, MP3, MP4, WAV, OGG)"

_KNOWN_TYPES = MimeTypes()
_CONTROL = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")


def ending_of(name: str) -> str:
    """With its dot, in small letters; nothing where what stands after the dot is no ending anybody knows."""
    last = re.search(r"\.[A-Za-z0-9]{1,5}$", name.strip())
    ending = last[0].lower() if last else ""
    is_known = _KNOWN_TYPES.guess_type(f"x{ending}") != (None, None) or any(
        ending in format_.endings for format_ in FORMATS.values()
    )
    return ending if ending and is_known else ""


def says_another(name: str, format_: Format) -> bool:
    """Whether the file's name claims that it is something else than its bytes are."""
    ending = ending_of(name)
    return bool(ending) and ending not in format_.endings


def title_of(name: str, most: int) -> str:
    """What a document is called that nobody gave a title: its file's name, without the ending and what no title has."""
    bare = name.strip()[: len(name.strip()) - len(ending_of(name))]
    plain = _plain(bare)
    return plain[:most] or "Document"


def name_to_give(title: str, format_: Format) -> str:
    """The name a file is given out under: made of its title, never what somebody's browser sent."""
    return f"{_plain(title)[:100].rstrip('. ') or 'document'}{format_.endings[0]}"


def _plain(text: str) -> str:
    """Without what means something to a file system, and without letters that turn the writing round."""
    shown = "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Cs") else letter for letter in text)
    return " ".join(_CONTROL.sub(" ", shown).split())


def size_in_words(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < MB else f"{size / MB:.1f} MB"
