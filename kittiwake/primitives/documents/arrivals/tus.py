"""The words of tus 1.0 (https://tus.io/protocols/resumable-upload): what a sender says, and what is answered."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error

from django.http import HttpRequest, HttpResponse

VERSION = "1.0.0"
PIECE = "application/offset+octet-stream"
CREATED, NOTHING_TO_SHOW, CONFLICT, OTHER_VERSION, TOO_LARGE, UNUSABLE = 201, 204, 409, 412, 413, 422


def speaks_another(request: HttpRequest) -> bool:
    return request.headers.get("Tus-Resumable", VERSION) != VERSION


def answer(status: int, sentence: str = "", **headers: object) -> HttpResponse:
    """`headers` by their names with "_" for "-"."""
    response = HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
    for name, value in {"Tus_Resumable": VERSION, **headers}.items():
        response[name.replace("_", "-")] = str(value)
    return response


def number(request: HttpRequest, header: str) -> int | None:
    """Not below nothing, and no longer than any file's length."""
    said = request.headers.get(header, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else None


def metadata(request: HttpRequest) -> dict[str, str]:
    """Names and values, as Upload-Metadata has them: "filename bGV0dGVyLnR4dA==,…". What cannot be read says nothing."""
    said: dict[str, str] = {}
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        name, _, value = pair.strip().partition(" ")
        try:
            said[name] = b64decode(value, validate=True).decode()
        except (Error, ValueError):
            continue
    return said
