"""Files of every kind, made here: what people send, and what somebody might who means harm."""

from __future__ import annotations

import io
import struct
import wave
import zipfile
import zlib
from base64 import b64decode
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PLACE = 0x8825  # where it was taken, as EXIF has it
LEFT_UP = 0x0112  # which way the camera was held


def picture(
    kind: str = "JPEG", *, size: tuple[int, int] = (60, 40), colour: Any = "red", **more: Any
) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **more)
    return out.getvalue()


def telephone_picture() -> bytes:
    """Held on its side, with the place it was taken, a comment and words of whoever took it."""
    exif = Image.Exif()
    exif[LEFT_UP] = 6
    exif[0x010E] = "Saltmere pier, by Somebody"
    exif[PLACE] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
    return picture(exif=exif, comment=b"Saltmere pier")


def png_that_says(wide: int, high: int) -> bytes:
    """A header that promises so many points, and nothing behind it."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            _chunk(b"IHDR", struct.pack("!IIBBBBB", wide, high, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(b"\0" * 1000)),
            _chunk(b"IEND", b""),
        ]
    )


def png_with_words(length: int) -> bytes:
    """A picture of one point, and a text that unpacks to so many letters."""
    plain = picture("PNG", size=(1, 1))
    words = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"A" * length))
    return plain[:33] + words + plain[33:]


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("!I", len(content)) + name + content + struct.pack("!I", zlib.crc32(name + content))


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PDF_WITH_SCRIPT = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
M4A = b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom" + b"\0" * 400
BROKEN_HEIC = b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + b"\0" * 200
# Of 64 by 48 points, red with a blue corner; it says “Saltmere pier” of itself. Only an encoder could make it here.
HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAbxtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA"
    "AAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4AABAAAAAAAAAFAAAgAAAAACMAABAAAAAAAAAHQAAAA4aWluZgAAAAAA"
    "AgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA+2lwcnAAAADb"
    "aXBjbwAAAHZodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAq"
    "QgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQAN"
    "AAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAADnBp"
    "eGkAAAAAAQgAAAAYaXBtYQAAAAAAAAABAAEFgQIDBYQAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAMxtZGF0AAAA"
    "TCgBrxmA95Kv+x4n3VhshoDb4jMR9BcCyfqj7GoNSVAne0NoXoNA3raQ89FOruLqF+A8n//XToGzHMkc6WDMdxcSgkBj"
    "dm4BNRI/oM4AAAAGRXhpZgAATU0AKgAAAAgAAgEOAAIAAAAOAAAAJoglAAQAAAABAAAANAAAAABTYWx0bWVyZSBwaWVy"
    "AAACAAEAAgAAAAJOAAAAAAIABQAAAAMAAABSAAAAAAAAADMAAAABAAAAHgAAAAEAAAAAAAAAAQ=="
)
PROGRAM = b"MZ\x90\0" + b"\0" * 400
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PAGE = b"<!doctype html><html><script>alert(1)</script></html>"


def tone(seconds: int = 1) -> bytes:
    """A recording that any browser plays."""
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(8000)
        made.writeframes(bytes(128 + 60 * (place // 9 % 2) for place in range(8000 * seconds)))
    return out.getvalue()


def archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


WORD = archive(word__document_xml="<x/>")
MACROS = archive(word__document_xml="<x/>", word__vbaProject_bin="x")


def samples() -> dict[str, bytes]:
    """One good file of each format."""
    return {
        "jpeg": telephone_picture(),
        "png": picture("PNG"),
        "gif": picture("GIF"),
        "webp": picture("WEBP"),
        "heic": HEIC,
        "pdf": PDF,
        "docx": WORD,
        "xlsx": archive(xl__workbook_xml="<x/>"),
        "txt": b"What was said",
        "m4a": M4A,
        "wav": tone(),
        "ogg": b"OggS\0\2" + b"\0" * 22 + b"\1\x1e\1vorbis" + b"\0" * 200,
        "mp3": b"ID3\4\0\0\0\0\0\0" + b"\xff\xfb\x90\0" * 100,
    }


def sent(name: str, content: bytes, media_type: str = "application/octet-stream") -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(name, content, media_type)
