"""What the workforce census says, of the council and of each worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypedDict

COUNCIL, WORKER = "council", "worker"


class CouncilFacts(TypedDict):
    vacancies: Decimal
    covering: Decimal
    covering_people: int


class WorkerFacts(TypedDict):
    swe_number: str
    is_agency: bool
    fte: Decimal
    fte_left: Decimal | None
    role: str
    starts_on: date | None
    ends_on: date | None
    reason: str
    cases: int
    days_lost: Decimal | None


@dataclass(frozen=True, kw_only=True)
class CensusFacts:
    """One row: `about` is the council or a worker, who has a number."""

    about: str
    day: date
    swe_number: str
    facts: CouncilFacts | WorkerFacts


def of_council(day: date, facts: CouncilFacts) -> CensusFacts:
    return CensusFacts(about=COUNCIL, day=day, swe_number="", facts=facts)


def of_worker(day: date, facts: WorkerFacts) -> CensusFacts:
    return CensusFacts(about=WORKER, day=day, swe_number=facts["swe_number"], facts=facts)


class Before(TypedDict, total=False):
    """What a row made, or what stood in its place."""

    made: bool
    replaced: CouncilFacts | WorkerFacts


def called(facts: CensusFacts) -> str:
    return facts.swe_number


def tells(facts: CensusFacts) -> str:
    return f"The row is about the worker with the number {facts.swe_number}." if facts.swe_number else ""
