"""What forms give and recording takes of an inspection or visit."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.assurance.letters.models import Letter


class VisitFacts(TypedDict):
    kind: str
    starts_on: date
    ends_on: date
    announced_on: date | None
    inspectors: int | None
    themes: str
    lists_asked_on: date | None
    lists_given_on: date | None


class ReportFacts(TypedDict):
    reported_on: date
    overall: str
    needs_plan: bool
    plan_sent_on: date | None
    letter: Letter | None


class CallOffFacts(TypedDict):
    why: str
    version: int
