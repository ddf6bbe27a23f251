"""What a workforce census says of one 30 September: of the council, and of one worker."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Required, TypedDict


class CouncilFacts(TypedDict):
    vacancies: Decimal
    covering: Decimal
    covering_people: int


class PersonFacts(TypedDict, total=False):
    is_agency: Required[bool]
    fte: Required[Decimal]
    fte_left: Decimal | None
    role: str
    starts_on: date | None
    ends_on: date | None
    reason: str
    cases: int
    days_lost: Decimal | None
