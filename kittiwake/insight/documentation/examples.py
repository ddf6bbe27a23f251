"""The worked example of each measure: which cases there were, and the figure they make."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "examples.json"


@dataclass(frozen=True)
class ExampleCase:
    who: str
    on: str  # as people say it
    counted: str


@dataclass(frozen=True)
class Example:
    """Of made-up people, in November 2026."""

    period: str
    cases: list[ExampleCase]
    figure: str
    rests_on: str

    @property
    def words(self) -> str:
        basis = f" ({self.rests_on})" if self.rests_on else ""
        return f"{self.period}. These cases make {self.figure}{basis}."

    columns = [{"text": text} for text in ("Who", "Day", "Counted")]

    @property
    def rows(self) -> list[list[str]]:
        return [[case.who, case.on, case.counted] for case in self.cases]


@cache
def examples() -> dict[str, Example]:
    """By the measure's key."""
    every = json.loads(FILE.read_text())
    return {key: example(facts) for key, facts in every.items()}


def example(facts: dict[str, object]) -> Example:
    cases = [ExampleCase(*case) for case in facts["cases"]]  # type: ignore[attr-defined]
    return Example(str(facts["period"]), cases, str(facts["figure"]), str(facts["rests_on"]))
