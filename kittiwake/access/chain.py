"""Walking a chain of hashes and saying where, and how, it was broken. Pure: numbers, bytes and SHA-256.

A line is (number, content, stored hash). The chain says: numbers 1, 2, 3 without a gap, and
stored hash = SHA-256(hash of the line before + "[" + number + content).

A changed line breaks at itself only, because the walk goes on from the hash that was stored. Everything else that may
have been done to the log leaves a mark of its own; `Walk` follows the marks as it goes and `moves` settles at the end
which of the lines that do not fit merely stand in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

Line = tuple[int, bytes, bytes]
# How far lines may have been renumbered, and how many broken ones are compared with each other, before it is only
# said that they are broken.
RENUMBERED_BY = 64
COMPARED = 200
MOST_FAULTS = 1000


def link(before: bytes, number: int, content: bytes) -> bytes:
    """The hash of a line that stands after the line with the hash `before`."""
    return sha256(b"%b[%d%b" % (before, number, content)).digest()


@dataclass(frozen=True)
class Fault:
    """What is wrong at a line: `kind` is changed, hash, removed, inserted, moved, cut, head or rewritten."""

    line: int
    kind: str
    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Broken:
    """A line that does not follow from the one before it, or cannot be proved because that one is missing."""

    number: int
    content: bytes
    hash: bytes
    before: bytes  # the hash stored on the line before
    is_proved: bool = True


@dataclass(frozen=True)
class Gap:
    """Missing lines, and the hash stored on the line before them."""

    first: int
    last: int
    before: bytes


class Walk:
    def __init__(self, number: int, hash_: bytes, noted: dict[int, bytes]) -> None:
        """Starts after line `number`, whose hash is `hash_`. `noted`: hashes noted elsewhere, or their
        beginnings, by line."""
        self.start = self.last = number
        self.before = hash_
        self.reckoned = hash_  # what the last line's hash should be, when that is not what is stored
        self.shift = 0  # how much higher the lines' numbers were when they were written
        self.noted, self.agreed = dict(sorted(noted.items())), number
        self.broken: list[Broken] = []
        self.gaps: list[Gap] = []
        self.faults: list[Fault] = []
        self.unsaid = 0

    def through(self, lines: Iterable[Line]) -> int:
        """Take every line, in order of their numbers; how many there were."""
        count = 0
        for number, content, stored in lines:
            count += 1
            if number == self.last + 1 and link(self.before, number + self.shift, content) == stored:
                self.reckoned = stored
            elif number <= self.last:
                self._fault(number, "inserted", f"Line {number} was inserted: its number was taken.")
                continue
            else:
                self._look_closer(number, content, stored)
            self.last, self.before = number, stored
            if number in self.noted:
                self._compare(number, stored)
        return count

    def _look_closer(self, number: int, content: bytes, stored: bytes) -> None:
        reckoned, self.reckoned = self.reckoned, stored
        if number > self.last + 1:
            self.gaps.append(Gap(self.last + 1, number - 1, self.before))
            self._break(Broken(number, content, stored, self.before, is_proved=False))
        elif link(reckoned, number + self.shift, content) == stored:
            self._hash_was_changed(number - 1)
        elif (shift := self._renumbered(number, content, stored)) is not None:
            self._renumber(number, shift)
        else:
            self.reckoned = link(self.before, number + self.shift, content)
            self._break(Broken(number, content, stored, self.before))

    def _break(self, broken: Broken) -> None:
        if len(self.broken) < MOST_FAULTS:
            self.broken.append(broken)
        else:
            self.unsaid += 1

    def _hash_was_changed(self, number: int) -> None:
        """The next line fits the hash this one should have."""
        self.broken = [broken for broken in self.broken if broken.number != number]
        self._fault(number, "hash", f"The hash of line {number} was changed; what the line says was not.")

    def _renumbered(self, number: int, content: bytes, stored: bytes) -> int | None:
        """The shift under which this line follows from the one before."""
        for distance in range(1, RENUMBERED_BY + 1) if not self.unsaid else ():
            for shift in (self.shift + distance, self.shift - distance):
                if link(self.before, number + shift, content) == stored:
                    return shift
        return None

    def _renumber(self, number: int, shift: int) -> None:
        first = number
        while self.broken and self.broken[-1].number == first - 1:
            first = self.broken.pop().number
        many, is_gone, self.shift = abs(shift - self.shift), shift > self.shift, shift
        count = "One line was" if many == 1 else f"{many} lines were"
        if is_gone:
            self._fault(first, "removed", f"{count} taken out before line {first}, and the rest renumbered.")
        else:
            self._fault(first, "inserted", f"{count} slipped in at line {first}, and the rest renumbered.")

    def _compare(self, number: int, stored: bytes) -> None:
        if stored.startswith(self.noted.pop(number)):
            self.agreed = number
        else:
            self._rewritten(number, f"Line {number} is not what it was when its hash was noted")

    def _rewritten(self, number: int, what: str) -> None:
        where = f"after line {self.agreed}, the last that agrees" if self.agreed else "somewhere before it"
        self._fault(number, "rewritten", f"{what}: the log was rewritten {where}.")

    def _fault(self, line: int, kind: str, words: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(line, kind, words))
        else:
            self.unsaid += 1

    def finish(self, lines: int | None, hash_: bytes | None) -> list[Fault]:
        """All faults, by line, once the head of the chain (its count of lines, the last one's hash) is known."""
        if lines is None or hash_ is None:
            self._fault(
                self.last, "head", "The head of the chain is missing: nothing says where the log ends."
            )
        elif (lines, hash_) != (self.last, self.before):
            self._compare_head(lines, hash_)
        for number in self.noted:
            self._rewritten(
                self.last + 1, f"The log ends at line {self.last}, but had {number} when that was noted"
            )
        for fault in (*self._missing(lines or self.last), *self._misplaced()):
            self._fault(*fault)
        if self.unsaid:
            self._say_there_is_more()
        return sorted(self.faults, key=lambda fault: fault.line)

    def _say_there_is_more(self) -> None:
        words = f"There is more: {self.unsaid} faults beyond these are not listed."
        self.faults.append(Fault(self.last, "changed", words))

    def _compare_head(self, lines: int, hash_: bytes) -> None:
        last = self.last
        if lines < self.start:
            self._fault(lines + 1, "cut", f"{_lines(lines + 1, self.start, 'was')} cut off the end.")
        elif hash_ == self.before:
            self._fault(last, "head", f"The chain counts {lines} lines, but its hash is that of line {last}.")
        elif lines > last:
            self._fault(last + 1, "cut", f"{_lines(last + 1, lines, 'was')} cut off the end.")
        elif lines < last:
            words = f"Something was added after line {lines}, where the chain ends, numbered up to {last}."
            self._fault(lines + 1, "inserted", words)
        elif hash_ == self.reckoned:
            self._hash_was_changed(last)
        else:
            self._fault(
                last, "head", f"The head of the chain was changed: it is not the hash of line {last}."
            )

    def _missing(self, lines: int) -> Iterator[tuple[int, str, str]]:
        for gap in self.gaps:
            if gap.first <= lines:
                words = f"{_lines(gap.first, min(gap.last, lines), 'is')} missing."
                yield gap.first, "removed", f"{words} So the line after cannot be proved by itself."

    def _misplaced(self) -> Iterator[tuple[int, str, str]]:
        """What is wrong with each broken line."""
        placed = moves(self.broken[:COMPARED], self.gaps)
        for broken in self.broken:
            where = placed.get(broken.number)
            if where is None and broken.is_proved:
                yield broken.number, "changed", _changed(broken.number)
            elif where not in (None, broken.number):
                yield (
                    broken.number,
                    "moved",
                    f"Line {broken.number} was moved: it was line {where} when it was written.",
                )


def _lines(first: int, last: int, verb: str) -> str:
    plural = {"is": "are", "was": "were"}[verb]
    return f"Line {first} {verb}" if first == last else f"Lines {first} to {last} {plural}"


def _changed(number: int) -> str:
    if number == 1:
        return "Line 1 was changed after it was written."
    return (
        f"Line {number} does not follow from line {number - 1}: it was changed after it was written,"
        f" or line {number - 1} was rewritten together with its hash."
    )


def moves(broken: list[Broken], gaps: list[Gap]) -> dict[int, int]:
    """Where lines that do not fit were when they were written: {number now: number then}.

    A line found at its own number was not touched: only its neighbour moved. Goes from what is known to what that
    makes known: the right line for a place tells the hash that its successor must follow from.
    """
    known = {line.number: line.before for line in broken} | {gap.first: gap.before for gap in gaps}
    waiting, places = list(broken), list(known)
    placed: dict[int, int] = {}
    while places:
        place = places.pop()
        fits = [line for line in waiting if link(known[place], place, line.content) == line.hash]
        for line in fits[:1]:
            placed[line.number] = place
            waiting.remove(line)
            if place + 1 in known or any(gap.first <= place < gap.last for gap in gaps):
                known[place + 1] = line.hash
                places.append(place + 1)
    return placed
