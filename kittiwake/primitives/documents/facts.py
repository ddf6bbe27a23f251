"""What is known of a document when it is kept, whoever says it: a form, an import, another system."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import IO, TypedDict

from kittiwake.primitives.documents.rules import Format


@dataclass(frozen=True)
class Inert:
    """A file that has been looked at and may be kept. `file` is open, and the keeper of its bytes."""

    name: str
    format: Format
    file: IO[bytes]
    size: int
    sha256: str
    received_sha256: str
    scan: str


class DocumentFacts(TypedDict):
    kind: str
    title: str
    from_on: date | None
    given_by: str
