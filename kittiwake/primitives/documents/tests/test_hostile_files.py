"""Every file somebody might send that means harm or is broken: one sentence, and nothing kept."""

from __future__ import annotations

import errno
import io
import random
import re
import sys
import tempfile
import tracemalloc
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.urls import reverse
from PIL import Image
from psycopg.errors import DiskFull

from kittiwake.primitives.documents import heic, recording
from kittiwake.primitives.documents.looking import looked_at
from kittiwake.primitives.documents.models import Document, Piece
from kittiwake.primitives.documents.rules import FORMATS, MOST_BYTES
from kittiwake.primitives.documents.serving import opened
from kittiwake.primitives.documents.tests import files
from kittiwake.primitives.documents.unsuitable import Unsuitable
from kittiwake.record import recording as record
from kittiwake.record.models import Entry
from kittiwake.ui import receiving
from tests.cast import NOW, Cast, signed_in

REFUSED: dict[str, tuple[str, bytes, str]] = {
    "nothing in it": ("x.pdf", b"", "is empty"),
    "a program called a picture": ("x.jpg", files.PROGRAM, "is not a file that can be kept"),
    "a program": ("x.exe", files.PROGRAM, "is not a file that can be kept"),
    "a page called a picture": ("x.png", files.PAGE, "is not a file that can be kept"),
    "a page": ("x.html", files.PAGE, "is not a file that can be kept"),
    "a drawing with a script": ("x.svg", files.SVG, "is not a file that can be kept"),
    "a PDF called a picture": ("x.jpg", files.PDF, "says that it is a JPG file, but is a PDF"),
    "a picture called a PDF": ("x.pdf", files.picture(), "says that it is a PDF file, but is a JPEG picture"),
    "a picture called a program": ("x.exe", files.picture(), "says that it is a EXE file"),
    "60,000 by 60,000": (
        "x.png",
        files.png_that_says(60_000, 60_000),
        "has more points than can be opened safely",
    ),
    "a long strip": ("x.png", files.png_that_says(2_000_000_000, 1), "has more points"),
    "a picture without its end": ("x.jpg", files.picture(size=(400, 400))[:700], "is broken"),
    "a picture of nothing": ("x.png", files.png_that_says(0, 0), "is broken"),
    "a promise without points": ("x.png", files.png_that_says(3000, 3000), "is broken"),
    "a text that unpacks": ("x.png", files.png_with_words(200_000_000), "is broken"),
    "only a signature": ("x.gif", b"GIF89a", "is broken"),
    "an archive": ("x.zip", files.archive(a_txt="x"), "is an archive"),
    "an archive called Word": ("x.docx", files.archive(a_txt="x"), "is an archive"),
    "half an archive": ("x.docx", files.WORD[:40], "is broken"),
    "macros": ("x.docx", files.MACROS, "has macros in it"),
    "an iPhone’s own format, broken": ("x.heic", files.BROKEN_HEIC, "is broken"),
    "half of an iPhone’s own": ("x.heic", files.HEIC[:-60], "is broken"),
    "no text": ("x.txt", b"a\0b", "is not a file that can be kept"),
    "another alphabet’s bytes": ("x.txt", b"\xff\xfe\xfa", "is not a file that can be kept"),
    "text without saying so": ("x", b"hello", "is not a file that can be kept"),
}

TAKEN: dict[str, tuple[str, bytes, str]] = {
    "JPEG": ("x.jpg", files.picture(), "jpeg"),
    "PNG": ("x.png", files.picture("PNG"), "png"),
    "GIF, as PNG": ("x.gif", files.picture("GIF"), "png"),
    "WebP, as JPEG": ("x.webp", files.picture("WEBP"), "jpeg"),
    "HEIC, as JPEG": ("IMG_2041.HEIC", files.HEIC, "jpeg"),
    "PDF": ("x.pdf", files.PDF, "pdf"),
    "a PDF with a script, which is only ever a file": ("x.pdf", files.PDF_WITH_SCRIPT, "pdf"),
    "Word": ("x.docx", files.WORD, "docx"),
    "text": ("x.txt", "Élodie’s words".encode(), "txt"),
    "a page that is a text": ("x.txt", b"<b>words</b>, as they typed them", "txt"),
    "a recording": ("x.m4a", files.M4A, "m4a"),
    "no ending": ("IMG_1234", files.picture(), "jpeg"),
    "300 letters": ("x" * 300 + ".pdf", files.PDF, "pdf"),
}


