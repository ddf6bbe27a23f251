"""Making a backup while the service runs: a note of what is in it, then what pg_dump writes, sealed as it comes.

Opened with any age program it is one line of JSON and a dump in PostgreSQL's custom format: Kittiwake is not needed to
take a council's record out of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any, TypedDict

import psycopg
import pyrage

from kittiwake import __version__
from kittiwake.cli import starting
from kittiwake.cli.backups import contents, documents, folder, keys
from kittiwake.cli.backups.programs import Program
from kittiwake.cli.starting import refuse


class Note(TypedDict):
    """What was noted as it was made: the first line of what is sealed."""

    version: str
    made_at: str
    tables: dict[str, tuple[int, str]]
    sequences: dict[str, int]
    documents: documents.Files


@dataclass
class Made:
    file: Path
    bytes: int
    note: Note
    spoilt: list[int]  # documents whose bytes are no longer those that were kept


def make(into: Path, at: datetime) -> Made:
    """A whole backup in the folder `into`, or none."""
    sealing_to = keys.public_keys()
    starting.start_engine_only()
    with folder.alone_in(into):
        half = into / (folder.named(at) + folder.PART)
        try:
            note, sum_of, spoilt = _write(half, sealing_to, at)
            size = half.stat().st_size
            return Made(folder.complete(half, sum_of), size, note, spoilt)
        except OSError as problem:
            refuse(
                f"The backup was not made: {into}: {problem.strerror}. Those made before are as they were."
            )
        finally:
            with suppress(OSError):
                half.unlink(missing_ok=True)


def _write(half: Path, sealing_to: list[Any], at: datetime) -> tuple[Note, str, list[int]]:
    """What is noted, and what is dumped, is of one moment."""
    with psycopg.connect(starting.owner_url()) as owner:
        owner.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        (snapshot,) = owner.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        note = _note(owner, at)
        spoilt = documents.changed(owner)
        return note, _sealed(half, sealing_to, note, snapshot), spoilt


def _note(owner: psycopg.Connection[Any], at: datetime) -> Note:
    inside = contents.listed(owner)
    files = documents.listed(owner)
    return {"version": __version__, "made_at": at.isoformat(timespec="seconds"), **inside, "documents": files}


def _sealed(half: Path, sealing_to: list[Any], note: Note, snapshot: str) -> str:
    """The hash of the file."""
    dump = Program(
        "pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", stdout=subprocess.PIPE
    )
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            target = Target(file)
            target.take(Source(json.dumps(note).encode() + b"\n", dump), sealing_to)
            file.flush()
            os.fsync(file.fileno())
        return str(target.hash.hexdigest())
    finally:
        dump.kill()


class Source:
    """The note, then the dump. A dump that ends badly is an error here, and never the end of a file."""

    def __init__(self, note: bytes, dump: Program) -> None:
        self.note, self.dump = BytesIO(note), dump
        self.failed: str | None = None

    def read(self, size: int = -1) -> bytes:
        piece = self.note.read(size) or self.dump.stdout.read(size)
        if not piece:
            self.failed = self.dump.failed()
            if self.failed:
                raise RuntimeError(self.failed)
        return piece


@dataclass
class Target:
    """Where the sealed bytes go. Keeps what the disk said: the seal passes on its words alone."""

    file: IO[bytes]
    hash: Any = field(default_factory=hashlib.sha256)
    problem: OSError | None = None

    def take(self, source: Source, sealing_to: list[Any]) -> None:
        try:
            pyrage.encrypt_io(source, self, sealing_to)
        except Exception:
            if source.failed:
                refuse(f"The backup was not made: {source.failed}. Those made before are as they were.")
            raise self.problem or OSError(0, "it could not be sealed") from None

    def write(self, piece: bytes) -> int:
        try:
            self.file.write(piece)
        except OSError as problem:
            self.problem = problem
            raise
        self.hash.update(piece)
        return len(piece)

    def flush(self) -> None:
        self.file.flush()
