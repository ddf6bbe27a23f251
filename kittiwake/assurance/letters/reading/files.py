"""The text of a letter out of the file it came in. PDF and Word are read by a process of its own that may break without harm."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import NoReturn

from kittiwake.primitives.documents.recognising import called, recognise
from kittiwake.primitives.documents.rules import ACCEPTED, Format, ending_of
from kittiwake.primitives.documents.unsuitable import Unsuitable

MB = 1_000_000
MOST_BYTES = 10 * MB
MOST_CHARACTERS = 400_000  # the longest report seen has a fourth of it
MOST_PAGES, MOST_UNPACKED = 200, 60 * MB
MEGABYTES, SECONDS = 800, 20  # of the process
PROGRAM = Path(__file__).parent / "file_process.py"
KINDS = "a PDF, a Word document (DOCX) or plain text"
# What the process says by the code it ends with, and what to do.
BROKEN = "is broken and cannot be read. Open and save it again, or paste its text"
ENDED = {
    3: "is locked with a password. Save it without one, or paste its text",
    4: f"has more than {MOST_PAGES} pages. Take out what is not the letter, or paste its text",
    5: f"has more text than a letter has: more than {MOST_CHARACTERS:,} characters. Take out what is not the letter",
    6: "has no text in it: it may be a scan, a picture of each page. Ask for the file itself, or paste its text",
    7: f"unpacks to more than {MOST_UNPACKED // MB} MB. Save it without pictures, or paste its text",
}


def text_of(content: bytes, name: str) -> str:
    """Raises Unsuitable, with one sentence, for whatever is no letter that can be read."""
    if len(content) > MOST_BYTES:
        raise Unsuitable(
            f"{called(name)} is larger than {MOST_BYTES // MB} MB. Save it without pictures, or paste its text"
        )
    if (plain := _plain(content, name)) is not None:
        return bounded(plain, name)
    format_ = _recognised(content, name)
    if format_.key not in ("pdf", "docx"):
        raise Unsuitable(f"{called(name)} is not a letter that can be read. Send {KINDS}")
    return bounded(_read_apart(content, format_.key, name), name)


def _recognised(content: bytes, name: str) -> Format:
    try:
        return recognise(BytesIO(content), name)
    except Unsuitable as unsuitable:
        raise Unsuitable(unsuitable.sentence.replace(ACCEPTED, KINDS)) from None


def format_of(content: bytes) -> str:
    """Of a file that `text_of` could read."""
    heads = {b"%PDF": "pdf", b"PK\x03\x04": "docx"}
    return next((key for head, key in heads.items() if content.lstrip()[:4] == head), "txt")


def bounded(text: str, name: str) -> str:
    """Without what no text has; refused where it is too long or nothing."""
    kept = "".join(
        letter for letter in text if letter in "\n\t\f" or letter.isprintable() or letter.isspace()
    )
    if len(kept) > MOST_CHARACTERS:
        _refuse(5, name)
    if not any(letter.isalpha() for letter in kept):
        _refuse(6, name)
    return kept


def _plain(content: bytes, name: str) -> str | None:
    """What is plain text by its name; also from older Windows programs. None: it is something else."""
    if ending_of(name) != ".txt" or not content or b"\x00" in content or format_of(content) != "txt":
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _read_apart(content: bytes, format_: str, name: str) -> str:
    limits = map(str, (format_, MEGABYTES, SECONDS, MOST_PAGES, MOST_CHARACTERS, MOST_UNPACKED))
    with TemporaryFile() as given, TemporaryFile() as made:
        given.write(content)
        given.seek(0)
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(PROGRAM), *limits],
                stdin=given, stdout=made, stderr=subprocess.DEVNULL, timeout=2 * SECONDS, env={},
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            _refuse(-1, name)
        if done.returncode:
            _refuse(done.returncode, name)
        made.seek(0)
        return made.read().decode("utf-8", "replace")


def _refuse(code: int, name: str) -> NoReturn:
    raise Unsuitable(f"{called(name)} {ENDED.get(code, BROKEN)}")
