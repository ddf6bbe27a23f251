"""A picture made anew: the right way up, no larger than it needs to be, and without anything it said of itself.

What a telephone writes into a picture, the place it was taken among it, is left behind, and so is whatever else a file
may hold beside its pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO

from PIL import Image, ImageOps, UnidentifiedImageError

from kittiwake.primitives.documents.heic import as_jpeg
from kittiwake.primitives.documents.recognising import called
from kittiwake.primitives.documents.rules import (
    FORMATS,
    HALVED_FROM,
    HEIC,
    LONGEST_SIDE,
    MOST_PIXELS,
    MOST_PIXELS_WHOLE,
    SMALL_SIDE,
    Format,
)
from kittiwake.primitives.documents.unsuitable import Unsuitable

QUALITY = 88
TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError)
SEE_THROUGH = {"RGBA", "LA", "PA", "RGBa", "La"}


@contextmanager
def made_anew(file: IO[bytes], name: str, format_: Format) -> Iterator[tuple[IO[bytes], Format]]:
    """A new file and its format. Raises Unsuitable for a picture that is too large or cannot be read."""
    if format_.key == HEIC:
        with as_jpeg(file, name) as jpeg, made_anew(jpeg, name, FORMATS["jpeg"]) as made:
            yield made
        return
    picture = _read(file, name, format_)
    with TemporaryFile() as out:
        yield out, _write(picture, format_, out)


def small(file: IO[bytes], format_: Format) -> bytes:
    """Of a picture made here, for a list: JPEG on white, whatever is clear in it."""
    file.seek(0)
    with Image.open(file, formats=[format_.key.upper()]) as picture:
        picture.thumbnail((SMALL_SIDE, SMALL_SIDE))
        clear = picture.convert("RGBA")
    on_white = Image.new("RGB", clear.size, "white")
    on_white.paste(clear, mask=clear.getchannel("A"))
    out = BytesIO()
    on_white.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _read(file: IO[bytes], name: str, format_: Format) -> Image.Image:
    """Its size is looked at before a single point of it is unpacked, by the library and by us, who allow less."""
    file.seek(0)
    most = MOST_PIXELS if format_.key == "jpeg" else MOST_PIXELS_WHOLE
    try:
        with Image.open(file, formats=[format_.key.upper()]) as picture:
            if picture.width * picture.height > most:
                raise Image.DecompressionBombError
            return _drawn(picture)
    except TOO_LARGE:
        raise Unsuitable(
            f"{called(name)} has more points than can be opened safely. Make it smaller: {most // 1_000_000} million at most"
        ) from None
    except BROKEN:
        raise Unsuitable(
            f"{called(name)} is broken: the picture in it cannot be read. Send it again, or a picture of the screen that shows it"
        ) from None


def _drawn(picture: Image.Image) -> Image.Image:
    """The first frame. Made smaller first: a large JPEG is then never unpacked whole."""
    if picture.width * picture.height > HALVED_FROM:
        picture.draft(None, (picture.width // 2, picture.height // 2))  # nothing but a JPEG takes notice
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
