"""Some two thousand files that mean harm or are broken, made here from one number; each has what is to come of it, where that is known.

What is drawn by chance may be kept, or refused; never anything else.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from kittiwake.primitives.documents.rules import FORMATS, MOST_BYTES, says_another
from kittiwake.primitives.documents.tests import files

REFUSED, KEPT, EITHER = "refused", "kept", "either"
SCRIPT = b"<script>alert(1)</script>"


@dataclass(frozen=True)
class Hostile:
    kind: str
    name: str
    content: bytes
    expected: str = EITHER


def corpus(seed: int = 9) -> Iterator[Hostile]:
    chance = random.Random(seed)
    for maker in (
        broken,
        promising,
        masked,
        two_at_once,
        named,
        packed,
        written,
        scripted,
        heard,
        stuffed,
        large,
    ):
        yield from maker(chance)


def spoilt(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    turn = chance.random()
    if turn < 0.3:
        del changed[chance.randrange(1, len(changed)) :]
    elif turn < 0.4:
        start = chance.randrange(len(changed))
        changed[start:start] = chance.randbytes(chance.randint(1, 4000))
    return bytes(changed)


def broken(chance: random.Random) -> Iterator[Hostile]:
    """Pictures with a few bytes changed, cut off or put in."""
    for turn in range(700):
        kind = ("JPEG", "PNG", "GIF", "WEBP")[turn % 4]
        colour = tuple(chance.randrange(256) for _ in range(3))
        good = files.picture(kind, size=(chance.randint(1, 300), chance.randint(1, 300)), colour=colour)
        yield Hostile("a broken picture", f"IMG_{turn}.{kind.lower()}", spoilt(good, chance))
    for turn in range(60):
        yield Hostile("a broken HEIC", f"IMG_{turn}.heic", spoilt(files.HEIC, chance))


def promising(chance: random.Random) -> Iterator[Hostile]:
    """Headers of pictures that would fill the memory."""
    for wide, high in [
        (60_000, 60_000),
        (2**31 - 1, 1),
        (1, 2**31 - 1),
        (0, 0),
        (50_001, 1000),
        (2**31 - 1, 2**31 - 1),
    ]:
        yield Hostile("a promise of points", "x.png", files.png_that_says(wide, high), REFUSED)
    for turn in range(60):
        sides = chance.randint(7100, 70_000), chance.randint(7100, 70_000)
        yield Hostile("a promise of points", f"{turn}.png", files.png_that_says(*sides), REFUSED)
    for turn in range(30):
        gif = bytearray(files.picture("GIF"))
        gif[6:10] = struct.pack("<HH", chance.randint(8000, 65_535), chance.randint(8000, 65_535))
        yield Hostile("a promise of points", f"{turn}.gif", bytes(gif), REFUSED)
    for turn in range(20):
        jpeg = files.picture()
        place = jpeg.index(b"\xff\xc0") + 5
        sides = struct.pack("!HH", chance.randint(8000, 65_535), chance.randint(8000, 65_535))
        yield Hostile("a promise of points", f"{turn}.jpg", jpeg[:place] + sides + jpeg[place + 4 :], REFUSED)


def masked(chance: random.Random) -> Iterator[Hostile]:
    """Every good file under the ending of every other, and of what is never kept."""
    endings = sorted({ending for each in FORMATS.values() for ending in each.endings})
    endings += [".exe", ".html", ".svg", ".js", ".zip", ".docm", ".bat", ".php"]
    for key, content in files.samples().items():
        for ending in endings:
            other = says_another(f"x{ending}", FORMATS[key])
            yield Hostile("another ending", f"x{ending}", content, REFUSED if other else EITHER)
    for content in (
        files.PROGRAM,
        files.PAGE,
        files.SVG,
        b"#!/bin/sh\nrm -rf /\n",
        b"\x7fELF" + b"\0" * 99,
        b"\xca\xfe\xba\xbe" * 9,
    ):
        for ending in (".jpg", ".png", ".pdf", ".docx", ".m4a", ".heic", ".exe", ""):
            yield Hostile("a program or a page", f"x{ending}", content, REFUSED)


def two_at_once(chance: random.Random) -> Iterator[Hostile]:
    """What is two things, as two programs read it."""
    zipped, good = files.archive(a_txt="x"), files.samples()
    for key in ("jpeg", "png", "gif", "webp", "pdf", "wav", "m4a", "mp3"):
        name = f"x{FORMATS[key].endings[0]}"
        for tail in (
            SCRIPT,
            files.PAGE,
            zipped,
            files.PDF_WITH_SCRIPT,
            files.PROGRAM,
            files.MACROS,
            b"\0" * 5000 + SCRIPT,
        ):
            yield Hostile("two files in one", name, good[key] + tail)
        for front in (SCRIPT, files.PAGE, files.PROGRAM):
            yield Hostile("two files in one", name, front + good[key])
    yield Hostile("two files in one", "x.gif", b"GIF89a/*" + SCRIPT + b"*/=1;alert(1)")
    yield Hostile("two files in one", "x.docx", files.MACROS, REFUSED)
    yield Hostile("two files in one", "x.docx", files.PDF + zipped, REFUSED)


NAMES = [
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "C:\\x.txt", "CON", "NUL.txt", "aux", "\u202etxt.exe", "a\u202egpj.txt",
    "<script>alert(1)</script>.txt", "\"><img src=x onerror=alert(1)>.txt", "a\r\nSet-Cookie: x=1.txt", "a\0b.txt", "\t.txt", " .txt",
    ".txt", "..txt", "x." + "y" * 200, "x" * 255 + ".txt", "é" * 200 + ".txt", "😀.txt", "a%00b.txt", "%2e%2e%2f.txt", "=cmd|' /C calc'!A0.txt",
    "{{7*7}}.txt", "{% debug %}.txt", "${7*7}.txt", "'; DROP TABLE documents_document;--.txt", "a/b/c.txt", "x.txt/", "x.txt.", "x.txt ",
    "\ufeffx.txt", "\ud7ff.txt", "x\u0000.txt", "\u200b.txt", "𝓍.txt", "ﷺ" * 100 + ".txt", "x.tar.gz.txt", "~x.txt", "-rf.txt", "$(id).txt",
]  # fmt: skip


def named(chance: random.Random) -> Iterator[Hostile]:
    """Names that mean something to a path, a page, a header, a spreadsheet or a shell."""
    for name in NAMES:
        yield Hostile("a name", name, f"What was said: {name!r}".encode())
        yield Hostile("a name", name, files.PROGRAM, REFUSED)
        yield Hostile("a name", f"{name}.pdf", files.PDF + repr(name).encode())


def packed(chance: random.Random) -> Iterator[Hostile]:
    """Archives that unpack to more than there is, are broken, or carry a program."""
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"\0" * 200_000_000)
    yield Hostile("an archive that unpacks to 200 MB", "x.docx", bomb.getvalue())
    inside = bomb.getvalue()
    for turn in range(3):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as made:
            for number in range(5):
                made.writestr(f"{number}.zip", inside)
        inside = outer.getvalue()
        yield Hostile("archives in archives", f"{turn}.docx", inside, REFUSED)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as made:
        for number in range(60_000):
            made.writestr(str(number), b"")
    yield Hostile("60,000 things in an archive", "x.docx", many.getvalue(), REFUSED)
    for part in ("word/vbaProject.bin", "xl/vbaProject.bin"):
        yield Hostile(
            "macros",
            "x.docx",
            files.archive(**{"word__document_xml": "", part.replace("/", "__").replace(".", "_"): ""}),
            REFUSED,
        )
    for turn in range(200):
        good = (files.WORD, files.archive(xl__workbook_xml="<x/>"))[turn % 2]
        yield Hostile("a broken archive", f"{turn}.{('docx', 'xlsx')[turn % 2]}", spoilt(good, chance))


def written(chance: random.Random) -> Iterator[Hostile]:
    """Texts in every encoding, and what only says that it is one."""
    for words in (
        "Élodie’s words",
        "שלום",
        "مرحبا",
        "你好",
        "𝒳",
        "a\u202eb",
        "<b>words</b>",
        SCRIPT.decode(),
        "=1+1",
        "{{7*7}}",
    ):
        for encoding in (
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16-be",
            "utf-32",
            "utf-7",
            "cp1252",
            "shift_jis",
            "cp037",
        ):
            content = words.encode(encoding, "replace")
            is_text = encoding in ("utf-8", "utf-8-sig")
            yield Hostile("a text", "x.txt", content, KEPT if is_text else EITHER)
    for turn in range(80):
        yield Hostile(
            "no text", f"{turn}.txt", chance.randbytes(chance.randint(20, 5000)) + b"\0\xff", REFUSED
        )
    for content in (b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"a" * 65535 + b"\xc3", b"", b"\0"):
        yield Hostile("no text", "x.txt", content, REFUSED)


def scripted(chance: random.Random) -> Iterator[Hostile]:
    """PDFs that do something when they are opened; they are kept, and never opened here."""
    acts = (
        b"/JavaScript/JS(app.alert(1))",
        b"/Launch/F(cmd.exe)",
        b"/URI/URI(http://x.example)",
        b"/SubmitForm/F(x)",
        b"/GoToR/F(x)",
    )
    for number, act in enumerate(acts):
        for head in (b"%PDF-1.7\n", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"):
            content = (
                head
                + b"1 0 obj<</Type/Catalog/OpenAction<</S"
                + act
                + b">>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            )
            yield Hostile("a PDF with a script", f"{number}.pdf", content + str(number).encode(), KEPT)
    for turn in range(100):
        yield Hostile("a broken PDF", f"{turn}.pdf", spoilt(files.PDF_WITH_SCRIPT * 3, chance))


def heard(chance: random.Random) -> Iterator[Hostile]:
    good = files.samples()
    for turn in range(150):
        key = ("m4a", "wav", "ogg", "mp3")[turn % 4]
        yield Hostile("a broken recording", f"{turn}{FORMATS[key].endings[0]}", spoilt(good[key], chance))


def stuffed(chance: random.Random) -> Iterator[Hostile]:
    """Little on the disk and much in memory: texts, profiles and frames of pictures."""
    for length in (10**6, 10**7, 2 * 10**8):
        yield Hostile("a text that unpacks", "x.png", files.png_with_words(length))
    for turn in range(20):
        profile = zlib.compress(b"\0" * chance.randint(10**6, 10**8))
        plain = files.picture("PNG", size=(1, 1))
        chunk = files._chunk(b"iCCP", b"x\0\0" + profile)
        yield Hostile("a profile that unpacks", f"{turn}.png", plain[:33] + chunk + plain[33:])
    frames = [Image.new("P", (300, 300), number % 255) for number in range(500)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    yield Hostile("500 frames", "x.gif", out.getvalue(), KEPT)
    for turn in range(40):
        exif = b"Exif\0\0II*\0" + struct.pack("<I", 8) + struct.pack("<H", 0xFFFF) + chance.randbytes(400)
        jpeg = files.picture()
        yield Hostile(
            "what a picture says of itself",
            f"{turn}.jpg",
            jpeg[:2] + b"\xff\xe1" + struct.pack("!H", len(exif) + 2) + exif + jpeg[2:],
        )


def large(chance: random.Random) -> Iterator[Hostile]:
    picture = Image.effect_noise((7000, 7000), 60)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=30)
    yield Hostile(
        "49 million points", "x.jpg", out.getvalue(), KEPT if len(out.getvalue()) <= MOST_BYTES else REFUSED
    )
    for side, expected in ((7000, REFUSED), (3450, KEPT)):
        clear = io.BytesIO()
        Image.new("RGBA", (side, side), (200, 90, 20, 128)).save(clear, "PNG")
        yield Hostile(f"{side} by {side} clear points", "x.png", clear.getvalue(), expected)
    for size in (MOST_BYTES + 1, MOST_BYTES + 10_000_000):
        yield Hostile("a file over the limit", "x.pdf", files.PDF + b"\0" * (size - len(files.PDF)), REFUSED)
