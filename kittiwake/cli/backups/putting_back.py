"""Putting a backup back: all of it and equal to what was noted, or nothing is changed.

Everything happens in one transaction: what is there goes, the dump comes, its rows are counted and compared. A backup that
ends too soon, or does not come out equal, never reaches the end of that transaction.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, cast

import pyrage

from kittiwake.cli import starting
from kittiwake.cli.backups import contents, keys
from kittiwake.cli.backups.documents import Files
from kittiwake.cli.backups.making import Note
from kittiwake.cli.backups.programs import Program
from kittiwake.cli.starting import refuse
from kittiwake.config import engine

LONGEST_NOTE = 4 * 1024 * 1024
PIECE = 1024 * 1024
# Whoever still reads or writes holds a lock, and would go on in tables that are gone.
BEGIN = f"""\\set ON_ERROR_STOP on
\\set QUIET on
BEGIN;
SET lock_timeout = '10s';
SET client_min_messages = error;
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {engine.APPLICATION_ROLE};
"""


class Gone(Exception):
    """One of the programs has ended before it had everything."""


class Target:
    """Takes what was in the seal: a line of note, then the dump for PostgreSQL's programs."""

    def __init__(self) -> None:
        self.head = b""
        self.note: Note | None = None
        self.failed: str | None = None
        self.psql: Program | None = None
        self.restore: Program | None = None

    def write(self, piece: bytes) -> int:
        if self.note is None:
            self._read_note(piece)
        else:
            self._pass_on(piece)
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""

    def begin(self, note: Note) -> None:
        self.note = note
        self.psql = Program("psql", "--no-psqlrc", "--quiet", "--output=/dev/null", stdin=subprocess.PIPE)
        self.psql.stdin.write(BEGIN.encode())
        self.psql.stdin.flush()
        self.restore = Program(
            "pg_restore", "--no-owner", "--file=-", stdin=subprocess.PIPE, stdout=self.psql.stdin
        )

    def end(self) -> None:
        """Only now, with everything there and compared, is it true."""
        if self.restore is None or self.psql is None or self.note is None:
            refuse("This is not a backup made by `kittiwake backup`: it holds no note. Nothing was changed.")
        try:
            self.restore.stdin.close()
            self._refuse_failed()
            if self.note["tables"]:
                self.psql.stdin.write(contents.demanded(self.note).encode())
            self.psql.stdin.write(b"\nCOMMIT;\n")
            self.psql.stdin.close()
        except BrokenPipeError:
            pass
        self._refuse_failed(ended=True)

    def abandon(self) -> None:
        """Without COMMIT nothing of it is true. The one that holds the transaction goes first."""
        for program in (self.psql, self.restore):
            if program is not None:
                program.kill()

    def why(self) -> str | None:
        """What the programs say, once one of them has gone: first the one that both write to."""
        assert self.psql is not None
        assert self.restore is not None
        if self.psql.process.poll() is None and self.restore.process.wait() == 0:
            return None
        self.restore.kill()
        if self.psql.process.poll() is None:
            self.psql.stdin.close()
        return self.psql.failed() or self.restore.failed()

    def _refuse_failed(self, *, ended: bool = False) -> None:
        assert self.psql is not None
        why = self.psql.failed() if ended else self.why()
        if why:
            refuse(f"Nothing was changed: {in_words(why)}.")

    def _read_note(self, piece: bytes) -> None:
        self.head += piece
        line, end, rest = self.head.partition(b"\n")
        if end:
            self.begin(_parsed(line))
            self._pass_on(rest)
        elif len(self.head) > LONGEST_NOTE:
            raise ValueError

    def _pass_on(self, piece: bytes) -> None:
        assert self.restore is not None
        try:
            self.restore.stdin.write(piece)
        except BrokenPipeError:
            self.failed = self.why() or "pg_restore ended too soon"
            raise Gone from None


def in_words(why: str) -> str:
    if "lock timeout" in why:
        return "somebody is still at work in this database. Stop the service first (server and worker), then restore again"
    return why.rstrip(".")


def put_back(backup: Path, key: Path | None) -> Note:
    """What was noted when it was made. Refuses, and has changed nothing, where it is not whole or not equal."""
    target = Target()
    try:
        if backup.is_dir():
            _read_folder(backup, target)
        else:
            _unseal(backup, key, target)
        target.end()
    finally:
        target.abandon()
    return cast(Note, target.note)


def _unseal(backup: Path, key: Path | None, target: Target) -> None:
    if key is None:
        refuse("Say with --key which file holds the private key: `kittiwake restore BACKUP --key FILE`.")
    opening = keys.private_keys(key)
    with backup.open("rb") as file:
        try:
            pyrage.decrypt_io(file, target, opening)
        except Exception as problem:
            refuse(_why_not_opened(backup, key, target, problem))


def _why_not_opened(backup: Path, key: Path, target: Target, problem: Exception) -> str:
    if target.failed:
        return f"Nothing was changed: {in_words(target.failed)}."
    if "No matching keys" in str(problem):
        return f"{key} does not open {backup}: it was sealed to another key. Nothing was changed."
    return f"{backup} is cut short or is not as it was when it was made. Nothing was changed; use another backup."


def _read_folder(backup: Path, target: Target) -> None:
    """As version 0.1.0 made them: a folder, not sealed, with a note of the dump's hash and of no table's."""
    try:
        note = json.loads((backup / "backup.json").read_text())
        with (backup / "database.dump").open("rb") as file:
            whole = hashlib.file_digest(file, "sha256").hexdigest() == note["sha256"]
            file.seek(0)
            if whole:
                target.begin(_without_tables(note))
                for piece in _pieces(file):
                    target.write(piece)
    except Gone:
        refuse(f"Nothing was changed: {in_words(target.failed or '')}.")
    except (OSError, ValueError, KeyError):
        refuse(f"{backup} is not a backup made by `kittiwake backup`, or part of it is missing.")
    if not whole:
        refuse(f"{backup} is not as it was when it was made. Nothing was changed; use another backup.")


def _without_tables(note: dict[str, Any]) -> Note:
    files: Files = cast(Files, note.get("documents") or {"count": 0, "bytes": 0, "sha256": ""})
    return {"version": note["version"], "made_at": "", "tables": {}, "sequences": {}, "documents": files}


def _pieces(file: IO[bytes]) -> Iterable[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _parsed(line: bytes) -> Note:
    note = json.loads(line)
    if not {"version", "tables", "sequences", "documents"} <= note.keys():
        raise ValueError
    return cast(Note, note)


def has_children() -> bool:
    import psycopg

    with psycopg.connect(starting.owner_url()) as owner:
        if owner.execute("SELECT to_regclass('public.record_child')").fetchone() == (None,):
            return False  # there are not even tables
        return owner.execute("SELECT EXISTS (SELECT 1 FROM record_child)").fetchone() == (True,)
