"""A document's bytes on their way out: as a file to keep, or as a picture that was made here; never as a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

from django.http import FileResponse

from kittiwake.primitives.documents.models import Document, Piece
from kittiwake.primitives.documents.rules import name_to_give

# Whatever a browser makes of it: no script, no style, no form, nothing fetched, and none of our cookies.
HARMLESS = "default-src 'none'; sandbox"
AT_ONCE = 8  # pieces in memory


def served(document: Document, *, inline: bool) -> FileResponse:
    """Only a picture stands in a page: it was made here. Everything else is a file to keep."""
    name, is_shown = name_to_give(document.title, document.is_of), inline and document.is_of.is_picture
    response = FileResponse(
        opened(document),
        as_attachment=not is_shown,
        filename=name,
        content_type=document.is_of.media_type,
    )
    response["Content-Length"] = str(document.size)
    response["Content-Security-Policy"] = HARMLESS
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def opened(document: Document) -> IO[bytes]:
    """Fetched while this person may: into a file without a name, so that nobody's slow line holds the database."""
    file = TemporaryFile()  # noqa: SIM115 (whoever asks for it closes it)
    for content in _content(document):
        file.write(content)
    file.seek(0)
    return file


def _content(document: Document) -> Iterator[bytes | memoryview]:
    """So many pieces at once: the database's answer to one question is whole in memory."""
    pieces = Piece.objects.filter(document=document).order_by("number").values_list("content", flat=True)
    for start in itertools.count(step=AT_ONCE):
        some = list(pieces.filter(number__gte=start)[:AT_ONCE])
        yield from some
        if len(some) < AT_ONCE:
            return
