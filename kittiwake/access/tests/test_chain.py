"""Whatever is done to a chain is found, and found where it was done."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.access.chain import Fault, Line, Walk, link

TAMPERINGS = 10_000


def chain(length: int) -> list[Line]:
    lines: list[Line] = []
    before = b""
    for number in range(1, length + 1):
        content = b', "line %d"]' % (number * 7919)
        before = link(before, number, content)
        lines.append((number, content, before))
    return lines


def faults(lines: list[Line], length: int, head: bytes, noted: dict[int, bytes] | None = None) -> list[Fault]:
    walk = Walk(0, b"", noted or {})
    walk.through(sorted(lines, key=lambda line: line[0]))
    return walk.finish(length, head)


def change(lines: list[Line], at: int, random: Random) -> list[Line]:
    number, content, stored = lines[at]
    spot = random.randrange(len(content))
    forged = content[:spot] + bytes([content[spot] ^ 1 << random.randrange(8)]) + content[spot + 1 :]
    return [*lines[:at], (number, forged, stored), *lines[at + 1 :]]


def flip_hash(lines: list[Line], at: int, random: Random) -> list[Line]:
    number, content, stored = lines[at]
    spot = random.randrange(len(stored))
    forged = stored[:spot] + bytes([stored[spot] ^ 1 << random.randrange(8)]) + stored[spot + 1 :]
    return [*lines[:at], (number, content, forged), *lines[at + 1 :]]


def remove(lines: list[Line], at: int, random: Random) -> list[Line]:
    return lines[:at] + lines[at + random.randint(1, 3) :]


def remove_and_renumber(lines: list[Line], at: int, random: Random) -> list[Line]:
    kept = remove(lines, at, random)
    return [(place, content, stored) for place, (_, content, stored) in enumerate(kept, start=1)]


def insert_and_renumber(lines: list[Line], at: int, random: Random) -> list[Line]:
    forged = [(0, b', "forged"]', random.randbytes(32))] * random.randint(1, 3)
    kept = [*lines[:at], *forged, *lines[at:]]
    return [(place, content, stored) for place, (_, content, stored) in enumerate(kept, start=1)]


def swap(lines: list[Line], at: int, random: Random) -> list[Line]:
    other = random.choice([place for place in range(len(lines)) if place != at])
    swapped = list(lines)
    (here, *mine), (there, *theirs) = lines[at], lines[other]
    swapped[at], swapped[other] = (here, *theirs), (there, *mine)  # type: ignore[assignment]
    return swapped


def add_after_end(lines: list[Line], at: int, random: Random) -> list[Line]:
    number, content, before = len(lines) + 1, b', "forged"]', lines[-1][2]
    return [*lines, (number, content, link(before, number, content))]


def cut(lines: list[Line], at: int, random: Random) -> list[Line]:
    return lines[:at]


def rewrite(lines: list[Line], at: int, random: Random) -> list[Line]:
    """One line anew, with the hash that goes with it."""
    number, _, _ = lines[at]
    before = lines[at - 1][2] if at else b""
    return [*lines[:at], (number, b', "forged"]', link(before, number, b', "forged"]')), *lines[at + 1 :]]


KINDS = [
    change,
    flip_hash,
    remove,
    swap,
    remove_and_renumber,
    insert_and_renumber,
    add_after_end,
    cut,
    rewrite,
]


def places(tamper, at: int, length: int) -> set[int]:
    """The lines at which it may truthfully be said to have happened."""
    line = at + 1
    if tamper is add_after_end:
        return {length + 1}
    # A rewritten line hides itself behind its own hash; the one after it no longer follows.
    return {line, line + 1} if tamper is rewrite else {line}


def test_an_untouched_chain_is_whole() -> None:
    lines = chain(50)
    assert faults(lines, 50, lines[-1][2]) == []


@pytest.mark.parametrize("tamper", KINDS, ids=lambda kind: kind.__name__)
def test_every_tampering_is_found_where_it_was_done(tamper) -> None:
    random, lines = Random(tamper.__name__), chain(40)
    for _ in range(TAMPERINGS // len(KINDS) + 1):
        at = random.randrange(len(lines))
        said = faults(tamper(lines, at, random), 40, lines[-1][2])
        assert places(tamper, at, 40) & {fault.line for fault in said}, (tamper.__name__, at, said)


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 11), st.integers()), min_size=1, max_size=4))
def test_several_tamperings_never_hide_each_other_wholly(steps) -> None:
    lines = chain(12)
    tampered = lines
    for tamper, at, seed in steps:
        if at < len(tampered) > 1:
            tampered = tamper(tampered, at, Random(seed))
    if tampered != lines:
        assert faults(tampered, 12, lines[-1][2])


def test_a_swap_says_which_line_stands_where() -> None:
    lines = chain(20)
    random = Random(1)
    swapped = swap(lines, 4, random)
    other = next(number for number, content, _ in swapped if content == lines[4][1])
    said = {fault.line: fault.words for fault in faults(swapped, 20, lines[-1][2])}
    assert said == {
        5: f"Line 5 was moved: it was line {other} when it was written.",
        other: f"Line {other} was moved: it was line 5 when it was written.",
    }


def test_a_line_moved_past_the_end_is_said_to_be_moved() -> None:
    lines = chain(10)
    _, content, stored = lines[4]
    moved = [*lines[:4], *lines[5:], (90, content, stored)]
    kinds = {(fault.line, fault.kind) for fault in faults(moved, 10, lines[-1][2])}
    assert {(5, "removed"), (90, "moved")} <= kinds
    assert not any(fault.line == 6 for fault in faults(moved, 10, lines[-1][2]))


def test_a_flipped_hash_is_told_from_a_changed_line() -> None:
    lines = chain(10)
    for at in range(10):
        said = faults(flip_hash(lines, at, Random(at)), 10, lines[-1][2])
        assert [(fault.line, fault.kind) for fault in said] == [(at + 1, "hash")]


def test_a_changed_head_is_found() -> None:
    lines = chain(10)
    assert [fault.kind for fault in faults(lines, 10, b"x" * 32)] == ["head"]
    assert [fault.kind for fault in faults(lines, 12, lines[-1][2])] == ["head"]
    walk = Walk(0, b"", {})
    walk.through(lines)
    assert [fault.kind for fault in walk.finish(None, None)] == ["head"]


def test_a_chain_rewritten_with_its_head_is_found_by_what_was_noted() -> None:
    lines = chain(30)
    forged = chain(14)
    for number in range(15, 29):
        content = b', "forged %d"]' % number
        forged.append((number, content, link(forged[-1][2], number, content)))
    head = forged[-1][2]
    assert faults(forged, 28, head) == []
    said = faults(forged, 28, head, {10: lines[9][2], 20: lines[19][2], 30: lines[29][2]})
    assert [(fault.line, fault.kind) for fault in said] == [(20, "rewritten"), (29, "rewritten")]
    assert "after line 10, the last that agrees" in said[0].words


def test_everything_broken_is_counted_without_being_kept() -> None:
    lines = [(number, content + b"!", stored) for number, content, stored in chain(3000)]
    said = faults(lines, 3000, lines[-1][2])
    assert len(said) == 1001
    assert "2000 faults beyond these" in said[-1].words


def test_so_are_faults_of_which_each_is_said_where_it_is() -> None:
    """Every other line taken out: more of them than anybody reads."""
    lines = chain(3000)
    said = faults(lines[::2], 3000, lines[-1][2])
    assert len(said) == 1001
    assert str(said[0]) == said[0].words
    assert any("faults beyond these" in str(fault) for fault in said)
