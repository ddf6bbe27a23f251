"""Copies and what is put back from them: whole, or refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import psycopg
import pytest

from tests.command_line.conftest import Run


def test_a_copy_is_made_and_a_mutilated_one_refused(kittiwake: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    assert kittiwake("backup", str(copy))[0] == 0
    dump = copy / "database.dump"
    content = bytearray(dump.read_bytes())
    content[len(content) // 2] ^= 1
    dump.write_bytes(content)
    assert kittiwake("restore", str(copy), "--replace")[0] == 2


@pytest.fixture
def document(kittiwake: Run, owner: psycopg.Connection, police_list: Path) -> int:
    """A letter with the first entry there is, its bytes in two pieces."""
    kittiwake("import", "police-missing", str(police_list), "--json")
    pieces, sha256 = (b"Dear ", b"Saltmere"), hashlib.sha256(b"Dear Saltmere").hexdigest()
    (key,) = owner.execute(
        "INSERT INTO documents_document (entry_id, kind, title, given_by, added_at, added_by_id, format, size, sha256,"
        " received_sha256, scan, struck_out_reason) SELECT id, 'letter', 'Letter', '', now(), by_id, 'txt', 13, %s, %s,"
        " 'not_asked', '' FROM record_entry ORDER BY id LIMIT 1 RETURNING id",
        [sha256, sha256],
    ).fetchone()
    for number, content in enumerate(pieces):
        owner.execute(
            "INSERT INTO documents_piece (document_id, number, content) VALUES (%s, %s, %s)",
            [key, number, content],
        )
    return key


def spoil(owner: psycopg.Connection, change: str) -> None:
    """What no application may do: the guard of the bytes is off for a moment."""
    owner.execute("ALTER TABLE documents_piece DISABLE TRIGGER USER")
    owner.execute(change)
    owner.execute("ALTER TABLE documents_piece ENABLE TRIGGER USER")


def test_a_copy_carries_documents_and_notices_one_that_changed_or_is_gone(
    kittiwake: Run, owner: psycopg.Connection, document: int, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    assert kittiwake("backup", str(copy))[0] == 0
    noted = json.loads((copy / "backup.json").read_text())["documents"]
    assert (noted["count"], noted["bytes"]) == (1, 13)
    for number, change in enumerate(
        (
            "UPDATE documents_piece SET content = 'Saltmare' WHERE number = 1",
            "DELETE FROM documents_piece WHERE number = 0",
            "DELETE FROM documents_piece",
        )
    ):
        spoil(owner, change)
        assert kittiwake("backup", str(tmp_path / f"spoilt {number}"))[0] == 1
    assert kittiwake("restore", str(tmp_path / "spoilt 2"), "--replace")[0] == 1
    assert kittiwake("restore", str(copy), "--replace")[0] == 0
    rows = owner.execute(
        "SELECT content FROM documents_piece WHERE document_id = %s ORDER BY number", [document]
    )
    assert b"".join(bytes(content) for (content,) in rows) == b"Dear Saltmere"
    note = copy / "backup.json"
    note.write_text(note.read_text().replace('"count": 1', '"count": 2'))
    assert kittiwake("restore", str(copy), "--replace")[0] == 1
