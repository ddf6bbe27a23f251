"""A file that came, looked at before it is kept: what it is, made harmless, and whether there is a virus in it."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError
from psycopg.errors import DiskFull

from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents import pictures, scanning
from kittiwake.primitives.documents.facts import Inert
from kittiwake.primitives.documents.models import Document
from kittiwake.primitives.documents.recognising import called, recognise
from kittiwake.primitives.documents.rules import MB, MOST_BYTES, Format
from kittiwake.primitives.documents.unsuitable import Unsuitable

NO_ROOM = "The server has no room left, so nothing was kept. Send the files again later, and tell whoever looks after it."
FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def looked_at(uploads: Iterable[UploadedFile[Any]]) -> Iterator[list[Inert]]:
    """Open while they are kept. Raises Unsuitable with one sentence for the first file that is not."""
    with ExitStack() as files:
        yield [files.enter_context(_looked_at(each)) for each in uploads]


@contextmanager
def _looked_at(upload: UploadedFile[Any]) -> Iterator[Inert]:
    name, file = upload.name or "", upload.file
    assert file is not None
    if (upload.size or 0) > MOST_BYTES:
        raise Unsuitable(f"{called(name)} is too large. A file may have {MOST_BYTES // MB} MB at most")
    format_, received = recognise(file, name), digest(file)
    if not format_.is_picture:
        yield _inert(name, format_, file, received)
        return
    with pictures.made_anew(file, name, format_) as (made, of):
        yield _inert(name, of, made, received)


def _inert(name: str, format_: Format, file: IO[bytes], received: str) -> Inert:
    verdict = scanning.scan(file)
    if verdict == Document.FOUND:
        raise Unsuitable(
            f"A virus was found in {called(name)}, so it was not kept. Tell whoever sent it, and your IT service"
        )
    return Inert(name, format_, file, file.seek(0, 2), digest(file), received, verdict)


def digest(file: IO[bytes]) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # it asks for more than it uses


@contextmanager
def room() -> Iterator[None]:
    """A disk that is full, on our side or the database's, is refused like anything else: nothing is half-done."""
    try:
        yield
    except OSError as problem:
        if problem.errno not in FULL:
            raise
        raise Refused(NO_ROOM) from problem
    except OperationalError as problem:
        if not isinstance(problem.__cause__, DiskFull):
            raise
        raise Refused(NO_ROOM) from problem
