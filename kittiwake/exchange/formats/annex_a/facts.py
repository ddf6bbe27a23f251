"""What a row of Ofsted's lists would put on the record: only what is new in it, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

Value = date | str | bool | None
Told = Mapping[str, Value]  # what is told of a child, by name


class ChildFacts(TypedDict, total=False):
    born_on: date | None
    sex: str
    ethnicity: str
    unaccompanied: bool | None


@dataclass(frozen=True, kw_only=True)
class TrackFacts:
    """A track that a child is on from a day, perhaps to a day; `ends_standing`: the record has it without its end."""

    kind: str
    starts_on: date
    ends_on: date | None
    category: str
    ends_standing: bool = False


@dataclass(frozen=True, kw_only=True)
class PlacementFacts:
    starts_on: date
    kind: str
    provider: str
    urn: str
    postcode: str
    legal_status: str
    out_of_area: bool | None


@dataclass(frozen=True, kw_only=True)
class AllocationFacts:
    team: str
    worker: str
    team_kind: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """What the list says and the record has no place for. `told_on`: the newest day of its file; `mark` names what it says."""

    list: int
    key: str
    told_on: date
    said: Mapping[str, object]
    mark: str


WORDS = {
    "child": "birth date, sex, ethnicity, or whether they came unaccompanied",
    "track": "a plan or track",
    "placement": "a placement",
    "allocation": "team or worker",
    "done": "when they were last seen, reviewed or assessed",
    "line": "what is kept for the lists alone",
}


@dataclass(frozen=True, kw_only=True)
class AnnexFacts:
    """`list` is the list's number, `done` the newest day of each kind of thing that was done."""

    list: int
    council_id: str
    child: ChildFacts = field(default_factory=lambda: ChildFacts())
    track: TrackFacts | None = None
    placement: PlacementFacts | None = None
    allocation: AllocationFacts | None = None
    done: Mapping[str, date] = field(default_factory=dict)
    line: Line | None = None

    def news(self) -> tuple[str, ...]:
        """What is new, in words; nothing where the row says what the record does."""
        words = {**WORDS, **({"track": "the end of a plan or track"} if self.ends_a_track else {})}
        return tuple(text for name, text in words.items() if getattr(self, name))

    @property
    def ends_a_track(self) -> bool:
        return self.track is not None and self.track.ends_standing


class Made(TypedDict, total=False):
    """Keys of what a row made, and of what it ended."""

    made: int
    ended: int
    address: int | None
    team: int | None
    worker: int | None


class Before(TypedDict, total=False):
    """What a row made and replaced, so that it can be taken back."""

    child: ChildFacts
    track: Made
    placement: Made
    allocation: Made
    done: tuple[int, ...]
    line: int


def called(facts: AnnexFacts) -> str:
    return facts.council_id


def tells(facts: AnnexFacts) -> str:
    return f"The row is about the child with the council’s ID {facts.council_id}."
