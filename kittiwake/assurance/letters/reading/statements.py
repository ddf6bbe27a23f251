"""What a letter says, one thing after another: its points as they are, and all else sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.reading.blocks import (
    BULLET,
    HEADING,
    NUMBERED,
    PARAGRAPH,
    Block,
    is_known_heading,
)
from kittiwake.assurance.letters.reading.sentences import sentences_of

MOST = 3000  # statements: a report of 2017 has 640
FRONT = 40  # what is shorter before the first finding is of the front page: a name, a date, a grade
_NEEDS = re.compile(
    r"needs? to (?:improve|change)|^recommendations\b|areas? for (?:improvement|development)", re.IGNORECASE
)
_GRADE_BEHIND = re.compile(
    r"(?: is| are)?:? (?:outstanding|good|requires improvement(?: to be good)?|inadequate)$", re.IGNORECASE
)
_PRIORITY = re.compile(
    r"priority action|priority and immediate action|immediate and priority action", re.IGNORECASE
)
_CONCERN = re.compile(r"areas? of concern|areas covered by", re.IGNORECASE)
# The list of contents; and what the older reports tell of the place before they say what was found.
_NO_FINDING = re.compile(
    r"^(?:Contents|Information about|Previous Ofsted inspections|Local leadership)\b|^(?:Children|Child protection) .*in this area$"
)


@dataclass(frozen=True)
class Said:
    """`paragraph` counts the blocks, `place` the sentences in one: a sentence is read with those before it."""

    kind: str
    section: str
    text: str
    paragraph: int
    place: int


def statements_of(blocks: Sequence[Block]) -> list[Said]:
    """Of what has no finding that stands by itself, as a few words pasted, whatever it has. One more than MOST at most."""
    return list(islice(_statements(blocks), MOST + 1)) or list(islice(_whatever_there_is(blocks), MOST + 1))


def _whatever_there_is(blocks: Sequence[Block]) -> Iterator[Said]:
    for count, block in enumerate(blocks):
        for place, sentence in enumerate(sentences_of(block.text)):
            yield Said(rules.SENTENCE, "", sentence, count, place)


def _statements(blocks: Sequence[Block]) -> Iterator[Said]:
    begins = first_finding(blocks)
    section, opens = _section_at(blocks, begins), ""  # `opens`: the paragraph that a list follows
    for count in range(begins, len(blocks)):
        block = blocks[count]
        if block.kind == HEADING:
            section, opens = _GRADE_BEHIND.sub("", block.text.rstrip(":?.")).strip(), ""
            continue
        if _NO_FINDING.match(section):
            continue
        kind = _kind(block, section, opens)
        parts = [block.text] if kind != rules.SENTENCE else sentences_of(block.text)
        yield from (Said(kind, section, part, count, place) for place, part in enumerate(parts))
        if block.kind != BULLET:
            opens = block.text if block.text.endswith(":") else ""


def first_finding(blocks: Sequence[Block]) -> int:
    findings = (
        count
        for count, block in enumerate(blocks)
        if block.kind in (PARAGRAPH, NUMBERED) and len(block.text) > FRONT and block.text.endswith((".", ":"))
    )
    return next(findings, 0)


def _section_at(blocks: Sequence[Block], begins: int) -> str:
    """A letter can open under a heading, where all others on its front page are none."""
    before = blocks[begins - 1] if begins else None
    return before.text if before and before.kind == HEADING and is_known_heading(before.text) else ""


def _kind(block: Block, section: str, opens: str) -> str:
    if block.kind not in (BULLET, NUMBERED):
        is_action = _PRIORITY.search(section) and not block.text.endswith(":")
        return rules.PRIORITY_ACTION if is_action else rules.SENTENCE
    under = [opens, section] if block.kind == BULLET else [section]
    kinds = (
        kind
        for heading in under
        for words, kind in (
            (_PRIORITY, rules.PRIORITY_ACTION),
            (_CONCERN, rules.AREA_OF_CONCERN),
            (_NEEDS, rules.NEEDS_TO_IMPROVE),
        )
        if words.search(heading)
    )
    return next(kinds, rules.SENTENCE)