@pytest.fixture
def entry(cast: Cast) -> Entry:
    return record.enter(
        cast.ash, kind="missing.episode", summary="Kept with", happened_at=NOW, by=cast.system, at=NOW
    )


def send(cast: Cast, entry: Entry, name: str, content: bytes, **answers: Any) -> HttpResponse:
    answers = {"once": str(uuid4()), "kind": "other", "chosen": files.sent(name, content), **answers}
    url = reverse("documents:add_to_entry", args=[entry.pk])
    return signed_in(cast.user("worker")).post(url, answers)


def sentences(answer: HttpResponse) -> list[str]:
    return [str(each) for each in answer.context["form"].errors.get("chosen", [])]


@pytest.mark.parametrize(("name", "content", "said"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_in_one_sentence(
    cast: Cast, entry: Entry, name: str, content: bytes, said: str
) -> None:
    answer = send(cast, entry, name, content)
    assert answer.status_code == 422
    (sentence,) = sentences(answer)
    assert re.search(said, sentence)
    assert not Document.objects.exists()
    assert not Piece.objects.exists()


@pytest.mark.parametrize(("name", "content", "key"), TAKEN.values(), ids=TAKEN)
def test_it_is_kept_as_what_it_is(cast: Cast, entry: Entry, name: str, content: bytes, key: str) -> None:
    assert send(cast, entry, name, content).status_code == 302
    document = Document.objects.get()
    assert document.format == key
    assert len(document.title) <= 200
    with opened(document) as file:
        kept = file.read()
    assert len(kept) == document.size
    assert FORMATS[key].is_picture or kept == content


def test_one_that_is_refused_keeps_back_the_others(cast: Cast, entry: Entry) -> None:
    both = [files.sent("fine.txt", b"fine"), files.sent("x.exe", files.PROGRAM)]
    answer = send(cast, entry, "x", b"x", chosen=both)
    assert "“x.exe” is not a file" in sentences(answer)[0]
    assert "Select the files again" not in answer.content.decode()
    assert not Document.objects.exists()


def test_what_was_chosen_is_named_when_another_answer_is_wrong(cast: Cast, entry: Entry) -> None:
    answer = send(cast, entry, "letter.txt", b"x", kind="")
    assert "Select the files again: letter.txt were not kept" in answer.content.decode()


def test_a_photograph_is_a_picture(cast: Cast, entry: Entry) -> None:
    answer = send(cast, entry, "x.pdf", files.PDF, kind="photograph")
    assert "A photograph must be a picture" in answer.content.decode()


def test_a_picture_loses_what_it_said_of_itself_and_stands_upright(cast: Cast, entry: Entry) -> None:
    content = files.telephone_picture()
    assert b"pier" in content
    assert send(cast, entry, "x.jpg", content).status_code == 302
    with opened(Document.objects.get()) as file:
        kept = file.read()
    assert b"pier" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert not picture.getexif()
        assert not {"exif", "comment", "xmp", "icc_profile"} & set(picture.info)
        assert picture.size == (40, 60)


def test_a_picture_of_an_iphone_loses_what_it_said_of_itself(cast: Cast, entry: Entry) -> None:
    assert b"pier" in files.HEIC
    assert send(cast, entry, "x.heic", files.HEIC).status_code == 302
    with opened(Document.objects.get()) as file, Image.open(file) as picture:
        assert not picture.getexif()
        assert picture.size == (64, 48)
        red, _, blue = picture.convert("RGB").getpixel((5, 5))
        assert blue > red


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"],
        [sys.executable, "-c", "import time; time.sleep(60)"],
        [sys.executable, "-c", "print('no picture')"],
    ],
    ids=["it breaks", "it never ends", "it gives something else"],
)
def test_a_decoder_that_breaks_breaks_nothing_else(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heic, "COMMAND", command)
    monkeypatch.setattr(heic, "SECONDS", 0.5)
    with pytest.raises(Unsuitable, match="is broken"), looked_at([files.sent("x.heic", files.HEIC)]):
        pass


