"""A picture made anew: the right way up, no larger than it needs to be, and without anything it said of itself.

What a telephone writes into a picture, the place it was taken among it, is left behind, and so is whatever else a file
may hold beside its pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

from PIL import Image, ImageOps, UnidentifiedImageError

from kittiwake.primitives.documents.recognising import called
from kittiwake.primitives.documents.rules import FORMATS, LONGEST_SIDE, MOST_PIXELS, Format
from kittiwake.primitives.documents.unsuitable import Unsuitable

QUALITY = 88
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, Image.DecompressionBombError)  # fmt: skip
SEE_THROUGH = {"RGBA", "LA", "PA", "RGBa", "La"}


@contextmanager
def made_anew(file: IO[bytes], name: str, format_: Format) -> Iterator[tuple[IO[bytes], Format]]:
    """A new file and its format. Raises Unsuitable for a picture that is too large or cannot be read."""
    picture = _read(file, name, format_)
    with TemporaryFile() as out:
        yield out, _write(picture, format_, out)


def _read(file: IO[bytes], name: str, format_: Format) -> Image.Image:
    file.seek(0)
    try:
        with Image.open(file, formats=[format_.key.upper()]) as picture:
            _refuse_too_large(picture, name)
            return _drawn(picture)
    except BROKEN:
        raise Unsuitable(f"{called(name)} is broken: the picture in it cannot be read") from None


def _refuse_too_large(picture: Image.Image, name: str) -> None:
    """Before a single pixel of it is unpacked."""
    wide, high = picture.size
    if wide * high > MOST_PIXELS:
        raise Unsuitable(
            f"{called(name)} has {wide:,} × {high:,} points, more than can be opened safely. "
            f"Make it smaller: {MOST_PIXELS // 1_000_000} million points at most"
        )


def _drawn(picture: Image.Image) -> Image.Image:
    """The first frame. Made smaller first: a large JPEG is then never unpacked whole."""
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    clear = upright.mode in SEE_THROUGH or "transparency" in upright.info
    plain = upright.convert("RGBA" if clear else "L" if upright.mode in ("1", "L") else "RGB")
    plain.info = {}
    return plain


def _write(picture: Image.Image, format_: Format, out: IO[bytes]) -> Format:
    """A photograph as JPEG; what has sharp edges or is clear in places as PNG."""
    if format_.key in ("png", "gif") or picture.mode == "RGBA":
        picture.save(out, "PNG")
        return FORMATS["png"]
    picture.save(out, "JPEG", quality=QUALITY)
    return FORMATS["jpeg"]
