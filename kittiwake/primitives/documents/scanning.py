"""The council's scanner for viruses: ClamAV's service, asked over its socket (clamd's INSTREAM).

Where none is set up nothing is asked. Where it does not answer the file is kept and held: nobody opens it before it has
been looked through (tasks.py asks again).
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import structlog
from django.conf import settings

from kittiwake.primitives.documents.models import Document

SECONDS = 10
PIECE = 64 * 1024
ASK, END = b"zINSTREAM\0", struct.pack("!I", 0)

log = structlog.get_logger(__name__)


def scan(file: IO[bytes]) -> str:
    """One of Document.SCANS. Never raises: a scanner that is away is not the person's fault."""
    if not settings.DOCUMENT_SCANNER:
        return Document.NOT_ASKED
    try:
        with _connected(settings.DOCUMENT_SCANNER) as scanner:
            said = _ask(scanner, file)
    except OSError as problem:
        log.warning("scanner_away", problem=type(problem).__name__)
        return Document.WAITING
    if said.endswith(b" FOUND"):
        return Document.FOUND
    return Document.CLEAN if said == b"stream: OK" else Document.WAITING


@contextmanager
def _connected(address: str) -> Iterator[socket.socket]:
    """`address` is the path of a socket, or a host and a port."""
    if "/" in address:
        scanner = socket.socket(socket.AF_UNIX)
        scanner.settimeout(SECONDS)
    else:
        host, _, port = address.rpartition(":")
        scanner = socket.create_connection((host.strip("[]"), int(port)), SECONDS)
    with scanner:
        if scanner.family == socket.AF_UNIX:
            scanner.connect(address)
        yield scanner


def _ask(scanner: socket.socket, file: IO[bytes]) -> bytes:
    file.seek(0)
    scanner.sendall(ASK)
    while piece := file.read(PIECE):
        scanner.sendall(struct.pack("!I", len(piece)) + piece)
    scanner.sendall(END)
    answer = b""
    while not answer.endswith(b"\0") and (more := scanner.recv(4096)):
        answer += more
    return answer.rstrip(b"\0").strip()
