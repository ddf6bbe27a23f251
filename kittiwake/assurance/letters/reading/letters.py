"""A whole letter read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.reading.blocks import HEADING, blocks_of
from kittiwake.assurance.letters.reading.days import published, visited
from kittiwake.assurance.letters.reading.fronts import council_of, kind_of
from kittiwake.assurance.letters.reading.grades import grades_of
from kittiwake.assurance.letters.reading.lines import lines_of
from kittiwake.assurance.letters.reading.statements import Said, first_finding, statements_of
from kittiwake.assurance.letters.reading.subjects import theme_of
from kittiwake.assurance.letters.reading.tone import Tone, tone_of


@dataclass(frozen=True)
class Read:
    """One statement with what the rules propose. `deciding`: where in the text the words stand that decided it."""

    kind: str
    section: str
    text: str
    reading: str
    theme: str
    deciding: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class LetterRead:
    """`notes`: a sentence on each thing that was not found or is not clear, for whoever looks it over."""

    kind: str
    council: str
    visited_from: date | None
    visited_to: date | None
    published_on: date | None
    grades: dict[str, str]
    statements: tuple[Read, ...]
    notes: tuple[str, ...]

    def points(self, *kinds: str) -> list[str]:
        return [each.text for each in self.statements if each.kind in kinds]


def read(text: str) -> LetterRead:
    blocks = blocks_of(lines_of(text))
    begins = first_finding(blocks)
    front = " ".join(block.text for block in blocks[:begins])
    opening = " ".join(block.text for block in blocks[begins : begins + 2])
    first, last = visited(front, opening)
    grades, unclear = grades_of(front, [block.text for block in blocks[begins:] if block.kind == HEADING])
    kind = kind_of(front, opening, first, last, bool(grades))
    council = council_of(front, opening)
    statements = tuple(_read(statements_of(blocks)))
    notes = [*unclear, *_not_found(kind, council, last, grades, statements)]
    return LetterRead(kind, council, first, last, published(front), grades, statements, tuple(notes))


def _read(said: Sequence[Said]) -> list[Read]:
    statements: list[Read] = []
    for count, each in enumerate(said):
        goes_on = count > 0 and said[count - 1].paragraph == each.paragraph
        before = statements[-1] if goes_on else None
        tone = (
            tone_of(each.text, before.reading if before else "")
            if each.kind == rules.SENTENCE
            else Tone(rules.SHORTFALL)
        )
        theme = theme_of(each.text, before.theme if before else "")
        statements.append(Read(each.kind, each.section, each.text, tone.reading, theme, tone.deciding))
    return statements


def _not_found(
    kind: str, council: str, last: date | None, grades: dict[str, str], statements: Sequence[Read]
) -> list[str]:
    is_graded = kind in (rules.STANDARD, rules.SHORT, rules.SINGLE)
    missed = (
        (not statements, "No statement was found in it. Is this the letter?"),
        (kind == rules.OTHER, "What kind of letter it is was not found."),
        (not council, "The council was not found."),
        (last is None, "The days of the visit were not found."),
        (is_graded and not grades, "No grades were found."),
    )
    return [sentence for is_missed, sentence in missed if is_missed]
