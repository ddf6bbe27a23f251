"""The head of the log, noted where whoever owns the database cannot reach: no tampering before the last note passes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest
from django.core import mail

from kittiwake.access import anchoring, verification
from kittiwake.access.tests.conftest import as_owner
from kittiwake.access.tests.test_verification import OTHER, write
from kittiwake.access.verification import Head, verify
from kittiwake.config import engine
from kittiwake.ui.paper import pdf
from tests.cast import NOW, Cast

LENGTH, EVERY, DRAWN = 40, 8, 400
REBUILD = """
    SELECT id, jsonb_build_array(id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), user_id, role, what,
           page, child_id, entry_id, to_jsonb(shown), why, address)::text
      FROM access_reading WHERE id >= %s ORDER BY id"""


@pytest.fixture(scope="module")
def noted(own_database: str) -> Iterator[tuple[psycopg.Connection, list[Head]]]:
    """The owner's connection to a log that was noted every few lines, the last line too."""
    heads = []
    with as_owner(own_database) as owner:
        for _ in range(LENGTH // EVERY):
            write(owner, EVERY)
            heads.append(verification.head(owner))
        owner.commit()
        owner.execute("ALTER TABLE access_reading DISABLE TRIGGER USER")
        yield owner, heads
        owner.rollback()


def put_head_right(owner: psycopg.Connection) -> None:
    owner.execute(
        "UPDATE access_chain SET (lines, hash) = (SELECT id, hash FROM access_reading ORDER BY id DESC LIMIT 1)"
    )


def rebuild(owner: psycopg.Connection, first: int) -> None:
    """Every hash from a line on, as the chain would have made it, and the head with them."""
    row = owner.execute("SELECT hash FROM access_reading WHERE id = %s", [first - 1]).fetchone()
    link = bytes(row[0]) if row else b""
    for line, body in owner.execute(REBUILD, [first]).fetchall():
        link = sha256(link + body.encode()).digest()
        owner.execute("UPDATE access_reading SET hash = %s WHERE id = %s", [link, line])
    put_head_right(owner)


def close_ranks(owner: psycopg.Connection, gone: int) -> None:
    owner.execute("DELETE FROM access_reading WHERE id = %s", [gone])
    for line in range(gone + 1, LENGTH + 1):
        owner.execute("UPDATE access_reading SET id = id - 1 WHERE id = %s", [line])


def change(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    column = drawn.choice(sorted(OTHER))
    owner.execute(f"UPDATE access_reading SET {column} = {OTHER[column]} WHERE id = %s", [line])


def change_and_rebuild(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    change(owner, line, drawn)
    rebuild(owner, line)


def cut_the_tail(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    owner.execute("DELETE FROM access_reading WHERE id >= %s", [line])
    put_head_right(owner) if line > 1 else owner.execute("UPDATE access_chain SET lines = 0, hash = ''")


def cut_and_write_on(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    cut_the_tail(owner, line, drawn)
    write(owner, LENGTH - line + 1 + drawn.randrange(3))


def take_out_and_rebuild(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    close_ranks(owner, line)
    if line < LENGTH:
        rebuild(owner, line)
    else:
        put_head_right(owner)


def take_out(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    owner.execute("DELETE FROM access_reading WHERE id = %s", [line])


def swap(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    other = line % LENGTH + 1
    for was, now in ((line, 1000), (other, line), (1000, other)):
        owner.execute("UPDATE access_reading SET id = %s WHERE id = %s", [now, was])


def swap_and_rebuild(owner: psycopg.Connection, line: int, drawn: random.Random) -> None:
    swap(owner, line, drawn)
    rebuild(owner, min(line, line % LENGTH + 1))


TAMPERINGS: list[Callable[[psycopg.Connection, int, random.Random], None]] = [
    change, change_and_rebuild, cut_the_tail, cut_and_write_on, take_out, take_out_and_rebuild, swap, swap_and_rebuild,
]  # fmt: skip


def test_of_the_drawn_tamperings_none_passes_and_it_is_said_where(noted) -> None:
    owner, heads = noted
    assert verify(owner, expect=heads).is_whole
    drawn, passed = random.Random(2026), []
    for _ in range(DRAWN):
        tamper, line = drawn.choice(TAMPERINGS), drawn.randint(1, LENGTH)
        with owner.transaction(force_rollback=True):
            tamper(owner, line, drawn)
            faults = verify(owner, expect=heads).faults
        # Said no later than the next note after the line, or the line after where the log now ends.
        latest = max(line + 1, next(head.lines for head in heads if head.lines >= line))
        if not faults or faults[0].line > latest:
            passed.append((tamper.__name__, line, [str(fault) for fault in faults]))
    assert not passed, (len(passed), passed[:5])


def test_without_what_was_noted_some_do_pass(noted) -> None:
    """So that the test above is about the notes, and not about what the chain shows by itself."""
    owner, heads = noted
    for tamper in (change_and_rebuild, cut_the_tail, take_out_and_rebuild):
        with owner.transaction(force_rollback=True):
            tamper(owner, 20, random.Random(1))
            assert verify(owner).is_whole
            assert not verify(owner, expect=heads).is_whole


def test_a_head_is_noted_in_the_file_elsewhere_and_read_from_there(
    cast: Cast, settings, tmp_path: Path
) -> None:
    settings.READING_HEADS = tmp_path / "elsewhere" / "heads.txt"
    first, second = anchoring.note(NOW), anchoring.note(NOW)
    assert list(anchoring.noted_in(settings.READING_HEADS)) == [first, second]
    assert oct(settings.READING_HEADS.stat().st_mode)[-3:] == "600"
    settings.READING_HEADS.write_text("nonsense\n")
    with pytest.raises(ValueError, match=r"Line 1 of .* is no noted head"):
        list(anchoring.noted_in(settings.READING_HEADS))


def test_a_note_that_cannot_be_written_is_not_passed_over(cast: Cast, settings, tmp_path: Path) -> None:
    settings.READING_HEADS = tmp_path
    with pytest.raises(OSError, match="directory"):
        anchoring.note(NOW)


def test_the_data_protection_officer_is_sent_it(cast: Cast) -> None:
    assert anchoring.post(NOW) == 1
    (sent,) = mail.outbox
    assert sent.to == ["protection_officer@saltmere.example"]
    assert str(anchoring.head_now()) in sent.body


def test_the_mark_on_paper_is_the_head_and_reads_back(db: None) -> None:
    head, paper = anchoring.on_paper(NOW)
    assert pdf(paper, at=NOW).startswith(b"%PDF")
    assert head.typed in str(paper.as_data())


def test_marks_that_stay_beside_the_log_are_warned_of(cast: Cast, settings, tmp_path: Path) -> None:
    settings.READING_HEADS, settings.EMAIL_HOST = engine.home() / "elsewhere" / "heads.txt", ""
    assert "kept beside the log" in (anchoring.stay_here() or "")
    settings.READING_HEADS = Path("/proc/heads.txt")  # another file system
    assert anchoring.stay_here() is None
    settings.READING_HEADS, settings.EMAIL_HOST = engine.home() / "heads.txt", "mail.example"
    cast.user("protection_officer")
    assert anchoring.stay_here() is None
