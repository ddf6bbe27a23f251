"""The log of reading, tampered with by the owner of the tables: each tampering is found, and where."""

from __future__ import annotations

import json
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.access import verification
from kittiwake.access.tests.conftest import as_owner
from kittiwake.access.verification import Head, NotTheOwner, verify

LENGTH = 12
ASKING = "SET kittiwake.user_id = '1'"
WRITE = "SELECT access_log_reading(%s, %s, %s, %s, %s, %s)"
TOGETHER = "SELECT access_log_lines(%s, %s, %s)"
# What JSON and COPY each escape in their own way.
AWKWARD = [
    "10.0.0.1",
    'say "x"',
    "back\\slash",
    "tab\there",
    "new\nline\r",
    "bell\x07\x7f",
    "é 漢 🐦",
    "{a,b}",
    "\\N",
    "",
]


def write(owner: psycopg.Connection, how_many: int) -> None:
    """Half of them one by one, and the rest together."""
    owner.execute(ASKING)
    for n in range(how_many // 2):
        what, child, entry, shown = read(n)
        owner.execute(WRITE, [what, "desk:child", child, entry, shown, AWKWARD[n % len(AWKWARD)]])
    write_together(owner, [read(n) for n in range(how_many // 2, how_many)])


def read(n: int) -> tuple[str, int | None, int | None, list[int]]:
    shown = [n, n + 100, -1] if n % 3 == 0 else []
    child, entry = (None, None) if shown else (n, 40 + n if n % 2 else None)
    return AWKWARD[n % len(AWKWARD)] if n % 4 == 0 else "list" if shown else "view", child, entry, shown


def write_together(
    owner: psycopg.Connection, reads: list[tuple[str, int | None, int | None, list[int]]]
) -> None:
    names = ("what", "child_id", "entry_id", "shown")
    lines = json.dumps([dict(zip(names, values, strict=True)) for values in reads])
    owner.execute(TOGETHER, ["desk:list", 'say "x"\n', lines])


@pytest.fixture(scope="module")
def written(own_database: str) -> Iterator[psycopg.Connection]:
    """The owner's connection to a log of LENGTH lines."""
    with as_owner(own_database) as owner:
        write(owner, LENGTH)
        owner.commit()
        yield owner


@pytest.fixture
def owner(written: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """In a transaction that is undone, with the table's guards off: nothing stops an owner."""
    written.execute("ALTER TABLE access_reading DISABLE TRIGGER USER")
    yield written
    written.rollback()


def found(owner: psycopg.Connection, **how) -> list[tuple[int, str]]:
    return [(fault.line, fault.kind) for fault in verify(owner, **how).faults]


def test_an_untouched_log_is_whole_whatever_was_written(owner) -> None:
    verdict = verify(owner)
    assert verdict.is_whole, verdict.faults[:1]
    assert (verdict.lines, verdict.head.lines) == (LENGTH, LENGTH)
    assert verdict.head == verification.head(owner)


def test_what_is_written_together_is_a_line_each_in_its_order(owner) -> None:
    first = LENGTH // 2
    lines = owner.execute(
        "SELECT what, child_id, entry_id, shown FROM access_reading WHERE id > %s ORDER BY id", [first]
    ).fetchall()
    assert lines == [read(n) for n in range(first, LENGTH)]


def test_an_empty_log_is_whole(owner) -> None:
    owner.execute("DELETE FROM access_reading")
    owner.execute("UPDATE access_chain SET lines = 0, hash = ''")
    assert verify(owner).is_whole
    assert str(verify(owner).head) == "0:"


OTHER = {
    "at": "at + interval '1 microsecond'",
    "user_id": "user_id + 1",
    "role": "role || 's'",
    "what": "'export'",
    "page": "'desk:work'",
    "child_id": "coalesce(child_id, 0) + 1",
    "entry_id": "CASE WHEN entry_id IS NULL THEN 7 END",
    "shown": "shown || 5::bigint",
    "why": "'allocated'",
    "address": "'10.9.9.9'",
}


@pytest.mark.parametrize("column", OTHER)
@pytest.mark.parametrize("line", [1, 5, LENGTH])
def test_a_change_to_any_column_is_found_at_its_line(owner, column: str, line: int) -> None:
    owner.execute(f"UPDATE access_reading SET {column} = {OTHER[column]} WHERE id = %s", [line])
    assert found(owner) == [(line, "changed")]


def test_every_column_is_covered() -> None:
    from kittiwake.access.models import Reading

    assert {field.column for field in Reading._meta.fields} == {*OTHER, "id", "hash"}


@pytest.mark.parametrize("line", [1, 5, LENGTH])
def test_a_changed_hash_is_found_at_its_line(owner, line: int) -> None:
    owner.execute(
        "UPDATE access_reading SET hash = set_byte(hash, 3, get_byte(hash, 3) # 1) WHERE id = %s", [line]
    )
    assert found(owner) == [(line, "hash")]


@pytest.mark.parametrize("line", [1, 5])
def test_a_changed_number_is_found(owner, line: int) -> None:
    owner.execute("UPDATE access_reading SET id = 1000 WHERE id = %s", [line])
    assert found(owner) == [(line, "removed"), (LENGTH + 1, "inserted"), (1000, "moved")]


def test_the_last_line_numbered_past_the_end_is_found(owner) -> None:
    owner.execute("UPDATE access_reading SET id = 1000 WHERE id = %s", [LENGTH])
    assert (1000, "moved") in found(owner)


@pytest.mark.parametrize("at", ["'infinity'", "'-infinity'", "'0044-03-15 BC'", "'99999-01-01'"])
def test_an_impossible_moment_is_found_and_not_stumbled_over(owner, at: str) -> None:
    owner.execute(f"UPDATE access_reading SET at = {at} WHERE id = 6")
    assert found(owner) == [(6, "changed")]


def test_a_deleted_line_is_found(owner) -> None:
    owner.execute("DELETE FROM access_reading WHERE id IN (5, 6)")
    assert found(owner) == [(5, "removed")]
    assert verify(owner).faults[0].words.startswith("Lines 5 to 6 are missing.")


def test_two_lines_changing_places_are_found(owner) -> None:
    for was, now in ((4, 1000), (9, 4), (1000, 9)):
        owner.execute("UPDATE access_reading SET id = %s WHERE id = %s", [now, was])
    assert found(owner) == [(4, "moved"), (9, "moved")]


def test_an_inserted_line_is_found(owner) -> None:
    for line in range(LENGTH, 6, -1):
        owner.execute("UPDATE access_reading SET id = id + 1 WHERE id = %s", [line])
    owner.execute(
        "INSERT INTO access_reading OVERRIDING SYSTEM VALUE"
        " SELECT 7, at, user_id, role, what, page, child_id, entry_id, shown, why, address, hash"
        " FROM access_reading WHERE id = 6"
    )
    owner.execute("UPDATE access_chain SET lines = lines + 1")
    assert found(owner) == [(7, "inserted")]


@pytest.mark.parametrize("number", [0, -5, LENGTH + 1])
def test_a_line_added_outside_the_chain_is_found(owner, number: int) -> None:
    owner.execute(
        "INSERT INTO access_reading OVERRIDING SYSTEM VALUE"
        " SELECT %s, at, user_id, role, what, page, child_id, entry_id, shown, why, address, hash"
        " FROM access_reading WHERE id = 6",
        [number],
    )
    assert (number, "inserted") in found(owner)


def test_a_cut_tail_is_found(owner) -> None:
    owner.execute("DELETE FROM access_reading WHERE id > 10")
    assert found(owner) == [(11, "cut")]
    owner.execute("DELETE FROM access_reading")
    assert found(owner) == [(1, "cut")]


def test_a_changed_head_is_found(owner) -> None:
    owner.execute("UPDATE access_chain SET lines = 99")
    assert found(owner) == [(LENGTH, "head")]
    owner.execute("UPDATE access_chain SET lines = %s, hash = 'short'", [LENGTH])
    assert found(owner) == [(LENGTH, "head")]
    owner.execute("DELETE FROM access_chain")
    assert found(owner) == [(LENGTH, "head")]


def test_a_log_written_anew_from_a_line_on_is_found_by_a_noted_head(owner) -> None:
    noted = [Head.parse(str(verification.head(owner)))]
    owner.execute("UPDATE access_chain SET lines = 8, hash = (SELECT hash FROM access_reading WHERE id = 8)")
    owner.execute("DELETE FROM access_reading WHERE id > 8")
    write(owner, LENGTH - 8)
    assert verify(owner).is_whole
    assert found(owner, expect=noted) == [(LENGTH, "rewritten")]


def test_a_tail_cut_together_with_the_head_is_found_by_a_noted_head(owner) -> None:
    noted = verification.head(owner)
    owner.execute("UPDATE access_chain SET lines = 8, hash = (SELECT hash FROM access_reading WHERE id = 8)")
    owner.execute("DELETE FROM access_reading WHERE id > 8")
    assert verify(owner).is_whole
    assert found(owner, expect=[noted]) == [(9, "rewritten")]
    assert found(owner, since=noted) == [(9, "cut")]


def test_only_what_is_new_is_read_after_a_head_verified_before(owner) -> None:
    noted = verification.head(owner)
    write(owner, 3)
    assert verify(owner, since=noted).lines == 3
    assert verify(owner, since=noted).is_whole
    assert not verify(owner, since=Head(noted.lines, b"x" * 32)).is_whole
    owner.execute("UPDATE access_reading SET what = 'export' WHERE id = %s", [LENGTH + 2])
    assert found(owner, since=noted) == [(LENGTH + 2, "changed")]


COLUMN = st.sampled_from(sorted(OTHER))
TAMPERING = st.one_of(
    st.tuples(st.just("change"), st.integers(1, LENGTH), COLUMN),
    st.tuples(st.just("delete"), st.integers(1, LENGTH), COLUMN),
    st.tuples(st.just("move"), st.integers(1, LENGTH), COLUMN),
)


@given(st.lists(TAMPERING, min_size=1, max_size=4, unique_by=lambda step: step[1]))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_mixture_of_tamperings_is_found(owner, steps) -> None:
    with owner.transaction(force_rollback=True):
        for kind, line, column in steps:
            statement = {
                "change": f"UPDATE access_reading SET {column} = {OTHER[column]} WHERE id = %s",
                "delete": "DELETE FROM access_reading WHERE id = %s",
                "move": "UPDATE access_reading SET id = id + 1000 WHERE id = %s",
            }[kind]
            owner.execute(statement, [line])
        first = min(line for _, line, _ in steps)
        assert verify(owner).faults[0].line == first, (steps, verify(owner).faults)


@pytest.mark.parametrize("text", ["", "12", "x:00", "12:", "-1:", "12:zz", "12:" + "0" * 63, "0:00"])
def test_a_noted_head_that_cannot_be_read_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="A noted head looks like"):
        Head.parse(text)


def test_a_mark_typed_in_from_paper_finds_what_the_whole_mark_finds(owner) -> None:
    paper = Head.parse(verification.head(owner).typed.lower().replace("-", " "))
    assert verify(owner, expect=[paper]).is_whole
    owner.execute("UPDATE access_chain SET lines = 8, hash = (SELECT hash FROM access_reading WHERE id = 8)")
    owner.execute("DELETE FROM access_reading WHERE id > 8")
    write(owner, LENGTH - 8)
    assert verify(owner).is_whole
    assert found(owner, expect=[paper]) == [(LENGTH, "rewritten")]


@given(lines=st.integers(1, 10**9), hash_=st.binary(min_size=32, max_size=32), at=st.integers(0, 23))
def test_one_letter_mistyped_is_said_and_no_tampering(lines: int, hash_: bytes, at: int) -> None:
    mark = Head(lines, hash_).typed
    assert Head.parse(mark) == Head(lines, hash_[:10])
    start = len(str(lines)) + 1
    letter = mark[start + at]
    other = mark[: start + at] + ("7" if letter != "7" else "8") + mark[start + at + 1 :]
    if letter == "-":
        assert Head.parse(mark[: start + at] + mark[start + at + 1 :]) == Head(lines, hash_[:10])
    else:
        with pytest.raises(ValueError, match="mistyped"):
            Head.parse(other)


def test_letters_that_look_alike_are_taken_for_each_other() -> None:
    mark = next(one for n in range(1, 200) if {"0", "1"} <= set((one := Head(n, bytes([n]) * 32).typed)[4:]))
    head, _, rest = mark.partition("-")
    assert Head.parse(f"{head}-{rest.replace('0', 'o').replace('1', 'l')}") == Head.parse(mark)


def test_it_refuses_to_verify_what_it_can_only_see_in_part(db) -> None:
    with pytest.raises(NotTheOwner):
        verify(connection)
