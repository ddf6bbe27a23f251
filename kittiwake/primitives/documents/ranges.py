"""A part of a file, as players of recordings ask for it (RFC 9110, section 14): where somebody goes on listening."""

from __future__ import annotations

import re
from typing import IO

ASKED = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def asked_part(said: str, size: int) -> tuple[int, int] | None:
    """From where, and up to where; None for the whole, which is also the answer to what cannot be read or is not there."""
    match = ASKED.fullmatch(said.strip())
    if not match or match[0] == "bytes=-":
        return None
    first, last = match[1], match[2]
    if not first:
        return (max(size - int(last), 0), size) if int(last) else None
    start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else None


class Part:
    """A file that begins and ends where it was asked for."""

    def __init__(self, file: IO[bytes], start: int, end: int) -> None:
        self.file, self.left = file, end - start
        file.seek(start)

    def read(self, most: int = -1) -> bytes:
        piece = self.file.read(self.left if most < 0 else min(most, self.left))
        self.left -= len(piece)
        return piece

    def close(self) -> None:
        self.file.close()
