"""Codes as councils spell them: ‘WBRI’, ‘a) WBRI’, ‘A1 - White British’ and ‘White (English)’ are one answer.

A `Vocabulary` knows its codes, the group each belongs to, and an ordered list of rules. A cell is first made
plain (no case, no punctuation, no accents of any kind), then the first rule that fits gives the code. Rules are
short patterns, not a list of spellings: a spelling nobody has seen yet is understood when its words are.

The same vocabulary writes: `written` gives each code the one spelling that our own workbook has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from kittiwake.exchange.reading.cells import clean
from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import Reading, as_text, is_missing_word, missing

# The longest sentence a council was ever seen to write for a code is half as long.
LONGEST = 1_000
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Code:
    """A code and the group it is counted in. Where the cell says no more than the group, `code` is the group."""

    code: str
    group: str


@lru_cache(maxsize=32_768)
def plain_words(text: str) -> str:
    """‘WBRI – White/British (A1)’ becomes ‘wbri white british a1’."""
    lowered = clean(text).casefold().replace("'", "").replace("?", "")
    return " ".join(_NOT_WORD.sub(" ", lowered.replace("&", " and ").replace("+", " and ")).split())


@dataclass(frozen=True)
class Vocabulary:
    """`groups` gives each code's group. `rules` are lines of ‘CODE: pattern | pattern’, tried from the top.

    A pattern is a regular expression that starts at the start of a word; after ‘=’ it must be the whole cell. The
    rule ‘@codes’ tries the codes themselves, as words anywhere in the cell (not single letters or bare numbers). A code of a rule that is not in
    `groups` is itself a group, for cells that say no more than that. `written` are lines of ‘CODE: words’.
    """

    name: str
    groups: dict[str, str]
    rules: str
    written: str = ""
    steps: tuple[Callable[[str], str], ...] = field(init=False, repr=False)
    spellings: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", tuple(self._step(line) for line in _lines(self.rules)))
        pairs = (line.split(": ", 1) for line in _lines(self.written))
        object.__setattr__(self, "spellings", {code: words.strip() for code, words in pairs})

    def _step(self, line: str) -> Callable[[str], str]:
        if line == "@codes":
            return self._written_code()
        code, _, patterns = line.partition(":")
        any_pattern = re.compile("|".join(_pattern(pattern.strip()) for pattern in patterns.split(" | ")))
        return lambda text: code.strip() if any_pattern.search(text) else ""

    def _written_code(self) -> Callable[[str], str]:
        by_text = {plain_words(code): code for code in self.groups if len(code) > 1 and not code.isdigit()}
        longest_first = sorted(by_text, key=len, reverse=True)
        any_code = re.compile(rf"\b(?:{'|'.join(longest_first)})\b")

        def step(text: str) -> str:
            match = any_code.search(text)
            return by_text[match[0]] if match else ""

        return step

    def read(self, cell: Cell) -> Reading[Code]:
        """The code a cell gives; None for an empty cell; None with a sentence for one that is not understood."""
        text = as_text(cell)
        words = plain_words(text[:LONGEST])
        if not words:
            return Reading(None)
        if code := self._find(words):
            return Reading(Code(code, self.groups.get(code, code)))
        if is_missing_word(text):
            return missing(text)
        return Reading(None, f"The {self.name} ‘{text[:60]}’ is not one we know.")

    def write(self, code: str) -> str | None:
        """As the workbook spells it; None for a code it has no words for, such as one that says only the group."""
        return self.spellings.get(code)

    @lru_cache(maxsize=8_192)  # noqa: B019 - vocabularies are made once and live as long as the program
    def _find(self, words: str) -> str:
        return next((code for step in self.steps if (code := step(words))), "")

    def __hash__(self) -> int:
        return id(self)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def _pattern(pattern: str) -> str:
    if pattern.startswith("="):
        return rf"^(?:{pattern[1:].strip()})$"
    # ‘.*’ in front means anywhere; searching does that by itself, and in a time that does not grow with the square.
    return rf"(?:{pattern[2:]})" if pattern.startswith(".*") else rf"\b(?:{pattern})"


def grouped(lines: str) -> dict[str, str]:
    """Lines of ‘group: CODE CODE CODE’ as a dictionary from code to group."""
    pairs = (line.split(":", 1) for line in lines.strip().splitlines())
    return {code: group.strip() for group, codes in pairs for code in codes.split()}