def test_a_heic_of_too_many_points_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    most = [*heic.COMMAND[:-2], "3000", "4000"]  # of 64 by 48 it has 3,072
    monkeypatch.setattr(heic, "COMMAND", most)
    with pytest.raises(Unsuitable, match="more points"), looked_at([files.sent("x.heic", files.HEIC)]):
        pass


def test_no_byte_of_a_broken_picture_ends_in_an_error() -> None:
    """Each of many pictures with a few bytes changed is kept as a picture, or refused."""
    chance = random.Random(7)
    for turn in range(400):
        content = bytearray(files.picture(("JPEG", "PNG", "GIF", "WEBP")[turn % 4], size=(40, 30)))
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(12, len(content))] = chance.randrange(256)
        if chance.random() < 0.3:
            del content[chance.randrange(12, len(content)) :]
        try:
            with looked_at([files.sent("x", bytes(content))]) as inert:
                assert inert[0].format.is_picture
        except Unsuitable:
            pass


class Film:
    """So many bytes that come one after the other, and are nowhere."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, most: int = -1) -> bytes:
        piece = b"\0" * min(self.left, most if most >= 0 else self.left)
        self.left -= len(piece)
        return piece


def received(size: int) -> receiving.ReceivedFile:
    handler = receiving.BoundedUploads()
    handler.new_file("chosen", "film.mp4", "video/mp4", size)
    film, start = Film(size), 0
    while piece := film.read(64 * 1024):
        handler.receive_data_chunk(piece, start)
        start += len(piece)
    return handler.file_complete(size)


def test_a_film_of_two_gigabytes_is_counted_and_not_kept() -> None:
    tracemalloc.start()
    try:
        with received(2_000_000_000) as film:
            assert film.refused == "The selected file must be smaller than 50MB"
            assert film.read() == b""
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_what_is_over_the_limit_of_a_document_is_refused(cast: Cast, entry: Entry) -> None:
    answer = send(cast, entry, "x.txt", b"x" * (MOST_BYTES + 1))
    assert sentences(answer) == ["“x.txt” is too large. A file may have 25 MB at most"]


def test_memory_is_flat_while_a_large_file_is_kept_and_given_out(cast: Cast, entry: Entry) -> None:
    with tempfile.TemporaryFile() as large:
        large.write(b"%PDF-1.7\n")
        large.seek(MOST_BYTES - 1)
        large.write(b"\n")
        upload = receiving.ReceivedFile(large, "x.pdf", "application/pdf", MOST_BYTES)
        tracemalloc.start()
        try:
            facts: Any = {"kind": "other", "title": "", "from_on": None, "given_by": ""}
            with looked_at([upload]) as inert:
                (document,) = recording.keep(entry, inert, by=cast.user("worker"), at=NOW, **facts)
            with opened(document):
                pass
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
        finally:
            tracemalloc.stop()


class Full(io.BytesIO):
    """A disk with no room left."""

    def write(self, content: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_fills_while_a_file_comes_in_is_said_so(
    cast: Cast, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "TemporaryFile", lambda **more: Full())
    answer = send(cast, entry, "x.txt", b"x")
    assert sentences(answer) == [receiving.NO_ROOM]


def fills_with_the_second(insert: str) -> Any:
    """The database says so as it does, in the middle of a file."""
    sent: list[str] = []

    def execute(run: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(insert):
            sent.append(sql)
            if len(sent) == 2:
                raise OperationalError("could not extend file") from DiskFull()
        return run(sql, params, many, context)

    return connection.execute_wrapper(execute)


def test_a_disk_that_fills_beneath_the_database_leaves_nothing(cast: Cast, entry: Entry) -> None:
    with fills_with_the_second('INSERT INTO "documents_piece"'):
        answer = send(cast, entry, "x.txt", b"x" * 900_000)
    assert answer.status_code == 422
    assert "The server has no room left, so nothing was kept" in answer.content.decode()
    assert not Document.objects.exists()
    assert not Piece.objects.exists()
