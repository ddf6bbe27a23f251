"""A document's bytes on their way out: as a file to keep, as a picture that was made here, or to be heard; never as a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, TypeVar

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from kittiwake.primitives.documents.models import Document, Piece, Thumbnail
from kittiwake.primitives.documents.ranges import Part, asked_part
from kittiwake.primitives.documents.rules import name_to_give

# Whatever a browser makes of it: no script, no style, no form, nothing fetched, and none of our cookies.
HARMLESS = "default-src 'none'; sandbox"
AT_ONCE = 8  # pieces in memory
PART_OF_IT = 206


def served(document: Document, *, inline: bool, part: str = "") -> FileResponse:
    """Only a picture stands in a page: it was made here; and a recording is heard in it. Everything else is a file to keep."""
    file = opened(document)
    asked = asked_part(part, document.size) if document.is_of.is_heard else None
    response = FileResponse(
        Part(file, *asked) if asked else file,
        as_attachment=not (inline and document.is_of.is_shown),
        filename=name_to_give(document.title, document.is_of),
        content_type=document.is_of.media_type,
    )
    response["Content-Length"] = str(document.size)
    if document.is_of.is_heard:
        response["Accept-Ranges"] = "bytes"
    if asked:
        start, end = asked
        response.status_code = PART_OF_IT
        response["Content-Length"] = str(end - start)
        response["Content-Range"] = f"bytes {start}-{end - 1}/{document.size}"
    return harmless(response)


def served_small(thumbnail: Thumbnail) -> HttpResponse:
    response = HttpResponse(bytes(thumbnail.content), content_type="image/jpeg")
    response["Content-Disposition"] = "inline"
    return harmless(response)


Response = TypeVar("Response", bound=HttpResponseBase)


def harmless(response: Response) -> Response:
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
