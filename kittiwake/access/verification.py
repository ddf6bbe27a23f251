"""Is the log of reading still what was written? Walks it from end to end, reckoning each line's hash anew.

    hash of a line = SHA-256 of (hash of the line before, then the line as a JSON array)

The text of a line is built here, in Python, without asking reading.sql how. A chain without a key cannot show that
somebody who owns the database rewrote everything after some line, hashes, head and all; so note the head elsewhere from
time to time (`head`) and hand the notes in (`verify(expect=...)`): then that shows as well.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kittiwake.access.chain import Fault, Line, Walk

MOMENT = "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
# One statement sees one moment, so lines written meanwhile are no fault: the head comes with the last line.
LINES = f"""COPY (
    SELECT id, {MOMENT}, user_id, role, what, page, child_id, entry_id, shown, why, address, encode(hash, 'hex'),
           CASE id WHEN (SELECT max(id) FROM access_reading)
           THEN (SELECT lines || ':' || encode(hash, 'hex') FROM access_chain) END
      FROM access_reading WHERE id > {{after}} ORDER BY id) TO STDOUT"""
NO_LINES = """
    SELECT (SELECT lines || ':' || encode(hash, 'hex') FROM access_chain)
     WHERE NOT EXISTS (SELECT 1 FROM access_reading WHERE id > %s)"""
BEFORE_ALL = -(2**63)
NULL = b"\\N"


class NotTheOwner(Exception):
    """The log is only seen whole by whoever owns the tables."""


@dataclass(frozen=True)
class Head:
    """How many lines there were, and the hash of the last. As text ("1042:9f86…") it can be noted anywhere."""

    lines: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.lines}:{self.hash.hex()}"

    @property
    def typed(self) -> str:
        """Short enough to type from paper: "1042-K7QX-2M9T-HJ4P-WD8C-RN3V". Eighty bits of the hash, and a group that shows
        a slip of the finger."""
        letters = "".join(ALPHABET[int(pair, 2)] for pair in _fives(self.hash[:TYPED_BYTES]))
        groups = [letters[at : at + GROUP] for at in range(0, len(letters), GROUP)]
        return "-".join([str(self.lines), *groups, _check_group(self.lines, letters)])

    @classmethod
    def parse(cls, text: str) -> Head:
        """The head that was noted as this text, in full or as it is typed. Raises ValueError with a sentence for people."""
        lines, colon, digest = text.strip().partition(":")
        if not colon:
            return _from_paper(text)
        try:
            head = cls(int(lines), bytes.fromhex(digest))
        except ValueError:
            head = cls(-1, b"")
        if head.lines < 0 or len(head.hash) != (32 if head.lines else 0):
            raise ValueError(
                f"A noted head looks like 1042:9f86d0…, with 64 hexadecimal digits; not {text!r}."
            )
        return head


# Crockford's letters: none that is taken for another, and those that are read as what they look like.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKS_LIKE = str.maketrans("OIL", "011", " -.·")
TYPED_BYTES, GROUP = 10, 4
LETTERS = TYPED_BYTES * 8 // 5
ON_PAPER = re.compile(r"\s*(\d+)[\s.·-]+(\S.*)")


def _from_paper(text: str) -> Head:
    parts = ON_PAPER.fullmatch(text)
    letters = parts[2].upper().translate(LOOKS_LIKE) if parts else ""
    if not parts or len(letters) != LETTERS + GROUP or set(letters) - set(ALPHABET):
        raise ValueError(
            f"A noted head looks like 1042:9f86d0…, or on paper like 1042-K7QX-2M9T-HJ4P-WD8C-RN3V; not {text!r}."
        )
    lines, digest = int(parts[1]), letters[:LETTERS]
    if _check_group(lines, digest) != letters[LETTERS:]:
        raise ValueError(f"The mark {text!r} was mistyped somewhere. Look at each of its groups again.")
    bits = "".join(f"{ALPHABET.index(letter):05b}" for letter in digest)
    return Head(lines, int(bits, 2).to_bytes(TYPED_BYTES, "big"))


def _check_group(lines: int, letters: str) -> str:
    said = hashlib.sha256(f"{lines} {letters}".encode()).digest()
    return "".join(ALPHABET[int(pair, 2)] for pair in _fives(said[:3])[:GROUP])


def _fives(data: bytes) -> list[str]:
    bits = "".join(f"{byte:08b}" for byte in data)
    return [bits[at : at + 5] for at in range(0, len(bits) - len(bits) % 5, 5)]


START = Head(0, b"")


@dataclass(frozen=True)
class Verdict:
    """`lines` were read, up to `head`; what is wrong is in `faults`, from the first line on."""

    lines: int
    head: Head
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        return not self.faults


def head(connection: Any) -> Head:
    """The head as it stands, to be noted outside this database."""
    with connection.cursor() as cursor:
        _refuse_partial_sight(cursor)
        cursor.execute("SELECT lines, hash FROM access_chain")
        row = cursor.fetchone()
    return Head(row[0], bytes(row[1])) if row else START


def verify(connection: Any, since: Head | None = None, expect: Iterable[Head] = ()) -> Verdict:
    """Check every line, or those after `since`, a head verified and noted earlier. `expect`: all heads ever noted.

    `connection` is Django's or psycopg's, as the owner of the tables; raises NotTheOwner otherwise. Reads as a stream.
    """
    since = since or START
    with connection.cursor() as cursor:
        _refuse_partial_sight(cursor)
        after = since.lines or BEFORE_ALL
        with cursor.copy(LINES.format(after=after)) as rows:
            verdict = check((bytes(row) for row in rows), since, tuple(expect))
        if verdict.lines:
            return verdict
        cursor.execute(NO_LINES, [after])
        row = cursor.fetchone()
    # Without a row the first line was written this very moment: look again.
    return check((), since, tuple(expect), row[0]) if row else verify(connection, since, expect)


def check(
    rows: Iterable[bytes], since: Head = START, expect: Sequence[Head] = (), at_end: str | None = None
) -> Verdict:
    """The verdict on rows as COPY gives them (see LINES); `at_end` is the head when there are none."""
    walk = Walk(
        since.lines, since.hash, {noted.lines: noted.hash for noted in expect if noted.lines > since.lines}
    )
    heads = [at_end] if at_end else []
    count = walk.through(_lines(rows, heads))
    last = _as_stored(heads[-1]) if heads else None
    return Verdict(
        count, last or START, tuple(walk.finish(last.lines, last.hash) if last else walk.finish(None, None))
    )


def _as_stored(text: str) -> Head:
    """However it was tampered with."""
    lines, _, digest = text.partition(":")
    return Head(int(lines), bytes.fromhex(digest))


def _lines(rows: Iterable[bytes], heads: list[str]) -> Iterator[Line]:
    for row in rows:
        fields = row.rstrip(b"\n").split(b"\t")
        if fields[12] != NULL:
            heads.append(fields[12].decode())
        yield int(fields[0]), content(fields), bytes.fromhex(fields[11].decode())


def content(fields: Sequence[bytes]) -> bytes:
    """The line as its JSON array, all but the number it opens with."""
    at, user, role, what, page, child, entry, shown, why, address = fields[1:11]
    return (
        b', "%b", %b, %b, %b, %b, %b, %b, [%b], %b, %b]' % (
            at, user, _text(role), _text(what), _text(page), _number(child), _number(entry),
            shown[1:-1].replace(b",", b", "), _text(why), _text(address),
        )
    )  # fmt: skip


def _number(field: bytes) -> bytes:
    return b"null" if field == NULL else field


@lru_cache(maxsize=65536)
def _text(field: bytes) -> bytes:
    """A COPY field as JSON text. Roles, pages and addresses come again and again."""
    return json.dumps(_unescaped(field.decode()), ensure_ascii=False).encode()


ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def _unescaped(field: str) -> str:
    plain, escaped = [], iter(field)
    for character in escaped:
        if character == "\\":
            character = next(escaped)
            character = ESCAPES.get(character, character)
        plain.append(character)
    return "".join(plain)


def _refuse_partial_sight(cursor: Any) -> None:
    cursor.execute(
        "SELECT row_security_active('access_reading'), has_table_privilege('access_chain', 'SELECT')"
    )
    held, may_read = cursor.fetchone()
    if held or not may_read:
        raise NotTheOwner(
            "The log of reading can only be verified by the owner of the tables (DATABASE_OWNER_URL)."
        )
