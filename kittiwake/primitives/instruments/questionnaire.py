"""What a questionnaire is made of. Plain values, as its file says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

CHOICE, SEVERAL, TEXT = "choice", "several", "text"
NOT_KNOWN = "not_known"  # the key of this answer in every questionnaire: it says neither yes nor no
KINDS = {CHOICE, SEVERAL, TEXT}


@dataclass(frozen=True)
class Choice:
    """One answer, what it counts, and the lowest band it allows whatever the points. `hint` says when to choose it."""

    key: str
    text: str
    points: int = 0
    hint: str = ""
    floor: str = ""  # a band


@dataclass(frozen=True)
class When:
    """Holds where the question was answered with one of these."""

    question: str
    one_of: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    key: str
    text: str
    kind: str
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    when: When | None = None  # asked only then
    required: bool = True

    @property
    def most(self) -> int:
        points = [choice.points for choice in self.choices] or [0]
        return sum(points) if self.kind == SEVERAL else max(points)


@dataclass(frozen=True)
class Section:
    """`in_total`: its points make the score. The points of other sections are shown beside it and never mixed in."""

    key: str
    title: str
    in_total: bool
    questions: tuple[Question, ...]
    intro: str = ""

    @property
    def most(self) -> int:
        return sum(question.most for question in self.questions)


@dataclass(frozen=True)
class Band:
    """From this many points on."""

    key: str
    title: str
    at_least: int
    response: str


@dataclass(frozen=True)
class Floor:
    """Whatever the points: not lower than this band. With `needs_sign`, only where an answer counted or has a floor."""

    band: str
    text: str
    source: str
    when: When | None = None
    under_age: int | None = None
    needs_sign: bool = False


@dataclass(frozen=True)
class Instrument:
    """One version of one questionnaire."""

    key: str
    version: int
    title: str
    about: str  # child, place, peer_group
    purpose: str  # screening, assessment, context, readiness
    intro: str
    author: str
    reviewed_by: str
    reviewed_on: date
    review_on: date
    sources: tuple[str, ...]
    sections: tuple[Section, ...]
    bands: tuple[Band, ...]
    floors: tuple[Floor, ...] = ()
    checksum: str = ""

    @property
    def name(self) -> str:
        return f"{self.title}, version {self.version}"

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {question.key: question for section in self.sections for question in section.questions}

    @property
    def most(self) -> int:
        return sum(section.most for section in self.sections if section.in_total)

    def height(self, band: str) -> int:
        """Where a band stands, lowest 0. Raises ValueError for one it does not have."""
        return [band.key for band in self.bands].index(band)

    def band(self, key: str) -> Band:
        return self.bands[self.height(key)]
