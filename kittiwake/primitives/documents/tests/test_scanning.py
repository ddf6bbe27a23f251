"""The scanner for viruses: asked in its own language, and what becomes of a file while it is away."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents import recording, tasks
from kittiwake.primitives.documents.looking import looked_at
from kittiwake.primitives.documents.models import Document, Piece
from kittiwake.primitives.documents.tests import files
from kittiwake.primitives.documents.unsuitable import Unsuitable
from kittiwake.record import recording as record
from tests.cast import NOW, Cast, signed_in

VIRUS = b"X5O!P% a made-up virus"
FACTS: dict[str, Any] = {"kind": "letter", "title": "", "from_on": None, "given_by": ""}


class Scanner(threading.Thread):
    """Speaks as clamd does: takes one stream, looks for the made-up virus in it, answers, hangs up."""

    def __init__(self, listening: socket.socket) -> None:
        super().__init__(daemon=True)
        self.listening: socket.socket = listening
        self.said: bytes | None = None

    def run(self) -> None:
        while True:
            try:
                asked, _ = self.listening.accept()
            except OSError:
                return
            with asked, asked.makefile("rb") as stream:
                found = self.answer(stream)
                asked.sendall(found if self.said is None else self.said)

    def answer(self, stream: Any) -> bytes:
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while (size := struct.unpack("!I", stream.read(4))[0]) > 0:
            content += stream.read(size)
        return b"stream: Made.Up FOUND\0" if VIRUS in content else b"stream: OK\0"


@pytest.fixture(params=["path", "port"])
def address(request: pytest.FixtureRequest, tmp_path: Path, settings: Any) -> Iterator[tuple[Any, str]]:
    is_path = request.param == "path"
    listening = socket.socket(socket.AF_UNIX if is_path else socket.AF_INET)
    listening.bind(str(tmp_path / "clamd") if is_path else ("127.0.0.1", 0))
    name = listening.getsockname()
    settings.DOCUMENT_SCANNER = name if is_path else f"{name[0]}:{name[1]}"
    yield listening, settings.DOCUMENT_SCANNER
    listening.close()


@pytest.fixture
def scanner(address: tuple[Any, str]) -> Scanner:
    address[0].listen()
    scanner = Scanner(address[0])
    scanner.start()
    return scanner


@pytest.fixture
def away(settings: Any, tmp_path: Path) -> None:
    settings.DOCUMENT_SCANNER = str(tmp_path / "nobody")


def kept(cast: Cast, content: bytes = b"fine") -> Document:
    entry = record.enter(
        cast.ash, kind="missing.episode", summary="Kept with", happened_at=NOW, by=cast.system, at=NOW
    )
    with looked_at([files.sent("x.txt", content)]) as inert:
        return recording.keep(entry, inert, by=cast.user("worker"), at=NOW, **FACTS)[0]


def test_what_is_clean_is_kept(cast: Cast, scanner: Scanner) -> None:
    document = kept(cast, b"fine" * 100_000)
    assert (document.scan, document.scanned_at) == (Document.CLEAN, NOW)


def test_a_virus_is_refused(scanner: Scanner) -> None:
    with pytest.raises(Unsuitable, match="A virus was found"), looked_at([files.sent("x.txt", VIRUS)]):
        pass


@pytest.mark.parametrize("said", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"x\0", b"stream: OK"])
def test_an_answer_that_is_none_is_no_leave(cast: Cast, scanner: Scanner, said: bytes) -> None:
    scanner.said = said
    assert kept(cast).scan == (Document.CLEAN if said == b"stream: OK" else Document.WAITING)


def test_while_it_is_away_a_file_is_held_and_its_page_says_so(cast: Cast, away: None) -> None:
    document = kept(cast)
    assert document.scan == Document.WAITING
    client = signed_in(cast.user("worker"))
    for name in ("download", "picture"):
        answer = client.get(reverse(f"documents:{name}", args=[document.pk]))
        assert answer["Location"] == document.get_absolute_url()
    shown = client.get(document.get_absolute_url()).content.decode()
    assert "Waits to be looked through for viruses. It cannot be opened" in shown
    assert reverse("documents:download", args=[document.pk]) not in shown
    tasks.look_through_what_waits()
    document.refresh_from_db()
    assert document.scan == Document.WAITING


def test_what_was_held_is_free_once_it_is_found_clean(cast: Cast, scanner: Scanner, settings: Any) -> None:
    address, settings.DOCUMENT_SCANNER = settings.DOCUMENT_SCANNER, "/nobody"
    document = kept(cast)
    settings.DOCUMENT_SCANNER = address
    tasks.look_through_what_waits()
    document.refresh_from_db()
    assert document.scan == Document.CLEAN
    assert Event.objects.filter(what="documents.scanned", subject_id=document.pk).count() == 1
    tasks.look_through_what_waits()
    assert Event.objects.filter(what="documents.scanned").count() == 1


def test_what_was_held_and_has_a_virus_is_thrown_away_and_stays_to_be_seen(
    cast: Cast, scanner: Scanner, settings: Any
) -> None:
    address, settings.DOCUMENT_SCANNER = settings.DOCUMENT_SCANNER, "/nobody"
    document = kept(cast, VIRUS)
    settings.DOCUMENT_SCANNER = address
    tasks.look_through_what_waits()
    document.refresh_from_db()
    assert document.scan == Document.FOUND
    assert not Piece.objects.exists()
    shown = signed_in(cast.user("worker")).get(document.get_absolute_url()).content.decode()
    assert "A virus was found, and the file was thrown away" in shown


def test_without_a_scanner_the_page_says_that_nobody_looked(cast: Cast) -> None:
    document = kept(cast)
    assert document.scan == Document.NOT_ASKED
    shown = signed_in(cast.user("worker")).get(document.get_absolute_url()).content.decode()
    assert "Not looked for viruses: no scanner is set up" in shown


def test_the_bytes_of_a_document_neither_change_nor_go(cast: Cast) -> None:
    document = kept(cast)
    pieces = Piece.objects.filter(document=document)
    for change in (lambda: pieces.update(content=b"x"), pieces.delete):
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            change()


def test_what_two_workers_find_of_a_held_file_is_noted_once(cast: Cast, away: None) -> None:
    document = kept(cast)
    for verdict in (Document.CLEAN, Document.FOUND):
        recording.note_scan(document, verdict, by=cast.system, at=NOW)
    document.refresh_from_db()
    assert document.scan == Document.CLEAN
    assert Piece.objects.filter(document=document).exists()
    assert Event.objects.filter(what="documents.scanned").count() == 1


def test_of_no_file_nothing_is_kept(cast: Cast) -> None:
    entry = kept(cast).entry
    with pytest.raises(Refused, match="Select a file"):
        recording.keep(entry, [], by=cast.system, at=NOW, **FACTS)
    assert Document.objects.count() == 1
